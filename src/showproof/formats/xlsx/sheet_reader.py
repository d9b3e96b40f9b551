"""One pass over a sheet's rows: the cells that a person sees, as text with its kind, and those that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.xlsx.cell_values import shown_value
from showproof.formats.xlsx.looks import PLAIN, Look
from showproof.formats.xlsx.references import MAX_COLUMN, MAX_ROW, Range, cell_name, column_number, split_range
from showproof.formats.xlsx.shared_text import Text, item_text
from showproof.formats.xlsx.sheet_cells import Book, Sheet
from showproof.model import Block, Cell, Location

if TYPE_CHECKING:
    from lxml import etree

_TRUE = ("1", "true", "on")
_NOTHING = re.compile(r"0+(?:\.0*)?|\.0+")
_ELSEWHERE = re.compile(r"(?<![\w\]])\[\d+\]")
"""`[1]Sheet!A1`: a reference to another workbook."""
_new = tuple.__new__
"""Makes a named tuple with every field given, in half the time of its own way."""
_UNSEEN = "text too small or in the colour of its background is not read"


class _Tags(NamedTuple):
    """Names of a row and the elements in it, with the namespace of the file."""

    row: str = ""
    cell: str = ""
    value: str = ""
    formula: str = ""
    inline: str = ""


class SheetReader:
    """Takes a sheet's elements one by one and fills a Sheet.

    `marks` are the defined names by row and column; `headed` the header rows of Excel tables, whose background comes
    from the table and not from the cell.
    """

    def __init__(
        self, name: str, book: Book, marks: dict[tuple[int, int], tuple[str, ...]], headed: tuple[Range, ...] = ()
    ) -> None:
        self.sheet = Sheet(name)
        self._book = book
        self._marks = marks
        self._headed = headed
        self._looks: dict[str | None, Look] = {str(index): look for index, look in enumerate(book.looks)}
        self._looks[None] = book.looks[0] if book.looks else PLAIN
        self._notable = {style: look for style, look in self._looks.items() if look.notable}
        self._tags = _Tags()
        self._row = 0
        self._longest, self._most = book.limits.cell_text, book.limits.characters
        self._filtered = False

    def take(self, element: etree._Element) -> None:
        """One `row`, `col`, `filterColumn` or `mergeCell` element."""
        if element.tag == self._tags.row:
            self._read_row(element)
            return
        space, _, name = str(element.tag).rpartition("}")
        if name == "row":
            self._tags = _Tags(*[f"{space}}}{word}" for word in ("row", "c", "v", "f", "is")])
            self._read_row(element)
        elif name == "col":
            self._column(element)
        elif name == "filterColumn":
            self._filtered = True
        else:
            area = split_range(element.get("ref") or "")
            if area is not None:
                self._merge(area)

    def finish(self) -> Sheet:
        """The sheet, with an empty cell at each name whose answer is missing."""
        sheet = self.sheet
        for (row, column), marks in self._marks.items():
            if row not in sheet.hidden_rows and column not in sheet.hidden_columns:
                cells = sheet.rows.setdefault(row, {})
                cells.setdefault(column, Cell("", self._place(row, column), marks))
        if self._filtered and sheet.hidden_rows:
            self._book.noticed.add(f"a filter is set on '{sheet.name}': the rows that it hides are not read")
        return sheet

    def _place(self, row: int, column: int) -> Location:
        return Location(part=self.sheet.name, cell=cell_name(row, column))

    def _note(self, what: str, place: str) -> None:
        self._book.noticed.add(what, f"{self.sheet.name}!{place}")

    def _column(self, element: etree._Element) -> None:
        first, last = element.get("min") or "", element.get("max") or ""
        if _is_unseen(element, "width") and first.isdecimal() and last.isdecimal():
            self.sheet.hidden_columns.update(range(int(first[:9]), min(int(last[:9]), MAX_COLUMN) + 1))

    def _read_row(self, element: etree._Element) -> None:
        row = self._start_row(element)
        if not row:
            return
        strings, looks_of, notable, tags = self._book.strings, self._looks, self._notable, self._tags
        keep, column, ending = self._keep, 0, str(row)
        for cell in element.iterchildren(tags.cell):
            reference, style = cell.get("r"), cell.get("s")
            column = column_number(reference.removesuffix(ending)) if reference else column + 1
            if not 1 <= column <= MAX_COLUMN:
                self._note("a cell without a usable reference is not read", reference or f"row {row}")
                continue
            if style in notable:
                self.sheet.looks.setdefault(row, {})[column] = notable[style]
            parts = len(cell)
            if parts == 1 and cell[0].tag == tags.value:
                raw, stored_as = cell[0].text or "", cell.get("t")
                if stored_as == "s" and raw in strings:
                    keep(row, column, strings[raw], "text", looks_of.get(style, PLAIN))
                elif raw:
                    self._value(stored_as, raw, None, row, column, looks_of.get(style, PLAIN))
            elif parts:
                self._parts(cell, row, column, looks_of.get(style, PLAIN))

    def _parts(self, cell: etree._Element, row: int, column: int, look: Look) -> None:
        """A cell that holds more than a value: a formula, or text of its own."""
        raw, formula, inline, tags = "", None, None, self._tags
        for child in cell:
            if child.tag == tags.value:
                raw = child.text or ""
            elif child.tag == tags.formula:
                formula = child.text or ""
            elif child.tag == tags.inline:
                inline = child
        if formula is not None:
            self._formula(formula, row, column)
        if raw or inline is not None:
            self._value(cell.get("t"), raw, inline, row, column, look)
        elif formula is not None and cell.get("t") != "str":
            self._note("a formula without a saved value is not read", cell_name(row, column))
            self._keep(row, column, "", "formula-without-value", PLAIN)

    def _start_row(self, element: etree._Element) -> int:
        """The number of a row; 0 where it has none that can be used, or too much was read before."""
        self._book.visited += len(element)
        if self._book.is_full():
            return 0
        number = element.get("r")
        row = self._row + 1 if number is None else int(number) if number.isdecimal() and len(number) < 9 else 0
        if not 1 <= row <= MAX_ROW:
            self._note("a row without a usable number is not read", f"row {number}")
            return 0
        self._row = row
        if _is_unseen(element, "ht"):
            self.sheet.hidden_rows.add(row)
        return row

    def _value(
        self, stored_as: str | None, raw: str, inline: etree._Element | None, row: int, column: int, look: Look
    ) -> None:
        """What is stored in any cell but one of plain shared text."""
        if stored_as == "s" or inline is not None:
            text = self._book.strings.get(raw, self._book.rich.get(raw)) if inline is None else item_text(inline)
            shown = None if text is None else (self._seen(text, look, row, column), "text")
        else:
            shown = shown_value(stored_as, raw, look.code, self._book.since_1904)
        if shown is None:
            self._note("a cell with an unusable value is not read", cell_name(row, column))
        elif shown[0]:
            self._keep(row, column, shown[0], shown[1], look)
        elif stored_as in (None, "n"):
            self._hide(row, column, raw, "a value that its number format hides is not read")

    def _formula(self, formula: str, row: int, column: int) -> None:
        self.sheet.computed.add((row, column))
        if "[" in formula and _ELSEWHERE.search(formula):
            self._note("a formula counts on another workbook: its saved value is read", cell_name(row, column))

    def _seen(self, text: Text, look: Look, row: int, column: int) -> str:
        """What a person sees of a text; the rest goes to the hidden ones."""
        if isinstance(text, str):
            return text
        seen, unseen = (text.on_colour, text.off_colour) if look.fill else (text.on_white, text.off_white)
        self._hide(row, column, unseen, _UNSEEN)
        return seen

    def _keep(self, row: int, column: int, text: str, kind: str, look: Look) -> None:
        """A cell of the sheet, or a hidden one."""
        sheet, book = self.sheet, self._book
        if row in sheet.hidden_rows:
            self._hide(row, column, text, "hidden rows are not read")
        elif column in sheet.hidden_columns:
            self._hide(row, column, text, "hidden columns are not read")
        elif look.unseen and not any((row, column) in area for area in self._headed):
            self._hide(row, column, text, _UNSEEN)
        elif text or kind != "text":
            if len(text) > self._longest:
                text = self._cut(text, row, column)
            book.characters += len(text)
            if book.characters > self._most and book.is_full():
                return
            book.filled += 1
            marks = self._marks.get((row, column), ()) if self._marks else ()
            place = _new(Location, (sheet.name, 0, cell_name(row, column), 0, 0, len(text), 0, ()))
            cell = _new(Cell, (text, place, marks, False, 1, 1, look.strong, kind))
            if row in sheet.rows:
                sheet.rows[row][column] = cell
            else:
                sheet.rows[row] = {column: cell}

    def _cut(self, text: str, row: int, column: int) -> str:
        self._note(f"a text is longer than the {self._longest:,} characters of a cell", cell_name(row, column))
        return text[: self._longest]

    def _hide(self, row: int, column: int, text: str, what: str) -> None:
        self._book.characters += len(text)
        if text and not (self._book.characters > self._book.limits.characters and self._book.is_full()):
            self._note(what, cell_name(row, column))
            self._book.hidden.append(Block(text, self._place(row, column)._replace(end=len(text))))

    def _merge(self, area: Range) -> None:
        sheet, top, left = self.sheet, area.top, area.left
        first = sheet.rows.get(top, {}).get(left)
        spans, drops = area.right - left + 1, area.bottom - top + 1
        if first is not None:
            sheet.rows[top][left] = first._replace(spans=spans, drops=drops)
        elif (top, left) in self._marks:
            marks = self._marks[top, left]
            empty = Cell("", self._place(top, left), marks, spans=spans, drops=drops)
            sheet.rows.setdefault(top, {})[left] = empty
        self._book.visited += drops
        if spans * drops > self._book.limits.merged or self._book.visited > self._book.limits.cells:
            return
        for row in range(top, area.bottom + 1):
            if row > top:
                sheet.carried[row, left] = top
            cells = sheet.rows.get(row, {})
            for column in [column for column in cells if left <= column <= area.right]:
                if (row, column) != (top, left):
                    covered = cells.pop(column)
                    self._hide(row, column, covered.text, "values covered by merged cells are not read")


def _is_unseen(element: etree._Element, size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    measure = element.get(size)
    return element.get("hidden") in _TRUE or (measure is not None and _NOTHING.fullmatch(measure) is not None)
