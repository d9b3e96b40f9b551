from __future__ import annotations

import datetime

import openpyxl
import pytest
from edited import HEADER, add, edited, faults, put, row_of

from showproof.api import export_rubric, import_rubric
from showproof.catalog.rule_check import RULE_KINDS
from showproof.errors import CatalogError, UnreadableError, UserError


def set_rule(title: str, value: object, *, id: str = "chain"):
    """An edit of one cell of a rule of the first row."""

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Rules"]
        put(sheet, row_of(sheet, Row="root-cause", Id=id), title, value)

    return edit


ROWS = "root-cause, kpi-cadence, process-improvement, people-leadership, execution"


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (set_rule("Kind", "statment"),
         'sheet Rules, cell F4: found "statment"; allowed: one of the {kinds} kinds of rule; write statement'),
        (set_rule("Row", "root couse"), f'sheet Rules, cell A4: found "root couse"; allowed: {ROWS}; write root-cause'),
        (set_rule("Part", "esential"),
         'sheet Rules, cell B4: found "esential"; allowed: essential, support, limit; write essential'),
        (set_rule("Id", "The chain"),
         'sheet Rules, cell C4: found "The chain"; allowed: small letters, digits and hyphens; '
         "write the-chain, or clear the cell"),
        (set_rule("Id", "evidence"),
         'sheet Rules, cell C5: found "evidence" a second time; allowed: once among the rules of root-cause; '
         "clear the cell of the new line"),
        (set_rule("What is looked for", None),
         "sheet Rules, cell D4: found nothing; allowed: a text; write what is looked for"),
        (set_rule("What to write where it is missing", " \n "),
         "sheet Rules, cell E4: found nothing; allowed: a text; write what to write where it is missing"),
        (set_rule("About", "cause, risc"),
         'sheet Rules, cell G4: found "risc"; allowed: one of the {facets} facets of rubrics/facets.yaml; write risk'),
        (set_rule("Must carry", "owner, whem or date"),
         'sheet Rules, cell H4: found "whem"; allowed: the words of the sheet Words; write when'),
        (set_rule("Phrases", datetime.date(2026, 5, 1)),
         "sheet Rules, cell I4: found the date 2026-05-01; allowed: no date; "
         "write it again with ' before it, which keeps it text"),
        (set_rule("At least", "many"),
         'sheet Rules, cell J4: found "many"; allowed: a whole number from 1 to 50; change the value'),
        (set_rule("At least", 1.5),
         'sheet Rules, cell J4: found "1.5"; allowed: a whole number from 1 to 50; change the value'),
        (set_rule("At least", "=1+1"),
         "sheet Rules, cell J4: found a formula without a value; allowed: a value; write the value itself"),
        (set_rule("Every one", "sometimes"),
         'sheet Rules, cell K4: found "sometimes"; allowed: yes, no; write one of these, or clear the cell'),
        (set_rule("Limit: highest level where not met", 2),
         'sheet Rules, cell M4: found "2"; allowed: nothing, since this is an essential; clear the cell'),
        (set_rule("Limit: why it holds the level down", None, id="opened"),
         "sheet Rules, cell L11: found nothing; allowed: a text, since this is a limit; write it"),
        (set_rule("Limit: highest level where not met", 5, id="opened"),
         'sheet Rules, cell M11: found "5"; allowed: a whole number from 0 to 4; change the value'),
        (set_rule("Limit: highest level where not met", 1, id="opened"),
         "sheet Rows, cell A4: found no limit with level 0; allowed: one or more; "
         "add a limit on the sheet Rules, with 0 where not met, that says what a draft must speak of"),
        (set_rule("Limit: eased from this share of essentials", 60, id="opened"),
         'sheet Rules, cell O11: found "6000%"; allowed: 0% to 100%; write 60%'),
        (lambda book: put(book["Rows"], 5, "Level 1 sounds like", None),
         "sheet Rows, cell E5: found nothing; allowed: a text for all four levels, or for none; "
         "write what level 1 sounds like"),
        (lambda book: put(book["Rows"], 5, "Id", "root-cause"),
         'sheet Rows, cell A5: found "root-cause" a second time; allowed: once on the sheet Rows; '
         "clear the cell of the new line"),
        (lambda book: put(book["Levels"], 5, "Level", 4),
         "sheet Levels, cell B5: found level 4 a second time; allowed: each level once; remove one line"),
        (lambda book: put(book["Levels"], 5, "Level", "three"),
         'sheet Levels, cell B5: found "three"; allowed: a whole number from 0 to 4; change the value'),
        (lambda book: put(book["Levels"], 5, "Essentials met", "most"),
         'sheet Levels, cell C5: found "most"; allowed: 0% to 100%; change the value'),
        (lambda book: add(book["Role"], Title="Another", Segment="s", Track="t"),
         'sheet Role, cell A5: found a second line; allowed: one line, since this is one role; remove it'),
        (lambda book: put(book["Rules"], HEADER, "Kind", "Sort"),
         'sheet Rules, row 3: found no column "Kind"; allowed: every column as exported; '
         "write Kind above its column again"),
        (lambda book: put(book["Rules"], HEADER, "Every one", "kind"),
         'sheet Rules, cell K3: found "Kind" a second time; allowed: each title once; rename one'),
    ],
)  # fmt: skip
def test_a_fault_names_its_cell_and_says_what_to_do(catalog, tmp_path, edit, line):
    found = faults(catalog, tmp_path, "operations-manager", edit)
    assert line.format(facets=len(catalog.facets), kinds=len(RULE_KINDS)) in found


