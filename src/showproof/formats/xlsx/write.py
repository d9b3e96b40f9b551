"""A form as a workbook: a cover, one sheet a section, and the lists that are too long for a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.form import Form, mark, tag
from showproof.formats.xlsx.book import workbook_file
from showproof.formats.xlsx.cells import Strings, letters
from showproof.formats.xlsx.cover import FIRST_HEAD, cover_sheet
from showproof.formats.xlsx.grid import LINK_ROW
from showproof.formats.xlsx.layout import FIRST_QUESTION, Layout, lay_out
from showproof.formats.xlsx.lists import collect, lists_grid
from showproof.formats.xlsx.names import COVER, LISTS, sheet_names, unique
from showproof.formats.xlsx.section_sheet import section_sheet
from showproof.formats.xlsx.worksheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

_LISTS_COLOUR = "FFD0D7DE"
_NAME = 255
"""Longest defined name in Excel."""


def write_xlsx(form: Form) -> bytes:
    """The form's workbook; the same form gives the same bytes. Raises UserError for an answer no cell can hold."""
    named = sheet_names(section.title for section in form.sections)
    layouts = [lay_out(section, name) for section, name in zip(form.sections, named, strict=True)]
    tables, places = _names(form, layouts)
    strings = Strings()
    lists = collect(form)
    sheets = [cover_sheet(form, layouts, lists, strings)]
    for layout in layouts:
        number = sum(bool(sheet.table) for sheet in sheets) + 1
        sheets.append(section_sheet(layout, lists, strings, number, tables.get(layout.section.id, "")))
    if lists.long:
        sheets.append(
            Sheet(name=LISTS, grid=lists_grid(lists, strings), colour=_LISTS_COLOUR, links=((f"A{LINK_ROW}", COVER),))
        )
    return workbook_file(form, sheets, places, strings)


def _names(form: Form, layouts: Sequence[Layout]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Section id to its table's name, and the names of all questions' places: one name space in Excel."""
    taken: set[str] = set()
    tables = {
        layout.section.id: unique(mark(layout.section.id), taken, _NAME, "_") for layout in layouts if layout.table
    }
    places = [
        (unique(mark(tag(form.head.id, question.id)), taken, _NAME, "_"), f"{COVER}!$B${row}")
        for row, question in enumerate(form.head.questions, start=FIRST_HEAD)
    ]
    for layout in layouts:
        column = letters(layout.labels + 1)
        for row, question in enumerate(layout.section.questions, start=FIRST_QUESTION):
            name = unique(mark(tag(layout.section.id, question.id)), taken, _NAME, "_")
            places.append((name, layout.from_outside(f"${column}${row}")))
    return tables, places
