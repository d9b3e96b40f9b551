"""Numbers as a person sees them, with the kind that the file gives them; openpyxl is the second opinion."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from read_books import data, made, raw, read, rows, zipped

from showproof.formats.xlsx.numbers import shown_date, shown_number
from showproof.model import Cell, Table


@pytest.mark.parametrize(
    ("stored", "code", "text", "kind"),
    [
        ("148", "General", "148", "number"),
        ("0.30000000000000004", "General", "0.3", "number"),
        ("1E+20", "General", "100000000000000000000", "number"),
        ("-0", "General", "0", "number"),
        ("1200", "#,##0", "1,200", "number"),
        ("18.5", "0.00", "18.50", "number"),
        ("2.345", "0.00", "2.35", "number"),
        ("2.5", "0.0##", "2.5", "number"),
        ("-3", "0;(0)", "-3", "number"),
        ("1500000", '0.0,,"M"', "1.5M", "number"),
        ("5", '0 "days"', "5 days", "number"),
        ("1234", "0.00E+00", "1234", "number"),
        ("0.5", "# ?/?", "0.5", "number"),
        ("7", "@", "7", "number"),
        ("0.95", "0%", "95%", "percent"),
        ("0.005", "0.0%", "0.5%", "percent"),
        ("1.124", "0.0%", "112.4%", "percent"),
        ("-0.0004", "0%", "0%", "percent"),
        ("1200", '"$"#,##0.00', "$1,200.00", "money"),
        ("1200", "$#,##0", "$1,200", "money"),
        ("-1200", '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', "-$1,200.00", "money"),
        ("0", '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', "$0", "money"),
        ("1200.5", "#,##0.00 [$€-407]", "1,200.50 €", "money"),
        ("12", "[$USD] 0", "USD 12", "money"),
        ("3", "[$-409]0.0", "3.0", "number"),
        ("46095", "yyyy-mm-dd", "2026-03-14", "date"),
        ("46095", "d-mmm-yy", "2026-03-14", "date"),
        ("46095", "mmm yyyy", "2026-03-14", "date"),
        ("46095.6458333333", "m/d/yyyy h:mm", "2026-03-14 15:30", "date"),
        ("46095.6458449074", "m/d/yyyy h:mm:ss", "2026-03-14 15:30:01", "date"),
        ("0.6458333333", "h:mm AM/PM", "15:30", "text"),
        ("1.5", "[h]:mm", "36:00", "text"),
        ("-0.25", "[h]:mm:ss", "-6:00:00", "text"),
        ("59", "yyyy-mm-dd", "1900-02-28", "date"),
        ("61", "yyyy-mm-dd", "1900-03-01", "date"),
        ("-5", "yyyy-mm-dd", "-5", "number"),
        ("99999999", "yyyy-mm-dd", "99999999", "number"),
        ("3000000.5", "yyyy-mm-dd", "3000000.5", "number"),
        ("0", "yyyy-mm-dd", "0", "number"),
        ("5", ";;;", "", "text"),
        ("1", '"yes";"no";"none"', "yes", "text"),
        ("0", '"yes";"no";"none"', "none", "text"),
        ("3", "[Red][<5]0;0", "3", "number"),
    ],
)
def test_a_number_reads_as_its_format_shows_it(stored: str, code: str, text: str, kind: str) -> None:
    assert shown_number(stored, code, since_1904=False) == (text, kind)


@pytest.mark.parametrize("stored", ["NaN", "1e999", "abc", "", "Infinity"])
def test_what_is_no_finite_number_is_not_read(stored: str) -> None:
    assert shown_number(stored, "General", since_1904=False) is None


def test_the_calendar_of_1904_counts_from_its_first_day() -> None:
    assert shown_number("0", "yyyy-mm-dd", since_1904=True) == ("1904-01-01", "date")
    assert shown_number("1", "yyyy-mm-dd", since_1904=True) == ("1904-01-02", "date")
    sheet = data('<row r="1"><c r="A1" s="0"><v>44633</v></c></row>')
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    outline = read(raw(sheet, styles=styles, head='<workbookPr date1904="1"/>'))
    assert "2026-03-14" in str(outline.items)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("2026-03-14T00:00:00", "2026-03-14"), ("2026-03-14T15:30:00Z", "2026-03-14 15:30"),
        ("2026-03-14T15:30:05.000", "2026-03-14 15:30:05"), ("2026-03-14", "2026-03-14"), ("T09:05", "09:05"),
    ],
)  # fmt: skip
def test_dates_stored_as_text_lose_a_midnight(stored: str, text: str) -> None:
    assert shown_date(stored) == (text, "date")


def cells_of(content: bytes) -> dict[str, Cell]:
    tables = [item for item in read(content).items if isinstance(item, Table)]
    return {cell.location.cell: cell for table in tables for row in table.rows for cell in row}


def test_every_type_of_cell_says_its_kind() -> None:
    line = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>'
        '<c r="D1" t="str"><f>A1</f><v> out </v></c>'
        '<c r="E1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>'
        '<c r="F1" t="d"><v>2026-03-14T00:00:00</v></c><c r="G1"><v>2.50</v></c><c r="H1"><f>NOW()</f></c>'
        '<c r="I1" t="b"><v>false</v></c></row>'
    )
    found = cells_of(raw(data(line), strings="<si><t>head</t></si>"))
    assert {place: (cell.text, cell.kind) for place, cell in found.items()} == {
        "A1": ("head", "text"), "B1": ("TRUE", "bool"), "C1": ("#REF!", "error"), "D1": ("out", "text"),
        "E1": ("inline", "text"), "F1": ("2026-03-14", "date"), "G1": ("2.5", "number"),
        "H1": ("", "formula-without-value"), "I1": ("FALSE", "bool"),
    }  # fmt: skip


def test_a_formula_without_a_saved_value_is_said_once_with_its_first_cell() -> None:
    outline = read(made({"Plan": {**rows("Item|Cost|Share"), "A2": "Fees", "B2": "=1+1", "C2": "=B2/2"}}))
    assert outline.notices == ("a formula without a saved value is not read: Plan!B2 and 1 more",)


def test_a_formula_that_gives_nothing_is_an_empty_cell() -> None:
    line = '<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c><c r="B1"><v>4</v></c></row>'
    outline = read(raw(data(line)))
    assert outline.notices == ()
    assert [getattr(item, "text", "") for item in outline.items] == ["Plan", "4"]


def test_rich_text_is_joined_phonetics_are_left_out_and_escapes_restored() -> None:
    strings = (
        "<si><r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r><rPh sb='0' eb='1'><t>WON</t></rPh></si>"
        "<si><t>first_x000D_\nsecond_x0041_ _xD800_</t></si>"
    )
    line = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
    texts = [getattr(item, "text", "") for item in read(raw(data(line), strings=strings)).items]
    assert texts == ["Plan", "one two", "first\nsecondA"]


def test_openpyxl_reads_the_same_values_from_a_generated_workbook() -> None:
    values: list[tuple[object, str]] = [
        ("Settlement report", "General"), (1340, "General"), (18.25, "0.00"), (dt.date(2026, 3, 14), "yyyy-mm-dd"),
        (dt.datetime(2025, 12, 31, 8, 5), "d/m/yyyy h:mm"), (True, "General"), (0.125, "0.0%"), (1 / 3, "General"),
        (-7, "0"), (dt.date(1999, 1, 1), "mmm-yy"), ("007", "@"), (12345678.9, "General"),
    ]  # fmt: skip

    def edit(book: Workbook) -> None:
        for column, (value, code) in enumerate(values, start=1):
            for row in range(2, 12):
                cell = book.worksheets[0].cell(row, column, value)
                cell.number_format = code

    header = {f"{letter}1*": f"Name {letter}" for letter in "ABCDEFGHIJKL"}
    content = made({"Sheet1": header}, edit)
    ours = cells_of(content)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            assert agree(ours[cell.coordinate], cell.value), cell.coordinate


def agree(ours: Cell, theirs: object) -> bool:
    if isinstance(theirs, bool):
        return ours.text == str(theirs).upper()
    if isinstance(theirs, dt.datetime):
        return theirs.isoformat(sep=" ").startswith(ours.text)
    if isinstance(theirs, int | float) and ours.kind == "percent":
        return abs(float(ours.text.rstrip("%")) / 100 - theirs) < 0.0006
    if isinstance(theirs, int | float):
        return abs(float(ours.text) - theirs) < 1e-12 * max(1, abs(theirs)) * 1000
    return ours.text == theirs


def test_a_workbook_without_styles_or_strings_is_read_plainly() -> None:
    content = raw(data('<row r="1"><c r="A1" s="3"><v>46095</v></c></row>'))
    kept = zipfile.ZipFile(io.BytesIO(content))
    parts = {
        name: kept.read(name).decode() for name in kept.namelist() if name not in ("xl/looks.xml", "xl/strings.xml")
    }
    assert [getattr(item, "text", "") for item in read(zipped(parts)).items] == ["Plan", "46095"]


def test_odd_styles_are_taken_for_plain_ones() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="x" formatCode="0"/></numFmts>'
        '<fonts><font><sz val="big"/><b val="0"/></font></fonts><fills><fill><gradientFill/></fill></fills><borders/>'
        '<cellXfs><xf numFmtId="x" fontId="9" fillId="0"/></cellXfs>'
    )
    content = raw(data('<row r="1"><c r="A1" s="0"><v>4</v></c><c r="B1"/></row>'), styles=styles)
    assert [getattr(item, "text", "") for item in read(content).items] == ["Plan", "4"]


def test_formulas_on_other_workbooks_are_said() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1"><f>[1]Costs!B2*2</f><v>8</v></c>'
        '<c r="B1"><f>\'[2]My plan\'!A1</f><v>9</v></c><c r="C1"><f>Sales[2024]</f><v>7</v></c></row></sheetData>'
    )
    assert read(raw(sheet)).notices == (
        "a formula counts on another workbook: its saved value is read: Plan!A1 and 1 more",
    )
