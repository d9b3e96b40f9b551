from __future__ import annotations

import io

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from showproof.formats.package import Package
from showproof.formats.xlsx.stored import Stored, StoredSheet, read_stored


def stored(book: openpyxl.Workbook) -> tuple[StoredSheet, ...]:
    """What is stored in a workbook."""
    data = io.BytesIO()
    book.save(data)
    return read_stored(Package(data.getvalue(), "book.xlsx"))


def test_hidden_rows_columns_and_sheets_are_read():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B2"] = "seen", "hidden"
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("Other")
    other["C3"] = "here too"
    other.sheet_state = "hidden"
    assert [one.rows for one in stored(book)] == [
        {1: {1: Stored("seen")}, 2: {2: Stored("hidden")}},
        {3: {3: Stored("here too")}},
    ]


def test_a_number_keeps_the_digits_that_its_format_does_not_show():
    book = openpyxl.Workbook()
    book.active["A1"] = 0.875
    book.active["A1"].number_format = "0%"
    book.active["B1"], book.active["C1"] = True, "=1+1"
    assert stored(book)[0].rows == {
        1: {1: Stored("88%", "percent", "0.875"), 2: Stored("TRUE", "bool"), 3: Stored("", "uncounted")}
    }


def test_a_value_of_rows_merged_holds_for_each_of_them():
    book = openpyxl.Workbook()
    book.active["B2"] = "for all"
    book.active["C3"] = "own"
    book.active.merge_cells("B2:B4")
    carried = Stored("for all", carried=True)
    assert stored(book)[0].rows == {
        2: {2: Stored("for all")}, 3: {2: carried, 3: Stored("own")}, 4: {2: carried},
    }  # fmt: skip


def test_a_text_of_several_looks_is_one_text():
    book = openpyxl.Workbook()
    white = TextBlock(InlineFont(color="FFFFFFFF"), "white")
    book.active["A1"] = CellRichText("plain ", white, " plain")
    assert stored(book)[0].rows == {1: {1: Stored("plain white plain")}}
