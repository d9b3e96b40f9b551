"""A change told from the first to the last line of a table, and another first line in the table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from showproof.model import Observation
from showproof.rules.dispute import Dispute, dispute, whole
from showproof.rules.figure_pairs import pair_of
from showproof.rules.figures import bounds, exact, of_one_measure
from showproof.rules.view import View
from showproof.values import Value

_LEAST = 3
"""Dated lines from which a table is a series."""
_CELL = 24
"""Characters of a cell that holds figures and little else."""


def series_ends(view: View) -> Iterator[Dispute]:
    """`from 6.4% to 1.7%` above or below a series that ends with 1.7% and begins with another figure."""
    columns = list(_columns(view))
    for passage in view.passages if columns else ():
        for one, other in pairwise(passage):
            if one.observation.label or not one.value.kind == other.value.kind == "percent":
                continue
            pair = pair_of((one, other))
            if pair is None or not pair.ordered:
                continue
            before, after = pair.before, pair.after
            for column in columns:
                first, last = column[0], column[-1]
                if _in(after.value, last) and not any(_in(before.value, cell) for cell in column):
                    fault = f"it begins with {before.value.text} in one place and with {first.text} in the table"
                    yield dispute(fault, (before.observation, before.value.start, after.value.end), whole(first))


def _columns(view: View) -> Iterator[list[Observation]]:
    """The columns of percentages of every table whose lines begin with dates."""
    for units in view.tables:
        if len(units) < _LEAST or not all("date" in unit.observations[0].traits for unit in units):
            continue
        labels = dict.fromkeys(cell.label for cell in units[0].observations[1:])
        for label in labels:
            cells = [cell for unit in units for cell in unit.observations if cell.label == label]
            if len(cells) == len(units) and all(len(cell.text) <= _CELL and _percent(cell) for cell in cells):
                yield cells


def _percent(cell: Observation) -> Value | None:
    return next((value for value in cell.values if value.kind == "percent" and exact(value)), None)


def _in(value: Value, cell: Observation) -> bool:
    own = _percent(cell)
    return own is not None and exact(value) and of_one_measure(value, own) and bounds(value).meets(bounds(own))
