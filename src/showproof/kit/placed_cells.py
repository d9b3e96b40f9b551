"""Finding one's way on a form's sheets by the labels that stand on them, whatever the sheets are called by now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showproof.formats.xlsx.plain_cells import Workbook
from showproof.formats.xlsx.references import cell_name


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


def words(text: str) -> str:
    """A text without regard to spaces and line ends."""
    return " ".join(text.split())


def said_at(book: Workbook, place: Place) -> Said:
    """The text of a cell; empty where there is none."""
    return Said(book.sheets.get(place.sheet, {}).get((place.row, place.column), "").strip(), place)


def find(book: Workbook, label: str) -> Place | None:
    """The first cell that says just this."""
    for sheet, cells in book.sheets.items():
        for (row, column), text in cells.items():
            if words(text).lower() == label.lower():
                return Place(sheet, row, column)
    return None


def below(book: Workbook, top: Place) -> Iterator[Place]:
    """The filled cells of a column under its header."""
    for row, column in book.sheets[top.sheet]:
        if column == top.column and row > top.row:
            yield Place(top.sheet, row, column)
