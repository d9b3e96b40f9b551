"""How wide a table's columns are, and when a table needs its page turned."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from showproof.formats.form import FormTable, Question

NARROWEST = 1080
"""Three quarters of an inch: a table that gives a column less goes on a turned page."""
NUMBER = 640
"""What a column of row numbers takes, whatever its share, unless its header is a longer word."""

_LETTER = 108
_PADDING = 220
_KINDS = {"serial": NUMBER, "date": 1200}


def needs_turning(table: FormTable | None, upright: int) -> bool:
    """Whether a grid leaves some column too little of an upright page; a share of 1 asks for a narrow column."""
    if table is None or table.layout == "records":
        return False
    across = widths(table.columns, upright)
    pairs = zip(table.columns, across, strict=True)
    return any(width < NARROWEST for column, width in pairs if column.type != "serial" and column.width > 1)


def widths(columns: tuple[Question, ...], usable: int) -> list[int]:
    """Column widths that fill the usable width exactly: shares, but none too narrow for its words."""
    least = [_least(column) for column in columns]
    if sum(least) >= usable:
        return _shared(least, usable)
    fixed = {index: least[index] for index, column in enumerate(columns) if column.type == "serial"}
    while True:
        free = [index for index in range(len(columns)) if index not in fixed]
        room = usable - sum(fixed.values())
        given = dict(zip(free, _shared([columns[index].width for index in free], room), strict=True))
        tight = {index: least[index] for index in free if given[index] < least[index]}
        if not tight:
            return [(fixed | given)[index] for index in range(len(columns))]
        fixed |= tight


def _least(column: Question) -> int:
    """What the column's longest word takes, or what its kind of answer does."""
    longest = _longest(column.label, column.guidance, column.options) * _LETTER + _PADDING
    return max(longest, _KINDS.get(column.type, 0))


@lru_cache(maxsize=1024)
def _longest(label: str, guidance: str, options: tuple[str, ...]) -> int:
    """Letters of the longest word."""
    return max(map(len, " ".join((label, guidance, *options)).split()), default=0)


def _shared(shares: list[int], room: int) -> list[int]:
    """`room` split by shares into whole numbers; the last one takes what rounding leaves."""
    total = sum(shares)
    parts = [room * share // total for share in shares]
    if parts:
        parts[-1] += room - sum(parts)
    return parts
