from __future__ import annotations

import openpyxl
import pytest
from edited import HEADER, column, imported, put, row_of
from openpyxl.utils import get_column_letter

from showproof.api import export_rubric, import_rubric, open_catalog
from showproof.rubric_sheets.rubrics import rubrics_named
from showproof.rubric_sheets.vocabulary import words_known

NAMES = (
    "finops-analyst", "operations-manager", "production-support-analyst", "scope", "structure", "ownership", "measures",
    "action", "failure", "verification", "tradeoffs", "clarity", "criteria", "overall",
)  # fmt: skip


def untouched(book: openpyxl.Workbook) -> None:
    """No edit: saved again by another program."""


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_that_nobody_edited_gives_the_same_rubric(catalog, tmp_path, name):
    path = tmp_path / "rubric.xlsx"
    path.write_bytes(export_rubric(catalog, name))
    made = import_rubric(catalog, path)
    assert [one.after for one in made.rubrics] == list(rubrics_named(catalog, name))
    assert (made.changes, made.notes) == ((), ())
    for relative, data in made.files.items():
        (tmp_path / "team" / relative).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "team" / relative).write_bytes(data)
    over = open_catalog([tmp_path / "team"])
    assert [(one.content, one.digest) for one in rubrics_named(over, name)] == [
        (one.content, one.digest) for one in rubrics_named(catalog, name)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_rubric_gives_the_same_bytes(catalog, name):
    assert export_rubric(catalog, name) == export_rubric(catalog, name)


@pytest.mark.parametrize("name", ["operations-manager", "criteria", "overall"])
def test_another_program_saves_it_without_a_change(catalog, tmp_path, name):
    made = imported(catalog, tmp_path, name, untouched)
    assert all(one.before.digest == one.after.digest for one in made.rubrics)
    assert (made.changes, made.notes) == ((), ())


def stirred(book: openpyxl.Workbook) -> None:
    """All that people do to a workbook without meaning to change what it says."""
    rules, rows, levels = book["Rules"], book["Rows"], book["Levels"]
    for sheet in book:
        sheet.tables.clear()
    for line in rows.iter_rows(min_row=HEADER + 1):
        for cell in line:
            if isinstance(cell.value, int):
                cell.value = f" {cell.value} "
    levels.cell(4, column(levels, "Essentials met")).value = "100 %"
    levels.cell(4, column(levels, "Supports met")).value = "0,6"
    levels.cell(4, column(levels, "A check in it")).value = "YES"
    listed = {column(rules, title) for title in ("About", "Must carry", "Phrases")}
    for line in rules.iter_rows(min_row=HEADER + 1, max_row=rules.max_row):
        for cell in line:
            if isinstance(cell.value, str):
                text = cell.value.replace(", ", " ;\n") if cell.column in listed else cell.value
                cell.value = f"\u00a0{text.replace(chr(39), '’')}  "
    rules.insert_rows(6, 3)
    rules.insert_cols(4, 2)
    rules.cell(HEADER, 4).value = "Our notes"
    rules.cell(8, 4).value = "ask Ines"
    rules.insert_rows(1, 2)
    rules.move_range(f"{get_column_letter(rules.max_column)}1:{get_column_letter(rules.max_column)}99", cols=1)
    rules.row_dimensions[12].hidden = True
    rules.column_dimensions["A"].hidden = True
    rules.sheet_state = "hidden"
    rules.title = "RULES "
    book.create_sheet("Scratch")["A1"] = "to do"
    del book["Words"]
    book.move_sheet("Levels", -2)


def test_what_changes_no_word_changes_nothing(catalog, tmp_path):
    made = imported(catalog, tmp_path, "operations-manager", stirred)
    assert [str(one) for one in made.changes] == []
    assert made.rubrics[0].after == made.rubrics[0].before
    assert [note.partition("rubric.xlsx")[2] for note in made.notes] == [
        ": the sheet Scratch is not read",
        ', sheet RULES , cell D5: the column "Our notes" is not read',
    ]


def test_columns_may_stand_in_another_order(catalog, tmp_path):
    def turned(book):
        sheet = book["Rules"]
        sheet.tables.clear()
        lines = [list(line) for line in sheet.iter_rows(min_row=HEADER, values_only=True)]
        for row, line in enumerate(lines, start=HEADER):
            for at, value in enumerate(reversed(line), start=1):
                sheet.cell(row, at).value = value

    assert imported(catalog, tmp_path, "production-support-analyst", turned).changes == ()


def test_a_merged_cell_holds_for_all_its_rows(catalog, tmp_path):
    def merged(book):
        sheet = book["Rules"]
        sheet.tables.clear()
        first, last = row_of(sheet, Row="root-cause"), row_of(sheet, Row="kpi-cadence") - 1
        sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)

    assert imported(catalog, tmp_path, "operations-manager", merged).changes == ()


def test_texts_that_look_like_numbers_and_formulas_stay_texts(catalog, tmp_path):
    def typed(book):
        sheet = book["Rules"]
        row = row_of(sheet, Row="root-cause", Id="chain")
        put(sheet, row, "At least", "2")
        put(sheet, row, "Phrases", 24)
        put(sheet, row, "What to write where it is missing", "= the cause, not the person")

    path = tmp_path / "rubric.xlsx"
    path.write_bytes(export_rubric(catalog, "operations-manager"))
    book = openpyxl.load_workbook(path)
    typed(book)
    sheet = book["Rules"]
    row = row_of(sheet, Row="root-cause", Id="chain")
    sheet.cell(row, column(sheet, "What to write where it is missing")).data_type = "s"
    book.save(path)
    rule = import_rubric(catalog, path).rubrics[0].after.content.rows[0].essentials[0]
    assert (rule.at_least, rule.terms, rule.fix) == (2, ("24",), "= the cause, not the person")


def test_every_word_of_the_shipped_rules_is_known(catalog):
    known = set(words_known(catalog))
    rules = [rule for one in catalog.criteria for rule in one.rules]
    rules += [rule for name in catalog.role_ids for row in catalog.role(name).rows for rule in row.rules]
    assert {word for rule in rules for need in rule.carry for word in need.split("|")} <= known
