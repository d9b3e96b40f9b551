"""Dates that can be true: a start before its end, opened before closed, a weekday that fits its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found
from showproof.rules.calendar import Calendar, in_order
from showproof.rules.dispute import Dispute, agreed, dispute, whole
from showproof.rules.view import View
from showproof.values import Value

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_DAYS = {day[:size]: day for day in _DAYS for size in (3, 4, 5, len(day))}
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_STARTS = (
    "start",
    "start date",
    "starts",
    "starts on",
    "begin",
    "begins",
    "begin date",
    "from",
    "planned start",
    "st dt",
    "start dt",
    "started",
    "began",
    "incident start",
    "outage start",
    "window start",
    "valid from",
    "start time",
    "incident began",
)
_ENDS = (
    "end",
    "end date",
    "ends",
    "ends on",
    "finish",
    "finished",
    "due",
    "due date",
    "until",
    "planned end",
    "end dt",
    "ended",
    "incident end",
    "outage end",
    "window end",
    "valid until",
    "end time",
    "incident ended",
)
_OPENED = (
    "opened",
    "raised",
    "reported",
    "detected",
    "created",
    "received",
    "date raised",
    "date opened",
    "incident opened",
    "requested",
    "logged",
    "first seen",
    "detected at",
    "opened at",
)
_CLOSED = (
    "closed",
    "resolved",
    "contained",
    "fixed",
    "restored",
    "date closed",
    "incident closed",
    "completed",
    "mitigated",
    "resolved at",
    "closed at",
    "service restored",
    "all clear",
)
_BEGAN = (
    "began",
    "started",
    "incident began",
    "incident start",
    "start of incident",
    "start of impact",
    "impact started",
    "outage began",
    "first failure",
    "first occurrence",
    "incident started",
    "failure began",
)
_DETECTED = (
    "detected",
    "detected at",
    "noticed",
    "first alert",
    "alert fired",
    "alerted",
    "first reported",
    "discovered",
    "found",
)
_PAIRS = (
    (_STARTS, (*_ENDS, *_CLOSED)),
    (_OPENED, _CLOSED),
    (_BEGAN, (*_DETECTED, *_CLOSED)),
    (
        ("date", "decided", "date of decision", "decision date"),
        ("check date", "checked on", "review date", "reviewed on"),
    ),
)
"""Labels of columns or prompts of which the first cannot be later than the second."""
_NEAR = 36
"""Label lines below each other up to which they can be one record."""
_DATED = frozenset(label for pair in _PAIRS for labels in pair for label in labels)
_LONGEST = 90
"""Characters of a statement that says when, and little else."""


class Moment(NamedTuple):
    """A statement that names one day, one time of day, or both."""

    observation: Observation
    day: date | None
    time: str

    @property
    def shown(self) -> str:
        """The moment as it was written."""
        return self.observation.text.strip()[:60]


def dates_in_order(case: Case) -> Found:
    """Met where dates stand and none contradicts another; a single impossible pair fails it."""
    if not any(unit.traits & {"date", "time"} for unit in case.draft.units):
        return Found(0.0)
    return agreed(case, backward_dates, impossible_days)


def backward_dates(view: View) -> Iterator[Dispute]:
    """A start after its end, in one row, or among labels with values that stand one below the other."""
    for unit in view.draft.units:
        if unit.kind == "row" and unit.traits & {"date", "time"}:
            yield from _backward([(o.label, o) for o in unit.observations], view.calendar)
    for (kind, _, _), group in groupby(view.draft.units, key=_same_list):
        units = list(group)
        if kind == "pair" and len(units) <= _NEAR:
            yield from _backward([(o.label, o) for unit in units for o in unit.observations], view.calendar)
        elif kind == "row" and all(len(unit.observations) <= 2 for unit in units):
            beside = [unit.observations for unit in units if len(unit.observations) == 2]
            yield from _backward([(label.text.lower(), value) for label, value in beside], view.calendar)


def _same_list(unit: Unit) -> tuple[str, int, int]:
    return unit.kind, unit.section, unit.table


def _backward(labelled: Iterable[tuple[str, Observation]], calendar: Calendar) -> Iterator[Dispute]:
    """Every pair of labels whose moments stand in the wrong order; each moment is accused once."""
    moments: dict[str, Moment] = {}
    for label, observation in labelled:
        name = label.replace("_", " ")
        if name in _DATED and name not in moments and (moment := _moment(observation, calendar)):
            moments[name] = moment
    accused: set[str] = set()
    for earlier, later in _PAIRS if len(moments) > 1 else ():
        first = next((label for label in earlier if label in moments), "")
        for last in (label for label in later if label in moments and label != first):
            if not first or last in accused or _fits(moments[first], moments[last]):
                continue
            accused.add(last)
            fault = f"{last} ({moments[last].shown}) is before {first} ({moments[first].shown})"
            yield dispute(fault, whole(moments[first].observation), whole(moments[last].observation))


def _fits(one: Moment, other: Moment) -> bool:
    if one.day and other.day:
        return in_order(one.day, other.day) and (
            one.day != other.day or not one.time or not other.time or one.time <= other.time
        )
    if one.day or other.day or not one.time or not other.time:
        return True
    return one.time <= other.time or (one.time >= "12:00" and other.time < "12:00")


def _moment(observation: Observation, calendar: Calendar) -> Moment | None:
    """The moment of a statement that names one day or one time of day and little else."""
    days = [value for value in observation.values if value.kind == "date"]
    times = [value for value in observation.values if value.kind == "time" and value.iso and "/" not in value.iso]
    if (
        len(days) + len(times) == 0
        or len(days) > 1
        or len(times) > 1
        or len(observation.values) > len(days) + len(times)
    ):
        return None
    day = calendar.day(days[0]) if days and "/" not in days[0].iso else None
    if len(observation.text) > _LONGEST or (days and day is None):
        return None
    return Moment(observation, day, times[0].iso if times else "")


def impossible_days(view: View) -> Iterator[Dispute]:
    """Days that no calendar has, and weekdays that a date does not fall on."""
    for unit in view.draft.units:
        if "date" in unit.traits:
            for observation in unit.observations:
                for value in observation.values:
                    if value.kind == "date" and (fault := _no_such_day(value) or _weekday_fault(observation, value)):
                        start = observation.text.lower().rfind(
                            fault.partition(", not a ")[2].lower() or "\0", 0, value.start
                        )
                        place = observation, value.start if start < 0 else start, value.end
                        yield dispute(fault, place, slip=True)


def _no_such_day(value: Value) -> str:
    return value.ambiguous if value.ambiguous.endswith("is not a day of the calendar") else ""


def _weekday_fault(observation: Observation, value: Value) -> str:
    """`Monday, 14 May 2026`, where the date falls on another day."""
    if not _FULL_DATE.fullmatch(value.iso):
        return ""
    said = re.search(r"\b([a-z]+),?\s+(?:the\s+)?$", observation.text[max(0, value.start - 20) : value.start].lower())
    named = _SHORT_DAYS.get(said[1]) if said else None
    falls = _DAYS[date.fromisoformat(value.iso).weekday()]
    if named is None or named == falls:
        return ""
    return f"{value.text} is a {falls.capitalize()}, not a {named.capitalize()}"
