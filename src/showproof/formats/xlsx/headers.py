"""Where a table starts and which of its rows name the columns."""

from __future__ import annotations

import re

from showproof.formats.xlsx.lines import LABEL_LENGTH, Line, is_emphasised, is_label, is_serial
from showproof.formats.xlsx.sheet_cells import Sheet
from showproof.model import Cell

_MOST_HEADER_ROWS = 4
_STRESSED_NAME = 120
"""Characters of the longest column name in a header that is set off."""
_SUBJECT = re.compile(
    r"action|activity|area|attribute|case|category|cause|check|cost|criteria|criterion|day|element|event|field|group|id|"
    r"input|issue|item|key|kpi|label|measure|metric|milestone|month|name|no\.?|objection|option|parameter|phase|question|"
    r"risk|role|section|skill|stakeholder|step|system|task|term|test|time|tool|topic|type|week|what|#"
)
_ANSWER = re.compile(
    r"actions?|amount|answer|change|comments?|content|count|data|date|decision|definition|description|details?|due|event|"
    r"evidence|explanation|meaning|notes?|number|owner|purpose|rationale|reason|response|responsible|result|score|status|"
    r"target|total|value|weight|when|who"
)
"""Names that the two columns of a list have in practice, as the last word of each."""


def header_depth(sheet: Sheet, lines: list[Line], start: int, most: int = _MOST_HEADER_ROWS) -> int:
    """How many lines from `start` name columns; 0 where the line is no header."""
    line = lines[start]
    below = lines[start + 1] if start + 1 < len(lines) and lines[start + 1].row <= line.bottom + 1 else None
    if most > 1 and below is not None and is_group_row(sheet, line, below):
        deeper = header_depth(sheet, lines, start + 1, most - 1)
        return deeper + 1 if deeper else 0
    if not names_columns(sheet, line):
        return 0
    depth = _merged_depth(sheet, lines, start)
    below = lines[start + depth] if start + depth < len(lines) else None
    if len(line.cells) >= 3 or depth > 1:
        return depth
    return depth if _is_pair_header(sheet, line, below) else 0


def names_columns(sheet: Sheet, line: Line) -> bool:
    """Whether the cells read as names of columns: short words, at most half of them dates or numbers."""
    first = line.cells[0]
    if len(line.cells) < 2 or is_serial(first) or first.kind != "text":
        return False
    longest = _STRESSED_NAME if is_emphasised(sheet, line) else LABEL_LENGTH
    words = sum(1 for cell in line.cells if is_label(cell, longest) or (cell.kind == "text" and is_serial(cell)))
    dated = sum(1 for cell in line.cells if cell.kind in ("date", "number"))
    return words >= 2 and words + dated == len(line.cells) and dated * 2 <= len(line.cells)


def is_group_row(sheet: Sheet, line: Line, below: Line) -> bool:
    """Whether the line names groups of the columns that the line below it names."""
    if below.row > line.row + 1 or not names_columns(sheet, below) or not all(is_label(cell) for cell in line.cells):
        return False
    width = below.columns[-1] - below.columns[0] + 1
    inside = line.columns[0] >= below.columns[0] and line.columns[-1] <= below.columns[-1]
    merged = any(1 < cell.spans < width for cell in line.cells)
    if merged and inside:
        return len(line.cells) > 1 or line.columns[0] > below.columns[0]
    across = any(sheet.look(line.row, column).centred_across for column in line.columns)
    fewer = 2 <= len(line.cells) < len(below.cells) and line.columns[0] > below.columns[0]
    return inside and (across or fewer) and is_emphasised(sheet, line) and is_emphasised(sheet, below)


def starts_new_table(sheet: Sheet, lines: list[Line], index: int, above: Line) -> bool:
    """Whether a header stands out from the rows right above and below it."""
    line = lines[index]
    if not names_columns(sheet, line) or not all(cell.kind == "text" for cell in line.cells):
        return False
    if not is_emphasised(sheet, line) or is_emphasised(sheet, above):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is None or not is_emphasised(sheet, below)


def _merged_depth(sheet: Sheet, lines: list[Line], start: int) -> int:
    """How many lines a header takes whose cells are merged downwards beside names of groups."""
    count = 1
    while start + count < len(lines) and lines[start + count].row <= lines[start].bottom:
        count += 1
    header = lines[start : start + count]
    grouped = any(cell.spans > 1 for line in header[:-1] for cell in line.cells)
    if count > _MOST_HEADER_ROWS or not (grouped or all(is_emphasised(sheet, line) for line in header)):
        return 1
    return count


def _is_pair_header(sheet: Sheet, line: Line, below: Line | None) -> bool:
    """Two names over two columns, told from a label and its value by emphasis or by their words."""
    if below is None or len(below.cells) > 2:
        return below is not None and is_emphasised(sheet, line)
    named = _SUBJECT.fullmatch(_last_word(line.cells[0])) and _ANSWER.fullmatch(_last_word(line.cells[1]))
    if named and below.columns == line.columns:
        return True
    return is_emphasised(sheet, line) and not _is_strong(sheet, below, -1)


def _last_word(cell: Cell) -> str:
    """The last word of a name of at most two words, else ''."""
    words = cell.text.lower().split()
    return words[-1] if len(words) <= 2 else ""


def _is_strong(sheet: Sheet, line: Line, index: int) -> bool:
    cell = line.cells[index]
    return cell.strong or (len(line.cells) > 1 and sheet.look(line.row, line.columns[index]).fill != "")


def combined_header(lines: list[Line], columns: list[int]) -> dict[int, Cell]:
    """One name for each column: `Group / Column` where rows of groups stand above."""
    if len(lines) == 1:
        return dict(zip(lines[0].columns, lines[0].cells, strict=True))
    named: dict[int, Cell] = {}
    for line in lines:
        groups = _spread(line, columns, last=line is lines[-1])
        for column, cell in groups.items():
            above = named.get(column)
            joined = f"{above.text} / {cell.text}" if above and above.text != cell.text else cell.text
            own = line is lines[-1] and column in line.columns
            named[column] = cell._replace(text=joined, spans=cell.spans if own else 1, drops=1)
    first_at: dict[str, int] = {}
    for column in sorted(named):
        first_at.setdefault(named[column].location.cell, column)
    return {column: cell for column, cell in named.items() if first_at[cell.location.cell] == column}


def _spread(line: Line, columns: list[int], *, last: bool) -> dict[int, Cell]:
    """A header line's cells by column; a group's cell stands for all columns that it covers."""
    spread: dict[int, Cell] = {}
    for column, cell, end in zip(line.columns, line.cells, (*line.columns[1:], columns[-1] + 1), strict=True):
        until = column + cell.spans if cell.spans > 1 or last or cell.drops > 1 else end
        for covered in columns:
            if covered == column or (not last and column < covered < until):
                spread[covered] = cell
    return spread
