"""Workbooks that are endless, lying or full of nonsense: every readable cell is read, in time, and the rest is said."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hostile_files import S, cell, read, relations, texts, xlsx

from showproof.formats.limits import USUAL
from showproof.model import Outline, Table

OFTEN = replace(USUAL, ratio=2_000)
"""Built files pack better than written ones."""


STYLED = relations(
    {"r1": ("worksheet", "sheet1.xml"), "r2": ("sharedStrings", "strings.xml"), "r3": ("styles", "styles.xml")}
)


def sheet(*rows: str, before: str = "", after: str = "") -> str:
    return f"{before}<sheetData>{''.join(rows)}</sheetData>{after}"


def row(number: object, *cells: str, more: str = "") -> str:
    return f'<row r="{number}" {more}>{"".join(cells)}</row>'


def opened(content: bytes) -> Outline:
    return read(content, "draft.xlsx", OFTEN)


def has(found: Outline, *words: str) -> bool:
    """Whether the words are among what was read."""
    whole = "\n".join(texts(found))
    return all(word in whole for word in words)


def within(most: float, act: Callable[[], Outline]) -> Outline:
    """What is read, in so many seconds of computing."""
    started = time.process_time()
    found = act()
    assert time.process_time() - started < most
    return found


def test_a_long_string_that_thousands_of_cells_share_is_not_read_over_and_over() -> None:
    strings = f"<si><t>{'long ' * 50_000}</t></si>"
    rows = [
        row(number, *(f'<c r="{column}{number}" t="s"><v>0</v></c>' for column in "ABCD")) for number in range(1, 3_000)
    ]
    found = within(5, lambda: opened(xlsx(sheet(*rows), strings)))
    assert "more than 5,000,000 characters: the rest is not read" in found.notices
    assert sum(map(len, texts(found))) <= 5_100_000


def test_many_strings_are_read_in_time() -> None:
    strings = "".join(f"<si><t>String {number}</t></si>" for number in range(100_000))
    found = within(8, lambda: opened(xlsx(sheet(row(1, '<c r="A1" t="s"><v>99999</v></c>')), strings)))
    assert "String 99999" in texts(found)


def test_a_million_rows_with_a_look_and_nothing_else_are_passed_over() -> None:
    rows = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(2, 300_000))
    found = within(10, lambda: opened(xlsx(sheet(row(1, cell("A1", "Plan")), rows))))
    assert texts(found)[-1] == "Plan"


def test_a_lone_cell_at_the_far_end_is_read() -> None:
    content = xlsx(sheet(row(1, cell("A1", "Plan")), row(1_048_576, cell("XFD1048576", "Far"))))
    found = within(2, lambda: opened(content))
    assert texts(found)[-1] == "Far"
    last = found.items[-1]
    assert (last.rows[0][0] if isinstance(last, Table) else last).location.where() == "Plan!XFD1048576"


@pytest.mark.parametrize("size", ["A1:XFD1048576", "A1", "A1:A99999999999", "nonsense", "", "Z9:A1"])
def test_a_lying_dimension_is_not_believed(size: str) -> None:
    found = within(2, lambda: opened(xlsx(sheet(row(1, cell("A1", "Plan")), before=f'<dimension ref="{size}"/>'))))
    assert has(found, "Plan")


@pytest.mark.parametrize("number", ["0", "-5", "1048577", "99999999999", "x", "1.5", "", "1e3", "٣", "9" * 5_000])
def test_a_row_without_a_usable_number_is_said_and_the_others_are_read(number: str) -> None:
    found = opened(xlsx(sheet(row(1, cell("A1", "Plan")), row(number, cell("A2", "lost")), row(3, cell("A3", "Here")))))
    assert has(found, "Plan", "Here")
    assert any("row" in notice or "cell" in notice for notice in found.notices)


@pytest.mark.parametrize(
    "place",
    ["A0", "1", "AAAA1", "A1048577", "XFE1", "$", "", "A1:B2", "Ä1", "B", "A-1", "A" * 5_000 + "1", "B" + "9" * 5_000],
)
def test_a_cell_without_a_usable_place_is_said_and_the_others_are_read(place: str) -> None:
    found = opened(xlsx(sheet(row(1, cell("A1", "Plan"), cell(place, "lost"), cell("C1", "Here")))))
    assert has(found, "Plan", "Here")
    assert has(found, "lost") or any("reference" in notice for notice in found.notices)


VALUES = {
    "string beyond the list": '<c r="B1" t="s"><v>7</v></c>',
    "string before the list": '<c r="B1" t="s"><v>-1</v></c>',
    "no number of a string": '<c r="B1" t="s"><v>x</v></c>',
    "an endless number": f'<c r="B1" t="s"><v>{"9" * 5_000}</v></c>',
    "another alphabet": '<c r="B1" t="s"><v>٣</v></c>',
    "not a number": '<c r="B1"><v>NaN</v></c>',
    "infinity": '<c r="B1"><v>INF</v></c>',
    "too large": '<c r="B1"><v>1e999999999</v></c>',
    "too long": f'<c r="B1"><v>{"1" * 100_000}</v></c>',
    "no truth": '<c r="B1" t="b"><v>maybe</v></c>',
    "no date": '<c r="B1" t="d"><v>2026-13-45T99:99</v></c>',
    "an unknown kind": '<c r="B1" t="zz"><v>1</v></c>',
    "an unknown look": '<c r="B1" s="999999"><v>1</v></c>',
    "a look that is no number": '<c r="B1" s="x"><v>1</v></c>',
    "a negative look": '<c r="B1" s="-1"><v>1</v></c>',
    "an unknown error": '<c r="B1" t="e"><v>#WAT!</v></c>',
    "no value": '<c r="B1" t="s"/>',
    "two values": '<c r="B1"><v>1</v><v>2</v></c>',
    "a formula without end": '<c r="B1"><f>' + "(" * 9_000 + "</f></c>",
}


@pytest.mark.parametrize("odd", VALUES.values(), ids=VALUES)
def test_a_cell_that_is_not_what_it_says_costs_no_other_cell(odd: str) -> None:
    found = within(2, lambda: opened(xlsx(sheet(row(1, cell("A1", "Plan"), odd, cell("C1", "Here"))))))
    assert has(found, "Plan", "Here")


@pytest.mark.parametrize(
    "code", ["0" * 50_000, "[" * 9_000, '"' * 9_001, "yyyy" * 9_000, "_" * 9_000, "\\", "*", ";" * 9_000, "[h"]
)
def test_a_number_format_without_sense_is_read_in_time(code: str) -> None:
    styles = f'<numFmts><numFmt numFmtId="200" formatCode="{code.replace(chr(34), "&quot;")}"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>'
    extra: dict[str, bytes | str] = {
        "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
        "xl/_rels/workbook.xml.rels": STYLED,
    }
    cells = row(1, cell("A1", "Plan"), *(f'<c r="{column}1" s="1"><v>45000.5</v></c>' for column in "BCDEFG"))
    found = within(3, lambda: opened(xlsx(sheet(cells), extra=extra)))
    assert has(found, "Plan")


@pytest.mark.parametrize("value", ["1e300", "-1e300", "2958466", "-1", "1e-300", "99999999999999999999"])
def test_a_date_outside_of_the_calendar_is_no_fault(value: str) -> None:
    extra: dict[str, bytes | str] = {
        "xl/styles.xml": f'<styleSheet xmlns="{S}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/_rels/workbook.xml.rels": STYLED,
    }
    found = opened(xlsx(sheet(row(1, cell("A1", "Plan"), f'<c r="B1" s="0"><v>{value}</v></c>')), extra=extra))
    assert has(found, "Plan")


def test_a_merge_of_the_whole_sheet_is_kept_as_a_range() -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    found = within(2, lambda: opened(xlsx(sheet(row(1, cell("A1", "Plan")), row(3, cell("B3", "Here")), after=merged))))
    assert has(found, "Plan")


@pytest.mark.parametrize("at", ["A{0}:B{0}", "A1:C{0}", "A1:B2", "A{0}:XFD{0}", "XFD{0}:A1"])
def test_thousands_of_merges_are_read_in_time(at: str) -> None:
    merges = "".join(f'<mergeCell ref="{at.format(number)}"/>' for number in range(1, 15_001))
    rows = [row(number, cell(f"A{number}", f"Line {number}")) for number in range(1, 1_000)]
    found = within(8, lambda: opened(xlsx(sheet(*rows, after=f"<mergeCells>{merges}</mergeCells>"))))
    assert texts(found)


@pytest.mark.parametrize("ref", ["", "A1", "A0:B0", "A1:ZZZZ9", "nonsense", "A1:B2:C3", ":", "A1:", "1:2", "A:B"])
def test_a_merge_without_sense_is_passed_over(ref: str) -> None:
    found = opened(xlsx(sheet(row(1, cell("A1", "Plan")), after=f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>')))
    assert has(found, "Plan")


@pytest.mark.parametrize("wide", ["1", "16384", "99999999999", "-1", "x", "9" * 5_000])
def test_columns_without_end_are_taken_as_far_as_a_sheet_goes(wide: str) -> None:
    columns = f'<cols><col min="1" max="{wide}" width="9"/><col min="2" max="{wide}" hidden="1"/></cols>'
    found = within(2, lambda: opened(xlsx(sheet(row(1, cell("A1", "Plan")), before=columns))))
    assert has(found, "Plan")


def test_thousands_of_hidden_columns_over_each_other_are_read_in_time() -> None:
    columns = "<cols>" + '<col min="2" max="16384" hidden="1"/>' * 1_000 + "</cols>"
    found = within(20, lambda: opened(xlsx(sheet(row(1, cell("A1", "Plan")), before=columns))))
    assert has(found, "Plan")


def test_more_cells_than_a_document_has_are_said_and_not_read() -> None:
    rows = [row(number, *(cell(f"{column}{number}", "x") for column in "ABCDE")) for number in range(1, 101)]
    small = replace(OFTEN, filled=50)
    found = read(xlsx(sheet(*rows)), "draft.xlsx", small)
    assert found.notices == ("more than 50 filled cells: the rest is not read",)
    assert len(texts(found)) < 70


@pytest.mark.parametrize(
    "formula", ["=cmd|'/c calc'!A0", "@SUM(1)", "+1+1", "-1", "\t=1", "=HYPERLINK(&quot;http://x&quot;)"]
)
def test_a_formula_in_a_draft_is_text_and_is_never_computed(formula: str) -> None:
    found = opened(
        xlsx(sheet(row(1, cell("A1", "Plan"), cell("B1", formula), f'<c r="C1"><f>{formula}</f><v>7</v></c>')))
    )
    shown = [text for text in texts(found) if text not in ("Plan", "7")]
    assert shown == [formula.replace("&quot;", '"').strip()]
