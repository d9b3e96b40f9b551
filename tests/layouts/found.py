"""What the reader found in a file, as the same plain values as what is said of it."""

from __future__ import annotations

import re
from itertools import pairwise

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
    if table.name:
        labels.either.add(fold(table.name))
    labels.guidance.update(fold(cell.text) for row in table.rows for cell in row if cell.placeholder)
    if not table.header:
        for row in table.rows:
            labels.either.update(_over(fold(a.text), b.text) for a, b in pairwise(row) if a.text)
        return
    names: dict[int, list[str]] = {}
    part, last = "", 0
    if not all(_PLACE.fullmatch(cell.location.cell) for row in table.rows for cell in row):
        return  # a table that was drawn with characters stands in no table of the file
    for row in table.rows[: table.header]:
        for cell in row:
            part, number, column = place(cell)
            last = max(last, number)
            for index in range(column, column + max(cell.spans, 1)):
                names.setdefault(index, []).append(fold(cell.text))
    named = {index: " ".join(dict.fromkeys(filter(None, texts))) for index, texts in sorted(names.items())}
    named = {index: text for index, text in named.items() if text}
    header = Header(fold(part), last, min(named, default=0))
    labels.headers.append(header)
    labels.columns += [Column(header, index, text) for index, text in named.items()]
    labels.rows[header] = sum(any(cell.text and not cell.placeholder for cell in row) for row in _data(table))


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
