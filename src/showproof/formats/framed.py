"""A table of one column that frames text: its short first row, and other rows like it, are headings of what follows."""

from __future__ import annotations

from itertools import groupby

from showproof.model import Block, Cell, Table

MAX_TITLE_WORDS = 12
MAX_PLAIN_TITLE_WORDS = 6
"""Words of a title that nothing sets off from the text below it."""
LONGER = 3
"""How many times the words of such a title the text below it has at least."""


def opened(table: Table) -> list[Block | Table]:
    """The titles of a frame as strong lines, each before a table of what it frames; any other table as it is."""
    cells = [row[0] for row in table.rows if len(row) == 1]
    if len(cells) < 2 or len(cells) < len(table.rows):
        return [table]
    titles = [_is_title(cell, below) for cell, below in zip(cells, [*cells[1:], None], strict=True)]
    if not titles[0] or any(cell.placeholder or cell.marks for cell in cells):
        return [table]
    found: list[Block | Table] = []
    for title, rows in groupby(zip(titles, table.rows, strict=True), key=lambda pair: pair[0]):
        framed = tuple(row for _, row in rows)
        if title:
            found += [Block(cell.text, cell.location, strong=True) for (cell,) in framed]
        else:
            found.append(table._replace(rows=framed))
    return found


def _is_title(cell: Cell, below: Cell | None) -> bool:
    """Whether a cell heads the one below it: strong over plain, or a few words over many."""
    words = len(cell.text.split())
    if below is None or not 0 < words <= MAX_TITLE_WORDS or "\n" in cell.text or cell.text[-1] in ".;,:?!":
        return False
    if cell.strong:
        return not below.strong
    return words <= MAX_PLAIN_TITLE_WORDS and len(below.text.split()) >= max(LONGER * words, MAX_TITLE_WORDS)
