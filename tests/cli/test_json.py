from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from unreadable_files import UNREADABLE

from showproof.api import make_template
from showproof.outputs.schema import SCORECARDS

FREE = """\
# Payout reconciliation

Maya Torres, settlement lead, owns the check. Breaks above $500 are called to the bank within 2 hours.

| Step | Owner | Due |
|---|---|---|
| Match | Maya Torres | 2026-03-04 |
"""


@pytest.fixture
def drafts(here, catalog, worked, blank):
    (here / "a.docx").write_bytes(worked)
    (here / "b.xlsx").write_bytes(blank)
    (here / "c.xlsx").write_bytes(make_template(catalog, "reconciliation-spec", format_name="xlsx", example="weak"))
    (here / "d.md").write_text(FREE, encoding="utf-8")
    (here / "e.md").write_text("word\n", encoding="utf-8")
    (here / "f.docx").write_bytes(UNREADABLE["locked.docx"][0])
    return here


def test_the_output_is_valid_against_the_published_schema(run, drafts):
    outcome = run("score", ".", "--json")
    assert outcome.code == 3
    whole = json.loads(outcome.out)
    assert [len(whole["scorecards"]), len(whole["unreadable"])] == [5, 1]
    assert [error.message for error in Draft202012Validator(SCORECARDS).iter_errors(whole)] == []


def test_the_published_schema_is_the_one_that_the_command_prints(run):
    assert json.loads(run("catalog", "schema", "scorecards").out) == SCORECARDS


def test_the_schema_refuses_what_is_no_scorecard(run, drafts):
    whole = json.loads(run("score", "a.docx", "--json").out)
    check = Draft202012Validator(SCORECARDS)
    card = whole["scorecards"][0]
    assert check.is_valid(whole)
    assert not check.is_valid({**whole, "more": 1})
    assert not check.is_valid({**whole, "scorecards": [{**card, "overall": {**card["overall"], "level": 5}}]})
    assert not check.is_valid({**whole, "scorecards": [{name: card[name] for name in card if name != "sha256"}]})


def test_every_finding_that_a_level_names_is_there_once(run, drafts):
    for card in json.loads(run("score", ".", "--json").out)["scorecards"]:
        ids = [finding["id"] for finding in card["findings"]]
        named = [name for group in ("criteria", "skills") for one in card[group].values() for name in one["findings"]]
        assert ids == named
        assert len(set(ids)) == len(ids)


def test_standard_output_holds_the_object_and_nothing_else(run, drafts):
    outcome = run("score", ".", "--json")
    assert outcome.out.endswith("}\n")
    assert outcome.err.startswith("f.docx: password-protected; save it without a password\n")