def test_one_slip_is_one_fault(catalog, tmp_path):
    assert len(faults(catalog, tmp_path, "operations-manager", set_rule("Kind", "statment"))) == 1
    assert len(faults(catalog, tmp_path, "operations-manager", set_rule("Row", "root couse"))) == 1
    part = faults(catalog, tmp_path, "operations-manager", set_rule("Part", "esential", id="opened"))
    assert len(part) == 1


def test_all_faults_are_said_at_once_in_the_order_of_the_sheets(catalog, tmp_path):
    def edit(book):
        put(book["Levels"], 5, "Essentials met", "most")
        for title, value in (("Kind", "statment"), ("Must carry", "whem"), ("About", "risc"), ("At least", 0)):
            set_rule(title, value)(book)
        put(book["Rows"], 4, "Skill", None)
        set_rule("Kind", "ladderr", id="system-fix")(book)

    lines = faults(catalog, tmp_path, "operations-manager", edit)
    assert [line.partition(": found")[0] for line in lines] == [
        "sheet Rows, cell B4", "sheet Rules, cell F4", "sheet Rules, cell G4", "sheet Rules, cell H4",
        "sheet Rules, cell J4", "sheet Rules, cell F6", "sheet Levels, cell C5",
    ]  # fmt: skip


def test_a_row_without_essentials_is_said_at_its_line(catalog, tmp_path):
    def edit(book):
        sheet = book["Rules"]
        for row in range(HEADER + 1, sheet.max_row + 1):
            if sheet.cell(row, 1).value == "execution" and sheet.cell(row, 2).value == "essential":
                put(sheet, row, "Part", "support")

    assert faults(catalog, tmp_path, "operations-manager", edit) == [
        "sheet Rows, cell A8: found no essential rule; allowed: one or more; add one on the sheet Rules"
    ]


def test_a_sheet_that_is_gone_is_said(catalog, tmp_path):
    path = edited(catalog, tmp_path, "clarity", lambda book: book.remove(book["Levels"]))
    with pytest.raises(CatalogError) as caught:
        import_rubric(catalog, path)
    assert str(caught.value) == (
        f"{path}: found the sheets About, Criteria, Rules, Kinds, Words; allowed: also a sheet Levels; export it again"
    )


def test_a_criterion_cannot_be_taken_out(catalog, tmp_path):
    def edit(book):
        book["Criteria"].delete_rows(row_of(book["Criteria"], Id="clarity"))

    lines = faults(catalog, tmp_path, "criteria", edit)
    assert (
        "sheet Criteria: found no line for clarity; allowed: a line for each that was exported; "
        "write it again with clarity as its id"
    ) in lines


