"""The filled cells of a sheet as lines, and how a line reads: as names of columns, as labels, as a serial number."""

from __future__ import annotations

import re
from typing import NamedTuple

from showproof.formats.xlsx.references import MAX_COLUMN
from showproof.formats.xlsx.sheet_cells import Sheet
from showproof.model import Cell

LABEL_LENGTH = 60
"""Characters of the longest label or column name."""
_SERIAL = re.compile(r"[A-Za-z]{0,4}[-. #]?\d{1,4}(?:\.\d{1,3})*[.)]?")
_FIGURE = re.compile(r"[<>≤≥~±+-]?+\s*+[$€£¥₹]?+\s*+\d")
_SENTENCE_END = re.compile(r"[.!…](?:(?<=[^\W\d_]{4}.)|(?<=[)\"'’”].))(?=\s|$)|\.(?<=\d\d\.)(?=\s+[A-Z])")
"""A point after a word of four letters or more; shorter ones are abbreviations in headers and lists."""


class Line(NamedTuple):
    """The filled cells of one row, from left to right, with their columns."""

    row: int
    columns: tuple[int, ...]
    cells: tuple[Cell, ...]

    @property
    def bottom(self) -> int:
        """The last row that the line reaches down to."""
        return self.row + max([cell.drops for cell in self.cells]) - 1


def line_of(row: int, cells: dict[int, Cell], first: int = 0, last: int = MAX_COLUMN) -> Line | None:
    """The line of the cells between two columns; None where none is filled."""
    columns = sorted(cells)
    if columns and (columns[0] < first or columns[-1] > last):
        columns = [column for column in columns if first <= column <= last]
    return Line(row, tuple(columns), tuple([cells[column] for column in columns])) if columns else None


def is_serial(cell: Cell) -> bool:
    """Whether the cell holds no more than a running number such as 7, R-07 or 1.2."""
    return cell.kind in ("text", "number") and _SERIAL.fullmatch(cell.text) is not None


def has_figures(line: Line) -> bool:
    """Whether a cell of the line is a value rather than words."""
    return any(cell.kind != "text" or _FIGURE.match(cell.text) for cell in line.cells)


def has_sentence(text: str) -> bool:
    """Whether the text ends a sentence somewhere."""
    return len(text.split()) > 2 and _SENTENCE_END.search(text) is not None


def is_label(cell: Cell, longest: int = LABEL_LENGTH) -> bool:
    """Whether the cell could name something: short text that is no sentence and no number."""
    text = cell.text
    return cell.kind == "text" and 0 < len(text) <= longest and not has_sentence(text) and not is_serial(cell)


def is_emphasised(sheet: Sheet, line: Line) -> bool:
    """Whether every cell of the line is bold or stands on a colour."""
    return all(
        cell.strong or sheet.look(line.row, column).fill for column, cell in zip(line.columns, line.cells, strict=True)
    )
