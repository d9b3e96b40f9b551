"""A length of time beside the two days that it lasts from and to: `6 weeks, from 3 March to 28 April`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from showproof.model import Observation
from showproof.rules.calendar import Calendar
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.view import View
from showproof.values import Value, minutes

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3, "year": 365.25}
_SLACK = {"day": 1.5, "week": 7.0, "month": 20.0, "quarter": 30.0, "year": 45.0}
"""Days by which a length may be off: it may count its first and last day, or whole weeks of work."""
_TO = r"\s?(?:to|until|till|through|and|–|—|-)\s?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_LENGTH_FIRST = r"[,:(]{0,2} ?(?:(?:long|in all)[,:]? )?(?:\(|from |between |: ?|, ?|– |- )(?:\w+day,? )?"
_DAYS_FIRST = r"[,:;]? ?(?:\(|, ?|: ?|= ?|– |- |(?:that|which) is |i\.e\.,? |so |for |lasting |lasts )(?:in all )?"
_APART = r" (?:apart|later|in between|between them|after the first)\b"
"""What makes a length of time the distance of two times before it."""
_OTHER = r"^ (?:after|before|later|earlier|ago|from|of notice|early|late|ahead|old|notice)\b"


def periods_off(view: View) -> Iterator[Dispute]:
    """Every length that the days beside it do not last."""
    for unit in view.draft.units:
        if {"time", "duration"} <= unit.traits:
            for observation in unit.observations:
                yield from _clocks_off(observation)
        if not {"date", "duration"} <= unit.traits:
            continue
        for observation in unit.observations:
            for value in observation.values:
                if value.kind == "duration" and value.unit in _DAYS and value.low and value.low == value.high:
                    yield from _off(observation, value, view.calendar)


def _clocks_off(observation: Observation) -> Iterator[Dispute]:
    """`at 02:03 and 02:18, 48 minutes apart`: a length that the two times before it do not have between them."""
    for one, other, length in zip(observation.values, observation.values[1:], observation.values[2:], strict=False):
        if (one.kind, other.kind, length.kind) != ("time", "time", "duration") or length.comparator not in ("", "~"):
            continue
        said = minutes(length)
        gap = observation.text[other.end : length.start].lower()
        if (
            said is None
            or length.low != length.high
            or not re.fullmatch(r"(?: [a-z]{1,3})?[,:;(]? ?(?:that is )?", gap)
        ):
            continue
        if not re.match(_APART, observation.text[length.end :].lower()):
            continue
        true = _minutes(other) - _minutes(one)
        true += 24 * 60 if true < 0 else 0
        if abs(true - float(said)) > max(2.0, float(said) * 0.1):
            fault = f"{length.text} is said of {one.text} to {other.text}, which is {true} minutes"
            yield dispute(fault, (observation, one.start, length.end))


def _minutes(time: Value) -> int:
    """Minutes of a time of day since midnight."""
    hour, minute = time.iso.partition("/")[0][:5].split(":")
    return int(hour) * 60 + int(minute)


def _off(observation: Observation, length: Value, calendar: Calendar) -> Iterator[Dispute]:
    period = _behind(observation, length, calendar) or _before(observation, length, calendar)
    if period is None or length.comparator not in ("", "~") or length.low is None:
        return
    start, end, first, last = period
    days = (last - first).days
    if days < 0 and first.year == last.year == 2000:
        days += 365
    said = float(length.low) * _DAYS[length.unit]
    slack = max(_SLACK[length.unit], said * 0.1)
    if days > 0 and not -slack <= days + 0.5 - said <= slack:
        spoken = f"{days} days" if days < 14 else f"{days / 7:.0f} weeks"
        fault = f"{length.text} is said of {observation.text[start:end].strip()}, which is {spoken}"
        yield dispute(fault, (observation, min(start, length.start), max(end, length.end)))


def _behind(observation: Observation, length: Value, calendar: Calendar) -> tuple[int, int, date, date] | None:
    """The two days right behind a length."""
    later = [value for value in observation.values if value.start >= length.end][:2]
    if not later or not re.fullmatch(_LENGTH_FIRST, observation.text[length.end : later[0].start].lower()):
        return None
    return _two_days(observation, later, calendar)


def _before(observation: Observation, length: Value, calendar: Calendar) -> tuple[int, int, date, date] | None:
    """The two days right before a length."""
    behind = observation.text[length.end : length.end + 20].lower()
    earlier = [value for value in observation.values if value.end <= length.start][-2:]
    if not earlier or re.match(_OTHER, behind):
        return None
    if not re.fullmatch(_DAYS_FIRST, observation.text[earlier[-1].end : length.start].lower()):
        return None
    one = [earlier[-1]] if "/" in earlier[-1].iso else earlier
    return _two_days(observation, one, calendar)


def _two_days(observation: Observation, values: list[Value], calendar: Calendar) -> tuple[int, int, date, date] | None:
    """The first and the last day of a period, written as one value or as two."""
    first = values[0]
    if first.kind == "date" and "/" in first.iso:
        days = [calendar.day(first._replace(iso=iso)) for iso in first.iso.split("/")]
        return (first.start, first.end, days[0], days[1]) if days[0] and days[1] else None
    if len(values) < 2 or values[1].kind != "date" or first.kind != "date" or "/" in values[1].iso:
        return None
    if not re.fullmatch(_TO, observation.text[first.end : values[1].start].lower()):
        return None
    start, end = calendar.day(first), calendar.day(values[1])
    if start is None or end is None:
        return None
    if end.year != 2000 and start.year == 2000:
        start = start.replace(year=end.year)
    return (first.start, values[1].end, start, end) if (start.year == 2000) == (end.year == 2000) else None
