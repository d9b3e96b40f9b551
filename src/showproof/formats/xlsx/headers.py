"""Where a table starts and which of its rows name the columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from showproof.formats.xlsx.lines import LABEL_LENGTH, Line, has_figures, is_emphasised, is_label, is_serial
from showproof.formats.xlsx.sheet_cells import Sheet
from showproof.model import Cell

_MOST_HEADER_ROWS = 4
_STRESSED_NAME = 120
"""Characters of the longest column name in a header that is set off."""
_SUBJECT = re.compile(
    r"action|activity|area|attribute|case|category|cause|check|cost|criteria|criterion|day|element|event|field|group|id|"
    r"input|issue|item|key|kpi|label|level|measure|metric|milestone|month|name|no\.?|objection|option|parameter|phase|question|"
    r"risk|role|section|severity|skill|stakeholder|step|system|task|term|test|tier|time|tool|topic|type|week|what|#"
)
_ANSWER = re.compile(
    r"actions?|amount|answer|change|comments?|contacts?|content|count|data|date|deadline|decision|definition|description|"
    r"details?|due|duration|email|event|evidence|explanation|formula|frequency|impact|level|likelihood|link|meaning|means|"
    r"mitigation|names?|notes?|number|outcome|owner|phone|priority|purpose|rationale|reason|response|responsible|result|"
    r"role|score|severity|source|status|target|threshold|total|unit|value|weight|when|who"
)
"""Names that the two columns of a list have in practice, as the last word of each."""

_UNIT = re.compile(r"[(\[][^()\[\]]{1,12}[)\]]")
"""A unit in brackets, such as `(days)`, below the name of a column."""
_PERIOD = re.compile(r"(?:day|iteration|month|period|quarter|sprint|week|year)s?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STEPS = 2, 4
"""Rows that fill each of the columns over which names are indented, and all of them, at least."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d{3}.*\d{2}")
"""More digits than the name of a week, a quarter or a year has."""


def header_depth(sheet: Sheet, lines: list[Line], start: int, most: int = _MOST_HEADER_ROWS) -> int:
    """How many lines from `start` name columns; 0 where the line is no header."""
    line = lines[start]
    below = lines[start + 1] if start + 1 < len(lines) and lines[start + 1].row <= line.bottom + 1 else None
    if most > 1 and below is not None and is_group_row(sheet, line, below):
        deeper = header_depth(sheet, lines, start + 1, most - 1)
        return deeper + 1 if deeper else 0
    if not names_columns(sheet, line) and not _times_beside_corner(line, below):
        return 0
    if below is not None and not is_emphasised(sheet, line) and _goes_on_below(line, below):
        return 0
    depth = _merged_depth(sheet, lines, start)
    depth += start + depth < len(lines) and all(_UNIT.fullmatch(cell.text) for cell in lines[start + depth].cells)
    below = lines[start + depth] if start + depth < len(lines) else None
    if len(line.cells) >= 3 or depth > 1:
        return depth
    return depth if _is_pair_header(sheet, line, below) else 0


def names_columns(sheet: Sheet, line: Line) -> bool:
    """Whether the cells read as names of columns: short words, at most half of them dates or numbers."""
    first = line.cells[0]
    if len(line.cells) < 2 or is_serial(first) or first.kind != "text":
        return False
    if _names_times(line):
        return True
    longest = _STRESSED_NAME if is_emphasised(sheet, line) else LABEL_LENGTH
    words = sum(1 for cell in line.cells if is_label(cell, longest) or (cell.kind == "text" and is_serial(cell)))
    dated = sum(1 for cell in line.cells if cell.kind in ("date", "number"))
    return words >= 2 and words + dated == len(line.cells) and dated * 2 <= len(line.cells)


def _names_times(line: Line) -> bool:
    """Whether the line is a name followed by years, days or numbers of weeks that go up, as over figures by month."""
    rest = [cell.text for cell in line.cells[1:]]
    if _PERIOD.fullmatch(line.cells[0].text) and rest == [str(at) for at in range(1, len(rest) + 1)]:
        return len(rest) > 1
    times = [cell for cell in line.cells if cell.kind == "date" or _YEAR.fullmatch(cell.text)]
    texts = [cell.text for cell in times]
    return len(times) >= max(2, len(line.cells) - 2) and is_label(line.cells[0]) and texts == sorted(set(texts))


