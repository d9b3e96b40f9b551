"""The days of a plan as numbers on one axis: calendar days, or days counted from the plan's beginning."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.calendar import Calendar
from showproof.values import Value, find_values

NO_YEAR = 2000
"""The year that a calendar gives to days without one."""
_YEARS = 1900, 2199
"""Years of plans; others are slips of the pen."""
LONGEST = 1000
"""Days or weeks of one line of a plan; what is longer is no length of one."""
_BETWEEN = re.compile(r"\s*(?:,\s*)?(?:to|until|till|through|–|—|-|→)\s*")
_TO = re.compile(r"\b(\d{1,2}) to (\d{1,2} [A-Za-z]{3,9}\b)")
"""`9 to 20 March`, which is read where it is written `9–20 March`."""
_DAYS = {"plan day": 1, "plan week": 7, "plan month": 30}


class Span(NamedTuple):
    """First and last day, both on it; of a calendar by their ordinals, of a plan counted from 1."""

    first: int
    last: int
    of_plan: bool = False
    """Whether days are counted from the beginning of the plan."""

    @property
    def no_year(self) -> bool:
        """Whether no year is written."""
        return not self.of_plan and date.fromordinal(self.last).year == NO_YEAR


def span_of(cell: Observation, calendar: Calendar) -> Span | None:
    """The days that a cell names: one, or a range written with both its ends; of several, the first."""
    text = _TO.sub(r"\1–\2", cell.text)
    values = cell.values if text == cell.text else find_values(text)
    dates = [value for value in values if value.kind == "date"]
    for at, value in enumerate(dates):
        span = _span(value, calendar)
        if span:
            behind = dates[at + 1] if at + 1 < len(dates) else None
            joined = behind and _BETWEEN.fullmatch(text[value.end : behind.start])
            other = _span(behind, calendar) if behind and joined else None
            return _ranging(span, other) if other else span
    return None


def _ranging(span: Span, other: Span) -> Span:
    """From one to the other where that is later; a first day without a year is of the last one's, or a year before."""
    if span.of_plan != other.of_plan:
        return span
    if span.no_year and not other.no_year:
        begin, end = date.fromordinal(span.first), date.fromordinal(other.last)
        year = end.year - ((begin.month, begin.day) > (end.month, end.day))
        span = span._replace(first=date(year, begin.month, 1).toordinal() + begin.day - 1)
    return Span(span.first, other.last, span.of_plan) if other.last >= span.first else span


def _span(value: Value, calendar: Calendar) -> Span | None:
    if value.unit in _DAYS and value.low is not None and value.high is not None:
        size = _DAYS[value.unit]
        return Span(size * (int(value.low) - 1) + 1, size * int(value.high), of_plan=True)
    first = calendar.day(value)
    if first is None or not _YEARS[0] <= first.year <= _YEARS[1]:
        return None
    last = calendar.day(value._replace(iso=value.iso.partition("/")[2])) if "/" in value.iso else first
    return Span(first.toordinal(), (last if last and last.year <= _YEARS[1] else first).toordinal())


def days_long(cell: Observation) -> tuple[int, bool] | None:
    """The length that a cell names, in days, and whether those are business days; None where it has no fixed number."""
    for value in cell.values:
        if value.kind == "duration" and value.high is not None:
            sizes = {"day": 1, "business day": 1, "week": 7}
            if value.unit in sizes and value.high <= LONGEST:
                return max(1, int(value.high * sizes[value.unit])), value.unit == "business day"
            if value.unit in ("hour", "minute", "business hour"):
                return 1, False
    return None


def beginning(last: int, days: int, *, business: bool) -> int:
    """The first of so many days that end on this one."""
    first = last
    for _ in range(days - 1):
        first -= 1
        while business and date.fromordinal(first).weekday() > 4:
            first -= 1
    return first


def ending(first: int, days: int, *, business: bool) -> int:
    """The last of so many days that begin on this one."""
    last = first
    for _ in range(days - 1):
        last += 1
        while business and date.fromordinal(last).weekday() > 4:
            last += 1
    return last


def shown_day(day: int, *, of_plan: bool) -> str:
    """A day in words: 2026-03-14, 03-14 where no year is written; of a plan its day, the last of a week by the week."""
    if of_plan:
        return f"day {day}" if day % 7 else f"week {day // 7}"
    written = date.fromordinal(day)
    return f"{written:%m-%d}" if written.year == NO_YEAR else written.isoformat()


def ticks(first: int, last: int, *, of_plan: bool) -> list[tuple[int, str]]:
    """Days at which the axis has a line, each with its words: months, else weeks; of a plan weeks."""
    if of_plan:
        step = 7 * (1 + (last - first) // 84)
        return [(day, f"week {(day - 1) // 7 + 1}") for day in range(1, last + 1, step)]
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if last - first <= 45:
        monday = begin + timedelta(days=-begin.weekday() % 7)
        return [(day, shown_day(day, of_plan=False)[-5:]) for day in range(monday.toordinal(), last + 1, 7)]
    months = [(year, month) for year in range(begin.year, end.year + 1) for month in range(1, 13)]
    inside = [one for year, month in months if first <= (one := date(year, month, 1).toordinal()) <= last]
    step = 1 + len(inside) // 8
    return [(day, _month(day)) for day in inside[::step]]


def _month(day: int) -> str:
    one = date.fromordinal(day)
    return f"{one:%m-%d}" if one.year == NO_YEAR else f"{one:%Y-%m}"
