"""What is different between a rubric and its edited one, a line each, in the words of the sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof.catalog.rubric import Role
from showproof.catalog.rule_check import LOOP_GROUPS
from showproof.rubric_sheets.columns import SheetPlan
from showproof.rubric_sheets.lines import Line, lines_of
from showproof.rubric_sheets.rubrics import Rubric

_LONGEST = 70
_NOUNS = {
    "Rows": "row",
    "Criteria": "criterion",
    "Rules": "rule",
    "Levels": "level",
    "Role": "role",
    "Verdict": "verdict",
}
_WORDED = ("skill", "good", "proof", "title", "question", "say", "fix", "why")
"""Columns of running text: what changes in them is reworded."""
_NAMES = ("of", "id", "level")
"""Columns by which a line is known."""


class Change(NamedTuple):
    """One difference: what happened to which line, and in which column."""

    what: str
    """Such as `rule added` or `row reworded`."""
    where: str
    """Such as `root-cause.chain` or `root-cause level 3`."""
    column: str = ""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        if not self.column:
            said = _cut(self.after or self.before)
            return f"{self.what}: {self.where}" + (f": {said}" if said else "")
        return f"{self.what}: {self.where}: {self.column}: {_cut(self.before)} → {_cut(self.after)}"


def _cut(text: str) -> str:
    return f"{text[: _LONGEST - 1]}…" if len(text) > _LONGEST else text


def changes(plans: Sequence[SheetPlan], old: Sequence[Rubric], new: Sequence[Rubric]) -> list[Change]:
    """Every difference, sheet by sheet; what is removed stands behind what is there."""
    before, after = lines_of(old), lines_of(new)
    found: list[Change] = []
    for plan in plans:
        found += _in_sheet(plan, before[plan.name], after[plan.name])
    known = {one.where for one in found if one.what in ("row added", "row removed", "criterion added")}
    found = [one for one in found if one.what[:6] != "level " or one.where.partition(" ")[0] not in known]
    for one, other in zip(old, new, strict=False):
        if isinstance(one.content, Role) and isinstance(other.content, Role):
            found += _no_longer_named(one.content, other.content)
    return found


def _in_sheet(plan: SheetPlan, before: Sequence[Line], after: Sequence[Line]) -> Iterator[Change]:
    noun = _NOUNS[plan.name]
    old, new = ({_name(line): line for line in lines} for lines in (before, after))
    for name, line in new.items():
        if name in old:
            yield from _in_line(plan, noun, name, old[name], line)
        else:
            yield Change(f"{noun} added", name, "", "", _said(line))
    for name, line in old.items():
        if name not in new:
            yield Change(f"{noun} removed", name, "", _said(line), "")
    # A rule that is moved to another part stands elsewhere by that alone.
    stayed = {name for name in old if name in new and old[name].get("part") == new[name].get("part")}
    if [name for name in old if name in stayed] != [name for name in new if name in stayed]:
        yield Change("order changed", f"sheet {plan.name}")


def _name(line: Line) -> str:
    """What a line is called: `root-cause`, `root-cause.chain`, `root-cause level 3`, `level 3`, `the role`."""
    of, name, level = (line.get(key, "") for key in _NAMES)
    ended = f"level {level}" if level != "" else ""
    return " ".join(filter(None, (".".join(filter(None, (str(of), str(name)))), ended))) or "the role"


def _said(line: Line) -> str:
    return str(line.get("say") or line.get("skill") or line.get("title") or "")


def _in_line(plan: SheetPlan, noun: str, name: str, old: Line, new: Line) -> Iterator[Change]:
    for column in plan.columns:
        before, after = old.get(column.key, ""), new.get(column.key, "")
        if before == after or column.key in _NAMES:
            continue
        worded = column.key in _WORDED or column.key.startswith("anchor ")
        what = "reworded" if worded else "moved" if column.key == "part" else "changed"
        shown = (_shown(value, share=column.kind == "share") for value in (before, after))
        yield Change(f"{noun} {what}", name, column.title.lower(), *shown)


def _shown(value: str | int | float, *, share: bool) -> str:
    if value == "":
        return "nothing"
    if share and not isinstance(value, str):
        return f"{round(value * 100, 4):g}%"
    return ", ".join(str(value).splitlines())


def _no_longer_named(old: Role, new: Role) -> Iterator[Change]:
    """Rows that are gone from entries of the hiring loop."""
    for row in (one.id for one in old.rows if one.id not in {other.id for other in new.rows}):
        groups = {group: sum(row in entry.rows for entry in getattr(old, group)) for group in LOOP_GROUPS}
        named = ", ".join(f"{group} ({count})" for group, count in groups.items() if count)
        if named:
            yield Change("no longer named", row, "", "", f"in {named}")
