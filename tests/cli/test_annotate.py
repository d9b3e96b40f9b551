from __future__ import annotations

import json
import re
import sys

import pytest

from showproof.api import make_template
from showproof.raster.png import png_of


@pytest.fixture
def weak(here, catalog):
    """A weak draft in each format, in the folder at hand."""
    for form in ("docx", "xlsx"):
        (here / f"sop.{form}").write_bytes(make_template(catalog, "sop", format_name=form, example="weak"))
    return here


def test_a_line_says_what_was_written(run, weak):
    outcome = run("annotate", "sop.docx", "sop.xlsx", "--out", "reviewed")
    assert (outcome.code, outcome.err) == (0, "")
    assert re.fullmatch(
        r"wrote reviewed/sop.docx \(\d\d comments; level 1, reject\)\n"
        r"wrote reviewed/sop.xlsx \(\d\d notes; level 1, reject\)\n",
        outcome.out,
    )
    assert sorted(path.name for path in (weak / "reviewed").iterdir()) == ["sop.docx", "sop.xlsx"]


def test_annotating_a_copy_again_replaces_what_is_ours(run, weak):
    first = run("annotate", "sop.docx", "--out", "one").out
    outcome = run("annotate", "one/sop.docx", "--out", "two", "--top", "2")
    written = re.search(r"\d+", first)[0]
    assert f", {written} of an earlier time replaced; level 1, reject)" in outcome.out


def test_json_has_every_comment_with_its_place(run, weak):
    outcome = run("annotate", "sop.xlsx", "--out", "reviewed", "--json")
    assert outcome.code == 0
    told = json.loads(outcome.out)
    assert told["schema"] == "showproof.annotated/1"
    (copy,) = told["copies"]
    card = json.loads(run("score", "sop.xlsx", "--json").out)["scorecards"][0]
    assert (copy["file"], copy["sha256"], copy["overall"]) == ("sop.xlsx", card["sha256"], card["overall"])
    named = [name for one in copy["comments"] for name in one["findings"] if not name.startswith(("summary", "flags."))]
    assert sorted(named) == sorted(one["id"] for one in card["findings"] if one["verdict"] in ("unmet", "partly"))
    assert copy["comments"][0]["about"] is None
    quotes = {one["quote"] for finding in card["findings"] for one in finding["evidence"]}
    said = [one["about"]["quote"] for one in copy["comments"] if one["about"]]
    assert any(said)
    assert {quote for quote in said if quote} <= quotes | {
        one["quote"] for flag in card["flags"] for one in flag["evidence"]
    }


def test_what_cannot_be_annotated_is_said_and_the_others_are_done(run, weak):
    (weak / "notes.md").write_text("# Plan\n", encoding="utf-8")
    (weak / "broken.docx").write_bytes(b"PK\3\4")
    outcome = run("annotate", "notes.md", "broken.docx", "sop.docx", "--out", "reviewed")
    assert outcome.code == 3
    assert outcome.err.splitlines() == [
        "notes.md: text has no comments: what is written into it becomes part of the draft; "
        "read its findings with `showproof score`, or save it as .docx",
        "broken.docx: the package is damaged; open it in your office program and save it again",
    ]
    assert outcome.out.startswith("wrote reviewed/sop.docx (")


def test_a_copy_that_is_there_is_left_unless_forced(run, weak):
    run("annotate", "sop.docx", "--out", "reviewed")
    outcome = run("annotate", "sop.docx", "--out", "reviewed")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: reviewed/sop.docx: the file exists and was left as it is; choose another --out, or say --force\n"
    )
    assert run("annotate", "sop.docx", "--out", "reviewed", "--force").code == 0


def test_a_copy_never_replaces_its_draft(run, weak):
    before = (weak / "sop.docx").read_bytes()
    outcome = run("annotate", "sop.docx", "--out", ".", "--force")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: sop.docx: the copy would replace the draft itself; choose another folder with --out\n"
    )
    assert (weak / "sop.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["sop.docx"], "Error: Missing option '--out' / '-o'."),
        (["sop.docx", "--out", "o", "--top", "-1"], "Error: Invalid value for '--top': -1 is not in the range x>=0."),
        (["sop.docx", "--out", "o", "--language-level", "long"],
         "Error: Invalid value for '--language-level': 'long' is not one of 'short', 'full'."),
        (["sop.docx", "--out", "o", "--role", "chef"], None),
    ],
)  # fmt: skip
def test_what_is_typed_wrongly_is_said_in_one_line(run, weak, typed, last):
    outcome = run("annotate", *typed)
    assert outcome.code == 2
    assert last is None or outcome.err.splitlines()[-1] == last
    assert not (weak / "o").exists()


def test_the_same_draft_gives_the_same_bytes(run, weak):
    for folder in ("one", "two"):
        run("annotate", "sop.docx", "sop.xlsx", "--out", folder, "--author", "Ana", "--date", "2026-03-04")
    for name in ("sop.docx", "sop.xlsx"):
        assert (weak / "one" / name).read_bytes() == (weak / "two" / name).read_bytes()


def test_pictures_come_at_the_end_and_are_said(run, weak):
    outcome = run("annotate", "sop.docx", "sop.xlsx", "--out", "drawn", "--pictures")
    assert (outcome.code, outcome.err) == (0, "")
    assert re.fullmatch(
        r"wrote drawn/sop.docx \(\d\d comments, \d pictures?; level 1, reject\)\n"
        r"wrote drawn/sop.xlsx \(\d\d notes, \d pictures?; level 1, reject\)\n",
        outcome.out,
    )
    (copy,) = json.loads(run("annotate", "sop.docx", "--out", "told", "--pictures", "--json").out)["copies"]
    assert copy["pictures"][-1]["kind"] == "levels"
    assert copy["pictures"][-1]["said"].startswith("Overall level 1, reject.")


def test_without_what_draws_one_line_says_so_and_nothing_is_written(run, weak, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    png_of.cache_clear()
    outcome = run("annotate", "sop.docx", "--out", "drawn", "--pictures")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        'showproof: pictures cannot be drawn: resvg-py is not installed; pip install "showproof[pictures]"\n'
    )
    assert not (weak / "drawn").exists()
