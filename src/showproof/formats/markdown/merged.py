"""Cells of an HTML table over several columns or rows, as `colspan` and `rowspan` say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showproof.model import Cell, Location

Wide = dict[tuple[int, int], tuple[int, int]]
"""Row of a cell and its place there, from 0, to the columns and rows that it takes."""

Covered = dict[int, tuple[int, int]]
"""Column that a cell from above begins at, to its columns and the rows that it still takes."""

MAX_SHARE = 20
"""Rows that cells take, for each cell, beyond which no person made the table: it is read as it stands."""
MAX_EXTENT = 1_000
"""Columns or rows of one cell, as browsers bound them; a larger figure is taken as this one."""
_SPAN = r"(?i)\s{}span\s*=\s*[\"']?\s*(\d{{1,6}})"


def extent(tag: str) -> tuple[int, int]:
    """The columns and rows that the tag of a cell says."""
    found = (re.search(_SPAN.format(name), tag) for name in ("col", "row"))
    columns, rows = (min(max(int(match[1]), 1), MAX_EXTENT) if match else 1 for match in found)
    return columns, rows


def merged(rows: Sequence[tuple[Cell, ...]], wide: Wide, table: str) -> list[tuple[Cell, ...]]:
    """The rows with their cells at their columns, and an empty cell where one from above goes on."""
    if sum(min(deep, len(rows)) for _, deep in wide.values()) > MAX_SHARE * sum(map(len, rows)):
        return list(rows)
    covered: Covered = {}
    made: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows):
        extents = [wide.get((number, at), (1, 1)) for at in range(len(row))]
        extents = [(columns, min(deep, len(rows) - number)) for columns, deep in extents]
        made.append(_placed(row, extents, covered, f"{table} row {number + 1} column"))
        covered = {start: (columns, left - 1) for start, (columns, left) in covered.items() if left > 1}
    return made


def _placed(row: tuple[Cell, ...], extents: list[tuple[int, int]], covered: Covered, name: str) -> tuple[Cell, ...]:
    """The cells of one row from left to right; those that reach further down are added to the covered columns."""
    cells: list[Cell] = []
    column, first = 1, row[0].location.line if row else 0

    def pass_covered() -> int:
        at = column
        while at in covered:
            columns, _ = covered[at]
            cells.append(Cell("", Location(line=first, cell=f"{name} {at}"), spans=columns, drops=0))
            at += columns
        return at

    for cell, (columns, deep) in zip(row, extents, strict=True):
        column = pass_covered()
        cells.append(cell._replace(location=cell.location._replace(cell=f"{name} {column}"), spans=columns, drops=deep))
        if deep > 1:
            covered[column] = (columns, deep)
        column += columns
    pass_covered()
    return tuple(cells)
