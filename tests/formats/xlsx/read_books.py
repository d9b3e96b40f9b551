"""Small workbooks for the reader's tests: from cells by openpyxl, or from sheet XML where the file has to be odd."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from showproof.formats.limits import USUAL, Limits
from showproof.formats.package import Package
from showproof.formats.xlsx.read import read_xlsx
from showproof.model import Block, Outline, Table

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"

BOLD = Font(bold=True)
GREEN = PatternFill("solid", fgColor="FF00B050")


def rows(*lines: str, start: str = "A1") -> dict[str, str]:
    """Cells from lines whose columns are parted by `|`; empty ones are left out."""
    letters, top = coordinate_from_string(start)
    left = column_index_from_string(letters)
    return {
        f"{get_column_letter(left + at)}{top + number}": text.strip().replace("\\n", "\n").replace("\\t", "\t")
        for number, line in enumerate(lines)
        for at, text in enumerate(line.split("|"))
        if text.strip()
    }


def made(sheets: dict[str, dict[str, Any]], edit: Callable[[Workbook], object] = lambda book: None) -> bytes:
    """A workbook of sheets of cells; a key such as `A3*` makes the cell bold. `edit` may change it before saving."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for place, value in cells.items():
            cell = sheet[place.rstrip("*")]
            cell.value = value
            if place.endswith("*"):
                cell.font = BOLD
    edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def bold(cells: dict[str, Any]) -> dict[str, Any]:
    """The same cells, all bold."""
    return {f"{place}*": value for place, value in cells.items()}


def raw(
    sheet: str,
    *,
    strings: str = "",
    styles: str = "",
    book: str = "",
    head: str = "",
    space: str = MAIN,
    state: str = "",
) -> bytes:
    """A package with one sheet named Plan, whose content is `sheet`; `book` and `head` go into the workbook part."""
    parts = {
        "_rels/.rels": _relations(("officeDocument", "xl/book.xml")),
        "xl/book.xml": f'<workbook xmlns="{space}" xmlns:r="{_OFFICE}">{head}<sheets>'
        f'<sheet name="Plan" sheetId="1" r:id="r1" {state}/></sheets>{book}</workbook>',
        "xl/_rels/book.xml.rels": _relations(
            ("worksheet", "one.xml"), ("sharedStrings", "/xl/strings.xml"), ("styles", "looks.xml")
        ),
        "xl/one.xml": f'<worksheet xmlns="{space}">{sheet}</worksheet>',
        "xl/strings.xml": f'<sst xmlns="{space}">{strings}</sst>',
        "xl/looks.xml": f'<styleSheet xmlns="{space}">{styles}</styleSheet>',
    }
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_RELS}">{listed}</Relationships>'


def data(*lines: str) -> str:
    """`sheetData` of rows given as XML."""
    return f"<sheetData>{''.join(lines)}</sheetData>"


def read(content: bytes, limits: Limits = USUAL) -> Outline:
    """The outline of a workbook."""
    return read_xlsx(Package(content, "draft.xlsx", limits))


def told(outline: Outline) -> list[str]:
    """Every item in a line: `heading 2 Plan!A1: Title`, `pair Plan!B3: Owner: Ana`, `table 1 Plan!A5: a | b / 1`."""
    return [_told(item) for item in outline.items]


def _told(item: Block | Table) -> str:
    if isinstance(item, Table):
        lines = " / ".join(" | ".join(cell.text for cell in row) for row in item.rows)
        name = f" {item.name}" if item.name else ""
        return f"table {item.header}{name} {item.location.where()}: {lines}"
    level = f" {item.level}" if item.level else ""
    guide = " placeholder" if item.placeholder else ""
    return f"{item.kind}{level}{guide} {item.location.where()}: {item.text}"
