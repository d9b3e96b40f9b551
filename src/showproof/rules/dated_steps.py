"""The dated lines of plans and timelines: of a list, of a paragraph, of a table once for every column of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.calendar import Calendar, days_in
from showproof.rules.name_words import name_words
from showproof.rules.view import View

LINES = 120
"""Lines of one plan that are read."""
_LONGEST, _CELL = 160, 24
"""Characters of a line, and of a cell that holds a date and little else."""
_NUMBER = re.compile(r"[A-Z]{0,3}[-.]?\d{1,3}\.?")


class Step(NamedTuple):
    """A dated line of a plan or a timeline."""

    said: Observation
    dated: Observation
    day: date
    text: str
    """What is done, without the date."""

    @property
    def shown(self) -> str:
        """What is done, short enough to be named in a sentence."""
        return self.text if len(self.text) <= 48 else f"{self.text[:48].rsplit(' ', 1)[0]} …"


def plans(view: View) -> Iterator[list[Step]]:
    """The dated lines that stand together, two or more."""
    for (kind, _, _), group in groupby(view.draft.units, key=_together):
        units = [unit for unit, _ in zip(group, range(LINES), strict=False)]
        if len(units) < 2:
            continue
        if kind != "row":
            yield [step for unit in units if (step := _line(unit, view.calendar))]
            continue
        labels = dict.fromkeys(o.label for unit in units for o in unit.observations if only_day(o, view.calendar))
        for label in labels:
            yield [step for unit in units if (step := _row(unit, label, view.calendar))]


def _together(unit: Unit) -> tuple[str, int, int]:
    """Rows of one table, lines of one section, sentences of one paragraph."""
    if unit.kind == "row":
        return "row", unit.table, unit.section
    return ("sentence", unit.section, unit.paragraph) if unit.kind == "sentence" else ("item", unit.section, 0)


def _line(unit: Unit, calendar: Calendar) -> Step | None:
    """A list item that begins or ends with its one date, a short sentence that holds one."""
    first = unit.observations[0]
    days = days_in(first, calendar)
    if len(days) != 1 or len(first.text) > _LONGEST:
        return None
    value, day = days[0]
    if unit.kind != "sentence" and value.start > 12 and len(first.text) - value.end > 3:
        return None
    text = (first.text[: value.start] + first.text[value.end :]).strip(" :–—-→,.()")
    return Step(first, first, day, text) if text else None


def _row(unit: Unit, label: str, calendar: Calendar) -> Step | None:
    """A row by its first words and the date of one column."""
    dated = next((o for o in unit.observations if o.label == label and only_day(o, calendar)), None)
    words = (o for o in unit.observations if o is not dated and name_words(o.text) and not _is_number(o))
    said = next(words, None)
    day = only_day(dated, calendar) if dated else None
    return Step(said, dated, day, said.text.strip()) if said and dated and day else None


def _is_number(observation: Observation) -> bool:
    return bool(_NUMBER.fullmatch(observation.text.strip()))


def only_day(observation: Observation, calendar: Calendar) -> date | None:
    """The day of a cell that holds one date and little else."""
    if len(observation.text) > _CELL or len(observation.values) != 1:
        return None
    days = days_in(observation, calendar)
    return days[0][1] if len(days) == 1 and "/" not in days[0][0].iso else None
