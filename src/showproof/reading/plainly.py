"""Texts written in odd letters or with unseen signs, as a person reads them; their places stay those of what stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from showproof.model import Block, Cell, Location, Outline, Table
from showproof.places import Run, cut, on_lines
from showproof.values.as_read import as_read, places_as_read


def read_plainly(outline: Outline) -> Outline:
    """The outline as it is read; the same one where every text is plain already, as nearly always."""
    items = tuple(_plain_table(item) if isinstance(item, Table) else _plain_block(item) for item in outline.items)
    same = all(one is other for one, other in zip(items, outline.items, strict=True))
    return outline if same else replace(outline, items=items)


def _plain_table(table: Table) -> Table:
    rows = tuple(tuple(map(_plain_cell, row)) for row in table.rows)
    return table if rows == table.rows else table._replace(rows=rows)


def _plain_cell(cell: Cell) -> Cell:
    text = as_read(cell.text)
    return cell if text == cell.text else cell._replace(text=text, location=_kept(cell.location, cell.text))


def _plain_block(block: Block) -> Block:
    text = as_read(block.text)
    if text == block.text:
        return block
    return block._replace(text=text, location=_kept(block.location, block.standing))


def _kept(where: Location, text: str) -> Location:
    """The place of a text as read: that of the text as it stands, and for each sign the piece that it was read from."""
    return on_lines(where, tuple(_runs(where, text))) if where.end > where.start or where.end_line else where


def _runs(where: Location, text: str) -> Iterator[Run]:
    places = places_as_read(text)
    stands = where.runs or (Run(0, len(text), where.line, where.start, len(text)),)
    for at in range(len(places) - 1):
        pieces = tuple(cut(stands, places[at], places[at + 1]))
        if pieces:
            first, last = pieces[0], pieces[-1]
            yield Run(at, 1, first.line, first.column, last.column + last.length - first.column)
