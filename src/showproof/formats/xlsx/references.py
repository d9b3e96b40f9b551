"""Cell references: `F7` to row and column, and back, within the limits of a worksheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_NAME_TARGET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Za-z]{1,3}\$?[0-9]+(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?)")


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, all four edges inclusive and counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: tuple[int, int]) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    def overlaps(self, other: Range) -> bool:
        """Whether the two have a cell in common."""
        rows = self.top <= other.bottom and other.top <= self.bottom
        return rows and self.left <= other.right and other.left <= self.right


@lru_cache(maxsize=2048)
def column_number(letters: str) -> int:
    """`A` is 1, `XFD` is 16384; 0 for anything that is no column."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z" or number > MAX_COLUMN:
            return 0
        number = number * 26 + ord(letter) - 64
    return number if number <= MAX_COLUMN else 0


@lru_cache(maxsize=2048)
def column_letters(number: int) -> str:
    """1 is `A`, 28 is `AB`."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The reference of a cell, such as `F7`."""
    return f"{column_letters(column)}{row}"


def split_cell(reference: str) -> tuple[int, int] | None:
    """Row and column of `F7` or `$F$7`; None where the reference is none or lies outside of a worksheet."""
    match = _CELL.fullmatch(reference)
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if column and row <= MAX_ROW else None


def split_range(reference: str) -> Range | None:
    """The rectangle of `B2:D9`, or of a single cell; None where it is none."""
    first, _, last = reference.partition(":")
    start, end = split_cell(first), split_cell(last or first)
    if start is None or end is None:
        return None
    return Range(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def name_target(formula: str) -> tuple[str, Range] | None:
    """Sheet and rectangle that a defined name points at; None for constants, formulas and several areas."""
    match = _NAME_TARGET.fullmatch(formula.strip())
    area = split_range(match[3]) if match else None
    if match is None or area is None:
        return None
    return (match[1] or match[2]).replace("''", "'"), area
