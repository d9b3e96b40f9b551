"""Parts of a sheet that are read one after the other: the main column of text and tables, and lists beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from showproof.formats.xlsx.lines import Line
from showproof.formats.xlsx.references import MAX_COLUMN
from showproof.formats.xlsx.sheet_cells import Sheet

_LEAST_ROWS = 2
"""Rows that a list beside a table has at least."""
_MOST_COLUMNS = 200
"""Filled columns up to which lists beside one another are looked for."""
_ALIKE = 0.7
"""Share of common rows from which both sides of an empty column are one table."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read together; `aside` marks a list beside the main part."""

    lines: tuple[Line, ...]
    aside: bool = False


def regions(sheet: Sheet, lines: list[Line]) -> tuple[Region, ...]:
    """The main part first, each list beside it where the rows that it stands beside end."""
    main: list[Line] = []
    found: list[Region] = []
    for band in _bands(lines):
        left, right = _side_by_side(sheet, band)
        main.extend(left)
        while right:
            aside, right = _side_by_side(sheet, right)
            found.append(Region(tuple(aside), aside=True))
    return (Region(tuple(main)), *found) if main else tuple(found)


def _bands(lines: list[Line]) -> list[list[Line]]:
    """Lines without a blank row between them."""
    bands: list[list[Line]] = []
    bottom = 0
    for line in lines:
        if bands and line.row <= bottom + 1:
            bands[-1].append(line)
        else:
            bands.append([line])
        bottom = max(bottom, line.bottom)
    return bands


def _side_by_side(sheet: Sheet, band: list[Line]) -> tuple[list[Line], list[Line]]:
    """The band cut at the first empty column that parts two lists; everything on the left where none does."""
    covered: set[int] = set()
    for line in band:
        if len(line.cells) > 1:
            for column, cell in zip(line.columns, line.cells, strict=True):
                covered.update(range(column, column + min(cell.spans, 64)))
    if len(covered) > _MOST_COLUMNS:
        return band, []
    gap = 0
    for column in range(min(covered, default=0) + 1, max(covered, default=0) + 1):
        if column not in covered:
            gap += 1
            continue
        if gap:
            left = [part for line in band if (part := _part(line, 0, column - 1)) is not None]
            right = [part for line in band if (part := _part(line, column, MAX_COLUMN)) is not None]
            if _are_apart(sheet, left, right, column - 1, gap):
                return left, right
        gap = 0
    return band, []


def _part(line: Line, first: int, last: int) -> Line | None:
    kept = [(column, cell) for column, cell in zip(line.columns, line.cells, strict=True) if first <= column <= last]
    if len(kept) == len(line.cells):
        return line
    return replace(line, columns=tuple(c for c, _ in kept), cells=tuple(c for _, c in kept)) if kept else None


def _are_apart(sheet: Sheet, left: list[Line], right: list[Line], column: int, gap: int) -> bool:
    """Whether the sides of `gap` empty columns, the last one `column`, are different things: by the rows they fill."""
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    if any(sheet.look(line.row, column).fill for line in left if len(line.cells) > 1):
        return False
    rows = [_rows(left), _rows(right)]
    if gap > 1:
        return any(len(line.cells) > 1 for line in (*left, *right))
    if min(rows[0]) == min(rows[1]):
        return len(rows[1]) < _ALIKE * len(rows[0]) and _follow_one_another(rows[1])
    shared = len(rows[0] & rows[1])
    return shared < _ALIKE * max(len(rows[0]), len(rows[1])) and all(map(_follow_one_another, rows))


def _rows(side: list[Line]) -> set[int]:
    """The rows of the side, those with a single cell only where there are no others."""
    return {line.row for line in side if len(line.cells) > 1} or {line.row for line in side}


def _follow_one_another(rows: set[int]) -> bool:
    """Whether no row between the first and the last is left out, as in a list and not in stray notes."""
    return len(rows) == max(rows) - min(rows) + 1
