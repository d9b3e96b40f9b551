"""`showproof blind`: what it prints, writes and refuses."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from jsonschema import Draft202012Validator

from showproof.outputs.blind_json import BLIND

TEXT = """\
# RCA: returned files

Ana Ruiz found that 41 of 60 files came back on 4 March 2026, because the form allowed an empty field.
Ask ana.ruiz@corp.example.
"""


@pytest.fixture
def draft(here):
    (here / "ana-ruiz.md").write_text(TEXT, encoding="utf-8")
    (here / "roster.csv").write_text("name,group\nAna Ruiz,1\n", encoding="utf-8")
    return here


def test_it_says_what_it_replaced_and_what_it_cannot_catch(run, draft):
    outcome = run("blind", "ana-ruiz.md", "--out", "blind", "--roster", "roster.csv")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "Key (not for reviewers)",
        "  Person 1: Ana Ruiz, in texts Alix Alderby",
        "",
        "ana-ruiz.md: wrote blind/person-1.md",
        "  e-mail: ana.ruiz@corp.example → alix.alderby@example.invalid  (1×)",
        "  name: Ana Ruiz → Alix Alderby  (1×)",
        "  scores: the same",
        "",
        "What cannot be caught",
        "  - names that neither the roster nor an author's field has, and nicknames or misspelt ones",
        "  - first and last names that are words of the text too, where they stand alone",
        "  - a person told by the story: an employer, a project, a place, a date, a style of writing",
        "  - words in pictures of kinds that are left, in embedded files, in macros and in names of sheets",
    ]
    copy = (draft / "blind/person-1.md").read_text(encoding="utf-8")
    assert copy == TEXT.replace("Ana Ruiz", "Alix Alderby").replace(
        "ana.ruiz@corp.example", "alix.alderby@example.invalid"
    )
    assert (draft / "ana-ruiz.md").read_text(encoding="utf-8") == TEXT


def test_the_json_is_valid_against_the_published_schema(run, draft):
    data = json.loads(run("blind", ".", "--out", "blind", "--name", "Ana Ruiz", "--json").out)
    assert [error.message for error in Draft202012Validator(BLIND).iter_errors(data)] == []
    assert data["key"] == [{"name": "Ana Ruiz", "label": "Person 1", "in_text": "Alix Alderby"}]
    assert data["files"][0]["scores_the_same"] is True
    assert json.loads(run("catalog", "schema", "blind").out) == BLIND


def test_a_copy_that_exists_is_never_replaced_unasked(run, draft):
    wanted = ("blind", "ana-ruiz.md", "--out", "blind", "--name", "Ana Ruiz")
    assert run(*wanted).code == 0
    again = run(*wanted)
    assert (again.code, again.out) == (2, "")
    assert again.err == (
        "showproof: blind/person-1.md: the file exists and was left as it is; choose another --out, or say --force\n"
    )
    assert run(*wanted, "--force").code == 0


def test_a_dry_run_writes_nothing(run, draft):
    outcome = run("blind", "ana-ruiz.md", "--out", "blind", "--name", "Ana Ruiz", "--dry-run")
    assert "ana-ruiz.md: would write blind/person-1.md" in outcome.out.splitlines()
    assert not (draft / "blind").exists()


def test_two_drafts_that_would_become_one_file_are_refused(run, draft):
    (draft / "more").mkdir()
    (draft / "more/ana-ruiz.md").write_text(TEXT, encoding="utf-8")
    outcome = run("blind", ".", "--out", "blind", "--name", "Ana Ruiz")
    assert outcome.code == 2
    last = "Error: ana-ruiz.md and more/ana-ruiz.md would both be written as person-1.md; rename one"
    assert outcome.err.splitlines()[-1] == last


def test_a_signed_file_is_refused_until_it_is_forced(run, draft, worked):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(worked)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("_xmlsignatures/sig1.xml", b"<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/>")
    (draft / "signed.docx").write_bytes(out.getvalue())
    outcome = run("blind", "signed.docx", "--out", "blind")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: signed.docx: the file is signed, and no signature holds for a changed copy; say --force to leave "
        "the signature out, or ask for an unsigned copy\n"
    )
    assert run("blind", "signed.docx", "--out", "blind", "--force").code == 0
    with zipfile.ZipFile(draft / "blind/signed.docx") as package:
        assert not any(name.startswith("_xmlsignatures/") for name in package.namelist())


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["ana-ruiz.md"], "Error: Missing option '--out'"),
        (["nothing", "--out", "blind"], "nothing: no such file; check the name and the folder"),
        (["ana-ruiz.md", "--out", "blind", "--roster", "none.csv"], "showproof: none.csv: no such file; check the name "
                                                                    "and the folder"),
        (["ana-ruiz.md", "--out", "blind", "--roster", "empty.csv"], "showproof: empty.csv: no names in it; write a "
                                                                     "name a line, or a CSV with the column name"),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_line(run, draft, typed, last):
    (draft / "empty.csv").write_text("name\n", encoding="utf-8")
    outcome = run("blind", *typed)
    assert outcome.code in (2, 3)
    assert outcome.err.splitlines()[-1].startswith(last)
    assert not (draft / "blind").exists()


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_copied(run, draft):
    (draft / "broken.docx").write_bytes(b"PK no zip")
    outcome = run("blind", ".", "--out", "blind", "--name", "Ana Ruiz")
    assert outcome.code == 3
    assert outcome.err.startswith("broken.docx: ")
    assert (draft / "blind/person-1.md").exists()


@pytest.mark.parametrize(
    "roster", ["Ana Ruiz\n", "# our class\nAna Ruiz\n", "first,last\nAna,Ruiz\n", "Name;Group\nAna Ruiz;1\n"]
)
def test_a_roster_is_a_name_a_line_or_a_csv(run, draft, roster):
    (draft / "names.txt").write_text(roster, encoding="utf-8")
    data = json.loads(run("blind", "ana-ruiz.md", "--out", "b", "--roster", "names.txt", "--json").out)
    assert [one["name"] for one in data["key"]] == ["Ana Ruiz"]


def test_a_draft_in_which_nobody_is_named_is_copied_as_it_is(run, draft):
    (draft / "plain.md").write_text("# SOP: returns\n\nThe shift lead reads 4 files each Monday.\n", encoding="utf-8")
    outcome = run("blind", "plain.md", "--out", "blind")
    assert "  nothing was found to replace" in outcome.out.splitlines()
    assert (draft / "blind/plain.md").read_bytes() == (draft / "plain.md").read_bytes()


def test_a_folder_without_drafts_is_refused(run, draft):
    (draft / "empty").mkdir()
    outcome = run("blind", "empty", "--out", "blind")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1].startswith("Error: no drafts in empty; drafts end in .docx")
