"""Rows of a picture made by hand, read as a draft's cells are."""

from __future__ import annotations

from showproof.model import Location, Observation
from showproof.pictures.rows import Row
from showproof.pictures.told import Told
from showproof.rules.calendar import Calendar
from showproof.values import find_values

NONE: frozenset[str] = frozenset()


def row(number: int | str, **cells: str) -> Row:
    """One row; empty cells are left out, as a reader does."""
    return Row(
        str(number),
        {
            role: Observation(text, Location(), NONE, NONE, tuple(find_values(text)))
            for role, text in cells.items()
            if text
        },
    )


def told(*rows: Row, beside: tuple[Row, ...] = (), horizon: str = "") -> Told:
    """The rows as what one picture is drawn from."""
    alone = {"horizon": horizon} if horizon else {}
    return Told("A picture", rows, Calendar(month_first=False, known=False), beside, alone)
