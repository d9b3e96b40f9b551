"""Sheets as the file of a workbook: the parts around them, and the package."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from showproof.formats.package import pack
from showproof.formats.xlsx import parts
from showproof.formats.xlsx.styles import styles
from showproof.formats.xlsx.theme import theme
from showproof.formats.xlsx.worksheet import Sheet, worksheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from showproof.formats.form import Document
    from showproof.formats.xlsx.cells import Strings

_LEVEL = 4
"""How hard parts are deflated: a quarter quicker than usual, for files that are 1 to 2 % larger."""


def workbook_file(
    form: Document, sheets: Sequence[Sheet], places: Sequence[tuple[str, str]], strings: Strings
) -> bytes:
    """The file's bytes; `places` are the defined names with what they point at."""
    made = _parts(form, sheets, places, strings)
    same = {*_same_for_all(), *(name for name in made if name.endswith((".rels", "Types].xml")))}
    return pack(made, same, _LEVEL)


@cache
def _same_for_all() -> Mapping[str, bytes]:
    return {
        "xl/styles.xml": styles(),
        "xl/theme/theme1.xml": theme(),
        "docProps/app.xml": parts.app_properties(),
    }


def _parts(
    form: Document, sheets: Sequence[Sheet], places: Sequence[tuple[str, str]], strings: Strings
) -> dict[str, bytes]:
    custom = bool(form.properties)
    made = {
        "[Content_Types].xml": parts.content_types(sheets, custom=custom),
        "_rels/.rels": parts.package_relationships(custom=custom),
        "xl/workbook.xml": parts.workbook(sheets, places),
        "xl/_rels/workbook.xml.rels": parts.workbook_relationships(len(sheets)),
    }
    tables = 0
    for number, sheet in enumerate(sheets, start=1):
        made[f"xl/worksheets/sheet{number}.xml"] = worksheet(sheet, form, first=number == 1)
        if sheet.table:
            tables += 1
            made[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = parts.table_relationship(tables)
            made[f"xl/tables/table{tables}.xml"] = sheet.table.encode()
    made["xl/sharedStrings.xml"] = strings.part()
    made.update(_same_for_all())
    made["docProps/core.xml"] = parts.core_properties(form)
    if custom:
        made["docProps/custom.xml"] = parts.custom_properties(form.properties)
    return made
