"""A sheet's cells as blocks and tables in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from showproof.formats.xlsx.headers import header_depth
from showproof.formats.xlsx.lines import Line, is_emphasised, is_label, line_of
from showproof.formats.xlsx.loose_cells import Around, is_prompt, labelled, lone_cell, pair
from showproof.formats.xlsx.references import Range
from showproof.formats.xlsx.regions import Region, regions
from showproof.formats.xlsx.sheet_cells import Sheet
from showproof.formats.xlsx.table_rows import build_table, table_end
from showproof.formats.xlsx.workbook_parts import ExcelTable
from showproof.model import Block, Cell, Location, Table

Item = Block | Table
_WIDE = 256
"""Columns of a named table from which only those up to the last filled one are taken."""
_REACH = 8
"""Columns to the left of a value in which its label is looked for."""
_GENERIC_NAME = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|foglio|planilha|arkusz|blad|ark|list|лист|munka|taul|工作表|シート)\s*\d*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Items with the place that orders them on the sheet."""

    row: int
    column: int
    items: tuple[Item, ...]


def sheet_items(sheet: Sheet, tables: tuple[ExcelTable, ...]) -> list[Item]:
    """Everything that a person sees on the sheet, once, from top to bottom."""
    placed: list[_Placed] = []
    taken: list[Range] = []
    filled = sorted(sheet.rows)
    for table in tables:
        area = _grown(sheet, table, tables)
        within = filled[bisect_left(filled, area.top) : bisect_right(filled, area.bottom)]
        parts = [line_of(row, sheet.rows[row], area.left, area.right) for row in within]
        taken.append(area)
        if own := [line for line in parts if line is not None]:
            placed.append(_Placed(area.top, area.left, _named_table(sheet, table, area, own)))
    for lines in _segments(sheet, taken):
        below = min((area.top for area in taken if area.top > lines[-1].row), default=0)
        first = lines[0].row == filled[0]
        for region in regions(sheet, lines):
            placed.extend(_aside(sheet, region) if region.aside else _stream(sheet, list(region.lines), first, below))
    placed.sort(key=lambda each: (each.row, each.column))
    items = [item for each in placed for item in each.items]
    if items and sheet.name.strip() and not _GENERIC_NAME.fullmatch(sheet.name.strip()):
        name = sheet.name.strip()
        start = sheet.name.index(name)
        items.insert(0, Block(name, Location(sheet.name, start=start, end=start + len(name)), "heading", level=1))
    return items


def _grown(sheet: Sheet, table: ExcelTable, tables: tuple[ExcelTable, ...]) -> Range:
    """A named table's range with the rows that people wrote right below it: not every program widens the range."""
    area = table.area
    bottom = area.bottom
    while True:
        line = line_of(bottom + 1, sheet.rows.get(bottom + 1, {}))
        if line is None or len(line.cells) < 2 or line.columns[0] < area.left or line.columns[-1] > area.right:
            break
        if any((line.row, line.columns[0]) in other.area for other in tables) or is_emphasised(sheet, line):
            break
        bottom += 1
    return Range(area.top, area.left, bottom, area.right)


def _named_table(sheet: Sheet, table: ExcelTable, area: Range, lines: list[Line]) -> tuple[Item, ...]:
    wide = area.right - area.left >= _WIDE
    right = max(column for line in lines for column in line.columns) if wide else area.right
    columns = [column for column in range(area.left, right + 1) if column not in sheet.hidden_columns]
    depth = table.header if lines[0].row == area.top else 0
    guidance, built = build_table(sheet, lines, depth, name=table.name, columns=columns)
    return (*guidance, built)


