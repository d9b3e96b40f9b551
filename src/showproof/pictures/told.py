"""What a draft tells for one picture, whichever way its rows were found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from showproof.pictures.picture import Picture
from showproof.pictures.rows import Row
from showproof.rules.calendar import Calendar


class Told(NamedTuple):
    """The rows of one picture, and how the draft writes its days."""

    title: str
    rows: tuple[Row, ...]
    calendar: Calendar
    beside: tuple[Row, ...] = ()
    """Rows of the second table, where the kind of picture has one."""
    alone: Mapping[str, str] = {}
    """Answers outside tables, by the part that they play."""


Draw = Callable[[Told], tuple[Picture, ...]]
"""Draws one kind of picture, on more than one sheet where it is long; none where nothing can be drawn."""


def listed(names: list[str], most: int = 12) -> str:
    """Names one behind the other, the last after an `and`; of very many the first ones, and how many more."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
