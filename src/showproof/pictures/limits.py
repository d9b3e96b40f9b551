"""The limits of a measure: from where it is warned and acted, and on which side it is well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from showproof.pictures.rows import Row
from showproof.rules.figures import amount, of_one_measure
from showproof.values import Value

Side = Literal["low", "high"]
"""Which side is well: low values or high ones."""
_NORMAL = re.compile(r"\b(?:normal|ok|green|fine|expected|healthy)\b", re.IGNORECASE)
_ROLES = ("warn", "act", "target", "before", "now")
_AMOUNTS = frozenset(("number", "money", "percent", "points", "duration"))
_RISING, _FALLING = frozenset((">", ">=")), frozenset(("<", "<="))


class Mark(NamedTuple):
    """A value of a measure, in the unit of all its values, and how it is written."""

    role: str
    at: Decimal
    text: str


class Limits(NamedTuple):
    """One measure whose bands can be told."""

    number: str
    measure: str
    well: Side
    warn: Mark | None
    act: Mark | None
    target: Mark | None
    read: tuple[Mark, ...]
    """Readings before and now."""
    unread: tuple[str, ...]
    """What else is said of it and has no figure in its unit."""


class Untold(NamedTuple):
    """One measure without bands, and why."""

    number: str
    measure: str
    why: str


def limits_of(row: Row) -> Limits | Untold:
    """The limits that a row tells, or why it tells none."""
    measure = row.text("measure") or "(no name)"
    said = {role: row.text(role) for role in ("warn", "act", "target") if row.text(role)}
    if not said:
        return Untold(row.number, measure, "no limit is said")
    figures = {role: value for role in said if (value := _figure(row, role))}
    lead = figures.get("act") or figures.get("warn") or figures.get("target")
    if lead is None:
        return Untold(row.number, measure, f"no figure in “{'”, “'.join(said.values())}”")
    marks = dict(_marks(row, lead))
    for role in ("warn", "act"):
        if role in figures and role not in marks:
            return Untold(row.number, measure, f"“{said[role]}” and “{lead.text}” are not of one unit")
    edge = _is_edge(row)
    well = _well({role: one for role, one in figures.items() if role != "warn" or not edge}, marks)
    if well not in ("low", "high"):
        return Untold(row.number, measure, well)
    unread = tuple(f"{role}: {row.text(role)}" for role in _ROLES if row.text(role) and role not in marks)
    read = tuple(marks[role] for role in ("before", "now") if role in marks)
    side: Side = "low" if well == "low" else "high"
    warn = marks["warn"]._replace(role="normal") if edge and "warn" in marks else marks.get("warn")
    return Limits(
        row.number, measure, side, warn, marks.get("act"), marks.get("target"), read, unread
    )  # fmt: skip


def _is_edge(row: Row) -> bool:
    """Whether what stands in the column of warnings is the edge of what is normal, by the word above it."""
    cell = row.cells.get("warn")
    return cell is not None and bool(_NORMAL.search(cell.label))


def _figure(row: Row, role: str) -> Value | None:
    """The first amount in a cell, where it is one and no range; a bare figure has the unit of time of its row."""
    first = next((one for one in row.values(role) if one.kind in _AMOUNTS and one.low is not None), None)
    return _timed(first, row) if first and first.low == first.high else None


def _timed(value: Value, row: Row) -> Value:
    """A figure without a unit, in the one unit of time that its row speaks of elsewhere: `8` beside `6.1 days`."""
    units = {one.unit for role in _ROLES for one in row.values(role)[:1] if one.kind == "duration"}
    bare = value.kind == "number" and not value.unit
    return value._replace(kind="duration", unit=units.pop()) if bare and len(units) == 1 else value


def _marks(row: Row, lead: Value) -> Iterator[tuple[str, Mark]]:
    """The first figure of each cell that is of one measure with the lead; of limits only the first figure of all."""
    for role in _ROLES:
        first = _figure(row, role)
        values = [first] if first and role in ("warn", "act") else [_timed(one, row) for one in row.values(role)]
        found = next((value for value in values if value.low is not None and _alike(value, lead)), None)
        if found:
            yield role, Mark(role, amount(found), found.text.strip())


def _alike(value: Value, lead: Value) -> bool:
    if value.kind != lead.kind or value.low != value.high:
        return False
    if value.kind in ("number", "points"):
        bare = value.kind == "number" and not (value.unit and lead.unit)
        return bare or value.unit.rstrip("s") == lead.unit.rstrip("s")
    return of_one_measure(value, lead)


def _well(figures: dict[str, Value], marks: dict[str, Mark]) -> str:
    """Which side is well, `low` or `high`, by comparators and by the order of the limits; else why it is not known."""
    warn, act, target = (marks.get(role) for role in ("warn", "act", "target"))
    hints: dict[str, str] = {}
    for role in ("warn", "act"):
        sign = figures[role].comparator if role in figures else ""
        if sign in _RISING or sign in _FALLING:
            hints[f"{role} at {figures[role].text}"] = "low" if sign in _RISING else "high"
    if warn and act and warn.at != act.at:
        hints[f"{warn.text} comes before {act.text}"] = "low" if warn.at < act.at else "high"
    if target and "target" in figures and (sign := figures["target"].comparator) in _RISING | _FALLING:
        hints[f"the target is {target.text}"] = "high" if sign in _RISING else "low"
    limit = act or warn
    if not hints and target and limit and target.at != limit.at:
        hints[f"the target is {target.text}"] = "low" if target.at < limit.at else "high"
    before = marks.get("before")
    if not hints and target and before and target.at != before.at:
        hints[f"it goes from {before.text} to {target.text}"] = "high" if target.at > before.at else "low"
    sides = set(hints.values())
    if len(sides) == 1:
        return sides.pop()
    if sides:
        return f"its limits point both ways: {'; '.join(hints)}"
    if warn and act:
        return f"it is warned and acted at the same figure, {warn.text}"
    return "it is not said whether lower or higher is better"
