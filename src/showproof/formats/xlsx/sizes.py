"""Column widths and row heights: how many lines a text takes, since programs do not fit merged cells themselves."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from showproof.formats.xlsx.text import one_line

if TYPE_CHECKING:
    from showproof.formats.form import FormTable

BODY, SMALL = 10, 9
"""Points of the body's font and of a table's. Arial, since every suite has it or a font of the same widths."""
LEADING = 1.28
"""Points of a line to points of its font."""
SHARE, NARROW, WIDE = 9, 8, 60
"""Characters of one share of width, and of the narrowest and widest column."""
PAGE, BROADEST = 96, 176
"""Characters that a table fills at least, so that a page's width is used, and at most: about a laptop's screen."""
LINES = 14
"""Lines that an answer may take before its column is made wider."""
_SLIM = b" !'(),-./:;I[]`fijlrt{|}"
_BROAD = b"%@ABCDEFGHKMNOPQRSTUVWXYZmw&+<=>~"
_SPACE = 0.5
"""Breadth of a space, and about that of the slim letters, in digits."""
_DIGIT = 0.91
"""Digits in one character of a column's width, on screens that round it down."""
_EVEN = 0.97
"""How evenly broad letters are spread in a text: what a line holds at least, to what it holds on average."""
_BOLD, _SURE = 1.08, 0.75
"""How much broader bold letters are; share of the room that the broadest ordinary text never exceeds."""
TALLEST = 409.0
"""Points of the tallest row there can be."""


def lines(text: str, width: float, size: float = BODY, bold: bool = False) -> int:
    """How many lines the text takes in a column of so many characters, at a font of so many points."""
    return lines_in(text, room_in(width, size, bold))


def room_in(width: float, size: float = BODY, bold: bool = False) -> float:
    """How many digits a line of a column of so many characters holds, at a font of so many points."""
    return max((width - 0.9) * _DIGIT * BODY / (size * (_BOLD if bold else 1)), 1.0)


def lines_in(text: str, room: float) -> int:
    """How many lines the text takes where a line has room for so many digits."""
    if "\n" in text:
        return sum([_wrapped(line, room) for line in text.split("\n")])
    return 1 if len(text) <= room * _SURE and text.isascii() else _wrapped(text, room)


def _wrapped(line: str, room: float) -> int:
    breadth = _breadth(line)
    if breadth <= room:
        return 1
    step = max(int(room * len(line) / breadth * _EVEN), 1)
    count, start, end = 1, 0, len(line)
    while end - start > step:
        space = line.rfind(" ", start, start + step + 1)
        start = space + 1 if space > start else start + step
        count += 1
    return count


def _breadth(text: str) -> float:
    """How broad Arial sets the text, in breadths of a digit; signs beyond ASCII count as broad ones."""
    plain = text.encode("ascii", "ignore")
    length = len(plain)
    slim = length - len(plain.translate(None, _SLIM))
    broad = length - len(plain.translate(None, _BROAD))
    return length - slim * (1 - _SPACE) + broad * 0.3 + (len(text) - length) * 1.8


def height(count: int, size: float = BODY) -> float:
    """Points of a row that shows so many lines."""
    return min(count * size * LEADING + 5, TALLEST)


def table_widths(table: FormTable) -> tuple[float, ...]:
    """Characters a column: its share, and more for long answers; spread or drawn in so that the table suits a page."""
    wished = [_wish(table, index) for index in range(len(table.columns))]
    fixed = sum(wish for wish, column in zip(wished, table.columns, strict=True) if column.type == "serial")
    free = max(sum(wished) - fixed, 1.0)
    factor = max(min((BROADEST - fixed) / free, 1.0), (PAGE - fixed) / free)
    return tuple(
        wish if column.type == "serial" else round(min(max(wish * factor, _least(column.label)), WIDE), 1)
        for wish, column in zip(wished, table.columns, strict=True)
    )


def _wish(table: FormTable, index: int) -> float:
    column = table.columns[index]
    longest = max([len(row[index]) for row in table.rows], default=0)
    return float(min(max(column.width * SHARE, _least(column.label), longest / LINES), WIDE))


@lru_cache(maxsize=512)
def _least(label: str) -> float:
    """The longest word of the header has to fit."""
    return float(max(NARROW, max(map(len, one_line(label).split()), default=0) + 3))
