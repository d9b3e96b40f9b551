"""An outline as lines to compare with what is expected of it, cell by cell.

Rows of a table with a header are drawn as `column: text`, joined with ` · `, others with their cells alone. What the
file itself leaves in for its reader is a line of its own, whether it stands in a row or outside. The name of a sheet
and a numbered row that nobody has filled say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from showproof.model import Block, Cell, Outline, Table

from .found import column_names, columns
from .labels import ungrouped


def drawn(outline: Outline) -> list[str]:
    """The lines of an outline in its order; those of a workbook sorted, as a sheet has places and no order."""
    lines = [line for item in outline.items for line in _drawn(item, outline.format)]
    lines = [ungrouped(line) for line in lines]
    return sorted(lines) if outline.format == "xlsx" else lines


def _drawn(item: Block | Table, kind: str) -> Iterator[str]:
    if isinstance(item, Table):
        yield from _table(item)
    elif item.placeholder:
        yield f"left in | {item.text}"
    elif kind != "xlsx" or item.location.cell:
        number = f" {item.number}" if item.number else ""
        yield f"{item.kind}{number} | {item.text}"


def _table(table: Table) -> Iterator[str]:
    names = column_names(table)
    for row in table.rows[table.header :]:
        yield from (f"left in | {cell.text}" for cell in row if cell.placeholder and not cell.text.isdigit())
        placed = zip(row, columns(row), strict=True)
        filled = [(cell, names.get(column, "")) for cell, column in placed if cell.text and not cell.placeholder]
        if filled and not (names and len(filled) == 1 and filled[0][0].text.isdigit()):
            yield "row | " + " · ".join(_cell(cell, name) for cell, name in filled)


def _cell(cell: Cell, name: str) -> str:
    text = cell.text.replace("\n", " / ")
    return f"{name}: {text}" if name else text