def _times_beside_corner(line: Line, below: Line | None) -> bool:
    """Whether the line is years or days that go up, over figures whose names stand below an empty corner."""
    if below is None or len(line.cells) < 2 or below.columns[0] >= line.columns[0] or not has_figures(below):
        return False
    texts = [cell.text for cell in line.cells if cell.kind == "date" or _YEAR.fullmatch(cell.text)]
    others = [cell for cell in line.cells if cell.kind != "date" and not _YEAR.fullmatch(cell.text)]
    return 2 <= len(texts) == len(set(texts)) and texts == sorted(texts) and all(map(is_label, others))


def _goes_on_below(line: Line, below: Line) -> bool:
    """Whether a text with digits has one of the same shape right below it, as phone numbers have: both are values."""
    under = dict(zip(below.columns, below.cells, strict=True))
    return any(
        cell.kind == "text" and _DIGITS.search(cell.text) is not None and _shape(cell) == _shape(under[column])
        for column, cell in zip(line.columns, line.cells, strict=True)
        if column in under
    )


def _shape(cell: Cell) -> str:
    return _DIGIT.sub("0", cell.text)


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
    if not names_columns(sheet, line) or has_figures(line):
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
    subject, answer = names_subject(line.cells[0]), _ANSWER.fullmatch(_last_word(line.cells[1]))
    if is_serial(below.cells[0]) and below.columns == line.columns and (subject or answer):
        return True
    if subject and answer and below.columns == line.columns:
        return True
    return is_emphasised(sheet, line) and not _is_strong(sheet, below, -1)


def names_subject(cell: Cell) -> bool:
    """Whether a column's name says what the rows of a table are about, as `Risk` or `Task name` do."""
    return _SUBJECT.fullmatch(_last_word(cell)) is not None


def _last_word(cell: Cell) -> str:
    """The last word of a name of at most two words, else ''."""
    words = cell.text.lower().split()
    return words[-1] if len(words) <= 2 else ""


def _is_strong(sheet: Sheet, line: Line, index: int) -> bool:
    cell = line.cells[index]
    return cell.strong or (len(line.cells) > 1 and sheet.look(line.row, line.columns[index]).fill != "")


def combined_header(lines: list[Line], columns: list[int]) -> dict[int, Cell]:
    """One name for each column: `Group / Column` where rows of groups stand above.

    The name stands where the lowest cell of the column itself does; a column that only lies below the name of a group
    has none.
    """
    if not lines:
        return {}
    if len(lines) == 1:
        return dict(zip(lines[0].columns, lines[0].cells, strict=True))
    names: dict[int, list[Cell]] = {column: [] for column in columns}
    own: dict[int, Cell] = {}
    reach: dict[int, int] = {}
    for line in lines:
        ends = (*line.columns[1:], columns[-1] + 1)
        for column, cell, end in zip(line.columns, line.cells, ends, strict=True):
            alone = line is lines[-1] or cell.spans > 1 or cell.drops > 1
            until = column + cell.spans if alone else end
            for covered in columns[bisect_left(columns, column) : bisect_left(columns, until)]:
                if covered > column and not alone and reach.get(covered, 0) >= line.row:
                    break
                names[covered].append(cell)
            own[column] = cell
            reach[column] = line.row + cell.drops - 1
    bottom = set(lines[-1].columns)
    return {
        column: cell._replace(
            text=" / ".join(dict.fromkeys(name.text for name in names[column])),
            spans=cell.spans if column in bottom else 1,
            drops=1,
        )
        for column, cell in own.items()
    }


def spread(named: dict[int, Cell], columns: list[int], rows: list[Line]) -> dict[int, Cell]:
    """Each name also over the columns right of it that it is merged over, or that its rows are indented to."""
    filled: dict[int, set[int]] = {column: set() for column in columns}
    for line in rows:
        for column in line.columns:
            filled[column].add(line.row)
    found = dict(named)
    for first, after in pairwise(sorted(named)):
        cell = named[first]
        blank = columns[bisect_right(columns, first) : bisect_left(columns, after)]
        indented = _are_indented([filled[column] for column in (first, *blank)])
        for column in blank:
            if indented or column < first + cell.spans:
                found[first] = found[column] = cell._replace(spans=1)
    return found


def _are_indented(filled: list[set[int]]) -> bool:
    """Whether every row fills but one of these columns, and each of the columns is filled by several."""
    values = sum(map(len, filled))
    return min(map(len, filled)) >= _STEPS[0] and len(set().union(*filled)) == values >= _STEPS[1]
