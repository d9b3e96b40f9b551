from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from showproof.api import schema

ROLE = "operations-manager"
ALL = [
    "candidate/preparation.docx", "candidate/preparation.xlsx", "hiring/interview-kit.docx",
    "hiring/interview-kit.xlsx", "hiring/scorecard.xlsx",
]  # fmt: skip


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_kit_has_papers_for_both_sides(run, here):
    outcome = run("kit", ROLE)
    assert (outcome.code, outcome.err) == (0, "")
    assert names(here / f"{ROLE}-kit") == ALL
    assert len(outcome.out.splitlines()) == len(ALL)
    assert outcome.out.startswith(f"wrote {ROLE}-kit/candidate/preparation.docx (")


def test_the_same_kit_is_the_same_bytes(run, here):
    run("kit", ROLE, "--out", "a", "--raters", "2")
    run("kit", ROLE, "--out", "b", "--raters", "2")
    assert names(here / "a") == [*ALL[:4], "hiring/scorecard-rater-1.xlsx", "hiring/scorecard-rater-2.xlsx"]
    assert all((here / "a" / name).read_bytes() == (here / "b" / name).read_bytes() for name in names(here / "a"))


def test_raters_get_a_scorecard_each_with_the_candidates_code(run, here):
    outcome = run("kit", ROLE, "--format", "docx", "--raters", "Ana Ruiz, Zoë", "--candidate", "C-014", "--out", "kit")
    assert outcome.code == 0
    assert names(here / "kit") == [ALL[0], ALL[2], "hiring/scorecard-ana-ruiz.xlsx", "hiring/scorecard-zoë.xlsx"]
    start = openpyxl.load_workbook(here / "kit/hiring/scorecard-zoë.xlsx")["Start"]
    assert (start["B4"].value, start["B5"].value) == ("Zoë", "C-014")


def test_a_dry_run_writes_nothing_and_json_lists_the_files(run, here):
    told = json.loads(run("kit", ROLE, "--dry-run", "--json", "--format", "xlsx").out)
    assert (told["schema"], told["role"], told["written"]) == ("showproof.kit/1", ROLE, False)
    assert [one["kind"] for one in told["files"]] == ["preparation-sheet", "interview-kit", "scorecard"]
    assert names(here) == []


def test_a_file_that_exists_is_kept_and_nothing_else_is_written(run, here):
    kept = here / "kit" / "hiring" / "interview-kit.docx"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"mine")
    outcome = run("kit", ROLE, "--out", "kit")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: kit/hiring/interview-kit.docx: the file exists and was left as it is; choose another --out, or say "
        "--force\n"
    )
    assert names(here) == ["kit/hiring/interview-kit.docx"]
    assert run("kit", ROLE, "--out", "kit", "--force").code == 0
    assert kept.read_bytes() != b"mine"


def test_drafts_to_bring_stand_in_the_sheet_and_a_bad_one_is_told(run, here, worked):
    (here / "mine").mkdir()
    (here / "mine" / "close.docx").write_bytes(worked)
    (here / "mine" / "broken.docx").write_bytes(b"PK")
    outcome = run("kit", ROLE, "--format", "xlsx", "--artifacts", "mine", "--out", "kit")
    assert outcome.code == 3
    assert outcome.err.startswith("mine/broken.docx: ")
    book = openpyxl.load_workbook(here / "kit/candidate/preparation.xlsx")
    said = [cell.value for sheet in book for row in sheet for cell in row if isinstance(cell.value, str)]
    assert any("Standard operating procedure: close.docx, level 4 (" in text for text in said)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (["kit", "operations-manger"],
         'showproof: unknown role "operations-manger"; did you mean operations-manager? `showproof catalog roles` '
         "lists them"),
        (["kit", ROLE, "--raters", "0"],
         'showproof: --raters: found "0"; allowed: names with commas between them, or a number from 1 to 20; change '
         "the value"),
        (["kit", ROLE, "--raters", "21"],
         'showproof: --raters: found "21"; allowed: names with commas between them, or a number from 1 to 20; change '
         "the value"),
        (["kit", ROLE, "--raters", " , "],
         'showproof: --raters: found " , "; allowed: names with commas between them, or a number from 1 to 20; change '
         "the value"),
        (["kit", ROLE, "--raters", "Ana R., ana-r"],
         'showproof: --raters: "Ana R." and "ana-r" would share the file scorecard-ana-r.xlsx; tell them apart, as in '
         "Ana R and Ana S"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_one_line(run, here, typed, line):
    outcome = run(*typed)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", line + "\n")
    assert names(here) == []


@pytest.fixture
def handed_in(run, here):
    run("kit", ROLE, "--out", "kit", "--raters", "Ana, Ben", "--candidate", "C-1", "--format", "docx")
    for number, name in enumerate(("ana", "ben")):
        path = here / f"kit/hiring/scorecard-{name}.xlsx"
        book = openpyxl.load_workbook(path)
        for row in range(4, 9):
            book["Rows"].cell(row, 2).value = 3
            book["Rows"].cell(row, 3).value = f'Said "so", row {row}'
        if number:
            book["Rows"]["B4"] = 9
        book["Overall"]["B4"], book["Overall"]["B5"] = 3, "Solid."
        (here / "in").mkdir(exist_ok=True)
        book.save(here / "in" / path.name)
    return here / "in"


def test_ratings_are_told_a_line_a_card_with_what_is_to_be_mended(run, handed_in):
    outcome = run("ratings", "in")
    assert (outcome.code, outcome.out) == (
        1,
        "in/scorecard-ana.xlsx: Ana on C-1, 5 of 5 rows, overall 3\n"
        "in/scorecard-ben.xlsx: Ben on C-1, 4 of 5 rows, overall -\n",
    )
    assert outcome.err == (
        "in/scorecard-ben.xlsx: Rows!B4: found “9”; allowed: 0, 1, 2, 3, 4; choose one from the list\n"
        "in/scorecard-ben.xlsx: Overall!B4: found “3” with 4 of 5 rows that count; allowed: a verdict after all rows; "
        "mend the rows, then decide anew\n"
    )


def test_ratings_as_csv_are_what_calibration_reads(run, handed_in):
    lines = run("ratings", "in", "--csv").out.splitlines()
    assert lines[:2] == ["draft,rater,scale,level,note", 'C-1,Ana,skill:root-cause,3,"Said ""so"", row 4"']
    assert lines[6] == "C-1,Ana,overall,3,Solid."
    assert len(lines) == 1 + 6 + 4


def test_ratings_as_json_fit_their_schema(run, handed_in):
    (handed_in / "other.xlsx").write_bytes(b"PK")
    outcome = run("ratings", "in", "--json")
    told = json.loads(outcome.out)
    Draft202012Validator(schema("ratings")).validate(told)
    assert outcome.code == 3
    assert [len(card["faults"]) for card in told["scorecards"]] == [0, 2]
    assert [one["file"] for one in told["unreadable"]] == ["in/other.xlsx"]


def test_one_whole_scorecard_is_done(run, handed_in):
    assert run("ratings", "in/scorecard-ana.xlsx", "--role", ROLE).code == 0
    assert run("ratings", "in/scorecard-ana.xlsx", "--role", "finops-analyst").code == 1
    assert run("ratings", "in", "--csv", "--json").code == 2
