"""A document as a person would template it: Jinja with macros, loops and choices over the form, then a zip.

It makes the same bytes as the writer. What can be worked out before (widths, page turns, the front matter) is.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from showproof.formats.docx.boxes import TITLE_SHADE, _columns, _Line, _paired
from showproof.formats.docx.cells import SHADE, empty_texts
from showproof.formats.docx.controls import _PLACEHOLDER, Controls, hint
from showproof.formats.docx.front import front
from showproof.formats.docx.page import Page, section_properties
from showproof.formats.docx.parts import DECLARATION
from showproof.formats.docx.text import gap
from showproof.formats.docx.widths import needs_turning, widths
from showproof.formats.docx.write import _ROOT, write_docx
from showproof.formats.form import mark, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from showproof.formats.form import Form, FormTable, Section

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_OPEN = '<w:t xml:space="preserve">'


def templated(form: Form) -> Callable[[], bytes]:
    """Renders the document part and zips all parts at level 6."""
    environment = Environment(autoescape=False)
    environment.filters.update(x=_escaped, mark=mark, hint=hint, isdate=_DATE.fullmatch)
    template = environment.from_string(Path(__file__).with_name("document.xml.j2").read_text().rstrip("\n"))
    context = _context(form)
    with zipfile.ZipFile(io.BytesIO(write_docx(form))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def make() -> bytes:
        parts["word/document.xml"] = template.render(context).encode()
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return made.getvalue()

    return make


def _context(form: Form) -> dict[str, Any]:
    controls, upright = Controls(form.language), Page(form.paper)
    head = f"{DECLARATION}{_ROOT}<w:body>{front(form, upright.usable, controls)}"
    page, sections = upright, []
    for section in form.sections:
        wanted = Page(form.paper, turned=needs_turning(section.table, upright.usable))
        turn = gap(section_properties(page)) if wanted != page else ""
        page = wanted
        sections.append({"turn": turn, **_section(section, page.usable)})
    return {
        "head": head,
        "start": next(controls._numbers) - 1,
        "sections": sections,
        "tail": f"{gap()}{section_properties(page)}</w:body></w:document>",
        "lang": form.language,
        "PH": _PLACEHOLDER,
        "SHADE": SHADE,
        "TITLE_SHADE": TITLE_SHADE,
    }


def _section(section: Section, usable: int) -> dict[str, Any]:
    known = {"id": section.id, "title": section.title, "guidance": section.guidance, "questions": section.questions}
    shown = section.table
    if shown is None:
        return known
    if shown.layout == "records":
        across = _columns(usable)
        boxes = {"boxes": _boxes(section.id, shown), "record": shown.record, "usable": usable}
        return {**known, **boxes, "across": across, "wide3": sum(across[1:])}
    names = ", ".join(column.label for column in shown.columns)
    return {
        **known,
        "grid": True,
        "across": widths(shown.columns, usable),
        "columns": shown.columns,
        "rows": shown.rows,
        "empty": empty_texts(shown),
        "desc": f"One {shown.record.lower()} a row. Columns: {names}.",
    }


def _boxes(part: str, shown: FormTable) -> list[list[list[_Line]]]:
    return [
        _paired(
            [
                _Line(column, tag(part, column.id, number), answer, empty)
                for column, answer, empty in zip(shown.columns, answers, blank, strict=True)
                if column.type != "serial"
            ]
        )
        for number, (answers, blank) in enumerate(zip(shown.rows, empty_texts(shown), strict=True), start=1)
    ]


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\n", f"</w:t><w:br/>{_OPEN}") if "\n" in text else text
