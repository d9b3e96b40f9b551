"""Finding one's way on a form's sheets by the labels that stand on them, whatever the sheets are called by now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from showproof.formats.limits import USUAL, Limits
from showproof.formats.open import open_workbook
from showproof.formats.xlsx.references import cell_name
from showproof.formats.xlsx.stored import read_stored

Book = dict[str, dict[tuple[int, int], str]]
"""Sheet to row and column, from 1, to what stands there."""


class Place(NamedTuple):
    """A cell of a workbook."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{cell_name(self.row, self.column)}" if self.row else self.sheet

    def beside(self, columns: int = 1) -> Place:
        """The cell so many columns further right."""
        return self._replace(column=self.column + columns)


class Said(NamedTuple):
    """What stands in a cell, without blanks around it."""

    text: str
    place: Place


def read_book(path: Path, limits: Limits = USUAL) -> Book:
    """The cells of a workbook. Raises UnreadableError, one line with what to do, for any other file."""
    return {
        sheet.name: {
            (row, column): cell.text for row in sorted(sheet.rows) for column, cell in sorted(sheet.rows[row].items())
        }
        for sheet in read_stored(open_workbook(path, limits))
    }


def words(text: str) -> str:
    """A text without regard to spaces and line ends."""
    return " ".join(text.split())


def said_at(book: Book, place: Place) -> Said:
    """The text of a cell; empty where there is none."""
    return Said(book.get(place.sheet, {}).get((place.row, place.column), "").strip(), place)


def find(book: Book, label: str) -> Place | None:
    """The first cell that says just this."""
    for sheet, cells in book.items():
        for (row, column), text in cells.items():
            if words(text).lower() == label.lower():
                return Place(sheet, row, column)
    return None


def below(book: Book, top: Place) -> Iterator[Place]:
    """The filled cells of a column under its header."""
    for row, column in book[top.sheet]:
        if column == top.column and row > top.row:
            yield Place(top.sheet, row, column)
