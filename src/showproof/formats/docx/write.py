"""A form as a Word document: every answer has a control, a bookmark and its label beside it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from showproof.formats.docx.boxes import record_boxes
from showproof.formats.docx.controls import Controls, hint
from showproof.formats.docx.front import front
from showproof.formats.docx.grids import grid
from showproof.formats.docx.page import Page, section_properties
from showproof.formats.docx.parts import DECLARATION, SAME, WORD, around, picture_id, picture_part
from showproof.formats.docx.pictures import Placed, picture_paragraph
from showproof.formats.docx.text import gap, last, paragraph, styled
from showproof.formats.docx.widths import needs_turning
from showproof.formats.figure import NAME
from showproof.formats.form import Form, Section, tag
from showproof.formats.package import pack

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = (
    f'<w:document xmlns:w="{WORD}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">'
)
_ANSWER = styled("Answer")


def write_docx(form: Form) -> bytes:
    """The document's bytes; the same form gives the same bytes."""
    parts = around(form, len(form.figures))
    parts["word/document.xml"] = b"".join([block.encode() for block in _blocks(form)])
    for number, figure in enumerate(form.figures, start=1):
        parts[picture_part(number)] = figure.png
    return pack(parts, SAME)


def opening() -> str:
    """The document up to its first paragraph."""
    return f"{DECLARATION}{_ROOT}<w:body>"


def _blocks(form: Form) -> Iterator[str]:
    """The document from its first character to its last."""
    controls = Controls(form.language)
    page = upright = Page(form.paper)
    numbers = count(1)
    yield f"{opening()}{front(form, upright.usable, controls)}"
    for section in form.sections:
        wanted = Page(form.paper, turned=needs_turning(section.table, upright.usable))
        if wanted != page:
            yield gap(section_properties(page))
            page = wanted
        yield _section(section, page.usable, controls)
        for figure, number in zip(section.figures, numbers, strict=False):
            placed = Placed(figure, NAME, number, number, picture_id(number))
            yield picture_paragraph(placed, (page.usable, page.usable_height))
    ends_in_text = form.sections and not form.sections[-1].table
    end = "" if ends_in_text or (form.sections and form.sections[-1].figures) else last()
    yield f"{end}{section_properties(page)}</w:body></w:document>"


def _section(section: Section, usable: int, controls: Controls) -> str:
    """One part of the form: heading, purpose, questions, table."""
    blocks = [paragraph(section.title, "Heading1")]
    if section.guidance:
        blocks.append(paragraph(section.guidance, "Guidance"))
    for question in section.questions:
        blocks.append(paragraph(question.label, "Prompt"))
        name = tag(section.id, question.id)
        blocks.append(controls.control(question, name, question.answer, hint(question), _ANSWER))
    if section.table:
        lay = record_boxes if section.table.layout == "records" else grid
        blocks.append(lay(section, section.table, usable, controls))
    return "".join(blocks)
