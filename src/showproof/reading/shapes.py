"""What names the cells of a table: its header rows, or the labels beside its values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from showproof.model import Cell, Table
from showproof.reading.blanks import fold
from showproof.reading.marks import Place

Row = Sequence[Cell]
Placed = Sequence[tuple[Cell, Place | None]]
"""The cells of one row, each with the place that its mark names."""


MAX_WIDTH = 10_000
"""Columns of a table in which wide cells are counted for more than one."""


def box_labels(table: Table) -> list[str]:
    """The labels of a table that may be a box, each once; none where its rows are no pairs."""
    pairs = [row for row in table.rows if len(row) > 1]
    if any(len(row) % 2 for row in pairs):
        return []
    return list(dict.fromkeys(label.text for label, _ in labelled(pairs)))


def column_headers(table: Table) -> list[str]:
    """One name a column, that of the lowest header row that has one; a cell over several names each."""
    placed = grid_columns(table.rows)
    names = [""] * max((at + 1 for columns in placed for at in columns[-1:]), default=0)
    for row, columns in zip(table.rows[: table.header], placed, strict=False):
        for cell, at, after in zip(row, columns, [*columns[1:], len(names)], strict=True):
            name = cell.text.strip()
            if name:
                names[at:after] = [name] * (after - at)
    return names


def grid_columns(rows: Sequence[Row]) -> list[Sequence[int]]:
    """The column of each cell of each row, from 0: where cells span columns, those behind them stand further right.

    Rows as long as one another, whose cells reach unequally far, have an empty cell for each column that is covered.
    """
    reach = [sum([cell.spans for cell in row]) for row in rows]
    lengths = [len(row) for row in rows]
    if reach == lengths or max(reach) > MAX_WIDTH or (len(set(lengths)) == 1 and len(set(reach)) > 1):
        return [range(length) for length in lengths]
    return [list(accumulate([cell.spans for cell in row[:-1]], initial=0)) if row else [] for row in rows]


def labelled(rows: Sequence[Row]) -> Iterator[tuple[Cell, Cell]]:
    """Label and value of each pair in the rows of a box: two cells side by side, or two such pairs."""
    for row in rows:
        for label, value in zip(row[0::2], row[1::2], strict=False):
            if label.text.strip():
                yield label, value


def stands_beside_labels(rows: Sequence[Placed]) -> bool:
    """Whether marked cells have their prompts to the left, as in boxes, or no row of names above them."""
    labels = answers = 0
    for row in rows:
        before = ""
        for cell, place in row:
            if place:
                answers += 1
                labels += fold(before) == fold(place.field.label) or not place.row
            before = cell.text
    return 2 * labels > answers
