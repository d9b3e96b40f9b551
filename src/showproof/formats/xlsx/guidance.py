"""Instruction rows: guidance for whoever fills the table, set right below the header as if it were data."""

from __future__ import annotations

import re

from showproof.formats.xlsx.lines import Line, is_serial
from showproof.formats.xlsx.sheet_cells import Sheet
from showproof.model import Block, Cell

_ASIDE = re.compile(r"(?:e\.?\s?g\.?|for example|example|i\.?e\.|such as|optional|required|format)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[<{].*[)\]>}]\.?", re.DOTALL)
_IMPERATIVE = re.compile(
    r"(?:please\s+|briefly\s+|shortly\s+)?(?:add|assign|attach|calculate|capture|choose|click|count|define|describe|"
    r"detail|document|enter|estimate|explain|fill|give|identify|indicate|insert|keep|link|list|mention|name|note|number|"
    r"outline|pick|provide|put|rate|record|score|select|set|show|specify|state|summari[sz]e|type|use|write)\s+\w+",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:what|who|whom|when|where|why|how|which|is|are|does|do|did|has|have|can|will)\b.*\?", re.IGNORECASE | re.DOTALL
)
_NAMING = re.compile(
    r"(?:the|a|an|one|unique|short|date|name|person|number)\b.+\b(?:of|that|who|which|when|on|by|for|to)\b.+",
    re.IGNORECASE | re.DOTALL,
)


def is_guidance(cell: Cell) -> bool:
    """Whether the cell tells a person what to write there."""
    text = cell.text
    if cell.kind != "text":
        return False
    return any(pattern.match(text) for pattern in (_ASIDE, _IMPERATIVE, _QUESTION)) or bool(_BRACKETED.fullmatch(text))


def is_instruction_row(sheet: Sheet, line: Line, below: Line | None) -> bool:
    """Whether the first line under a header instructs, and the line after it does not do the same."""
    cells = [cell for cell in line.cells if not is_serial(cell)]
    if not cells or any(cell.kind not in ("text", "number") for cell in line.cells):
        return False
    italic = all(sheet.look(line.row, column).italic for column in line.columns)
    told = sum(is_guidance(cell) or bool(_NAMING.match(cell.text)) for cell in cells)
    if not any(is_guidance(cell) for cell in cells) and not italic:
        return False
    if below is not None and _looks_alike(sheet, line, below):
        return False
    return (told * 3 >= len(cells) * 2 and len(cells) > 1) or (italic and told > 0)


def _looks_alike(sheet: Sheet, line: Line, below: Line) -> bool:
    """Whether the line below is guidance as well: then both are placeholders left in a form's rows."""
    guided = [is_guidance(cell) for cell in below.cells if not is_serial(cell)]
    both_italic = all(sheet.look(each.row, column).italic for each in (line, below) for column in each.columns)
    return both_italic or any(guided)


def guidance_blocks(line: Line) -> list[Block]:
    """The row's texts as placeholders."""
    return [Block(cell.text, cell.location, placeholder=True) for cell in line.cells if cell.text]
