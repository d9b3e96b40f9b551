"""What a person would not see is left out of the items, kept as hidden, and said."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from read_books import data, made, raw, read, rows, told

CELLS = rows("Task|Owner|Due", "Build|Ana|1 May", "Test|Ben|2 May", "Ship|Cem|3 May")


def hidden(content: bytes) -> list[str]:
    return [f"{block.location.where()}: {block.text}" for block in read(content).hidden]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read(state: str) -> None:
    def edit(book: Workbook) -> None:
        book["Old"].sheet_state = state

    content = made({"Plan": CELLS, "Old": rows("Secret|word", "", "tail")}, edit)
    outline = read(content)
    assert all(item.location.part == "Plan" for item in outline.items)
    assert outline.notices == ("sheet 'Old' is hidden: not read",)
    assert hidden(content) == ["Old!A1: Secret", "Old!B1: word", "Old!A3: tail"]


def test_hidden_rows_and_columns_are_left_out() -> None:
    def edit(book: Workbook) -> None:
        book.worksheets[0].row_dimensions[3].hidden = True
        book.worksheets[0].column_dimensions["C"].hidden = True

    content = made({"Plan": CELLS}, edit)
    assert told(read(content))[1] == "table 1 Plan!A1: Task | Owner / Build | Ana / Ship | Cem"
    assert hidden(content) == [
        "Plan!C1: Due",
        "Plan!C2: 1 May",
        "Plan!A3: Test",
        "Plan!B3: Ben",
        "Plan!C3: 2 May",
        "Plan!C4: 3 May",
    ]
    assert read(content).notices == (
        "hidden columns are not read: Plan!C1 and 2 more", "hidden rows are not read: Plan!A3 and 2 more",
    )  # fmt: skip


def test_rows_without_height_and_columns_without_width_are_hidden() -> None:
    sheet = '<cols><col min="2" max="2" width="0"/><col min="x" max="3" hidden="1"/></cols>' + data(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
        '<row r="2" ht="0"><c r="A2"><v>3</v></c></row>',
    )
    assert hidden(raw(sheet)) == ["Plan!B1: 2", "Plan!A2: 3"]


@pytest.mark.parametrize(
    ("font", "fill"),
    [
        (Font(color="FFFFFFFF"), None),
        (Font(size=1), None),
        (Font(size=2), None),
        (Font(color="FF00B050"), PatternFill("solid", fgColor="FF00B050")),
    ],
)
def test_text_that_cannot_be_made_out_is_hidden(font: Font, fill: PatternFill | None) -> None:
    def edit(book: Workbook) -> None:
        cell = book.worksheets[0]["B2"]
        cell.font = font
        if fill:
            cell.fill = fill

    content = made({"Plan": CELLS}, edit)
    assert hidden(content) == ["Plan!B2: Ana"]
    assert read(content).notices == ("text too small or in the colour of its background is not read: Plan!B2",)


def test_white_text_on_a_dark_cell_is_seen() -> None:
    def edit(book: Workbook) -> None:
        for cell in book.worksheets[0][1]:
            cell.font = Font(color="FFFFFFFF", bold=True)
            cell.fill = PatternFill("solid", fgColor="FF1F3A5F")

    assert hidden(made({"Plan": CELLS}, edit)) == []


@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        ('theme="0"', False),
        ('theme="0" tint="-0.5"', True),
        ('indexed="9"', False),
        ('indexed="10"', True),
        ("", True),
        ('auto="1"', True),
    ],
)
def test_colours_of_the_theme_and_of_the_palette_are_known(colour: str, seen: bool) -> None:
    styles = f"<fonts><font><color {colour}/></font></fonts><fills><fill><patternFill/></fill></fills>"
    content = raw(
        data('<row r="1"><c r="A1"><v>1</v></c></row>'), styles=styles + '<cellXfs><xf fontId="0"/></cellXfs>'
    )
    assert (hidden(content) == []) is seen


def test_a_value_that_its_format_hides_is_hidden() -> None:
    styles = '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
    content = raw(data('<row r="1"><c r="A1" s="0"><v>42</v></c></row>'), styles=styles)
    assert hidden(content) == ["Plan!A1: 42"]


def test_values_covered_by_merged_cells_are_hidden() -> None:
    sheet = data(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', '<row r="2"><c r="B2"><v>3</v></c></row>'
    )
    assert hidden(raw(sheet + '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')) == ["Plan!B1: 2", "Plan!B2: 3"]


def test_comments_are_no_evidence() -> None:
    def edit(book: Workbook) -> None:
        book.worksheets[0]["A2"].comment = Comment("owner is Ana", "reviewer")

    outline = read(made({"Plan": CELLS}, edit))
    assert "reviewer" not in str(outline)
    assert outline.hidden == ()


def test_rows_that_a_filter_hides_are_said() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
        '</sheetData><autoFilter ref="A1:A2"><filterColumn colId="0"/></autoFilter>'
    )
    assert read(raw(sheet)).notices == (
        "hidden rows are not read: Plan!A2",
        "a filter is set on 'Plan': the rows that it hides are not read",
    )
