"""From lines of cells to a table: where it ends, which rows are only numbered, and its rows with every column."""

from __future__ import annotations

import re

from showproof.formats.identity import mark
from showproof.formats.xlsx.guidance import guidance_blocks, is_instruction_row
from showproof.formats.xlsx.headers import combined_header, names_columns, spread, starts_new_table
from showproof.formats.xlsx.lines import Line, has_figures, has_sentence, is_emphasised, is_serial
from showproof.formats.xlsx.references import cell_name
from showproof.formats.xlsx.sheet_cells import Sheet
from showproof.formats.xlsx.workbook_parts import NAME_PREFIX
from showproof.model import Block, Cell, Location, Table

_BRIDGED = 2
"""Blank rows over which a table goes on where the rows below them fill its columns."""
_SHORT = 25
"""Characters of a last row that has but one cell."""
_WORDS = 3
"""Words of a column name in a header that nothing sets off."""
_LAST_NUMBER = re.compile(r"\d{1,6}(?=\D*$)")
_SPARSE, _SPARSE_SHARE = 10_000, 20
"""Blank cells, and blank cells for each filled one, beyond which blank cells are left out of the rows."""


def table_end(sheet: Sheet, lines: list[Line], start: int, depth: int) -> int:
    """Index of the first line after the table whose header of `depth` lines, or first row, is at `start`."""
    index = start + max(depth, 1)
    columns = {column for line in lines[start:index] for column in line.columns}
    left, right = min(columns), max(columns)
    while index < len(lines):
        line = lines[index]
        apart = line.columns[-1] < left or line.columns[0] > right
        if apart or not _goes_on(sheet, lines, start, start + depth, index, columns, left):
            break
        columns.update(line.columns)
        left, right = min(left, line.columns[0]), max(right, line.columns[-1])
        index += 1
    return index


def _goes_on(
    sheet: Sheet, lines: list[Line], start: int, first_row: int, index: int, columns: set[int], left: int
) -> bool:
    """Whether the line at `index` belongs to the table that takes the lines before it and reaches `left`."""
    line, above = lines[index], lines[index - 1]
    touching = line.row <= above.bottom + 1
    if len(line.cells) == 1:
        return touching and _is_lone_row(sheet, lines, start, index, left)
    if index != first_row and (starts_new_table(sheet, lines, index, above) or _names_anew(sheet, lines[start], line)):
        return False
    if touching:
        return True
    if line.row > above.bottom + 1 + _BRIDGED or line.columns[0] not in columns:
        return False
    enough = len(line.cells) * 2 >= len(columns) and len(line.cells) >= min(len(columns), 3)
    return enough and not _is_plain_header(sheet, lines, start, index)


def _names_anew(sheet: Sheet, header: Line, line: Line) -> bool:
    """Whether the line names columns and repeats a name of the table's own header at its place."""
    named = {(column, cell.text.lower()) for column, cell in zip(header.columns, header.cells, strict=True)}
    repeated = any((column, cell.text.lower()) in named for column, cell in zip(line.columns, line.cells, strict=True))
    return repeated and names_columns(sheet, header) and names_columns(sheet, line) and not has_figures(line)


def _is_plain_header(sheet: Sheet, lines: list[Line], start: int, index: int) -> bool:
    """A header without emphasis after a blank row, on a sheet whose headers are plain."""
    line = lines[index]
    if is_emphasised(sheet, lines[start]) or not names_columns(sheet, line) or index + 1 >= len(lines):
        return False
    brief = all(len(cell.text.split()) <= _WORDS for cell in line.cells)
    below = lines[index + 1]
    return brief and not has_figures(line) and below.row == line.row + 1 and has_figures(below)


def _is_lone_row(sheet: Sheet, lines: list[Line], start: int, index: int, left: int) -> bool:
    """Whether a single filled cell right below a table is one of its rows: a phase, a category, a number."""
    line = lines[index]
    cell = line.cells[0]
    if is_serial(cell) or line.columns[0] > left:
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is not None and below.row <= line.bottom + 1:
        if _is_title_over(sheet, lines, index):
            return False
        if len(below.cells) > 1:
            new = starts_new_table(sheet, lines, index + 1, line) or _names_anew(sheet, lines[start], below)
            return not new or (cell.strong and not _names_anew(sheet, lines[start], below))
        if below.columns[0] > left:
            return True
    return len(cell.text) <= _SHORT and not cell.strong and ":" not in cell.text and not has_sentence(cell.text)


