"""Blocks of a Word document, each under its number from the top; a row of a table is one block."""

from __future__ import annotations

from pathlib import Path

from showproof.errors import UnreadableError
from showproof.formats.limits import Limits
from showproof.formats.open import read_draft
from showproof.market.report import MAX_LENGTH, Line
from showproof.market.signs import bare, marked_line
from showproof.model import Block

REMEDY = "save the report as .txt, .html or .docx"


def document_lines(data: bytes, path: Path, limits: Limits) -> tuple[list[Line], tuple[str, ...]]:
    """The blocks of a document, and what its reader noticed. Raises UnreadableError for any other package."""
    try:
        outline = read_draft(data, path, limits)
    except UnreadableError as error:
        raise UnreadableError(error.message, where=error.where, remedy=REMEDY) from None
    if outline.format != "docx":
        raise UnreadableError("a workbook is no report", where=str(path), remedy=REMEDY)
    lines: list[Line] = []
    number = 0
    for item in outline.items:
        if isinstance(item, Block):
            number += 1
            lines += _block_line(number, item)
            continue
        for row in item.rows:
            number += 1
            cells = tuple(bare(cell.text[:MAX_LENGTH]) for cell in row)
            if any(cells):
                lines.append(Line(number, " ".join(cells), "row", cells))
    return lines, outline.notices


def _block_line(number: int, block: Block) -> list[Line]:
    """A block is what its style says, or else what the sign at its start does."""
    line = marked_line(number, " ".join(block.text.split()))
    if line is None:
        return []
    return [line._replace(kind=block.kind) if block.kind in ("heading", "item") else line]
