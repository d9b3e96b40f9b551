"""Files of evidence rules: their shape, the facets that they speak of, the kinds of rule that there are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from showproof.catalog.check import build
from showproof.catalog.load import Faults
from showproof.catalog.marks import Marked, Path_, read_yaml
from showproof.catalog.rubric import EvidenceRule, Flag
from showproof.errors import CatalogError

T = TypeVar("T")

RULE_KINDS = (
    "arithmetic", "before-after", "causes", "consistent", "dates-in-order", "filled", "ladder", "one-workflow",
    "options-compared", "plain-words", "readable", "statement",
)  # fmt: skip
"""Kinds of evidence rule, as in `showproof.rules.RULES` (a test holds the two together)."""

SIGNAL_KINDS = ("contradicts", "copies", "idle-metrics", "lacks", "leaves-unfilled", "says", "stuffs", "wanders")
"""Kinds of flag, as in `showproof.rules.signals.SIGNALS`."""


def load_judged(cls: type[T], path: Path, facets: Iterable[str]) -> T:
    """A criterion or a role with all its evidence rules checked. Raises CatalogError with every fault."""
    marked = read_yaml(path)
    built = build(cls, marked)
    faults = Faults(marked)
    rows = getattr(built, "rows", None)
    if rows is None:
        _check_rules(built, (), faults, set(facets))
    else:
        for index, row in enumerate(rows):
            _check_rules(row, ("rows", index), faults, set(facets))
    faults.finish()
    return built


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
    for name, entry in data.items():
        inner = _below(marked, name, entry, with_id=cls is Flag)
        try:
            entries[name] = build(cls, inner)
        except CatalogError as error:
            lines += [_in_entry(line, marked.file, name) for line in error.faults]
            continue
        if isinstance(entries[name], Flag):
            faults = Faults(inner)
            faults.among(("rule",), entries[name].rule, SIGNAL_KINDS, "kinds of flag")  # type: ignore[attr-defined]
            lines += [_in_entry(line, marked.file, name) for line in faults.lines]
    if lines:
        raise CatalogError(lines)
    return entries


def _in_entry(line: str, file: str, name: str) -> str:
    """A fault of one entry, its path led by the entry's id."""
    place, _, rest = line.removeprefix(file).partition(": ")
    return (
        f"{file}{place}: {name}{rest.removeprefix('the file')}"
        if rest.startswith("the file")
        else f"{file}{place}: {name}.{rest}"
    )


def _below(marked: Marked, name: str, entry: Any, *, with_id: bool) -> Marked:
    """One entry of a file as if it were a file, with its own places."""
    data = {"id": name, **entry} if with_id and isinstance(entry, dict) else entry
    cut = {path[1:]: mark for path, mark in marked.values.items() if path[:1] == (name,)}
    keys = {path[1:]: mark for path, mark in marked.keys.items() if path[:1] == (name,)}
    return Marked(marked.file, data, keys, cut)


def _check_rules(holder: Any, path: Path_, faults: Faults, facets: set[str]) -> None:
    for group in ("essentials", "supports"):
        rules: tuple[EvidenceRule, ...] = getattr(holder, group)
        for index, rule in enumerate(rules):
            place = (*path, group, index)
            faults.among((*place, "rule"), rule.rule, RULE_KINDS, "kinds of rule")
            for at, facet in enumerate(rule.about):
                faults.among((*place, "about", at), facet, facets, "facets of rubrics/facets.yaml")
            if rule.at_least < 1:
                faults.add((*place, "at_least"), rule.at_least, "1 or more", "change the value")
    if not holder.essentials:
        faults.add((*path, "essentials"), "nothing", "one rule or more", "say what is essential")
    for index, line in enumerate(holder.levels):
        if not 0 <= line.level <= 4:
            faults.add((*path, "levels", index, "level"), line.level, "0 to 4", "change the value")
