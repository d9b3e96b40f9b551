"""What names the cells of a table: its header rows, or the labels beside its values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showproof.model import Cell, Table
from showproof.reading.blanks import fold
from showproof.reading.marks import Place

Row = Sequence[Cell]
Placed = Sequence[tuple[Cell, Place | None]]
"""The cells of one row, each with the place that its mark names."""


def box_labels(table: Table) -> list[str]:
    """The labels of a table that may be a box, each once; none where its rows are no pairs."""
    pairs = [row for row in table.rows if len(row) > 1]
    if any(len(row) % 2 for row in pairs):
        return []
    return list(dict.fromkeys(label.text for label, _ in labelled(pairs)))


def column_headers(table: Table) -> list[str]:
    """One name a column; two header rows are read together where the upper one spans."""
    width = max((len(row) for row in table.rows), default=0)
    names: list[str] = []
    for at in range(width):
        texts = [row[at].text.strip() for row in table.rows[: table.header] if at < len(row) and row[at].text.strip()]
        names.append(texts[-1] if texts else "")
    return names


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
