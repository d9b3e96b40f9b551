"""Every stored cell of a workbook, seen or not: for tables that people edit and of which nothing may be lost.

A draft is read as a person sees it (`read`); here a row that a filter hides counts like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.package import Package
from showproof.formats.xlsx.cell_values import shown_value
from showproof.formats.xlsx.looks import Look, looks
from showproof.formats.xlsx.references import MAX_COLUMN, MAX_ROW, Range, column_number, split_range
from showproof.formats.xlsx.shared_text import Text, item_text
from showproof.formats.xlsx.sheet_stream import sheet_elements, string_items
from showproof.formats.xlsx.workbook_parts import SheetPart, namespace, workbook_parts

if TYPE_CHECKING:
    from lxml import etree

MOST_CARRIED = 1_000
"""Rows of a merged range down which its value is carried."""


class Stored(NamedTuple):
    """One cell: its text as shown, its kind, and a number as it is stored."""

    text: str
    kind: str = "text"
    """`text`, `number`, `percent`, `money`, `date`, `bool`, `error`, or `uncounted` for a formula without a value."""
    raw: str = ""
    """A number's digits as stored, whatever its format shows; '' for all else."""
    carried: bool = False
    """Whether it stands in a cell above, with which this one is merged."""


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """The cells of a sheet that hold anything, by row and column from 1."""

    name: str
    rows: dict[int, dict[int, Stored]] = field(default_factory=dict)


class _Book(NamedTuple):
    strings: tuple[str, ...]
    looks: tuple[Look, ...]
    since_1904: bool


def read_stored(package: Package) -> tuple[StoredSheet, ...]:
    """The sheets in the order of their tabs. Raises UnreadableError where the package holds no workbook."""
    parts = workbook_parts(package)
    styles: tuple[Look, ...] = ()
    if parts.styles:
        root = package.xml(parts.styles)
        styles = looks(root, namespace(root))
    items = string_items(package, parts.strings) if parts.strings else ()
    book = _Book(tuple(_whole(item_text(item)) for item in items), styles, parts.since_1904)
    return tuple(_sheet(package, listed, book) for listed in parts.sheets if listed.part)


def _whole(text: Text) -> str:
    return text if isinstance(text, str) else text.on_colour


def _sheet(package: Package, listed: SheetPart, book: _Book) -> StoredSheet:
    sheet = StoredSheet(listed.name)
    last = 0
    for element in sheet_elements(package, listed.part):
        kind = str(element.tag).rpartition("}")[2]
        if kind == "row":
            last = _number(element.get("r"), MAX_ROW) or last + 1
            cells = _cells(element, book)
            if cells:
                sheet.rows[last] = cells
        elif kind == "mergeCell" and (area := split_range(element.get("ref") or "")):
            _carry(sheet, area)
    return sheet


def _number(given: str | None, most: int) -> int:
    """A number from 1 to the most, else 0."""
    number = int(given) if given and given.isdecimal() and len(given) < 9 else 0
    return number if number <= most else 0


def _cells(row: etree._Element, book: _Book) -> dict[int, Stored]:
    found: dict[int, Stored] = {}
    column = 0
    for cell in row.iterchildren(f"{namespace(row)}c"):
        reference = cell.get("r")
        column = column_number(reference.rstrip("0123456789")) if reference else column + 1
        stored = _stored(cell, book)
        if stored and 1 <= column <= MAX_COLUMN:
            found[column] = stored
    return found


def _stored(cell: etree._Element, book: _Book) -> Stored | None:
    space = namespace(cell)
    kind, value = cell.get("t"), cell.findtext(f"{space}v") or ""
    inline = cell.find(f"{space}is")
    if inline is not None:
        text = _whole(item_text(inline))
        return Stored(text) if text else None
    if kind == "s":
        place = int(value) if value.isdecimal() and len(value) < 9 else len(book.strings)
        text = book.strings[place] if place < len(book.strings) else ""
        return Stored(text) if text else None
    if not value:
        counted = cell.find(f"{space}f") is None or kind == "str"
        return None if counted else Stored("", "uncounted")
    style = _number(cell.get("s"), len(book.looks))
    code = book.looks[style].code if style < len(book.looks) else "General"
    shown = shown_value(kind, value, code, book.since_1904)
    if shown is None:
        return Stored(value, "error")
    return Stored(shown[0], shown[1], value if kind in (None, "n") else "") if shown[0] else None


def _carry(sheet: StoredSheet, area: Range) -> None:
    """The value of a range merged downwards, for each of its rows."""
    first = sheet.rows.get(area.top, {}).get(area.left)
    if first is None:
        return
    for row in range(area.top + 1, min(area.bottom, area.top + MOST_CARRIED) + 1):
        sheet.rows.setdefault(row, {})[area.left] = first._replace(carried=True)
