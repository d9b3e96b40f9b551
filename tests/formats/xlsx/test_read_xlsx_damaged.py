"""Odd, damaged and hostile files: every readable cell is read, the rest is said, nothing crashes."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from read_books import STRICT, data, made, raw, read, rows, told, zipped

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.formats.xlsx.references import column_letters
from showproof.model import Table

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def test_bad_references_skip_the_cell_and_say_so() -> None:
    sheet = data(
        '<row r="0">' + text("A0", "x") + "</row>", '<row r="99999999999"/>', '<row r="-5"/>',
        '<row r="2">' + text("A2", "Kept") + text("B3", "off") + text("ZZZZ2", "far") + text("?", "odd") + "</row>",
    )  # fmt: skip
    outline = read(raw(sheet))
    assert told(outline) == ["heading 1 Plan: Plan", "heading 2 Plan!A2: Kept"]
    assert outline.notices == (
        "a row without a usable number is not read: Plan!row 0 and 2 more",
        "a cell without a usable reference is not read: Plan!B3 and 2 more",
    )


def test_unusable_values_skip_the_cell_and_say_so() -> None:
    sheet = data(
        '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1" t="s"><v>7</v></c><c r="C1" t="s"><v>-1</v></c>'
        '<c r="D1" t="b"><v>9</v></c><c r="E1" t="odd"><v>1</v></c>'
        '<c r="F1" s="99"><v>5</v></c><c r="G1" s="x"><v>6</v></c></row>'
    )
    outline = read(raw(sheet))
    assert outline.notices == ("a cell with an unusable value is not read: Plan!A1 and 4 more",)
    assert told(outline)[1] == "table 0 Plan!F1: 5 | 6"


def test_cells_without_references_follow_one_another() -> None:
    sheet = data(
        "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>", "<row><c><v>4</v></c><c><v>5</v></c></row>"
    )
    assert told(read(raw(sheet)))[1] == "table 0 Plan!A1: 1 | 2 | 3 / 4 | 5 | "


def test_strict_workbooks_read_like_others() -> None:
    sheet = data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    assert (
        told(read(raw(sheet, strings="<si><t>Plan of May</t></si>", space=STRICT)))[1]
        == "heading 2 Plan!A1: Plan of May"
    )


def test_a_merge_of_the_whole_sheet_stays_a_range() -> None:
    sheet = data(
        '<row r="1">' + text("A1", "Title") + "</row>", '<row r="5">' + text("C5", "Further down here.") + "</row>"
    )
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A0:B2"/><mergeCell/></mergeCells>'
    assert told(read(raw(sheet + merges)))[1:] == ["heading 2 Plan!A1: Title", "paragraph Plan!C5: Further down here."]


def test_thousands_of_overlapping_merges_take_no_time() -> None:
    pick = random.Random(3).randrange
    merges = "".join(
        f'<mergeCell ref="A{pick(1, 9000)}:{column_letters(pick(2, 900))}{pick(9000, 99000)}"/>' for _ in range(15_000)
    )
    sheet = data('<row r="1">' + text("A1", "Title") + "</row>")
    assert len(read(raw(f"{sheet}<mergeCells>{merges}</mergeCells>")).items) == 2


def test_the_last_cell_of_a_sheet_is_read() -> None:
    sheet = data('<row r="1048576">' + text("XFD1048576", "Corner") + "</row>")
    assert told(read(raw(sheet)))[1] == "heading 2 Plan!XFD1048576: Corner"


def test_rows_with_nothing_but_styles_give_nothing() -> None:
    sheet = data(*[f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(1, 3000)])
    assert read(raw(sheet)).items == ()


def test_a_table_with_a_column_for_every_row_does_not_fill_the_memory() -> None:
    lines = [
        f'<row r="{row}">'
        + text(f"A{row}", f"a{row} x")
        + text(f"B{row}", f"b{row} x")
        + text(f"{column_letters(row + 3)}{row}", "c x")
        + "</row>"
        for row in range(1, 1200)
    ]
    outline = read(raw(data(*lines)))
    assert sum(len(row) for item in outline.items if isinstance(item, Table) for row in item.rows) < 20_000


def test_more_cells_than_a_document_has_are_not_read() -> None:
    lines = [f'<row r="{row}">{text(f"A{row}", f"Line {row} x")}</row>' for row in range(1, 9)]
    outline = read(raw(data(*lines)), replace(USUAL, filled=3))
    assert outline.notices == ("more than 3 filled cells: the rest is not read",)
    assert len(outline.items) == 1 + 4


def test_large_parts_are_read_as_streams_with_the_same_result() -> None:
    cells = rows("Plan of May", "Task|Owner|Due", "Build|Ana|1 May", "Test|Ben|2 May")

    def edit(book):  # type: ignore[no-untyped-def]
        book.worksheets[0].merge_cells("A1:C1")
        book.worksheets[0].column_dimensions["C"].hidden = True

    content = made({"Plan": cells}, edit)
    whole = read(content)
    streamed = read(content, replace(USUAL, tree=0))
    assert streamed.items == whole.items
    assert streamed.hidden == whole.hidden
    assert "the list of cell styles is too large to read" in streamed.notices[0]


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ("<sheetData><row></sheetData>", "the part xl/one.xml is not well-formed XML; open it in your"),
        ("<sheetData>&nbsp;</sheetData>", "not well-formed"),
        ("<sheetData/></worksheet><!DOCTYPE a>", "not well-formed"),
    ],
)
@pytest.mark.parametrize("tree", [0, USUAL.tree])
def test_a_broken_part_is_one_error(sheet: str, message: str, tree: int) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(raw(sheet), replace(USUAL, tree=tree))


def test_a_missing_sheet_part_is_said_and_the_others_are_read() -> None:
    listed = '<sheets><sheet name="Gone" sheetId="2" r:id="r9"/></sheets>'
    outline = read(raw(data('<row r="1">' + text("A1", "Here") + "</row>"), book=listed))
    assert outline.notices == ("sheet 'Gone' holds no cells: not read",)
    assert told(outline)[1] == "heading 2 Plan!A1: Here"


def test_a_part_that_two_sheets_name_is_read_once() -> None:
    listed = '<sheets><sheet name="Again" sheetId="2" r:id="r1"/></sheets>'
    assert len(read(raw(data('<row r="1">' + text("A1", "Here") + "</row>"), book=listed)).items) == 2


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"other.txt": "x"}, "no workbook in it"),
        ({"xl/workbook.xml": "<document/>"}, "not a workbook"),
        (
            {
                "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="a" Type="t/officeDocument" '
                'Target="xl/workbook.bin"/></Relationships>',
                "xl/workbook.bin": "x",
            },
            "a binary workbook",
        ),
    ],
)
def test_what_is_no_workbook_is_one_error(parts: dict[str, str], message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(zipped(parts))


def test_a_text_that_many_cells_share_is_counted_for_each() -> None:
    lines = [f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 9)]
    outline = read(raw(data(*lines), strings=f"<si><t>{'x ' * 30}</t></si>"), replace(USUAL, characters=100))
    assert outline.notices == ("more than 100 characters: the rest is not read",)
    assert len(outline.items) == 1 + 1


def test_a_text_longer_than_a_cell_holds_is_cut_and_said() -> None:
    outline = read(raw(data('<row r="1">' + text("A1", "x" * 40_000) + "</row>")))
    assert outline.notices == ("a text is longer than the 32,767 characters of a cell: Plan!A1",)
    assert len(told(outline)[1]) == len("paragraph Plan!A1: ") + 32_767


def test_a_row_of_more_cells_than_there_are_columns_is_said() -> None:
    outline = read(raw(data(f'<row r="1">{"<c/>" * 16_385}<c><v>1</v></c></row>')))
    assert outline.items == ()
    assert outline.notices == ("a cell without a usable reference is not read: Plan!row 1 and 1 more",)


def test_thousands_of_lone_cells_are_looked_at_once() -> None:
    lines = [f'<row r="{row}">{text(f"B{row}", f"Line {row} of the text.")}</row>' for row in range(1, 5000)]
    assert len(read(raw(data(*lines))).items) == 1 + 4999
