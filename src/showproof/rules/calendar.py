"""The days of a draft in one order: dates without a year or with two readings, as the rest of the draft writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.values import Value

_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$")
_ANY_YEAR = 2000
"""Stands for the year where none is written: a leap year, so that every day exists."""

_HALF_A_YEAR = 6
"""Months from which on a day without a year is taken for one of the year before."""


class Calendar(NamedTuple):
    """How one draft writes its dates."""

    month_first: bool
    """Whether 5/4 is the fourth of May; False also where that is not known."""
    known: bool
    """Whether it is known which of the two comes first."""

    def day(self, value: Value) -> date | None:
        """The day that a value is, of no year (2000) where none is written; None where it is none or not certain."""
        iso = value.iso.partition("/")[0]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
            return date.fromisoformat(iso)
        if re.fullmatch(r"--\d\d-\d\d", iso):
            return date(_ANY_YEAR, int(iso[2:4]), int(iso[5:7]))
        return self._numeric(value.text) if not iso and self.known else None

    def _numeric(self, text: str) -> date | None:
        found = _NUMERIC.match(text)
        if found is None:
            return None
        month, day = (int(found[1]), int(found[2])) if self.month_first else (int(found[2]), int(found[1]))
        year = int(found[3]) if found[3] else _ANY_YEAR
        try:
            return date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            return None


def calendar_of(units: Iterable[Unit]) -> Calendar:
    """Which part of a numeric date is the month, by those that can be read in one way only."""
    first = second = False
    for unit in units:
        for observation in unit.observations:
            for value in observation.values:
                found = _NUMERIC.match(value.text) if value.kind in ("date", "ratio") else None
                if found:
                    first, second = first or int(found[1]) > 12, second or int(found[2]) > 12
    return Calendar(month_first=second and not first, known=first != second)


def days_in(observation: Observation, calendar: Calendar) -> list[tuple[Value, date]]:
    """The days that a statement names, in its order."""
    return [(value, day) for value in observation.values if value.kind == "date" and (day := calendar.day(value))]


class Day(NamedTuple):
    """A day with the statement that names it."""

    day: date
    observation: Observation
    value: Value

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The date's own words."""
        return self.observation, self.value.start, self.value.end


def told_days(observation: Observation, calendar: Calendar) -> list[Day]:
    """The same, each with its statement."""
    return [Day(day, observation, value) for value, day in days_in(observation, calendar)]


def in_order(one: date, other: date) -> bool:
    """Whether the first is not later than the second, as far as their years can be known."""
    if (one.year == _ANY_YEAR) != (other.year == _ANY_YEAR):
        one, other = (
            one.replace(year=_ANY_YEAR, day=min(one.day, 28)),
            other.replace(year=_ANY_YEAR, day=min(other.day, 28)),
        )
        return one <= other or one.month == other.month or one.month - other.month >= _HALF_A_YEAR
    if one.year == _ANY_YEAR and one.month >= 10 and other.month <= 3:
        return True
    return one <= other
