"""Names that workbooks carry: Excel tables, defined names of our templates, document properties."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table as ExcelTable
from read_books import data, made, raw, read, rows, told

from showproof.formats.xlsx.references import Range, name_target, split_range
from showproof.model import Block, Table


def named(reference: str, name: str = "sp_metrics"):  # type: ignore[no-untyped-def]
    def edit(book: Workbook) -> None:
        book.worksheets[0].add_table(ExcelTable(displayName=name, ref=reference))

    return edit


METRICS = rows("Metrics", "One row a metric", "Name|Target|Owner", "Match rate|95%|Ana", "", "Age|3 days|Ben")


def test_an_excel_table_gives_its_range_name_and_header() -> None:
    outline = read(made({"Sheet1": METRICS}, named("A3:C9")))
    assert told(outline) == [
        "heading 2 Sheet1!A1: Metrics",
        "paragraph Sheet1!A2: One row a metric",
        "table 1 sp_metrics Sheet1!A3: Name | Target | Owner / Match rate | 95% | Ana / Age | 3 days | Ben",
    ]


def test_rows_written_right_below_an_excel_table_belong_to_it() -> None:
    cells = METRICS | rows("Speed|2 h|Cem", "A remark on all of it.", start="A7")
    outline = read(made({"Sheet1": cells}, named("A3:C6")))
    assert told(outline)[2:] == [
        "table 1 sp_metrics Sheet1!A3: Name | Target | Owner / Match rate | 95% | Ana / Age | 3 days | Ben"
        " / Speed | 2 h | Cem",
        "paragraph Sheet1!A8: A remark on all of it.",
    ]


def test_cells_beside_an_excel_table_are_read_by_themselves() -> None:
    cells = rows("Name|Target", "Match rate|95%", "Age|3 days") | rows("Legend|", "Open|not done", start="E1")
    assert told(read(made({"Sheet1": cells}, named("A1:B3")))) == [
        "table 1 sp_metrics Sheet1!A1: Name | Target / Match rate | 95% / Age | 3 days",
        "heading 2 Sheet1!E1: Legend",
        "pair Sheet1!F2: Open: not done",
    ]


def test_an_excel_table_without_a_header_row_has_none() -> None:
    parts = rows("Match rate|95%", "Age|3 days")

    def edit(book: Workbook) -> None:
        table = ExcelTable(displayName="Plain", ref="A1:B2", headerRowCount=0)
        table._initialise_columns()
        book.worksheets[0].add_table(table)

    assert told(read(made({"Sheet1": parts}, edit))) == ["table 0 Plain Sheet1!A1: Match rate | 95% / Age | 3 days"]


def test_of_two_excel_tables_that_overlap_the_first_is_taken() -> None:
    def edit(book: Workbook) -> None:
        named("A1:B2", "One")(book)
        named("A2:B3", "Two")(book)

    outline = read(made({"Sheet1": rows("Name|Target", "Match rate|95%", "Age|3 days")}, edit))
    assert [item.name for item in outline.items if isinstance(item, Table)] == ["One"]


def test_the_white_header_of_an_excel_table_is_seen() -> None:
    def edit(book: Workbook) -> None:
        named("A1:B2")(book)
        for cell in book.worksheets[0][1]:
            cell.font = Font(color="FFFFFFFF")

    assert read(made({"Sheet1": rows("Name|Target", "Match rate|95%")}, edit)).hidden == ()


def test_rows_that_hold_nothing_but_numbers_and_empty_formulas_are_dropped() -> None:
    head = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    line = '<row r="{0}"><c r="A{0}"><v>{1}</v></c>{2}<c r="C{0}"><f>1</f><v>0</v></c></row>'
    risk = '<c r="B{0}" t="s"><v>3</v></c>'
    lines = [line.format(row, row - 1, risk.format(row) if row < 4 else "") for row in range(2, 9)]
    strings = "".join(f"<si><t>{word}</t></si>" for word in ("No.", "Risk", "Score", "Late data"))
    assert told(read(raw(data(head, *lines), strings=strings)))[1:] == [
        "table 1 Plan!A1: No. | Risk | Score / 1 | Late data | 0 / 2 | Late data | 0"
    ]


def test_defined_names_mark_the_pairs_even_when_they_are_empty() -> None:
    def edit(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.merge_cells("B2:D2")
        for name, target in {
            "sp_head_owner": "'My plan'!$B$1", "sp_head_date": "'My plan'!$B$2:$D$2", "other": "'My plan'!$A$1",
            "sp_list": "1,2,3", "sp_far": "Nowhere!$A$1", "sp_lone": "'My plan'!$A$5",
        }.items():  # fmt: skip
            book.defined_names[name] = DefinedName(name, attr_text=target)

    outline = read(made({"My plan": rows("Owner|Ana Silva", "Date", "", "", "Free words")}, edit))
    blocks = [item for item in outline.items if isinstance(item, Block)]
    assert [(block.text, block.kind, block.location.cell, block.marks) for block in blocks[1:]] == [
        ("Owner: Ana Silva", "pair", "B1", ("sp_head_owner",)),
        ("Date:", "pair", "B2", ("sp_head_date",)),
        ("Free words", "paragraph", "A5", ("sp_lone",)),
    ]


def test_defined_names_mark_cells_of_tables() -> None:
    def edit(book: Workbook) -> None:
        book.defined_names["sp_a"] = DefinedName("sp_a", attr_text="Sheet1!$C$2")

    table = read(made({"Sheet1": rows("Name|Target|Owner", "Age|3 days")}, edit)).items[0]
    assert isinstance(table, Table)
    assert table.rows[1][2].marks == ("sp_a",)


def test_an_empty_box_beside_a_label_waits_for_its_value() -> None:
    thin = Side(style="thin")

    def edit(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for place in ("A1", "B1"):
            sheet[place].border = Border(left=thin, right=thin, top=thin, bottom=thin)
        sheet["A1"].fill = PatternFill("solid", fgColor="FFF2F5F9")

    assert told(read(made({"Sheet1": rows("Approved by")}, edit))) == ["pair Sheet1!B1: Approved by:"]


def test_document_properties_are_read() -> None:
    def edit(book: Workbook) -> None:
        book.properties.title, book.properties.creator = " Plan of May ", "Ana Silva"
        book.custom_doc_props.append(StringProperty(name="showproof.artifact", value="kpi-spec"))

    assert read(made({"Sheet1": rows("x")}, edit)).properties == {
        "title": "Plan of May", "author": "Ana Silva", "showproof.artifact": "kpi-spec",
    }  # fmt: skip


def test_references_know_the_limits_of_a_sheet() -> None:
    assert split_range("$D$9:B2") == Range(2, 2, 9, 4)
    assert split_range("XFE1") is None
    assert split_range("A1:B1048577") is None
    assert name_target("'It''s'!$B$4") == ("It's", Range(4, 2, 4, 2))
    assert name_target("Plan!$A:$A") is None


def test_damaged_references_are_none() -> None:
    for reference in ("", "A", "7", "A0", "AAAA1", "A1:B", "É1"):
        assert split_range(reference) is None
    assert Range(1, 1, 2, 2).overlaps(Range(2, 2, 3, 3))
    assert not Range(1, 1, 2, 2).overlaps(Range(1, 3, 2, 4))
