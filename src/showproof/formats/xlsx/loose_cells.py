"""Cells outside of tables: titles, paragraphs, and labels with their values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from showproof.formats.xlsx.headers import header_depth
from showproof.formats.xlsx.lines import LABEL_LENGTH, Line, has_sentence, is_serial
from showproof.formats.xlsx.references import cell_name
from showproof.formats.xlsx.sheet_cells import Sheet
from showproof.model import Block, Cell, Location

_PROMPT = 200
"""Characters of the longest text that can ask for the value beside it."""
_TITLE = 120
_PLAIN_TITLE = 80
_INTRODUCES = 2
"""Blank rows that may stand between a title and what it introduces."""
_IN_ONE_CELL = re.compile(r"([^:\n]{2,40}):[ \t\n]+(\S.*)", re.DOTALL)
_PART_NUMBER = re.compile(
    r"(?:(?:appendix|block|chapter|figure|part|phase|section|sheet|stage|step|table|tab|wave|week)\s+[A-Z\d]{1,3}\b"
    r"|(?:[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+\S)",
    re.IGNORECASE,
)
"""Numbered titles: `Part 2: ...`, `B. ...`, `3.1) ...`."""
_ENTRY = re.compile(
    r"(?:[\w/&.-]+ ){0,2}(?:account|approver|area|author|baseline|budget|category|client|company|contact|cost|created|"
    r"customer|date|deadline|department|document|due|duration|email|end|finish|frequency|goal|id|lead|location|manager|"
    r"name|no\.?|number|objective|organi[sz]ation|owner|period|phone|priority|project|program(?:me)?|purpose|region|"
    r"reviewed|reviewer|revision|role|scope|sector|site|sponsor|stage|start|status|subject|supplier|target|team|title|type|"
    r"as of|phase|unit|updated|vendor|version)(?: (?:by|date|id|name|no\.?|number|on))?",
    re.IGNORECASE,
)
"""Names that the entries of a form have in practice."""
_OPENS = re.compile(r"[\w\"'“‘(\[<#¿]")


def pair(label: Cell, value: Cell) -> Block:
    """A label and its value as one text, at the place of the value."""
    text = f"{label.text.rstrip(' :')}: {value.text}".rstrip()
    return Block(text, value.location, "pair", marks=value.marks, strong=value.strong, apart=True)


def is_prompt(cell: Cell) -> bool:
    """Whether the cell can be the label of the value beside it: no mere number, but `Why 1`."""
    numbered = " " in cell.text and cell.text[:3].isalpha()
    return cell.kind == "text" and 0 < len(cell.text) <= _PROMPT and (numbered or not is_serial(cell))


def labelled(sheet: Sheet, lines: list[Line], index: int) -> list[Block]:
    """Labels and values side by side in one line: by colons, by emphasis, by names; [] where it reads otherwise."""
    line = lines[index]
    cells = line.cells
    if any(cell.marks for cell in cells) and len(cells) == 2 and is_prompt(cells[0]):
        return [pair(cells[0], cells[1])]
    if (
        len(cells) > 1
        and cells[0].text.endswith(":")
        and sum(c.text.endswith(":") for c in cells) * 2 >= len(cells) - 1
    ):
        return _by_colons(sheet, line)
    if len(cells) in (4, 6, 8) and (_alternates(sheet, line) or _are_known_labels(lines, index)):
        return [pair(label, value) for label, value in zip(cells[::2], cells[1::2], strict=True)]
    return []


def _by_colons(sheet: Sheet, line: Line) -> list[Block]:
    blocks: list[Block] = []
    waiting: tuple[int, Cell] | None = None
    for column, cell in zip(line.columns, line.cells, strict=True):
        if waiting is not None:
            if not cell.text.endswith(":"):
                blocks.append(pair(waiting[1], cell))
                waiting = None
                continue
            blocks.append(unanswered(sheet, line.row, *waiting))
        if cell.text.endswith(":"):
            waiting = (column, cell)
        else:
            blocks.append(Block(cell.text, cell.location, marks=cell.marks, strong=cell.strong))
    return [*blocks, unanswered(sheet, line.row, *waiting)] if waiting else blocks


def _alternates(sheet: Sheet, line: Line) -> bool:
    """Whether every first cell of two is set like a label and every second is not."""
    stressed = [
        cell.strong or sheet.look(line.row, column).fill != ""
        for column, cell in zip(line.columns, line.cells, strict=True)
    ]
    return all(stressed[::2]) and not any(stressed[1::2]) and all(is_prompt(cell) for cell in line.cells[::2])


def _are_known_labels(lines: list[Line], index: int) -> bool:
    """Whether every first cell of two names a usual entry of a form, in this line and in one right beside it."""
    beside = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    alike = [line for line in beside if line.columns == lines[index].columns and abs(line.row - lines[index].row) == 1]
    return _known_labels(lines[index]) and any(map(_known_labels, alike))


def _known_labels(line: Line) -> bool:
    return all(map(is_entry, line.cells[::2]))


def is_entry(cell: Cell) -> bool:
    """Whether the cell names a usual entry of a form, as `Author` or `Valid from:` do."""
    return cell.kind == "text" and (cell.text.endswith(":") or _ENTRY.fullmatch(cell.text.rstrip(" :*")) is not None)


def unanswered(sheet: Sheet, row: int, column: int, label: Cell) -> Block:
    """A label whose value is missing, at the place where it should be."""
    place = Location(part=sheet.name, cell=cell_name(row, column + label.spans))
    return Block(f"{label.text.rstrip(' :')}:", place, "pair", apart=True)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands next to a lone cell."""

    first: bool = False
    """Nothing stands above it on the sheet."""
    after_pair: bool = False
    """A label with its value stands right above it."""
    under_title: bool = False
    """A title stands right above it."""
    table_below: int = 0
    """Row of the next named table; 0 where there is none."""


