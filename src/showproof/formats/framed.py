"""Tables that hold titles: a frame of one column, a title over the names of columns, sections among labels.

A short first row of a frame, and other rows like it, are headings of what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from showproof.model import Block, Cell, Table

MAX_TITLE_WORDS = 12
MAX_PLAIN_TITLE_WORDS = 6
"""Words of a title that nothing sets off from the text below it."""
LONGER = 3
"""How many times the words of such a title the text below it has at least."""


LEAST_SECTIONS = 2
"""Names of sections from which labels are in parts; one alone is the title of a box."""


def opened(table: Table) -> list[Block | Table]:
    """The titles of a table as strong lines, each before a table of what it heads; a table without them as it is."""
    cells = [row[0] for row in table.rows if len(row) == 1]
    if len(cells) < len(table.rows):
        return _titled(table) if table.header > 1 else _sectioned(table)
    if len(cells) < 2:
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


def _titled(table: Table) -> list[Block | Table]:
    """The title over the names of the columns, and lines below it, before the table."""
    width = _width(table)
    titles = list(takewhile(lambda row: _is_across(row, width), table.rows[: table.header - 1]))
    rows = table.rows[len(titles) :]
    if not titles or any(cell.marks or cell.placeholder for row in table.rows for cell in row):
        return [table]
    cells = [cell for row in titles for cell in row if cell.text]
    told = [Block(cell.text, cell.location, strong=cell is cells[0]) for cell in cells]
    return [*told, table._replace(rows=rows, header=table.header - len(titles))]


def _sectioned(table: Table) -> list[Block | Table]:
    """Labels and values in parts, each below the name of a section over the whole width."""
    if table.header:
        return [table]
    width = _width(table)
    across = [_is_across(row, width) for row in table.rows]
    names = [at for at, (here, below) in enumerate(pairwise(across)) if here and not below]
    if len(names) < LEAST_SECTIONS or any(cell.marks for row in table.rows for cell in row):
        return [table]
    if any(len(row) not in (2, 4, 6) for at, row in enumerate(table.rows) if at not in names):
        return [table]
    found: list[Block | Table] = [table._replace(rows=table.rows[: names[0]])] if names[0] else []
    for name, after in pairwise([*names, len(table.rows)]):
        cell = next(cell for cell in table.rows[name] if cell.text)
        found += [Block(cell.text, cell.location, strong=True), table._replace(rows=table.rows[name + 1 : after])]
    return found


def _width(table: Table) -> int:
    return max(sum([cell.spans for cell in row]) for row in table.rows)


def _is_across(row: Sequence[Cell], width: int) -> bool:
    """Whether a row has but one text, short and over the whole width, as titles are."""
    filled = [cell for cell in row if cell.text]
    if len(filled) != 1 or filled[0].spans != width:
        return False
    return filled[0].text[-1] not in ".;,:" and len(filled[0].text.split()) <= MAX_TITLE_WORDS


def _is_title(cell: Cell, below: Cell | None) -> bool:
    """Whether a cell heads the one below it: strong over plain, or a few words over many."""
    words = len(cell.text.split())
    if below is None or not 0 < words <= MAX_TITLE_WORDS or "\n" in cell.text or cell.text[-1] in ".;,:?!":
        return False
    if cell.strong:
        return not below.strong
    return words <= MAX_PLAIN_TITLE_WORDS and len(below.text.split()) >= max(LONGER * words, MAX_TITLE_WORDS)
