"""What a step depends on comes before it: no step is dated before one that it needs, and none wait for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from showproof.model import Observation, Unit
from showproof.rules.calendar import Calendar, in_order
from showproof.rules.dated_steps import only_day
from showproof.rules.dispute import Dispute, dispute, whole
from showproof.rules.view import View

_NEEDS = (
    "depends on",
    "dependency",
    "dependencies",
    "dep",
    "depends",
    "needs",
    "predecessor",
    "predecessors",
    "after step",
    "blocked by",
)
_NUMBER = ("#", "no", "nr", "step", "id", "ws#", "item", "step no", "number", "task id", "ref")
_DONE = (
    "due",
    "due date",
    "by",
    "by when",
    "when",
    "date",
    "deadline",
    "end",
    "end date",
    "finish",
    "planned",
    "target date",
    "start",
    "start date",
)


def broken_needs(view: View) -> Iterator[Dispute]:
    """Steps dated before a step that they depend on, and steps that depend on each other in a circle."""
    for _, group in groupby(view.draft.units, key=lambda unit: (unit.table, unit.section)):
        rows = [unit for unit in group if unit.kind == "row" and any(o.label in _NEEDS for o in unit.observations)]
        if rows:
            yield from _broken(list(rows), view)


def _broken(needing: Sequence[Unit], view: View) -> Iterator[Dispute]:
    units = [unit for unit in view.draft.units if unit.table == needing[0].table and unit.kind == "row"]
    known = {name: unit for unit in units if (name := _name(unit))}
    needs = {_name(unit): _needed(unit, known) for unit in needing}
    for name, others in needs.items():
        for other in others:
            pair = _days_of(known[name], known[other], view.calendar) if name in known else None
            if name == other or (name and name in _reach(needs, other)):
                cell = next(o for o in known[other].observations if o.label in _NEEDS) if other in needs else None
                if name <= other and cell:
                    yield dispute(f"{name} and {other} wait for each other", whole(cell))
            elif pair and not in_order(pair[1][1], pair[0][1]):
                first, last = pair[0][0].text.strip(), pair[1][0].text.strip()
                fault = f"{name} is dated {first}, before {other} ({last}), on which it depends"
                yield dispute(fault, whole(pair[0][0]), whole(pair[1][0]))


def _reach(needs: dict[str, tuple[str, ...]], start: str) -> set[str]:
    """All steps that a step waits for."""
    found: set[str] = set()
    open_ = [start]
    while open_:
        for other in needs.get(open_.pop(), ()):
            if other not in found:
                found.add(other)
                open_.append(other)
    return found


def _name(unit: Unit) -> str:
    cell = next((o for o in unit.observations if o.label in _NUMBER), None)
    return cell.text.strip().rstrip(".").upper() if cell and len(cell.text) <= 8 else ""


def _needed(unit: Unit, known: dict[str, Unit]) -> tuple[str, ...]:
    cell = next(o for o in unit.observations if o.label in _NEEDS)
    names = re.findall(r"[A-Za-z]{0,3}-?\d{1,3}|\b[A-Z]\b", cell.text)
    return tuple(name.upper() for name in names if name.upper() in known)


def _days_of(
    one: Unit, other: Unit, calendar: Calendar
) -> tuple[tuple[Observation, date], tuple[Observation, date]] | None:
    """The dates of two steps in the same column."""
    for label in _DONE:
        pair = [
            (o, day)
            for unit in (one, other)
            for o in unit.observations
            if o.label == label and (day := only_day(o, calendar))
        ]
        if len(pair) == 2:
            return pair[0], pair[1]
    return None