def _is_title_over(sheet: Sheet, lines: list[Line], index: int) -> bool:
    """Whether a line set off stands over names of columns set off as well, below rows that are not."""
    title, header, above = lines[index], lines[index + 1], lines[index - 1]
    if not is_emphasised(sheet, title) or is_emphasised(sheet, above) or has_figures(header):
        return False
    after = lines[index + 2] if index + 2 < len(lines) else None
    named = len(header.cells) > 1 and names_columns(sheet, header) and is_emphasised(sheet, header)
    return named and (after is None or not is_emphasised(sheet, after))


def build_table(
    sheet: Sheet, lines: list[Line], depth: int, *, name: str = "", columns: list[int] | None = None
) -> tuple[list[Block], Table]:
    """Guidance found under the header, and the table of these lines; `columns` where the file fixes them."""
    header, rows = lines[:depth], lines[depth:]
    guidance: list[Block] = []
    ours = name.lower().startswith(mark(""))
    if depth and rows and not ours and is_instruction_row(sheet, rows[0], rows[1] if len(rows) > 1 else None):
        guidance = guidance_blocks(rows[0])
        rows = rows[1:]
    if depth:
        filled = _filled_rows(sheet, rows)
        if not name.startswith(NAME_PREFIX):
            sheet.vacant.extend(cell for line in rows[filled:] for cell in line.cells if cell.text)
        rows = rows[:filled]
    used = columns or sorted({column for line in (*header, *rows) for column in line.columns})
    named = spread(combined_header(header, used), used, rows)
    grid = [_row(sheet, header[-1].row, named, used)] if header else []
    whole = tuple(used)
    sparse = len(rows) * len(used) > _SPARSE + _SPARSE_SHARE * sum(len(line.cells) for line in rows)
    for line in rows:
        if sparse or line.columns == whole:
            grid.append(line.cells)
        else:
            grid.append(_row(sheet, line.row, dict(zip(line.columns, line.cells, strict=True)), used))
    return guidance, Table(tuple(grid), lines[0].cells[0].location, min(depth, 1), name)


def _row(sheet: Sheet, row: int, cells: dict[int, Cell], columns: list[int]) -> tuple[Cell, ...]:
    return tuple([cells.get(column) or _empty(sheet, row, column) for column in columns])


def _empty(sheet: Sheet, row: int, column: int) -> Cell:
    """A blank cell; one that a merged range carries down from above is marked by dropping nowhere."""
    drops = 0 if (row, column) in sheet.carried else 1
    return Cell("", Location(sheet.name, 0, cell_name(row, column)), drops=drops)


def _filled_rows(sheet: Sheet, rows: list[Line]) -> int:
    """How many rows there are up to the last one that somebody wrote into."""
    count = len(rows)
    while count and _is_vacant(sheet, rows[count - 1], rows[count - 2] if count > 1 else None):
        count -= 1
    return count


def _is_vacant(sheet: Sheet, line: Line, above: Line | None) -> bool:
    """Whether nobody has written into the row: a number that goes on counting, and formulas that come to nothing."""
    rest = list(zip(line.columns, line.cells, strict=True))
    if is_serial(line.cells[0]) and (above is None or _counts_on(above, line)):
        rest = rest[1:]
    return all(cell.text == "" or _comes_to_nothing(sheet, line.row, column, cell) for column, cell in rest)


def _counts_on(above: Line, line: Line) -> bool:
    """Whether the first cell is the number after the one above it."""
    before, after = (_LAST_NUMBER.search(each.cells[0].text) for each in (above, line))
    aligned = above.columns[0] == line.columns[0]
    return aligned and before is not None and after is not None and int(after[0]) == int(before[0]) + 1


def _comes_to_nothing(sheet: Sheet, row: int, column: int, cell: Cell) -> bool:
    return (row, column) in sheet.computed and (cell.kind == "error" or cell.text.strip("0.,%$€£ ") in ("", "FALSE"))
