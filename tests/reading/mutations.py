"""What people and programs do to a document made from a template, done to its outline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from showproof.model import Block, Cell, Location, Outline, Table

Item = Block | Table
Items = tuple[Item, ...]


def unmarked(items: Items) -> Items:
    """Every mark is gone, as after copying into another document."""
    return tuple(
        _cells(item, lambda cell: cell._replace(marks=())) if isinstance(item, Table) else item._replace(marks=())
        for item in items
    )


def plain_headings(items: Items) -> Items:
    """Headings are bold lines."""
    return _blocks(items, lambda one: one._replace(level=3, strong=True) if one.kind == "heading" else one)


def renamed_headings(items: Items) -> Items:
    """Headings and prompts say the same in a word more."""
    return _blocks(items, lambda one: _said(one, f"{one.text} (pilot)") if one.kind == "heading" else one)


def parts_reversed(items: Items) -> Items:
    """The second half of the sections stands before the first."""
    starts = [at for at, one in enumerate(items) if isinstance(one, Block) and one.kind == "heading" and one.level == 1]
    if len(starts) < 4:
        return items
    first, middle = starts[1], starts[len(starts) // 2]
    return (*items[:first], *items[middle:], *items[first:middle])


def swapped_columns(items: Items) -> Items:
    """The columns of every grid run from right to left."""
    return _grids(items, lambda row: tuple(reversed(row)))


def deleted_column(items: Items) -> Items:
    """The last column of every grid is gone."""
    return _grids(items, lambda row: row[:-1])


def renamed_headers(items: Items) -> Items:
    """The headers of every grid are in capitals, with a colon."""
    return tuple(
        one._replace(
            rows=(
                *(
                    tuple(cell._replace(text=f"{cell.text.upper()}:" if cell.text else "") for cell in row)
                    for row in head
                ),
                *one.rows[one.header :],
            )
        )
        if isinstance(one, Table) and (head := one.rows[: one.header]) and len(head[-1]) > 2
        else one
        for one in items
    )


def added_rows(items: Items) -> Items:
    """Every grid has one more row, without marks."""
    return tuple(
        one._replace(rows=(*one.rows, tuple(_new_cell(cell, at) for at, cell in enumerate(one.rows[-1]))))
        if isinstance(one, Table) and one.header and len(one.rows[-1]) > 2
        else one
        for one in items
    )


def added_prose(items: Items) -> Items:
    """A paragraph stands after every item."""
    more = [
        Block(words, Location("body", 5000 + at, end=len(words)))
        for at, words in enumerate(f"Added words {at} by hand" for at in range(len(items)))
    ]
    return tuple(one for pair in zip(items, more, strict=True) for one in pair)


def deleted_prompts(items: Items) -> Items:
    """Every bold line that is no heading is gone."""
    return tuple(one for one in items if isinstance(one, Table) or not one.strong or one.marks)


MUTATIONS = (
    unmarked,
    plain_headings,
    renamed_headings,
    parts_reversed,
    swapped_columns,
    deleted_column,
    renamed_headers,
    added_rows,
    added_prose,
    deleted_prompts,
)
HARMLESS = (
    unmarked,
    plain_headings,
    renamed_headings,
    parts_reversed,
    swapped_columns,
    renamed_headers,
    added_rows,
)
"""Those after which every answer is still there to be found."""


def mutated(outline: Outline, *changes: Callable[[Items], Items]) -> Outline:
    """The outline after these changes, one after the other."""
    items = outline.items
    for change in changes:
        items = change(items)
    return replace(outline, items=items)


def _blocks(items: Items, change: Callable[[Block], Block]) -> Items:
    return tuple(one if isinstance(one, Table) else change(one) for one in items)


def _said(block: Block, text: str) -> Block:
    return block._replace(text=text, location=block.location._replace(end=block.location.start + len(text)))


def _cells(table: Table, change: Callable[[Cell], Cell]) -> Table:
    return table._replace(rows=tuple(tuple(map(change, row)) for row in table.rows))


def _grids(items: Items, change: Callable[[tuple[Cell, ...]], tuple[Cell, ...]]) -> Items:
    """The items with the rows of grids changed: tables under a header of three columns or more."""
    return tuple(
        one._replace(rows=tuple(change(row) for row in one.rows))
        if isinstance(one, Table) and one.header and len(one.rows[0]) > 2
        else one
        for one in items
    )


def _new_cell(cell: Cell, at: int) -> Cell:
    where = cell.location._replace(cell=f"{cell.location.cell}+", paragraph=0)
    return Cell(f"Another entry {at} of Mara Lindqvist", where)