def _segments(sheet: Sheet, taken: list[Range]) -> list[list[Line]]:
    """The lines outside of named tables, cut where such a table begins or ends."""
    segments: dict[tuple[int, int], list[Line]] = {}
    for row in sorted(sheet.rows):
        cells = sheet.rows[row]
        for area in taken:
            if area.top <= row <= area.bottom and cells:
                if area.left <= min(cells) and max(cells) <= area.right:
                    cells = {}
                    break
                cells = {column: cell for column, cell in cells.items() if not area.left <= column <= area.right}
        line = line_of(row, cells) if cells else None
        if line is not None:
            key = (sum(area.top <= row for area in taken), sum(area.bottom < row for area in taken))
            segments.setdefault(key, []).append(line)
    return list(segments.values())


def _stream(sheet: Sheet, lines: list[Line], first: bool, table_below: int) -> list[_Placed]:
    """Lines one after the other: a table takes as many as belong to it, others speak for themselves."""
    placed: list[_Placed] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        above = _kind(placed[-1]) if placed and placed[-1].row == line.row - 1 else ""
        around = Around(first and index == 0, above == "pair", above == "heading", table_below)
        taken, items = _next_items(sheet, lines, index, around)
        placed.append(_Placed(line.row, line.columns[0], tuple(items)))
        index += taken
    return placed


def _kind(placed: _Placed) -> str:
    last = placed.items[-1]
    return last.kind if isinstance(last, Block) else "table"


def _next_items(sheet: Sheet, lines: list[Line], index: int, around: Around) -> tuple[int, list[Item]]:
    """How many lines the next thing takes, and its items."""
    line = lines[index]
    if pairs := labelled(sheet, lines, index):
        return 1, list(pairs)
    depth = header_depth(sheet, lines, index)
    if depth == 0 and len(line.cells) == 1 and (label := _label_beside(sheet, lines, index)):
        return 1, [pair(label, line.cells[0])]
    if depth == 0 and len(line.cells) == 1:
        return 1, [lone_cell(sheet, lines, index, around)]
    if depth == 0 and len(line.cells) == 2 and is_prompt(line.cells[0]):
        return 1, [pair(*line.cells)]
    if around.after_pair and _is_annotated(sheet, lines, index):
        label, value, note = line.cells
        return 1, [pair(label, value), Block(note.text, note.location, marks=note.marks)]
    end = table_end(sheet, lines, index, depth)
    guidance, table = build_table(sheet, lines[index:end], depth)
    return end - index, [*guidance, table]


def _label_beside(sheet: Sheet, lines: list[Line], index: int) -> Cell | None:
    """The label that is merged down beside a further value of it."""
    line = lines[index]
    for column in range(max(line.columns[0] - _REACH, 1), line.columns[0]):
        if (top := sheet.carried.get((line.row, column))) is not None:
            above = lines[bisect_left(lines, top, key=_row_of)]
            if above.columns == (column, *line.columns) and is_prompt(above.cells[0]):
                return above.cells[0]
    return None


def _row_of(line: Line) -> int:
    return line.row


def _is_annotated(sheet: Sheet, lines: list[Line], index: int) -> bool:
    """Whether the line is a label, its value and a note, among lines of labels and values."""
    line = lines[index]
    if len(line.cells) != 3 or not is_label(line.cells[0]) or is_emphasised(sheet, line):
        return False
    return index + 1 == len(lines) or lines[index + 1].row > line.bottom + 1 or len(lines[index + 1].cells) < 3


def _aside(sheet: Sheet, region: Region) -> list[_Placed]:
    """A list beside the main part, as a table of its own."""
    lines = list(region.lines)
    if region.entries:
        found = [_Placed(line.row, line.columns[0], (pair(*line.cells),)) for line in lines]
    elif any(len(line.cells) > 1 for line in lines):
        found = _stream(sheet, lines, False, 0)
    else:
        named = is_label(lines[0].cells[0]) and is_emphasised(sheet, lines[0]) and not is_emphasised(sheet, lines[-1])
        found = [_Placed(lines[0].row, lines[0].columns[0], (build_table(sheet, lines, int(named))[1],))]
    bottom = max(line.bottom for line in lines)
    return [_Placed(bottom, each.column, each.items) for each in found]
