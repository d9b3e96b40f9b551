"""A handout as a Word document: each leaf begins a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.cells import cell, label, row, table
from showproof.formats.docx.controls import BLANK, Controls
from showproof.formats.docx.front import title_of
from showproof.formats.docx.page import Page, section_properties
from showproof.formats.docx.parts import SAME, around
from showproof.formats.docx.text import gap, last, paragraph, run, styled
from showproof.formats.docx.write import opening
from showproof.formats.form import Question, tag
from showproof.formats.handout import Cells, Items, Words
from showproof.formats.package import pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from showproof.formats.handout import Column, Handout, Piece

_LINE = 260
"""Twentieths of a point of a line that people write on."""
_TEXT = styled("TableText")
_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:spacing w:before="0"/>'


def write_handout_docx(handout: Handout) -> bytes:
    """The document's bytes; the same handout gives the same bytes."""
    parts = around(handout)
    parts["word/document.xml"] = b"".join([block.encode() for block in _blocks(handout)])
    return pack(parts, SAME)


def _blocks(handout: Handout) -> Iterator[str]:
    controls, page = Controls(handout.language), Page(handout.paper)
    yield opening()
    yield paragraph(title_of(handout), "Title")
    yield paragraph(handout.kind_title, "Subtitle")
    for number, leaf in enumerate(handout.leaves):
        yield _heading(leaf.title, "<w:pageBreakBefore/>" if number else "")
        yield paragraph(leaf.lead, "Guidance") if leaf.lead else ""
        for at, piece in enumerate(leaf.pieces, start=1):
            yield _piece(piece, f"{leaf.id}.{at}", page.usable, controls)
    yield f"{last()}{section_properties(page)}</w:body></w:document>"


def _heading(title: str, broken: str) -> str:
    return f"<w:p><w:pPr>{styled('Heading1')}{broken}{_UNNUMBERED}</w:pPr>{run(title)}</w:p>"


def _piece(piece: Piece, name: str, usable: int, controls: Controls) -> str:
    head = paragraph(piece.title, "Prompt", keep=True) if piece.title else ""
    if isinstance(piece, Words):
        return head + paragraph(piece.text, "TableText")
    if isinstance(piece, Items):
        if piece.boxes:
            ticks = enumerate(piece.items, start=1)
            return head + "".join(controls.tick(tag(name, "done", at), item, styled("Tick")) for at, item in ticks)
        return head + "".join(paragraph(item, "LookedForItem") for item in piece.items)
    return (head or gap()) + _grid(piece, name, usable, controls)


def _grid(piece: Cells, name: str, usable: int, controls: Controls) -> str:
    total = sum(column.share for column in piece.columns)
    across = [usable * column.share // total for column in piece.columns]
    across[-1] += usable - sum(across)
    tall = max(column.lines for column in piece.columns) * _LINE
    heads = [label(width, text, True) for width, text in zip(across, piece.labels, strict=False)]
    rows = [row(heads, header=True)] if heads else []
    for number, texts in enumerate(piece.rows, start=1):
        cells = [
            cell(width, _cell(column, f"c{at}", tag(name, f"c{at}", number), text, controls))
            for at, (width, column, text) in enumerate(zip(across, piece.columns, texts, strict=True), start=1)
        ]
        rows.append(row(cells, tall=tall))
    return table(across, rows, piece.title, f"Columns: {', '.join(piece.labels)}." if heads else piece.title)


def _cell(column: Column, identity: str, name: str, text: str, controls: Controls) -> str:
    if not column.lines:
        return paragraph(text, "TableText")
    asked = Question(
        id=identity, label=column.label, type="paragraph", guidance="", options=(), required=False, width=1
    )
    return controls.control(asked, name, text, BLANK, _TEXT)
