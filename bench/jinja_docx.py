"""What the template of the document is filled with: the form's words, and all that can be worked out before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from showproof.formats.docx.boxes import _columns, _Line, _paired
from showproof.formats.docx.cells import empty_texts
from showproof.formats.docx.controls import Controls, _is_date, hint
from showproof.formats.docx.front import front
from showproof.formats.docx.page import Page, section_properties
from showproof.formats.docx.parts import DECLARATION
from showproof.formats.docx.text import gap
from showproof.formats.docx.widths import needs_turning, widths
from showproof.formats.docx.write import _ROOT
from showproof.formats.form import mark, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from showproof.formats.form import Form, FormTable, Question, Section


class Slot(NamedTuple):
    """One answer's place. For a row's number, `number` is that number."""

    number: int
    type: str
    tag: str = ""
    mark: str = ""
    label: str = ""
    options: tuple[str, ...] = ()
    answer: str = ""
    empty: str = ""
    is_day: bool = False
    width: int = 0
    alone: bool = False


def document(form: Form) -> dict[str, Any]:
    """The variables of `document.xml.j2`."""
    controls, upright = Controls(form.language), Page(form.paper)
    head = f"{DECLARATION}{_ROOT}<w:body>{front(form, upright.usable, controls)}"
    page, sections = upright, []
    for section in form.sections:
        wanted = Page(form.paper, turned=needs_turning(section.table, upright.usable))
        turn = gap(section_properties(page)) if wanted != page else ""
        page = wanted
        sections.append({"turn": turn, **_section(section, page.usable, controls)})
    tail = f"{gap()}{section_properties(page)}</w:body></w:document>"
    return {"head": head, "sections": sections, "tail": tail, "language": form.language}


def _section(section: Section, usable: int, controls: Controls) -> dict[str, Any]:
    shown = section.table
    asked = [_slot(controls, one, tag(section.id, one.id), one.answer, hint(one)) for one in section.questions]
    return {
        "title": section.title,
        "guidance": section.guidance,
        "questions": asked,
        "grid": [_grid(section, shown, usable, controls)] if shown and shown.layout != "records" else [],
        "boxes": list(_boxes(section, shown, usable, controls)) if shown and shown.layout == "records" else [],
    }


def _slot(
    controls: Controls, question: Question, name: str, answer: str, empty: str, width: int = 0, alone: bool = False
) -> Slot:
    number = next(controls._numbers)
    is_day = question.type == "date" and _is_date(answer)
    label, options = question.label, question.options
    return Slot(number, question.type, name, mark(name), label, options, answer, empty, is_day, width, alone)


def _grid(section: Section, shown: FormTable, usable: int, controls: Controls) -> dict[str, Any]:
    across = widths(shown.columns, usable)
    rows = [
        [
            Slot(number, "serial", width=width)
            if column.type == "serial"
            else _slot(controls, column, tag(section.id, column.id, number), answer, empty, width)
            for column, width, answer, empty in zip(shown.columns, across, answers, blank, strict=True)
        ]
        for number, (answers, blank) in enumerate(zip(shown.rows, empty_texts(shown), strict=True), start=1)
    ]
    names = ", ".join(column.label for column in shown.columns)
    return {
        "usable": usable,
        "across": across,
        "caption": section.title,
        "description": f"One {shown.record.lower()} a row. Columns: {names}.",
        "headers": [(width, column.label) for width, column in zip(across, shown.columns, strict=True)],
        "rows": rows,
    }


def _boxes(section: Section, shown: FormTable, usable: int, controls: Controls) -> Iterator[dict[str, Any]]:
    across = _columns(usable)
    for number, (answers, blank) in enumerate(zip(shown.rows, empty_texts(shown), strict=True), start=1):
        lines = [
            _Line(column, tag(section.id, column.id, number), answer, empty)
            for column, answer, empty in zip(shown.columns, answers, blank, strict=True)
            if column.type != "serial"
        ]
        pairs = [
            [_slot(controls, *one, sum(across[1:]), True) for one in pair]
            if len(pair) == 1
            else [_slot(controls, *one, width) for one, width in zip(pair, across[1::2], strict=True)]
            for pair in _paired(lines)
        ]
        name = f"{shown.record} {number}"
        caption, description = f"{section.title}: {name}", "Each label with its answer to the right."
        shape = {"usable": usable, "across": across, "narrow": across[0]}
        yield {**shape, "name": name, "caption": caption, "description": description, "pairs": pairs}
