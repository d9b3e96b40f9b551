"""Files of evidence rules: their shape, the facets that they speak of, the kinds of rule that there are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from showproof.catalog.check import build
from showproof.catalog.load import Faults
from showproof.catalog.marks import KeyPath, Marked, read_yaml
from showproof.catalog.rubric import Criterion, Flag, Role, Screen, SkillRow
from showproof.errors import CatalogError

T = TypeVar("T")
Judged = TypeVar("Judged", Criterion, Role)

LEVELS = frozenset(range(5))
"""The levels of a criterion, a row and a whole draft."""

LOOP_GROUPS = (
    "stages", "scenarios", "signals", "triggers", "weeks", "outcomes", "preparation", "plan", "advice", "improvements",
)  # fmt: skip
"""Lists of a role whose entries say which rows they bear on."""

RULE_KINDS = (
    "accountable",
    "arithmetic",
    "asks",
    "before-after",
    "causes",
    "changes-in-rows",
    "checks-made",
    "consistent",
    "dates-agree",
    "dates-in-order",
    "figures-agree",
    "filled",
    "firm-promises",
    "handled",
    "ladder",
    "more-than-watching",
    "no-jargon",
    "one-value",
    "one-workflow",
    "options-compared",
    "plain-words",
    "products",
    "readable",
    "references-resolve",
    "settled",
    "spoken-of",
    "stated-changes",
    "stated-shares",
    "statement",
    "steps-in-order",
    "thresholds-in-order",
    "totals",
)
"""Kinds of evidence rule, as in `showproof.rules.RULES` (a test holds the two together)."""

SIGNAL_KINDS = (
    "blames", "contradicts", "copies", "generalizes", "idle-metrics", "lacks", "leaves-unfilled", "says", "stuffs",
    "unmeasured", "wanders",
)  # fmt: skip
"""Kinds of flag, as in `showproof.rules.signals.SIGNALS`."""


def load_judged(cls: type[Judged], path: Path, facets: Iterable[str]) -> Judged:
    """A criterion or a role with all its evidence rules checked. Raises CatalogError with every fault."""
    return check_judged(cls, read_yaml(path), facets, path.stem)


def check_judged(cls: type[Judged], marked: Marked, facets: Iterable[str], name: str) -> Judged:
    """The same for data that were read already and are kept under a name. Raises CatalogError with every fault."""
    built = build(cls, marked)
    faults = Faults(marked)
    known = set(facets)
    if built.id != name:
        faults.add(("id",), built.id, f"the name of its file, {name}", f"write {name}")
    if isinstance(built, Role):
        if not built.rows:
            faults.add(("rows",), "nothing", "one row or more", "add a row of the report's table")
        for index, row in enumerate(built.rows):
            _check_rules(row, ("rows", index), faults, known)
            if len(row.anchors) not in (0, 4):
                faults.add(("rows", index, "anchors"), f"{len(row.anchors)} lines", "four or none", "write one a level")
        _check_rows_named(built, faults)
    else:
        _check_rules(built, (), faults, known)
    faults.finish()
    return built


def load_row(path: Path, facets: Iterable[str]) -> SkillRow:
    """A row on its own, its evidence rules checked. Raises CatalogError with every fault."""
    marked = read_yaml(path)
    row = build(SkillRow, marked)
    faults = Faults(marked)
    _check_rules(row, (), faults, set(facets))
    faults.finish()
    return row


def _check_rows_named(role: Role, faults: Faults) -> None:
    """Rows that stages, signals and the like speak of must stand in the role's table."""
    rows = [row.id for row in role.rows]
    for group in LOOP_GROUPS:
        for index, entry in enumerate(getattr(role, group)):
            for at, row in enumerate(entry.rows):
                faults.among((group, index, "rows", at), row, rows, "rows of this role")
    for index, question in enumerate(role.questions):
        faults.among(("questions", index, "about"), question.about, ("pay", "scope"), "things to ask about")


def load_screen(path: Path) -> Screen:
    """The table of the overall verdict: a line for every level, since a flag may cap a draft to any of them."""
    return check_screen(read_yaml(path))


def check_screen(marked: Marked) -> Screen:
    """The same for data that were read already."""
    screen = build(Screen, marked)
    faults = Faults(marked)
    given = {line.level for line in screen.lines}
    if given != LEVELS:
        found = ", ".join(map(str, sorted(given))) or "nothing"
        faults.add(("lines",), found, "a line for each level, 0 to 4", "write a line for each level and no other")
    for index, line in enumerate(screen.lines):
        for level in line.reach:
            faults.among(("lines", index, "reach", level), level, map(str, LEVELS), "levels")
    faults.finish()
    return screen


def load_entries(cls: type[T], path: Path) -> dict[str, T]:
    """A file whose keys are ids and whose values are entries of one class; flags get their id from the key."""
    marked = read_yaml(path)
    data = {} if marked.data is None else marked.data
    if not isinstance(data, dict):
        raise CatalogError(
            [
                f"{marked.place(())}: the file: found no keys; allowed: ids, each with its entry; "
                "write `id:` before each entry"
            ]
        )
    entries: dict[str, T] = {}
    lines: list[str] = []
    for name in data:
        try:
            entries[name] = _load_entry(cls, name, marked.entry(name))
        except CatalogError as error:
            lines += error.faults
    if lines:
        raise CatalogError(lines)
    return entries


def _load_entry(cls: type[T], name: str, marked: Marked) -> T:
    if cls is Flag and isinstance(marked.data, dict):
        marked.data = {"id": name, **marked.data}
    entry = build(cls, marked)
    if isinstance(entry, Flag):
        faults = Faults(marked)
        faults.among(("rule",), entry.rule, SIGNAL_KINDS, "kinds of flag")
        if entry.cap not in LEVELS:
            faults.add(("cap",), entry.cap, "0 to 4", "change the value")
        faults.finish()
    return entry


def _check_rules(holder: Criterion | SkillRow, path: KeyPath, faults: Faults, facets: set[str]) -> None:
    for group in ("essentials", "supports", "limits"):
        for index, rule in enumerate(getattr(holder, group)):
            place = (*path, group, index)
            faults.among((*place, "rule"), rule.rule, RULE_KINDS, "kinds of rule")
            for at, facet in enumerate(rule.about):
                faults.among((*place, "about", at), facet, facets, "facets of rubrics/facets.yaml")
            if rule.at_least < 1:
                faults.add((*place, "at_least"), rule.at_least, "1 or more", "change the value")
    for index, limit in enumerate(holder.limits):
        for name, level in (("unmet", limit.unmet), ("partly", limit.partly), ("eased", limit.eased)):
            if level not in LEVELS:
                faults.add((*path, "limits", index, name), level, "0 to 4", "change the value")
    if isinstance(holder, SkillRow) and not any(limit.unmet == 0 for limit in holder.limits):
        faults.add((*path, "limits"), "none with `unmet: 0`", "one or more", "say what a draft must speak of")
    if not holder.essentials:
        faults.add((*path, "essentials"), "nothing", "one rule or more", "say what is essential")
    for index, line in enumerate(holder.levels):
        if line.level not in LEVELS:
            faults.add((*path, "levels", index, "level"), line.level, "0 to 4", "change the value")
