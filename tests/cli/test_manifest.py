from __future__ import annotations

import json

import pytest


@pytest.fixture
def drafts(here, worked, blank):
    (here / "drafts").mkdir()
    (here / "drafts" / "one.docx").write_bytes(worked)
    (here / "drafts" / "two.xlsx").write_bytes(blank)
    return here


def scored(outcome) -> dict[str, tuple[str, str, str]]:
    cards = json.loads(outcome.out)["scorecards"]
    return {card["file"]: (card["role"], card["artifact"], card["detected"]["role"]["by"]) for card in cards}


def test_a_manifest_says_role_and_type_of_each_draft(run, drafts):
    (drafts / "roster.csv").write_text(
        "file,role,artifact\ndrafts/one.docx,finops-analyst,decision-log\ntwo.xlsx,,\n", encoding="utf-8"
    )
    outcome = run("score", "drafts", "--manifest", "roster.csv", "--json")
    assert outcome.code == 0
    assert scored(outcome) == {
        "drafts/one.docx": ("finops-analyst", "decision-log", "manifest"),
        "drafts/two.xlsx": ("finops-analyst", "decision-log", "property"),
    }


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbffile,role\r\none.docx,finops-analyst\r\n",
        b"file,role\rone.docx,finops-analyst\r",
        b'role,file,note\nfinops-analyst,one.docx,"two\nlines"\n',
    ],
)
def test_a_manifest_of_any_spreadsheet_program_is_read(run, drafts, data):
    (drafts / "drafts" / "roster.csv").write_bytes(data)
    outcome = run("score", "drafts/one.docx", "--manifest", "drafts/roster.csv", "--json")
    assert scored(outcome)["drafts/one.docx"][0] == "finops-analyst"


def test_what_the_manifest_leaves_open_is_taken_from_the_options(run, drafts):
    (drafts / "roster.csv").write_text("file,role,artifact\none.docx,,sop\n", encoding="utf-8")
    outcome = run("score", "drafts/one.docx", "--manifest", "roster.csv", "-r", "finops-analyst", "--json")
    assert scored(outcome)["drafts/one.docx"][0] == "finops-analyst"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("name,role\na.docx,x\n", 2, "showproof: roster.csv:1: no column `file`; the columns are file, role, artifact"),
        ("file,role\n", 2, "showproof: roster.csv:1: no column `file`; the columns are file, role, artifact"),
        ("file,role\none.docx,finops-analyst\n\ntwo.xlsx,finops-anlyst\n", 2,
         'showproof: roster.csv:4: unknown role "finops-anlyst"; did you mean finops-analyst? '
         "`showproof catalog roles` lists them"),
        ("", 3, "showproof: roster.csv: the file is empty; save the draft again and check its size"),
    ],
)  # fmt: skip
def test_a_fault_of_the_manifest_is_told_in_one_line(run, drafts, text, code, line):
    (drafts / "roster.csv").write_text(text, encoding="utf-8")
    outcome = run("score", "drafts", "--manifest", "roster.csv")
    assert (outcome.code, outcome.out, outcome.err) == (code, "", line + "\n")


def test_a_manifest_that_is_not_there_is_told_in_one_line(run, drafts):
    outcome = run("score", "drafts", "--manifest", "nowhere.csv")
    assert (outcome.code, outcome.err) == (3, "showproof: nowhere.csv: no such file; check the name and the folder\n")


def test_a_workbook_is_no_manifest(run, drafts, blank):
    outcome = run("score", "drafts", "--manifest", "drafts/two.xlsx")
    assert outcome.code == 2
    assert outcome.err.startswith("showproof: drafts/two.xlsx")
    assert len(outcome.err.splitlines()) == 1


def test_a_type_that_the_catalogue_does_not_have_is_said_and_the_draft_scored_all_the_same(run, drafts):
    (drafts / "roster.csv").write_text("file,role,artifact\none.docx,finops-analyst,budget\n", encoding="utf-8")
    outcome = run("score", "drafts/one.docx", "--manifest", "roster.csv", "--json")
    assert outcome.code == 0
    assert outcome.err.splitlines()[-1] == (
        'roster.csv:2: unknown artifact type "budget"; the type is read from the draft'
    )
    assert scored(outcome)["drafts/one.docx"][0] == "finops-analyst"


def test_a_manifest_as_a_spreadsheet_saves_it_is_read_too(run, here, worked):
    (here / "a.docx").write_bytes(worked)
    (here / "roster.csv").write_text("File;Role;Artifact\na.docx;finops-analyst;\n", encoding="utf-8")
    assert "role finops-analyst (from the manifest)" in run("score", "a.docx", "--manifest", "roster.csv").out
