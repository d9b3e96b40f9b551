"""The lines of a plan as they are said: who, from when to when, behind what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from showproof.pictures.critical_path import critical_path, in_circles
from showproof.pictures.plan_days import Span, beginning, days_long, ending, span_of
from showproof.pictures.rows import Row
from showproof.pictures.told import Told
from showproof.rules.calendar import Calendar

_NOTHING = frozenset(("", "-", "–", "—", "none", "nothing", "n/a", "na", "no", "start", "nothing, it can start"))
_AND = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*", re.IGNORECASE)
_LEAD = re.compile(r"^(?:after\b|(?:milestones?|steps?|tasks?|no\.?|nr\.?|#)(?=\s*\d))\s*", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})", re.IGNORECASE)


class Line(NamedTuple):
    """One line of a plan."""

    number: str
    item: str
    owner: str
    status: str
    span: Span | None
    """Its days; one day where only its end is said."""
    begun: bool
    """Whether its beginning is said too, as a day or by its length."""
    after: tuple[str, ...]
    """Numbers of the lines that it waits for."""
    unknown: tuple[str, ...]
    """What it is said to wait for and is no line of the plan."""
    no_date: str
    """Why it has no place on the axis."""


class Plan(NamedTuple):
    """Lines with what follows from them."""

    lines: tuple[Line, ...]
    critical: tuple[str, ...]
    """Numbers of the lines on the critical path, first to last."""
    circles: frozenset[str]
    too_early: tuple[tuple[str, str], ...]
    """Pairs of which the first begins before the second, for which it waits, has ended."""

    @property
    def dated(self) -> tuple[Line, ...]:
        """The lines with a place on the axis."""
        return tuple(line for line in self.lines if line.span)


def plan_of(told: Told) -> Plan:
    """The plan that the rows tell."""
    rows = [row for row in told.rows if row.text("item") or row.text("end")]
    lines = _on_one_axis([_line(row, rows, told.calendar) for row in rows])
    after = {line.number: list(line.after) for line in lines}
    return Plan(
        tuple(lines), critical_path(after, _lengths(lines)), in_circles(after), tuple(_too_early(lines))
    )  # fmt: skip


def _line(row: Row, rows: Sequence[Row], calendar: Calendar) -> Line:
    span, begun = _span(row, calendar)
    owners = [name for role in ("owner", "other_owner") if (name := row.text(role))]
    after, unknown = _after(row, rows)
    said = row.text("end") or row.text("start")
    item = re.sub(rf"^{row.number}[.:)]?\s+(?=\S)", "", row.name("item")) or "(no name)"
    no_date = "" if span else f"“{said}” names no certain day" if said else "no date"
    return Line(
        row.number, item, " / ".join(owners), row.text("status"), span, begun, after, unknown, no_date
    )  # fmt: skip


def _span(row: Row, calendar: Calendar) -> tuple[Span | None, bool]:
    """The days of a row: between its two dates, or as many as its length says before its end or from its start."""
    start, end = (span_of(row.cells[role], calendar) if role in row.cells else None for role in ("start", "end"))
    length = days_long(row.cells["length"]) if "length" in row.cells else None
    if start and end and start.of_plan == end.of_plan and start.first <= end.last:
        return end._replace(first=start.first), True
    known = end or start
    if known is None or length is None or known.first != known.last:
        return known, known is not None and known.first != known.last
    days, business = length
    if end:
        return end._replace(first=beginning(end.last, days, business=business and not end.of_plan)), True
    return known._replace(last=ending(known.first, days, business=business and not known.of_plan)), True


def _after(row: Row, rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Numbers of the rows that this one names as what it waits for, and names that no row has."""
    names = {one.number: one.number for one in rows}
    for one in rows:
        names.setdefault(one.name("item").lower(), one.number)
    found: dict[str, None] = {}
    unknown: list[str] = []
    for piece in _pieces(row.text("after")):
        number = names.get(piece.lower()) or _begun_with(piece, rows)
        if number:
            found[number] = None
        else:
            unknown.append(piece)
    return tuple(found), tuple(unknown)


def _pieces(text: str) -> list[str]:
    """The names in a list such as `1, 3 and 5`, `milestones 4-6` or `Contract signed`."""
    pieces: list[str] = []
    for piece in _AND.split(_LEAD.sub("", text)):
        bare = _LEAD.sub("", piece).strip(" .")
        span = _RANGE.fullmatch(bare)
        if span and int(span[1]) < int(span[2]):
            pieces += map(str, range(int(span[1]), int(span[2]) + 1))
        elif bare.lower() not in _NOTHING:
            pieces.append(bare)
    return pieces


def _begun_with(piece: str, rows: Sequence[Row]) -> str:
    """The one row whose item begins with these words."""
    begun = [row.number for row in rows if len(piece) > 3 and row.text("item").lower().startswith(piece.lower())]
    return begun[0] if len(begun) == 1 else ""


def _on_one_axis(lines: list[Line]) -> list[Line]:
    """Days of the calendar and days of the plan have no axis in common, nor have days with a year and days without."""

    def kind(span: Span) -> tuple[bool, bool]:
        return span.of_plan, span.no_year

    kinds = [kind(line.span) for line in lines if line.span]
    usual = max(dict.fromkeys(kinds), key=kinds.count, default=None)
    why = {
        (True, False): "counted from the start of the plan",
        (False, True): "no year",
        (False, False): "a date with a year",
    }
    return [
        line._replace(span=None, begun=False, no_date=f"{why[kind(line.span)]}, unlike the others")
        if line.span and kind(line.span) != usual
        else line
        for line in lines
    ]  # fmt: skip


def _lengths(lines: Sequence[Line]) -> dict[str, int]:
    """Days of each line; without a beginning of its own it has the days since the last of what it waits for."""
    ends = _ends(lines)
    lengths = {}
    for line in lines:
        before = max((ends[one] for one in line.after if one in ends), default=None)
        if line.span is None:
            lengths[line.number] = 0
        elif line.begun or before is None:
            lengths[line.number] = line.span.last - line.span.first + (1 if line.begun else 0)
        else:
            lengths[line.number] = max(0, line.span.last - before)
    return lengths


def _ends(lines: Sequence[Line]) -> dict[str, int]:
    """Last day of each line; one without a date ends no earlier than what it waits for."""
    ends = {line.number: line.span.last for line in lines if line.span}
    undated = [line for line in lines if line.span is None]
    for _ in undated:
        for line in undated:
            known = [ends[one] for one in line.after if one in ends]
            if known:
                ends[line.number] = max(known)
    return ends


def _too_early(lines: Sequence[Line]) -> list[tuple[str, str]]:
    spans = {line.number: line.span for line in lines if line.span}
    return [
        (line.number, one)
        for line in lines
        for one in line.after
        if line.span and one in spans and one != line.number and line.span.first < spans[one].last
    ]
