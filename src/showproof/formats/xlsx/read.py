"""Reads a workbook into an outline: what a person sees on its sheets, in reading order, with places."""

from __future__ import annotations

from showproof.formats.package import Package
from showproof.formats.xlsx.beside_cells import beside
from showproof.formats.xlsx.coloured import are_bars
from showproof.formats.xlsx.doubtful import notice_dates, notice_worked_example
from showproof.formats.xlsx.looks import Look, looks
from showproof.formats.xlsx.noticed import Noticed
from showproof.formats.xlsx.read_pictures import without_captions
from showproof.formats.xlsx.references import Range
from showproof.formats.xlsx.shared_text import Rich, item_text
from showproof.formats.xlsx.sheet_cells import Book, Sheet
from showproof.formats.xlsx.sheet_items import Item, sheet_items
from showproof.formats.xlsx.sheet_reader import SheetReader
from showproof.formats.xlsx.sheet_stream import is_large, sheet_elements, string_items
from showproof.formats.xlsx.workbook_parts import (
    ExcelTable,
    SheetPart,
    WorkbookParts,
    document_properties,
    excel_tables,
    namespace,
    workbook_parts,
)
from showproof.model import Block, Outline

_WITHOUT_CELLS = {"chartsheet": "is a chart", "dialogsheet": "is a dialog", "xlMacrosheet": "is a macro sheet"}


def read_xlsx(package: Package) -> Outline:
    """The outline of an .xlsx, .xlsm or .xltx file.

    Raises UnreadableError where the package cannot be opened or holds no workbook. A damaged cell is left out with a
    notice.
    """
    parts = workbook_parts(package)
    noticed = Noticed()
    styles = _looks(package, parts.styles, noticed)
    book = Book(*_strings(package, parts.strings), styles, parts.since_1904, noticed, package.limits)
    if parts.macros:
        noticed.add("macros were not looked at")
    items: list[Item] = []
    for listed in parts.sheets:
        items.extend(_sheet_items(package, parts, listed, book))
    notice_dates(items, noticed)
    notice_worked_example([listed.name for listed in parts.sheets if not listed.hidden], noticed)
    return Outline(
        file=package.shown,
        format="xlsx",
        items=tuple(items),
        properties=document_properties(package),
        notices=book.noticed.lines(),
        hidden=tuple(book.hidden),
    )


def _strings(package: Package, part: str) -> tuple[dict[str, str], dict[str, Rich]]:
    """The shared strings by number: plain ones, and those of which a part cannot be seen."""
    plain: dict[str, str] = {}
    rich: dict[str, Rich] = {}
    for number, item in enumerate(string_items(package, part) if part else ()):
        text = item_text(item)
        if isinstance(text, str):
            plain[str(number)] = text
        else:
            rich[str(number)] = text
    return plain, rich


def _looks(package: Package, part: str, noticed: Noticed) -> tuple[Look, ...]:
    if not part:
        return ()
    if is_large(package, part):
        noticed.add("the list of cell styles is too large to read: dates and percentages appear as plain numbers")
        return ()
    root = package.xml(part)
    return looks(root, namespace(root))


def _sheet_items(package: Package, parts: WorkbookParts, listed: SheetPart, book: Book) -> list[Item]:
    if not listed.part:
        book.noticed.add(f"sheet '{listed.name}' {_WITHOUT_CELLS.get(listed.kind, 'holds no cells')}: not read")
        return []
    relations = package.relations(listed.part)
    tables = excel_tables(package, relations)
    sheet = _sheet(package, parts, listed, tables, book)
    shapes, ours = beside(package, relations, listed.name, book)
    if ours:
        without_captions(sheet, ours)
    if listed.hidden:
        book.noticed.add(f"sheet '{listed.name}' is hidden: not read")
        book.hidden.extend(
            Block(cell.text, cell.location)
            for row in sorted(sheet.rows)
            for _, cell in sorted(sheet.rows[row].items())
            if cell.text
        )
        book.hidden.extend(shapes)
        return []
    if are_bars(sheet):
        book.noticed.add(f"coloured cells without text on '{listed.name}' are not read")
    items = sheet_items(sheet, tables)
    for cell in sheet.vacant:
        book.noticed.add("numbered rows without an entry are left out", cell.location.where())
        book.hidden.append(Block(cell.text, cell.location))
    return [*items, *shapes]


def _sheet(
    package: Package, parts: WorkbookParts, listed: SheetPart, tables: tuple[ExcelTable, ...], book: Book
) -> Sheet:
    marks: dict[tuple[int, int], tuple[str, ...]] = {}
    for name, sheet_name, area in parts.names:
        if sheet_name.lower() == listed.name.lower():
            place = (area.top, area.left)
            marks[place] = (*marks.get(place, ()), name)
    headed = tuple(Range(table.area.top, table.area.left, table.area.top, table.area.right) for table in tables)
    reader = SheetReader(listed.name, book, marks, headed)
    for element in sheet_elements(package, listed.part):
        reader.take(element)
        if book.cut:
            break
    return reader.finish()
