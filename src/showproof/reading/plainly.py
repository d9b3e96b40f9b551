"""Texts written in odd letters or with unseen signs are judged as a person reads them, and quoted as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from showproof.model import Block, Cell, Finding, Location, Outline, Quote, Rated, Scorecard, Table
from showproof.values.as_read import as_read, places_as_read


def read_plainly(outline: Outline) -> Outline:
    """The outline as it is read; the same one where every text is plain already, as nearly always."""
    items = tuple(_plain_table(item) if isinstance(item, Table) else _plain(item) for item in outline.items)
    same = all(one is other for one, other in zip(items, outline.items, strict=True))
    return outline if same else replace(outline, items=items)


def with_own_signs(card: Scorecard, outline: Outline) -> Scorecard:
    """The scorecard of `read_plainly(outline)` with its quotes and places as they stand in the outline."""
    odd = _odd_texts(outline)

    def restored(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        return tuple(_restored(quote, odd) for quote in quotes)

    def rated(all_rated: Iterable[Rated]) -> tuple[Rated, ...]:
        return tuple(one._replace(findings=tuple(map(finding, one.findings))) for one in all_rated)

    def finding(one: Finding) -> Finding:
        return one._replace(evidence=restored(one.evidence))

    return card._replace(
        criteria=rated(card.criteria),
        skills=rated(card.skills),
        flags=tuple(flag._replace(evidence=restored(flag.evidence)) for flag in card.flags),
        unplaced=restored(card.unplaced),
    )


class _Odd(NamedTuple):
    """A text that is read other than it is written: both, where it starts, and the place of each sign in it."""

    start: int
    plain: str
    written: str
    places: list[int]


_Place = tuple[str, int, str, int]


def _place(location: Location) -> _Place:
    return (location.part, location.paragraph, location.cell, location.line)


def _odd_texts(outline: Outline) -> dict[_Place, list[_Odd]]:
    found: dict[_Place, list[_Odd]] = {}
    for item in outline.items:
        for one in (item,) if isinstance(item, Block) else (cell for row in item.rows for cell in row):
            plain = as_read(one.text)
            if plain != one.text:
                odd = _Odd(one.location.start, plain, one.text, places_as_read(one.text))
                found.setdefault(_place(one.location), []).append(odd)
    return found


def _restored(quote: Quote, odd: dict[_Place, list[_Odd]]) -> Quote:
    where = quote.location
    for one in odd.get(_place(where), ()):
        start = where.start - one.start if where.end else one.plain.find(quote.quote)
        end = start + len(quote.quote)
        if start < 0 or one.plain[start:end] != quote.quote:
            continue
        first, last = one.places[start], one.places[end]
        if where.end:
            where = where._replace(start=one.start + first, end=one.start + last)
        return Quote(one.written[first:last], where)
    return quote


def _plain(block: Block) -> Block:
    text = as_read(block.text)
    return block if text == block.text else block._replace(text=text, location=_cut(block.location, text))


def _plain_table(table: Table) -> Table:
    rows = tuple(tuple(map(_plain_cell, row)) for row in table.rows)
    return table if rows == table.rows else table._replace(rows=rows)


def _plain_cell(cell: Cell) -> Cell:
    text = as_read(cell.text)
    return cell if text == cell.text else cell._replace(text=text, location=_cut(cell.location, text))


def _cut(location: Location, text: str) -> Location:
    return location._replace(end=location.start + len(text)) if location.end else location
