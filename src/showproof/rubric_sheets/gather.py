"""The lines of a workbook put together into the data of rubrics, each value with the cell that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from showproof.catalog.marks import KeyPath, Marked
from showproof.catalog.rubric import Role
from showproof.catalog.rule_check import LOOP_GROUPS
from showproof.rubric_sheets.cell_kinds import STAND_IN, values_of
from showproof.rubric_sheets.columns import ROLE, SheetPlan
from showproof.rubric_sheets.found import Line, Read
from showproof.rubric_sheets.measures import Lines, Measure, measures_in


@dataclass(slots=True)
class Addressed(Marked):
    """Data whose values stand in the cells of a workbook."""

    cells: dict[KeyPath, str] = field(default_factory=dict)

    def place(self, path: KeyPath) -> str:
        """The cell of the value at a path, or of the nearest thing above it that stands in one."""
        while path and path not in self.cells:
            path = path[:-1]
        return self.cells.get(path, self.file)

    def named(self, path: KeyPath) -> str:
        """The cell alone: people do not see paths."""
        return self.place(path)

    def stands(self, path: KeyPath, line: Line) -> None:
        """What a line says stands at a path."""
        self.cells |= {(*path, key): line.place(key) for key in line.columns}
        self.cells[path] = line.place(next(iter(line.columns)))


def gather_role(read: Read, plans: Sequence[SheetPlan], lines: Lines, base: Role) -> Addressed:
    """The data of a role: what no sheet shows is the base's."""
    made = Addressed(read.file, {**asdict(base), "rows": []})
    _take_role(read, made, lines[ROLE.name])
    for index, measure in enumerate(measures_in(read, plans, lines, "skill")):
        row, line = measure.values, measure.line
        anchors = _anchors(read, line, [row.pop(f"anchor {level}") for level in range(1, 5)])
        made.data["rows"].append({**row, "line": row["line"] or 0, "anchors": anchors})
        _take_measure(read, made, ("rows", index), measure, made.data["rows"][-1])
    # What speaks of a row that is there no more goes on without it.
    rows = {row["id"] for row in made.data["rows"]}
    for group in LOOP_GROUPS:
        entries = made.data[group]
        made.data[group] = [{**one, "rows": [name for name in one["rows"] if name in rows]} for one in entries]
    return made


def gather_criteria(read: Read, plans: Sequence[SheetPlan], lines: Lines) -> list[Addressed]:
    """The data of each criterion."""
    found = []
    for measure in measures_in(read, plans, lines, "title"):
        made = Addressed(read.file, dict(measure.values))
        _take_measure(read, made, (), measure, made.data)
        found.append(made)
    return found


def gather_verdict(read: Read, plan: SheetPlan, lines: Sequence[Line], version: str) -> Addressed:
    """The data of the overall verdict."""
    made = Addressed(read.file, {"version": version, "lines": []})
    made.cells["lines",] = lines[0].place("level") if lines else f"{read.file}, sheet {plan.name}"
    for index, line in enumerate(lines):
        values = values_of(read, line, plan)
        counts: dict[str, dict[str, int]] = {"reach": {}, "floor": {}}
        for key, number in values.items():
            part, _, name = key.partition(" ")
            if name and number:
                counts[part][name] = number
        figures = {key: values[key] or 0 for key in ("level", "skill")}
        made.data["lines"].append({"say": values["say"], **figures, **counts})
        made.stands(("lines", index), line)
    return made


def _take_role(read: Read, made: Addressed, lines: Sequence[Line]) -> None:
    for line in lines[:1]:
        made.data |= values_of(read, line, ROLE)
        made.stands((), line)
    for line in lines[1:]:
        read.fault(line.place("title"), "a second line", "one line, since this is one role", "remove it")


def _take_measure(read: Read, made: Addressed, path: KeyPath, measure: Measure, data: dict[str, Any]) -> None:
    judged, places = measure.judged(read, is_row=bool(path))
    data |= judged
    made.stands(path, measure.line)
    for at, line in places.items():
        made.stands((*path, *at), line)


def _anchors(read: Read, line: Line, texts: list[str]) -> list[str]:
    """The four texts, or none."""
    if not any(texts):
        return []
    for level, text in enumerate(texts, start=1):
        if not text:
            remedy = f"write what level {level} sounds like"
            read.fault(line.place(f"anchor {level}"), "nothing", "a text for all four levels, or for none", remedy)
    return [text or STAND_IN for text in texts]
