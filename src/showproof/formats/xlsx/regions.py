"""Parts of a sheet that are read one after the other: the main column of text and tables, and lists beside it."""

from __future__ import annotations

from dataclasses import dataclass

from showproof.formats.xlsx.headers import names_subject
from showproof.formats.xlsx.lines import Line, has_figures
from showproof.formats.xlsx.loose_cells import is_entry, is_prompt
from showproof.formats.xlsx.references import MAX_COLUMN
from showproof.formats.xlsx.sheet_cells import Sheet

_LEAST_ROWS = 2
"""Rows that a list beside a table has at least."""
_MOST_COLUMNS = 200
"""Filled columns up to which lists beside one another are looked for."""
_MOST_ENTRIES = 8
"""Labels with values that stand beside the title of a sheet at most."""
_ALIKE = 0.7
"""Share of common rows from which both sides of an empty column are one table."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read together; `aside` marks a list beside the main part, `entries` one of labels and values."""

    lines: tuple[Line, ...]
    aside: bool = False
    entries: bool = False


def regions(sheet: Sheet, lines: list[Line]) -> tuple[Region, ...]:
    """The main part first, each list beside it where the rows that it stands beside end."""
    main: list[Line] = []
    found: list[Region] = []
    for band in _bands(lines):
        left, right = _side_by_side(sheet, band)
        main.extend(left)
        titled = _is_title_beside_entries(sheet, left, right)
        while right:
            aside, right = _side_by_side(sheet, right)
            found.append(Region(tuple(aside), aside=True, entries=titled))
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
    return line._replace(columns=tuple(c for c, _ in kept), cells=tuple(c for _, c in kept)) if kept else None


def _are_apart(sheet: Sheet, left: list[Line], right: list[Line], column: int, gap: int) -> bool:
    """Whether the sides of `gap` empty columns, the last one `column`, are different things: by the rows they fill."""
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    if any(sheet.look(line.row, column).fill for line in left if len(line.cells) > 1):
        return False
    if _is_title_beside_entries(sheet, left, right):
        return True
    rows = [_rows(left), _rows(right)]
    if gap > 1:
        if _are_labels_and_values(left, right, rows):
            return False
        return any(len(line.cells) > 1 for line in (*left, *right))
    if min(rows[0]) == min(rows[1]):
        shorter, longer = sorted(rows, key=len)
        if len(shorter) < _ALIKE * len(longer):
            return _follow_one_another(shorter)
        return _begin_anew(left, right)
    shared = len(rows[0] & rows[1])
    return shared < _ALIKE * max(len(rows[0]), len(rows[1])) and all(map(_follow_one_another, rows))


def _is_title_beside_entries(sheet: Sheet, left: list[Line], right: list[Line]) -> bool:
    """Whether the sheet opens with a title and labels with their values at the right of it."""
    if not right or left[0].row != next(iter(sheet.rows)) or any(len(line.cells) > 1 for line in left):
        return False
    if any(len(line.cells) != 2 or line.columns[1] - line.columns[0] != line.cells[0].spans for line in right):
        return False
    return 2 * sum(is_entry(line.cells[0]) for line in right) >= len(right) <= _MOST_ENTRIES


def _begin_anew(left: list[Line], right: list[Line]) -> bool:
    """Whether both sides open with a header of adjacent columns, the right one by what its rows are about."""
    heads = (left[0], right[0])
    adjacent = all(len(head.cells) > 1 and head.columns[-1] - head.columns[0] + 1 == len(head.cells) for head in heads)
    return adjacent and names_subject(left[0].cells[0]) and names_subject(right[0].cells[0])


def _are_labels_and_values(left: list[Line], right: list[Line], rows: list[set[int]]) -> bool:
    """Whether labels stand before a column of their values, apart only to give long labels room."""
    last = [line for line in right if len(line.cells) == 1]
    if len(last) == len(right) and 2 * sum(map(has_figures, last)) > len(last):
        return len(rows[0] & rows[1]) >= _ALIKE * len(rows[1])
    if any(len(line.cells) > 1 for line in left) or not all(is_prompt(line.cells[0]) for line in left):
        return False
    first = min(line.columns[0] for line in right)
    beside = {line.row for line in right if line.columns[0] == first and first + 1 not in line.columns}
    return len(rows[0] & beside) >= _ALIKE * len(rows[0]) and len({line.columns[0] for line in left}) <= 2


def _rows(side: list[Line]) -> set[int]:
    """The rows of the side, those with a single cell only where it goes on with a table above or there is none."""
    columns: set[int] = set()
    rows: set[int] = set()
    for line in side:
        if len(line.cells) > 1 or line.columns[0] in columns:
            columns.update(line.columns)
            rows.add(line.row)
    return rows or {line.row for line in side}


def _follow_one_another(rows: set[int]) -> bool:
    """Whether no row between the first and the last is left out, as in a list and not in stray notes."""
    return len(rows) == max(rows) - min(rows) + 1