def lone_cell(sheet: Sheet, lines: list[Line], index: int, around: Around) -> Block:
    """A cell alone in its row: a label without value, a label with its value, a title, or a paragraph."""
    line = lines[index]
    cell, column = line.cells[0], line.columns[0]
    title = _is_title(sheet, lines, index, around)
    numbered = _PART_NUMBER.match(cell.text) is not None
    if is_prompt(cell) and not numbered and _waits_for_value(sheet, lines, index, around):
        return unanswered(sheet, line.row, column, cell)
    if _holds_its_value(cell) and not numbered and not (around.first and not _holds_more(lines, index)):
        return Block(cell.text, cell.location, "pair", marks=cell.marks, strong=cell.strong)
    if title:
        return Block(cell.text, cell.location, "heading", level=2, marks=cell.marks, strong=cell.strong)
    return Block(cell.text, cell.location, marks=cell.marks, strong=cell.strong)


def _holds_its_value(cell: Cell) -> bool:
    match = _IN_ONE_CELL.fullmatch(cell.text)
    return match is not None and not has_sentence(match[1])


def _holds_more(lines: list[Line], index: int) -> bool:
    """Whether the line below is a label and its value too, as in a block of them at the top of a sheet."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or below.row > lines[index].bottom + 1:
        return False
    return len(below.cells) == 1 and _holds_its_value(below.cells[0])


def _is_title(sheet: Sheet, lines: list[Line], index: int, around: Around) -> bool:
    """Short text that is set off or stands over something, and no sentence."""
    line = lines[index]
    cell, look = line.cells[0], sheet.look(line.row, line.columns[0])
    if cell.kind != "text" or is_serial(cell) or cell.marks or "\n" in cell.text or not _OPENS.match(cell.text):
        return False
    stressed = cell.strong or look.large
    if has_sentence(cell.text) or len(cell.text) > (_TITLE if stressed or around.first else _PLAIN_TITLE):
        return False
    if look.italic and not stressed:
        return False
    numbered = _PART_NUMBER.match(cell.text) is not None
    return stressed or around.first or numbered or _introduces(lines, index, around) or cell.text.endswith(":")


def _introduces(lines: list[Line], index: int, around: Around) -> bool:
    """Whether a table, labels, or a longer text follow the line closely."""
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    reach = line.bottom + 1 + _INTRODUCES
    if around.under_title:
        return False
    if below is None or below.row > reach:
        return 0 < around.table_below <= reach
    if len(below.cells) > 1:
        return True
    alone = index == 0 or lines[index - 1].bottom + 1 < line.row
    return alone and len(line.cells[0].text) <= LABEL_LENGTH and has_sentence(below.cells[0].text)


def _waits_for_value(sheet: Sheet, lines: list[Line], index: int, around: Around) -> bool:
    """Whether the lone cell is a label: by its colon, by an empty box beside it, or as one of several labels."""
    line = lines[index]
    cell, column = line.cells[0], line.columns[0]
    if cell.text.endswith(":"):
        return not _text_follows(sheet, lines, index)
    if len(cell.text) > LABEL_LENGTH or has_sentence(cell.text) or sheet.look(line.row, column).large:
        return False
    own, beside = sheet.look(line.row, column), sheet.look(line.row, column + cell.spans)
    if own.drawn and beside.boxed and own.fill != beside.fill:
        return True
    above = lines[index - 1] if index else None
    below = lines[index + 1] if index + 1 < len(lines) else None
    return (
        around.after_pair
        and above is not None
        and _are_labels(line, above)
        and (below is None or below.row > line.row + 1 or _are_labels(line, below) or len(below.cells) == 1)
    )


def _are_labels(line: Line, other: Line) -> bool:
    """Whether both lines begin with labels of the same look in the same column."""
    label, first = line.cells[0], other.cells[0]
    return (
        len(other.cells) == 2
        and other.columns[0] == line.columns[0]
        and is_prompt(first)
        and first.strong == label.strong
        and not other.cells[1].strong
    )


def _text_follows(sheet: Sheet, lines: list[Line], index: int) -> bool:
    """Whether what the label announces stands below it instead of beside it: a text or a table."""
    if index + 1 >= len(lines):
        return False
    line, below = lines[index], lines[index + 1]
    if len(below.cells) > 1:
        return (
            below.row <= line.bottom + 2
            and not labelled(sheet, lines, index + 1)
            and header_depth(sheet, lines, index + 1) > 0
        )
    return below.row <= line.bottom + 1 and not below.cells[0].text.endswith(":")
