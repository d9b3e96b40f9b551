"""One pass over a sheet's rows: the cells that a person sees, as text with its kind, and those that nobody sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from showproof.formats.limits import USUAL, Limits
from showproof.formats.xlsx.cell_values import CellTags, cell_tags, shown_value, stored
from showproof.formats.xlsx.looks import PLAIN, Look
from showproof.formats.xlsx.noticed import Noticed
from showproof.formats.xlsx.references import MAX_COLUMN, MAX_ROW, Range, cell_name, column_number, split_range
from showproof.model import Block, Cell, Location

if TYPE_CHECKING:
    from lxml import etree

_TRUE = ("1", "true", "on")


@dataclass(slots=True)
class Book:
    """What all sheets of a workbook share while they are read."""

    strings: list[str]
    looks: tuple[Look, ...]
    since_1904: bool
    noticed: Noticed
    limits: Limits = USUAL
    hidden: list[Block] = field(default_factory=list)
    visited: int = 0
    filled: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible cells of a sheet by row and column, empty ones only where a name or a missing value marks them."""

    name: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    looks: dict[int, dict[int, Look]] = field(default_factory=dict)
    """Looks of cells that differ from plain text; blank cells too where they can be seen."""
    computed: set[tuple[int, int]] = field(default_factory=set)
    """Cells with a formula."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def look(self, row: int, column: int) -> Look:
        """How a cell looks, filled or blank."""
        return self.looks.get(row, {}).get(column, PLAIN)


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
        self._tags: CellTags | None = None
        self._last_row = 0

    def take(self, element: etree._Element) -> None:
        """One `row`, `col` or `mergeCell` element; others are passed over."""
        space, _, word = str(element.tag).rpartition("}")
        if word == "row":
            self._row(element, self._tags or self._named(space + "}"))
        elif word == "col":
            self._column(element)
        elif word == "mergeCell":
            area = split_range(str(element.get("ref") or ""))
            if area is not None:
                self._merge(area)

    def finish(self) -> Sheet:
        """The sheet, with an empty cell at each name whose answer is missing."""
        for (row, column), marks in self._marks.items():
            if row not in self.sheet.hidden_rows and column not in self.sheet.hidden_columns:
                cells = self.sheet.rows.setdefault(row, {})
                cells.setdefault(column, Cell("", self._place(row, column), marks))
        return self.sheet

    def _place(self, row: int, column: int) -> Location:
        return Location(part=self.sheet.name, cell=cell_name(row, column))

    def _note(self, what: str, place: str) -> None:
        self._book.noticed.add(what, f"{self.sheet.name}!{place}")

    def _column(self, element: etree._Element) -> None:
        first, last = str(element.get("min") or ""), str(element.get("max") or "")
        unseen = element.get("hidden") in _TRUE or element.get("width") == "0"
        if unseen and first.isdecimal() and last.isdecimal():
            self.sheet.hidden_columns.update(range(int(first[:9]), min(int(last[:9]), MAX_COLUMN) + 1))

    def _named(self, space: str) -> CellTags:
        self._tags = cell_tags(space)
        return self._tags

    def _row(self, element: etree._Element, tags: CellTags) -> None:
        number = element.get("r")
        row = self._last_row + 1 if number is None else int(number[:9]) if number.isdecimal() else 0
        if not 1 <= row <= MAX_ROW:
            self._note("a row without a usable number is not read", f"row {number}")
            return
        self._last_row = row
        if element.get("hidden") in _TRUE or element.get("ht") == "0":
            self.sheet.hidden_rows.add(row)
        self._book.visited += len(element)
        limits = self._book.limits
        if self._book.visited > limits.cells or self._book.filled > limits.filled:
            self._book.noticed.add(f"more than {limits.filled:,} filled cells: the rest is not read")
            return
        column, ending = 0, str(row)
        for cell in element.iterchildren(tags.cell):
            reference = cell.get("r")
            column = column + 1 if reference is None else column_number(reference.removesuffix(ending))
            if 1 <= column <= MAX_COLUMN:
                self._cell(cell, row, column, tags)
            else:
                self._note("a cell without a usable reference is not read", str(reference))

    def _cell(self, element: etree._Element, row: int, column: int, tags: CellTags) -> None:
        style = element.get("s")
        if style in self._notable:
            self.sheet.looks.setdefault(row, {})[column] = self._notable[style]
        raw, formula = stored(element, tags)
        stored_as = element.get("t")
        if formula:
            self.sheet.computed.add((row, column))
            if not raw and stored_as != "str":
                self._note("a formula without a saved value is not read", cell_name(row, column))
                self._keep(row, column, "", "formula-without-value", PLAIN)
                return
        if raw is None:
            return
        look = self._looks.get(style, PLAIN)
        shown = shown_value(stored_as, raw, look.code, self._book.strings, self._book.since_1904)
        if shown is None:
            self._note("a cell with an unusable value is not read", cell_name(row, column))
        elif shown[0]:
            self._keep(row, column, shown[0], shown[1], look)
        elif raw and stored_as in (None, "n"):
            self._hide(row, column, raw, "a value that its number format hides is not read")

    def _keep(self, row: int, column: int, text: str, kind: str, look: Look) -> None:
        sheet = self.sheet
        if self._book.characters + len(text) > self._book.limits.characters:
            self._book.noticed.add(f"more than {self._book.limits.characters:,} characters: the rest is not read")
            return
        self._book.characters += len(text)
        if row in sheet.hidden_rows:
            self._hide(row, column, text, "hidden rows are not read")
        elif column in sheet.hidden_columns:
            self._hide(row, column, text, "hidden columns are not read")
        elif look.unseen and not any((row, column) in area for area in self._headed):
            self._hide(row, column, text, "text too small or in the colour of its background is not read")
        else:
            marks = self._marks.get((row, column), ()) if self._marks else ()
            place = Location(sheet.name, 0, cell_name(row, column), 0, 0, len(text))
            cell = Cell(text, place, marks, False, 1, 1, look.strong, kind)
            self._book.filled += 1
            if row in sheet.rows:
                sheet.rows[row][column] = cell
            else:
                sheet.rows[row] = {column: cell}

    def _hide(self, row: int, column: int, text: str, what: str) -> None:
        if text:
            self._note(what, cell_name(row, column))
            self._book.hidden.append(Block(text, self._place(row, column)._replace(end=len(text))))

    def _merge(self, area: Range) -> None:
        first = self.sheet.rows.get(area.top, {}).get(area.left)
        spans, drops = area.right - area.left + 1, area.bottom - area.top + 1
        if first is not None:
            self.sheet.rows[area.top][area.left] = first._replace(spans=spans, drops=drops)
        elif (area.top, area.left) in self._marks:
            marks = self._marks[area.top, area.left]
            empty = Cell("", self._place(area.top, area.left), marks, spans=spans, drops=drops)
            self.sheet.rows.setdefault(area.top, {})[area.left] = empty
        self._book.visited += drops
        if spans * drops > self._book.limits.merged or self._book.visited > self._book.limits.cells:
            return
        for row in range(area.top, area.bottom + 1):
            cells = self.sheet.rows.get(row, {})
            for column in [column for column in cells if area.left <= column <= area.right]:
                if (row, column) != (area.top, area.left):
                    covered = cells.pop(column)
                    self._hide(row, column, covered.text, "values covered by merged cells are not read")
