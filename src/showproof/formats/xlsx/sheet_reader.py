"""One pass over a sheet's rows: the cells that a person sees, as text with its kind, and those that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from showproof.formats.xlsx.cell_values import shown_value
from showproof.formats.xlsx.looks import PLAIN, Look
from showproof.formats.xlsx.raw_rows import facts_of
from showproof.formats.xlsx.references import MAX_COLUMN, MAX_ROW, Range, cell_name, column_number, split_range
from showproof.formats.xlsx.shared_text import Text, item_text
from showproof.formats.xlsx.sheet_cells import LONGEST, MAX_CELLS, MAX_MERGED, Book, Sheet
from showproof.model import Block, Cell, Location

if TYPE_CHECKING:
    from showproof.formats.xlsx.raw_rows import Around, RawCell

_TRUE = ("1", "true", "on")
_NOTHING = re.compile(r"0+(?:\.0*)?|\.0+")
_ELSEWHERE = re.compile(r"(?<![\w\]])\[\d+\]")
"""`[1]Sheet!A1`: a reference to another workbook."""
_tuple = tuple.__new__
"""Makes a named tuple with every field given, in half the time of its own way."""
_UNSEEN = "text too small or in the colour of its background is not read"


class SheetReader:
    """Takes a sheet's pieces one by one and fills a Sheet.

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
        self._looks = {str(index): look for index, look in enumerate(book.looks)}
        self._looks[""] = book.looks[0] if book.looks else PLAIN
        self._notable = {style: look for style, look in self._looks.items() if look.notable}
        self._row = 0
        self._filtered = False

    def take(self, found: list[RawCell] | Around) -> None:
        """Rows and cells, or an element that stands around them."""
        if isinstance(found, list):
            self._cells(found)
        elif found.name == "col":
            self._column(found.facts)
        elif found.name == "filterColumn":
            self._filtered = True
        elif found.name == "mergeCell":
            area = split_range(found.facts.get("ref", ""))
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

    def _column(self, facts: dict[str, str]) -> None:
        first, last = facts.get("min", ""), facts.get("max", "")
        if _is_unseen(facts, "width") and first.isdecimal() and last.isdecimal():
            self.sheet.hidden_columns.update(range(int(first[:9]), min(int(last[:9]), MAX_COLUMN) + 1))

    def _cells(self, found: list[RawCell]) -> None:
        self._book.visited += len(found)
        strings, looks_of, notable = self._book.strings, self._looks, self._notable
        looks_at = self.sheet.looks
        row, ending, column = 0, "", 0
        for cell in found:
            start, reference, style, stored_as, tag, _, raw, inline = cell
            if start:
                row, column = self._start_row(start), 0
                ending = str(row)
                continue
            if not row:
                continue
            column = column_number(reference.removesuffix(ending)) if reference else column + 1
            if not 1 <= column <= MAX_COLUMN:
                self._note("a cell without a usable reference is not read", reference)
                continue
            if style in notable:
                if row in looks_at:
                    looks_at[row][column] = notable[style]
                else:
                    looks_at[row] = {column: notable[style]}
            if stored_as == "s" and raw in strings and not tag:
                self._keep(row, column, strings[raw], "text", looks_of.get(style, PLAIN))
            elif raw or tag or inline:
                self._cell(cell, row, column, looks_of.get(style, PLAIN))

    def _start_row(self, start: str) -> int:
        """The number of a row; 0 where it has none that can be used, or too much was read before."""
        if self._book.is_full():
            return 0
        facts = facts_of(start)
        number = facts.get("r")
        row = self._row + 1 if number is None else int(number) if number.isdecimal() and len(number) < 9 else 0
        if not 1 <= row <= MAX_ROW:
            self._note("a row without a usable number is not read", f"row {number}")
            return 0
        self._row = row
        if _is_unseen(facts, "ht"):
            self.sheet.hidden_rows.add(row)
        return row

    def _cell(self, cell: RawCell, row: int, column: int, look: Look) -> None:
        """A cell that is no plain shared text."""
        _, _, _, stored_as, tag, formula, raw, inline = cell
        if tag:
            self._formula(formula, row, column)
            if not raw and not inline:
                if stored_as != "str":
                    self._note("a formula without a saved value is not read", cell_name(row, column))
                    self._keep(row, column, "", "formula-without-value", PLAIN)
                return
        if stored_as == "s" or inline:
            text = item_text(inline) if inline else self._book.strings.get(raw, self._book.rich.get(raw))
            shown = None if text is None else (self._seen(text, look, row, column), "text")
        else:
            shown = shown_value(stored_as, raw, look.code, self._book.since_1904)
        if shown is None:
            self._note("a cell with an unusable value is not read", cell_name(row, column))
        elif shown[0]:
            self._keep(row, column, shown[0], shown[1], look)
        elif stored_as in ("", "n"):
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
            if len(text) > LONGEST:
                self._note(f"a text is longer than the {LONGEST:,} characters of a cell", cell_name(row, column))
                text = text[:LONGEST]
            marks = self._marks.get((row, column), ()) if self._marks else ()
            place = _tuple(Location, (sheet.name, 0, cell_name(row, column), 0, 0, 0))
            cell = _tuple(Cell, (text, place, marks, False, 1, 1, look.strong, kind))
            book.filled += 1
            book.characters += len(text)
            if row in sheet.rows:
                sheet.rows[row][column] = cell
            else:
                sheet.rows[row] = {column: cell}

    def _hide(self, row: int, column: int, text: str, what: str) -> None:
        if text:
            self._note(what, cell_name(row, column))
            self._book.characters += len(text)
            self._book.hidden.append(Block(text, self._place(row, column)))

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
        if spans * drops > MAX_MERGED or self._book.visited > MAX_CELLS:
            return
        for row in range(top, area.bottom + 1):
            if row > top:
                sheet.carried.add((row, left))
            cells = sheet.rows.get(row, {})
            for column in [column for column in cells if left <= column <= area.right]:
                if (row, column) != (top, left):
                    covered = cells.pop(column)
                    self._hide(row, column, covered.text, "values covered by merged cells are not read")


def _is_unseen(facts: dict[str, str], size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    return facts.get("hidden") in _TRUE or (size in facts and _NOTHING.fullmatch(facts[size]) is not None)
