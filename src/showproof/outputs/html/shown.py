"""The text of a draft as a page shows it: sheet by sheet or part by part, with its marks and the notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from showproof.model import Block, Cell, Outline, Table
from showproof.outputs.html.notes import Note, Notes, Rest

_FIRST_HEADING = 3
"""Headings of the draft stand below that of the section."""
_LAST_HEADING = 6


class Piece(NamedTuple):
    """Characters that are marked alike."""

    text: str
    mark: str
    """`mend`, `rests` or nothing."""
    ends: tuple[int, ...]
    """Numbers of the notes that end with it."""


class Words(NamedTuple):
    """One text of the draft."""

    id: int
    pieces: tuple[Piece, ...]
    missing: tuple[int, ...]
    """Numbers of the notes on what is missing here."""


class Line(NamedTuple):
    """A heading, paragraph, list item or pair."""

    block: Block
    label: str
    """The label of a pair whose words are the value alone."""
    words: Words
    heading: int
    """Heading level in the page; 0 for none."""


class ShownCell(NamedTuple):
    """A cell of a table."""

    cell: Cell
    words: Words
    header: bool


class Grid(NamedTuple):
    """A table; `numbers` names its rows and `letters` its columns as the sheet does, where it stands on one."""

    name: str
    number: int
    rows: tuple[tuple[ShownCell, ...], ...]
    numbers: tuple[str, ...]
    letters: tuple[str, ...]


class Row(NamedTuple):
    """A piece of the draft and what stands beside it."""

    line: Line | None
    grid: Grid | None
    notes: tuple[Note, ...]
    rests: tuple[Rest, ...]


class Section(NamedTuple):
    """A sheet, or a part such as the footnotes; one that begins with its own heading has no title."""

    title: str
    rows: tuple[Row, ...]


def shown_draft(outline: Outline, notes: Notes) -> tuple[Section, ...]:
    """The draft in sections, in reading order."""
    placing = _Placing(notes)
    found = [(item.location.part, row) for item in outline.items if (row := placing.row(item))]
    return tuple(_section(part, tuple(row for _, row in rows)) for part, rows in groupby(found, key=lambda one: one[0]))


def _section(part: str, rows: tuple[Row, ...]) -> Section:
    """A part with its rows; a sheet begins with its name as a heading, and needs no other title."""
    first = rows[0].line
    named = part == "body" or (first is not None and first.block.kind == "heading" and first.block.text == part)
    return Section("" if named else part, rows)


class _Placing:
    """Counts texts and tables as it goes through the items."""

    def __init__(self, notes: Notes) -> None:
        self._notes: dict[int, list[Note]] = {}
        self._rests: dict[int, list[Rest]] = {}
        for note in notes.notes:
            self._notes.setdefault(note.at.text, []).append(note)
        for rest in notes.rests:
            self._rests.setdefault(rest.at.text, []).append(rest)
        self._next = 0
        self._tables = 0
        self._heading = _FIRST_HEADING - 1

    def row(self, item: Block | Table) -> Row | None:
        """What is shown of an item; nothing of a blank one."""
        first = self._next
        if isinstance(item, Block):
            shown: tuple[Line | None, Grid | None] = self._line(item), None
        else:
            shown = None, self._grid(item)
        texts = range(first, self._next)
        notes = tuple(note for text in texts for note in self._notes.get(text, ()))
        rests = tuple(rest for text in texts for rest in self._rests.get(text, ()))
        if isinstance(item, Block) and not item.text.strip() and not notes:
            return None
        return Row(*shown, notes, rests)

    def _line(self, block: Block) -> Line:
        heading = 0
        if block.kind == "heading" and block.text.strip():
            heading = min(_FIRST_HEADING - 1 + max(block.level, 1), self._heading + 1, _LAST_HEADING)
            self._heading = heading
        label = block.text[: block.value_start] if block.apart else ""
        return Line(block, label, self._words(block.standing), heading)

    def _grid(self, table: Table) -> Grid:
        self._tables += 1
        rows = tuple(
            tuple(ShownCell(cell, self._words(cell.text), at < table.header) for cell in row)
            for at, row in enumerate(table.rows)
        )
        numbers, letters = _named(table)
        return Grid(table.name, self._tables, rows, numbers, letters)

    def _words(self, text: str) -> Words:
        number, self._next = self._next, self._next + 1
        notes = self._notes.get(number, [])
        pieces = tuple(_pieces(text, [note for note in notes if not note.missing], self._rests.get(number, [])))
        return Words(number, pieces, tuple(note.number for note in notes if note.missing))


def _pieces(text: str, notes: Sequence[Note], rests: Sequence[Rest]) -> Iterator[Piece]:
    """The text cut where a mark begins or ends."""
    spans = [(one.at, "mend") for one in notes] + [(one.at, "rests") for one in rests]
    cuts = sorted({0, len(text), *(edge for at, _ in spans for edge in (at.start, at.end))})
    for start, end in pairwise(cuts) if len(cuts) > 1 else [(0, 0)]:
        marks = {mark for at, mark in spans if at.start <= start and end <= at.end}
        mark = "mend" if "mend" in marks else "rests" if marks else ""
        yield Piece(text[start:end], mark, tuple(note.number for note in notes if note.at.end == end))


def _named(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Row numbers and column letters of a table on a sheet; nothing for another table."""
    if table.location.paragraph or not table.location.cell or table.location.line:
        return (), ()
    numbers = tuple(row[0].location.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if row else "" for row in table.rows)
    widest = max(table.rows, key=len, default=())
    return numbers, tuple(cell.location.cell.rstrip("0123456789") for cell in widest)
