"""A form becomes a workbook: every answer with its type, and all that helps a person to fill it."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest
from written_forms import COLUMNS, EMPTY, FULL_ROW, PART_ROW, example, form, opened, question, section, table

from showproof.errors import UserError
from showproof.formats.xlsx.write import write_xlsx


def part(filled, name):
    return zipfile.ZipFile(io.BytesIO(write_xlsx(filled))).read(name).decode()


def test_the_same_form_gives_the_same_bytes():
    assert write_xlsx(example(FULL_ROW)) == write_xlsx(example(FULL_ROW))


def test_a_cover_comes_first_then_a_sheet_a_section_then_the_long_lists():
    assert opened(example()).sheetnames == ["Cover", "Metrics", "Summary what-why", "Lists"]


def test_answers_stand_beside_their_labels():
    book = opened(example(FULL_ROW))
    assert [book["Metrics"][cell].value for cell in ("A4", "C4", "A5", "C5")] == [
        "Purpose", "Keep the promise", "Cadence", "weekly",
    ]  # fmt: skip
    assert [row[1].value for row in book["Summary what-why"]["A4:B7"]] == ["Guess", "Yes", 1250, None]
    assert [(row[0].value, row[1].value) for row in book["Cover"]["A6:B7"]] == [
        ("Title", "Fulfilment"),
        ("Owner", None),
    ]


def test_cells_of_the_table_have_their_types():
    sheet = opened(example(FULL_ROW, PART_ROW))["Metrics"]
    assert [cell.value for cell in sheet[7]] == [column.label for column in COLUMNS]
    first, second, third = ([cell.value for cell in sheet[row]] for row in (8, 9, 10))
    assert first == [1, "On-time dispatch", 0.95, 1200, datetime(2026, 3, 31), "Open", "Read on Mondays"]
    assert second == [2, "Pick accuracy", 0.995, "about $4", "end of May", None, None]
    assert third == [3, None, None, None, None, None, None]


def test_numbers_show_the_digits_that_were_written():
    sheet = opened(example(FULL_ROW, PART_ROW))["Metrics"]
    shown = [sheet[cell].number_format for cell in ("C8", "C9", "D8", "E8", "E9", "E12")]
    assert shown == ["0%", "0.0%", '"$"#,##0', "yyyy-mm-dd", "yyyy-mm-dd", "yyyy-mm-dd"]


def test_a_serial_number_that_a_person_gave_is_kept():
    numbered = table(COLUMNS, (("2.1", *EMPTY[1:]), ("7", *EMPTY[1:]), EMPTY))
    sheet = opened(form(section("steps", rows=numbered)))["Steps"]
    assert [sheet.cell(row, 1).value for row in (5, 6, 7)] == [2.1, 7, 3]
    lettered = table(COLUMNS, (("2b", *EMPTY[1:]),))
    assert opened(form(section("steps", rows=lettered)))["Steps"]["A5"].value == "2b"


@pytest.mark.parametrize("text", ["=1+1", "+5", "-x", "@home", "'quoted", "  spaces  ", "two\nlines", "\ttab"])
def test_an_answer_stays_the_text_that_it_is(text):
    cell = opened(example(purpose=text))["Metrics"]["C4"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_table_lies_over_header_and_rows_under_the_name_of_its_part():
    sheet = opened(example(FULL_ROW))["Metrics"]
    found = sheet.tables["sp_metrics"]
    assert (found.ref, found.headerRowCount, found.totalsRowShown) == ("A7:G13", 1, False)
    assert [column.name for column in found.tableColumns] == [cell.value for cell in sheet[7]]


def test_a_table_without_rows_has_an_empty_one():
    sheet = opened(form(section("risks", rows=table(COLUMNS[1:], ()))))["Risks"]
    assert sheet.tables["sp_risks"].ref == "A4:F5"


def test_a_table_of_one_column_leaves_room_for_answers_above_it():
    book = opened(form(section("notes", question("why", answer="Because"), rows=table((question("note"),), (("",),)))))
    assert book["Notes"]["B4"].value == "Because"
    assert book["Notes"].tables["sp_notes"].ref == "A6:A7"


def test_every_answer_has_a_defined_name():
    names = opened(example()).defined_names
    assert {name: entry.attr_text for name, entry in names.items()} == {
        "sp_head_title": "Cover!$B$6",
        "sp_head_owner": "Cover!$B$7",
        "sp_metrics_purpose": "'Metrics'!$C$4",
        "sp_metrics_cadence": "'Metrics'!$C$5",
        "sp_summary_sure": "'Summary what-why'!$B$4",
        "sp_summary_signed": "'Summary what-why'!$B$5",
        "sp_summary_orders": "'Summary what-why'!$B$6",
        "sp_summary_more": "'Summary what-why'!$B$7",
    }


def test_names_of_places_and_tables_never_meet():
    clash = form(
        section("a_b", question("c"), rows=table(COLUMNS[1:3], ())), section("a", question("b_c"), question("B"))
    )
    book = opened(clash)
    assert set(book.defined_names) == {"sp_head_title", "sp_a_b_c", "sp_a_b_c_2", "sp_a_B_2"}
    assert list(book["A_b"].tables) == ["sp_a_b"]


def test_needed_and_empty_answers_are_marked():
    sheet = opened(example())["Metrics"]
    found = {str(entry.sqref): entry.rules[0].formula[0] for entry in sheet.conditional_formatting}
    assert found == {
        "C4 C5": "LEN(C4)=0",
        "B8:F113": "AND(LEN(B8)=0,OR(ROW(B8)-ROW($B$7)<=2,SUMPRODUCT(--(LEN($B8:$G8)>0))>0))",
    }


def test_a_table_that_needs_nothing_is_not_marked():
    free = table((question("a", required=False), question("b", required=False)), ())
    assert not list(opened(form(section("notes", rows=free)))["Notes"].conditional_formatting)


def test_the_header_stays_in_sight_where_that_leaves_room():
    assert opened(example())["Metrics"].freeze_panes == "A8"
    assert opened(example())["Summary what-why"].freeze_panes == "A4"
    long = tuple(question(f"q{number}", type="paragraph") for number in range(6))
    assert opened(form(section("long", *long, rows=table(COLUMNS, ()))))["Long"].freeze_panes == "A4"


def test_pages_are_set_up_for_printing():
    book = opened(example())
    metrics, summary = book["Metrics"], book["Summary what-why"]
    assert metrics.page_setup.orientation == "landscape"
    assert summary.page_setup.orientation == "portrait"
    assert (metrics.print_title_rows, summary.print_title_rows) == ("$7:$7", "$1:$1")
    assert metrics.sheet_properties.pageSetUpPr.fitToPage
    assert (metrics.page_setup.fitToHeight, metrics.page_setup.paperSize) == (0, 1)
    assert metrics.oddFooter.left.text == "kpi-workbook · template 1.2"
    assert metrics.oddFooter.right.text == "&A, &P of &N"
    assert not metrics.sheet_view.showGridLines


def test_paper_follows_the_form():
    assert opened(form(section("a", question("b")), paper="a4"))["A"].page_setup.paperSize == 9


def test_sections_and_cover_link_to_each_other():
    book = opened(example())
    links = {cell.value: cell.hyperlink.location for row in book["Cover"] for cell in row if cell.hyperlink}
    assert links == {"Metrics": "'Metrics'!A1", "Summary: what/why": "'Summary what-why'!A1"}
    assert [sheet["A3"].hyperlink.location for sheet in book.worksheets[1:]] == ["'Cover'!A1"] * 3


def test_what_reviewers_look_for_stands_on_the_cover():
    column = [cell.value for cell in opened(example())["Cover"]["A"]]
    start = column.index("What reviewers look for")
    assert column[start + 1 : start + 4] == ["Measurement", "• Each measure has a formula", "• Targets have units"]
    assert "What reviewers look for" not in [c.value for c in opened(form(looked_for=()))["Cover"]["A"]]


def test_properties_say_what_it_was_made_from():
    book = opened(example())
    assert {entry.name: entry.value for entry in book.custom_doc_props.props} == {
        "showproof.artifact": "kpi-workbook",
        "showproof.context": '{"metric": "a & <b>"}',
    }
    assert (book.properties.title, book.properties.language) == ("Fulfilment at Ridgeway", "en-US")
    assert "dcterms:created" not in part(example(), "docProps/core.xml")


def test_a_form_without_properties_has_no_part_for_them():
    data = write_xlsx(form(section("a", question("b")), properties=()))
    assert "docProps/custom.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_answers_are_unlocked_and_nothing_is_protected():
    book = opened(example())
    assert not book["Metrics"]["C4"].protection.locked
    assert not book["Metrics"]["B9"].protection.locked
    assert not any(sheet.protection.sheet for sheet in book)


def test_long_answers_get_tall_rows_and_wide_columns():
    words = "carrier cut-off moved again " * 40
    sheet = opened(example(("", words, "", "", "", "", ""), purpose=words))["Metrics"]
    assert sheet.row_dimensions[4].height > 100
    assert sheet.row_dimensions[8].height > 100
    assert sheet.column_dimensions["B"].width > opened(example())["Metrics"].column_dimensions["B"].width


def test_an_answer_too_long_for_a_cell_names_its_question():
    with pytest.raises(UserError) as caught:
        write_xlsx(example(purpose="x" * 32_768))
    assert str(caught.value) == (
        "Purpose: found a text of 32,768 characters; a cell holds 32,767; shorten it, or make the document as docx"
    )
    assert opened(example(purpose="x" * 32_767))["Metrics"]["C4"].value == "x" * 32_767


def test_signs_beyond_the_first_plane_count_twice_towards_the_limit():
    with pytest.raises(UserError, match="32,768 characters"):
        write_xlsx(example(purpose="\N{ROCKET}" * 16_384))


def test_programs_count_anew_when_they_open_it():
    assert opened(example()).calculation.fullCalcOnLoad
