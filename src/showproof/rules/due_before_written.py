"""What is still to come, on a day that was over when the draft was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showproof.model import Unit
from showproof.rules.calendar import Day, told_days
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.passages import words_before
from showproof.rules.view import View

_WRITTEN = frozenset(
    ("date", "date written", "written", "written on", "prepared", "prepared on", "dated", "issued", "as of", "today")
)
"""Labels of the day on which a draft was written."""
_COMES = (
    r"\bwill (?:not )?(?:be )?[a-z]+\b[^.;:]{0,60}\b(?:on|by|until|before)(?: (?:mon|tues|wednes|thurs|fri)day,?)? $"
    r"|\b(?:decision|approval|answer|decide|approve|sign)\b[^.;:]{0,24}\b(?:by|before|until)(?: \w+day,?)? $"
)
"""Words before the day of something that is still to come."""
_LEAD = 4
"""Statements at the top that tell when the draft was written, by what was over then."""
_LEAST, _MOST = 3, 120
"""Days by which it must have been over: a few may be a slip of the pen, many another year."""


def due_before_written(view: View) -> Iterator[Dispute]:
    """A day to come that lies before the day of the draft, or before what its first lines tell as over."""
    written = max(_told_over(view), key=lambda one: one.day, default=None)
    for unit in view.draft.units if written else ():
        if unit.kind == "row" or "date" not in unit.traits or "past" in unit.traits:
            continue
        for due in _to_come(unit, view):
            assert written
            alike = (due.day.year == 2000) == (written.day.year == 2000)
            if alike and _LEAST <= (written.day - due.day).days <= _MOST:
                fault = f"{due.value.text} is still to come, and {written.value.text} is over"
                yield dispute(fault, due.place, written.place)


def _told_over(view: View) -> Iterator[Day]:
    """The day of the draft by its label, and the days that its first statements tell as past."""
    for at, unit in enumerate(view.draft.units):
        lead = at < _LEAD and unit.kind == "sentence" and "past" in unit.traits and "future" not in unit.traits
        for observation in unit.observations:
            labelled = observation.label in _WRITTEN and unit.kind == "pair"
            if labelled or lead:
                yield from told_days(observation, view.calendar)


def _to_come(unit: Unit, view: View) -> Iterator[Day]:
    for observation in unit.observations:
        days = told_days(observation, view.calendar)
        if len(days) == 1 and re.search(_COMES, words_before(observation, days[0].value)):
            yield days[0]