def test_a_verdict_table_needs_every_level(catalog, tmp_path):
    lines = faults(catalog, tmp_path, "overall", lambda book: put(book["Verdict"], 5, "Verdict", 4))
    assert lines == [
        'sheet Verdict, cell A4: found "0, 1, 2, 4"; allowed: a line for each level, 0 to 4; '
        "write a line for each level and no other"
    ]


def message(catalog, path, **how) -> str:
    with pytest.raises(UserError) as caught:
        import_rubric(catalog, path, **how)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{path}")


def test_a_workbook_of_another_version_is_refused(catalog, tmp_path):
    def older(book):
        sheet = book["About"]
        row = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "clarity")
        sheet.cell(row, 2).value, sheet.cell(row, 3).value = "0.9", "0123456789abcdef"

    path = edited(catalog, tmp_path, "clarity", older)
    digest = import_rubric(catalog, path, force=True).rubrics[0].before.digest
    assert message(catalog, path) == (
        ": made from version 0.9 of clarity, digest 0123456789abcdef; the catalogue has version 1.0, "
        f"digest {digest}; export it again and edit that workbook, or say --force to put this one over it"
    )


def test_a_workbook_of_an_unknown_rubric_is_refused(catalog, tmp_path):
    def other(book):
        sheet = book["About"]
        row = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "clarity")
        sheet.cell(row, 1).value = "brevity"

    assert message(catalog, edited(catalog, tmp_path, "clarity", other)) == (
        ': made from "brevity", which the catalogue does not have; say --catalog FOLDER with the folder that has it'
    )


def test_the_version_asked_for_must_be_another_one(catalog, tmp_path):
    def edit(book):
        set_rule("At least", 3)(book)
        sheet = book["About"]
        row = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "New version")
        sheet.cell(row, 2).value = "1.0"

    line = faults(catalog, tmp_path, "operations-manager", edit)[0]
    assert line.partition("cell B")[2].partition(": ")[2] == (
        'found "1.0"; allowed: a version other than that of operations-manager; write 1.1, or clear the cell'
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda book: book.remove(book["About"]),
         ": no sheet About, which says what was exported; import a workbook that `showproof rubric export` made"),
        (lambda book: book["About"].delete_rows(1, 40),
         ", sheet About: no table of Rubric, Version, Digest; import a workbook that `showproof rubric export` made"),
    ],
)  # fmt: skip
def test_a_workbook_that_is_no_export_is_refused(catalog, tmp_path, change, said):
    assert message(catalog, edited(catalog, tmp_path, "clarity", change)) == said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ": the file is empty; save the draft again and check its size"),
        (b"Row,Part\n", ": not a workbook; save it as .xlsx in your office program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
         ": saved in the 1997 format; save it as .docx or .xlsx"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_unreadable(catalog, tmp_path, content, said):
    path = tmp_path / "rubric.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableError):
        import_rubric(catalog, path)
    assert message(catalog, path) == said


def test_an_id_must_be_free_and_fit(catalog, tmp_path):
    path = tmp_path / "rubric.xlsx"
    path.write_bytes(export_rubric(catalog, "operations-manager"))
    assert message(catalog, path, new_id="finops-analyst") == (
        'there is a role "finops-analyst" already; choose another --id, or say --force'
    )
    assert message(catalog, path, new_id="Night Ops") == (
        '"Night Ops" is no id; write small letters and digits with hyphens between'
    )
    path.write_bytes(export_rubric(catalog, "criteria"))
    assert message(catalog, path, new_id="night") == "--id is for one role or one criterion; leave it out"


def test_a_damaged_workbook_never_gives_a_traceback(catalog, tmp_path):
    whole = export_rubric(catalog, "clarity")
    path = tmp_path / "rubric.xlsx"
    for cut in range(0, len(whole), 997):
        path.write_bytes(whole[:cut] + bytes([whole[cut] ^ 0x55]) + whole[cut + 1 :])
        try:
            import_rubric(catalog, path)
        except UserError:
            continue
