"""The total of a month told in a sentence, and another one in the row of totals of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.dispute import Dispute, dispute, whole
from showproof.rules.figures import amount, bounds, exact, lone
from showproof.rules.view import View
from showproof.values import Value
from showproof.values.named_dates import FULL_MONTHS, SHORT_MONTHS

_TOTAL = ("total", "grand total", "all", "sum", "together", "overall", "whole")
"""First words of a row of totals."""
_LEAST = 100
"""Smaller figures are too often the same by chance."""
_NEAR = 40
"""Characters between a figure and the month that it is told of."""

_MONTH = re.compile(rf"\b(?:{'|'.join((*FULL_MONTHS, *SHORT_MONTHS))})\b", re.IGNORECASE)
_MAY = re.compile(r"\bmay\b")
"""In running text the month has a capital letter; headers are folded to small ones."""


class Told(NamedTuple):
    """A figure of a sentence with the month that it is told of."""

    observation: Observation
    value: Value
    month: str


def told_totals(view: View) -> Iterator[Dispute]:
    """A sentence that has one month's total from the table, beside another month's that the table does not have."""
    for cells, figures in _rows_of_totals(view):
        for _, group in groupby(view.draft.units, key=lambda unit: (unit.table, unit.section)):
            told = [one for unit in group if unit.table < 0 for one in _told(unit)]
            shared = [one for one in told if _agrees(one, cells)]
            for one in told:
                cell = cells.get(one.month)
                like = any(other.value.kind == one.value.kind and other.month != one.month for other in shared)
                if cell and like and not any(_is(one.value, each) for each in figures):
                    fault = f"{one.value.text} in one place and {cell.text} in the row of totals"
                    yield dispute(fault, (one.observation, one.value.start, one.value.end), whole(cell))


def _rows_of_totals(view: View) -> Iterator[tuple[dict[str, Observation], list[Observation]]]:
    """Month to its cell, for every last row of totals that has two or more, and all cells of its table."""
    for units in view.tables:
        last = units[-1].observations
        if len(units) < 3 or last[0].text.lower().strip(" :*") not in _TOTAL:
            continue
        cells: dict[str, Observation] = {}
        for cell in last[1:]:
            months = {name for name, _, _ in _months(cell.label.title())}
            value = lone(cell)
            if len(months) == 1 and value and amount(value) >= _LEAST:
                cells.setdefault(months.pop(), cell)
        if len(cells) > 1:
            yield cells, [cell for unit in units for cell in unit.observations if lone(cell)]


def _told(unit: Unit) -> Iterator[Told]:
    """For every month of a statement the nearest amount or count."""
    for observation in unit.observations:
        sums = [value for value in observation.values if value.kind in ("money", "number") and exact(value)]
        sums = [value for value in sums if amount(value) >= _LEAST]
        for name, start, end in _months(observation.text) if sums else ():
            nearest = min(sums, key=lambda value: _gap(value, start, end))
            if 0 < _gap(nearest, start, end) <= _NEAR:
                yield Told(observation, nearest, name)


def _gap(value: Value, start: int, end: int) -> int:
    return max(start - value.end, value.start - end)


def _months(text: str) -> list[tuple[str, int, int]]:
    """(first three letters, start, end) of every month that a text names."""
    found = [match for match in _MONTH.finditer(text) if not _MAY.match(match[0])]
    return [(match[0][:3].lower(), match.start(), match.end()) for match in found]


def _agrees(one: Told, cells: dict[str, Observation]) -> bool:
    cell = cells.get(one.month)
    return cell is not None and _is(one.value, cell)


def _is(value: Value, cell: Observation) -> bool:
    return bounds(value).meets(bounds(cell.values[0]))
