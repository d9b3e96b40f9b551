"""What the reader found in a file, as the same plain values as what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise, takewhile

from showproof.model import Block, Cell, Outline, Table

from .labels import Column, Header, Labels, Numbered, Pair, bare, fold, unnumbered

_PLACE = re.compile(
    r"(?P<part>table \d+) row (?P<row>\d+) column (?P<column>\d+)|(?P<letters>[A-Z]+)(?P<sheet_row>\d+)"
)


def found(outline: Outline) -> Labels:
    """The labels that an outline gives."""
    labels = Labels()
    for item, following in pairwise([*outline.items, None]):
        if isinstance(item, Table):
            _say_table(item, labels)
        elif item is not None:
            _say_block(item, following, labels)
    return labels


def _say_block(block: Block, following: Block | Table | None, labels: Labels) -> None:
    text = fold(block.text)
    if block.kind == "heading":
        labels.headings.append(unnumbered(text))
        labels.levels[unnumbered(text)] = block.level
        if isinstance(following, Block):
            labels.either.add(_over(text, following.text))
    if block.kind == "pair":
        label, _, value = block.text.partition(":")
        labels.pairs.append(Pair(fold(label), fold(value)))
    elif block.number:
        labels.numbers.append(Numbered(bare(block.number), unnumbered(text)))
    if block.placeholder:
        labels.guidance.add(text)


def _over(label: str, value: str) -> str:
    """How a label is written that stands over its value."""
    return f"{label}\n{fold(value)}"


def _say_table(table: Table, labels: Labels) -> None:
    labels.either.update(fold(title) for title in (table.name, *titles(table)) if title)
    labels.guidance.update(fold(cell.text) for row in table.rows for cell in row if cell.placeholder)
    if not table.header:
        for row in table.rows:
            labels.either.update(_over(fold(a.text), b.text) for a, b in pairwise(row) if a.text)
        return
    places = [place(cell) for row in table.rows for cell in row]
    if not all(row for _, row, _ in places):
        return  # a table that was drawn with characters stands in no table of the file
    named = column_names(table)
    last = max(place(cell)[1] for row in table.rows[: table.header] for cell in row)
    header = Header(fold(places[0][0]), last, min(named, default=0))
    labels.headers.append(header)
    labels.columns += [Column(header, index, fold(text)) for index, text in named.items()]
    labels.rows[header] = sum(any(cell.text and not cell.placeholder for cell in row) for row in _data(table))


def column_names(table: Table) -> dict[int, str]:
    """Column to what the header rows say over it, one above the other; a group counts for all its columns.

    On a sheet a cell of a header may be placed where its group begins: its column is that of the data below it.
    A title that is kept among the header rows names no column.
    """
    names: dict[int, list[str]] = {}
    below = next(iter(table.rows[table.header :]), ())
    for row in table.rows[len(titles(table)) : table.header]:
        aligned = len(below) == len(row) and not place(row[0])[0].startswith("table ")
        for cell, column in zip(row, columns(below if aligned else row), strict=True):
            for index in range(column, column + max(cell.spans, 1)):
                names.setdefault(index, []).append(cell.text.replace(" / ", " "))
    joined = {index: " ".join(dict.fromkeys(filter(None, texts))) for index, texts in sorted(names.items())}
    return {index: text for index, text in joined.items() if text}


def columns(row: Sequence[Cell]) -> list[int]:
    """The columns of the cells of a row, counted where a table was drawn with characters and its places name none."""
    starts = accumulate((max(cell.spans, 1) for cell in row), initial=1)
    return [place(cell)[2] or counted for cell, counted in zip(row, starts, strict=False)]


def titles(table: Table) -> list[str]:
    """The titles above the names of the columns: cells over the whole width in the first of several header rows."""
    width = max(sum(max(cell.spans, 1) for cell in row) for row in table.rows)
    alone = takewhile(lambda row: sum(bool(cell.text) for cell in row) == 1, table.rows[: max(table.header - 1, 0)])
    return [cell.text for row in alone for cell in row if cell.text and cell.spans == width]


def _data(table: Table) -> tuple[tuple[Cell, ...], ...]:
    return table.rows[table.header :]


def place(cell: Cell) -> tuple[str, int, int]:
    """Table or sheet, row and column of a cell."""
    match = _PLACE.fullmatch(cell.location.cell)
    if not match:
        return cell.location.cell, 0, 0
    if match["part"]:
        return match["part"], int(match["row"]), int(match["column"])
    column = 0
    for letter in match["letters"]:
        column = column * 26 + ord(letter) - 64
    return cell.location.part, int(match["sheet_row"]), column
