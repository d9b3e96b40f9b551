from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from showproof.api import schema

ROLE = "operations-manager"


@pytest.fixture
def asked(few):
    (few / "in").mkdir()
    for path in list(few.glob("*.md")):
        path.rename(few / "in" / path.name)
    return ("packets", "in", "--role", ROLE, "--raters", "4", "--overlap", "2", "--seed", "7", "--out", "study")


def test_the_summary_says_who_got_what_and_how_even_it_is(run, asked, here):
    outcome = run(*asked)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert re.fullmatch(r"wrote study/raters/rater-1: Rater 1, [23] drafts on 15 sheets, (30|45) levels", lines[0])
    assert lines[4] == "wrote study/organiser: the key and the assignment; keep them from the raters"
    assert lines[5] == (
        "5 drafts, each rated by 2 of 4; a rater has 2 to 3, two raters share 0 to 1; all raters are connected"
    )
    assert sorted(path.name for path in (here / "study").iterdir()) == ["organiser", "raters"]


def test_a_study_is_not_written_over_unasked(run, asked, here):
    run(*asked)
    before = {path: path.read_bytes() for path in (here / "study").rglob("*") if path.is_file()}
    outcome = run(*asked[:-3], "8", "--out", "study")
    assert outcome.code == 2
    assert "the file exists and was left as it is" in outcome.err
    assert {path: path.read_bytes() for path in (here / "study").rglob("*") if path.is_file()} == before


def test_files_of_another_study_do_not_stay_among_the_new_ones(run, asked, here):
    stray = here / "study" / "raters" / "rater-1" / "drafts" / "D99.md"
    stray.parent.mkdir(parents=True)
    stray.write_text("another study's")
    outcome = run(*asked, "--force")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: study/raters/rater-1/drafts/D99.md: a file of another study is there; choose another --out, or "
        "take the folder away: a rater would find drafts of both\n"
    )
    assert [path for path in (here / "study").rglob("*") if path.is_file()] == [stray]


def test_a_dry_run_and_json_tell_and_write_nothing(run, asked, here):
    told = json.loads(run(*asked, "--dry-run", "--json").out)
    assert told["schema"] == "showproof.packets/1"
    assert not (here / "study").exists()
    assert run(*asked, "-n").out.startswith("would write study/raters/rater-1")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"--overlap": "one"}, 'Error: Invalid value for --overlap: "one"; allowed: a number from 2 on, or all'),
        ({"--overlap": "7"}, "showproof: --overlap: found 7 raters a draft; allowed: 2 to 4, or all; change it"),
        ({"--raters": "Ana"}, "showproof: --raters: found 1 rater; allowed: two or more; agreement takes two"),
        ({"--raters": "30"}, 'showproof: --raters: found "30"; allowed: names with commas between them, or a number '
                             "from 1 to 20; change the value"),
        ({"--raters": "9"}, "showproof: --overlap: 5 drafts with 2 raters each cannot connect 9 raters; add drafts "
                            "until there are 8, or say --overlap all"),
        ({"--role": "astronaut"}, 'showproof: unknown role "astronaut"; `showproof catalog roles` lists them'),
        ({"--role": ""}, "Error: packets need --role"),
    ],
)  # fmt: skip
def test_what_cannot_be_prepared_is_told_on_one_line(run, asked, here, change, line):
    words = list(asked)
    for option, value in change.items():
        words[words.index(option) + 1] = value
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[-1] == line
    assert not (here / "study").exists()


def test_one_unreadable_draft_keeps_the_study_from_being_made(run, asked, here):
    (here / "in" / "torn.docx").write_bytes(b"PK\x03\x04torn")
    outcome = run(*asked)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.splitlines()[-1] == "nothing was written: one draft more or less changes every packet"
    assert outcome.err.startswith("in/torn.docx: ")
    assert not (here / "study").exists()


def test_a_plan_says_how_many_drafts_and_raters_it_takes(run):
    outcome = run("packets", "plan", "--half-width", "0.1", "--expect", "0.7")
    assert outcome.code == 0
    assert outcome.out.splitlines()[:3] == [
        "To tell an agreement of about 0.7 to within 0.1 (95% interval):",
        "  raters  drafts  ratings  within",
        "       2     101      202  0.100",
    ]
    small = run("packets", "plan", "--drafts", "40", "--raters", "3", "--json")
    assert small.code == 1
    told = json.loads(small.out)
    Draft202012Validator(schema("plan")).validate(told)
    assert [(one["raters"], one["drafts"]) for one in told["needed"]] == [(3, 68)]
    assert told["asked"][0]["half_width"] == pytest.approx(0.130, abs=0.0005)
    assert run("packets", "plan", "--drafts", "68", "--raters", "3").code == 0


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--raters", "1"], 'Error: Invalid value for --raters: "1"; allowed: 2 to 20'),
        (["--expect", "1"], "Error: Invalid value for --expect: 1; allowed: from 0 to below 1, such as 0.7"),
        (
            ["--half-width", "nan"],
            "Error: Invalid value for --half-width: nan; allowed: above 0 and below 1, such as 0.1",
        ),
    ],
)
def test_a_plan_for_what_cannot_be(run, words, line):
    outcome = run("packets", "plan", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[-1] == line
