"""Dates in figures. Where day and month can change places, the value says so and gives no date."""

import re

from showproof.values.calendar_days import Day, is_day, iso_day, iso_month, spoken
from showproof.values.value import Passage, Value

_FULL = re.compile(
    r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})(?![^\W_]|[-/:][0-9]|\.[0-9])"
    r"|([0-9]{4})(-)([0-9]{2})-([0-9]{2})(?=t[0-9]{2}:)"
)
_YEAR_MONTH = re.compile(r"((?:19|20)[0-9]{2})[-/](0[1-9]|1[0-2])(?![^\W_]|[-/.:][0-9])")
_CENTURY = 2000


def read_numeric_date(passage: Passage, start: int) -> Value | None:
    """A date of three figures ("2026-03-14", "14/05/2027"), or a year and month ("2026-03")."""
    found = _FULL.match(passage.view, start)
    if found is None:
        return _read_year_month(passage, start)
    parts = [part for part in found.groups() if part]
    readings = _readings(parts[0], parts[1], parts[2], parts[3])
    return date_value(passage, start, found.end(), readings) if readings else None


def date_value(passage: Passage, start: int, end: int, readings: list[Day], other: tuple[str, ...] = ()) -> Value:
    """The one date that the readings leave, or a value that says what it could be; `other` are readings as no date."""
    text = passage.text[start:end]
    days = [day for day in dict.fromkeys(readings) if is_day(day)]
    if not days and not other:
        return Value("date", start, end, text, ambiguous=f"{text} is not a day of the calendar")
    if len(days) == 1 and not other:
        return Value("date", start, end, text, iso=iso_day(days[0]))
    *first, last = [*(spoken(day) for day in days), *other]
    return Value("date", start, end, text, ambiguous=f"{text} could be {', '.join(first)} or {last}")


def _read_year_month(passage: Passage, start: int) -> Value | None:
    found = _YEAR_MONTH.match(passage.view, start)
    if found is None:
        return None
    iso = iso_month(int(found[1]), int(found[2]))
    return Value("date", start, found.end(), passage.text[start : found.end()], iso=iso)


def _readings(first: str, mark: str, second: str, third: str) -> list[Day]:
    """Every order in which three figures can be read; none when they look like a version or code."""
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4:
        return [(one, two, three)] if len(third) <= 2 and one else []
    if len(third) == 4 and len(first) <= 2:
        return [(three, two, one), (three, one, two)] if three else []
    two_figures = len(first) == len(second) == len(third) == 2
    if not (two_figures or (mark == "/" and len(first) <= 2 and len(third) == 2)) or mark == ".":
        return []
    year_last: list[Day] = [(_CENTURY + three, two, one), (_CENTURY + three, one, two)]
    return year_last if mark == "/" else [*year_last, (_CENTURY + one, two, three)]
