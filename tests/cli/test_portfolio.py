"""`showproof portfolio`: what it prints, writes, refuses, and the schemas of its JSON."""

from __future__ import annotations

import json
import shutil

import pytest
from jsonschema import Draft202012Validator

from showproof.outputs.portfolio_schema import COHORT, PORTFOLIO

ROLE = ("--role", "operations-manager")


@pytest.fixture
def samples(here, root):
    """The operations manager's two versions, as folders of a class."""
    shutil.copytree(root / "samples/operations-manager", here / "class")
    return here


def test_a_set_is_shown_with_its_matrix_and_its_plan(run, samples):
    outcome = run("portfolio", "class/first", *ROLE, "--today", "2026-06-30")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[:2] == [
        "class/first: Operations manager, operational metrics",
        "  0 of 5 rows proven (level 3 or more)",
    ]
    assert any(line.endswith("dated 2026-05-18 (43 days ago)") for line in lines)
    assert "  People leadership       1   0   0   1   unproven" in lines
    assert "  Plan: the cheapest way to level 3 in every row (cost 29)" in lines
    assert (
        "       showproof new team-development-story --role operations-manager --workflow 'address review' "
        "--metric 'hours in review'" in lines
    )
    assert "  Before you hand the set in, settle what its files say differently: definitions, figures, owners." in lines


def test_a_set_that_proves_it_all_has_no_plan(run, samples):
    assert run("portfolio", "class/second", *ROLE).out.endswith("  Plan: nothing is left to prove\n")


def test_the_json_is_valid_against_the_published_schema(run, samples):
    for folder in ("class/first", "class/second"):
        data = json.loads(run("portfolio", folder, *ROLE, "--json").out)
        assert [error.message for error in Draft202012Validator(PORTFOLIO).iter_errors(data)] == []
    assert data["unproven"] == []
    assert json.loads(run("catalog", "schema", "portfolio").out) == PORTFOLIO
    assert not Draft202012Validator(PORTFOLIO).is_valid({**data, "more": 1})


def test_a_cohort_is_shown_as_a_heat_map_with_gaps(run, samples):
    lines = run("portfolio", "class", *ROLE, "--cohort").out.splitlines()
    assert lines[0] == "class: 2 candidates, Operations manager, operational metrics"
    assert "  first           3   2   2   2   1   2   0 of 5" in lines
    assert "  second          4   3   3   3   4   3   5 of 5" in lines
    assert "    Execution: unproven by 1 of 2 (first)" in lines
    assert "      1 lack rollback trigger and steps" in lines


def test_a_cohort_says_what_has_moved_since_an_earlier_run(run, samples):
    earlier = run("portfolio", "class", *ROLE, "--cohort", "--json")
    (samples / "then.json").write_text(earlier.out, encoding="utf-8")
    shutil.rmtree(samples / "class/first")
    shutil.copytree(samples / "class/second", samples / "class/first")
    shutil.move(samples / "class/second", samples / "class/third")
    data = json.loads(run("portfolio", "class", *ROLE, "--cohort", "--json", "--since", "then.json").out)
    assert [error.message for error in Draft202012Validator(COHORT).iter_errors(data)] == []
    assert data["candidates"]["first"]["moved"]["people-leadership"] == 3
    assert data["candidates"]["third"]["moved"] is None
    assert data["gone"] == ["second"]
    lines = run("portfolio", "class", *ROLE, "--cohort", "--since", "then.json").out.splitlines()
    moved = "    first: Root cause +1, KPI cadence +1, Process improvement +1, People leadership +3, Execution +1"
    assert lines[-4:] == ["  Moved since the earlier run", moved, "    new: third", "  no folder any more: second"]


def test_a_draft_outside_of_a_candidates_folder_is_left_out_and_named(run, samples):
    (samples / "class" / "notes.md").write_text("# SOP\n\nAna owns it.\n", encoding="utf-8")
    outcome = run("portfolio", "class", *ROLE, "--cohort")
    assert outcome.out.splitlines()[-1] == "  in no candidate's folder, left out: class/notes.md"


def test_files_are_written_and_never_replaced_unasked(run, samples):
    wanted = ("portfolio", "class/second", *ROLE, "--xlsx", "m.xlsx", "--docx", "e.docx")
    assert run(*wanted).err == "wrote m.xlsx\nwrote e.docx\n"
    assert (samples / "m.xlsx").read_bytes()[:2] == (samples / "e.docx").read_bytes()[:2] == b"PK"
    again = run(*wanted)
    assert (again.code, again.out) == (2, "")
    assert again.err == (
        "showproof: m.xlsx: the file exists and was left as it is; choose another --xlsx, or say --force\n"
    )
    assert run(*wanted, "--force").code == 0
    assert run("portfolio", "class", *ROLE, "--cohort", "--xlsx", "c.xlsx").err == "wrote c.xlsx\n"


def test_a_page_is_written_besides_what_is_printed(run, samples):
    outcome = run("portfolio", "class/second", *ROLE, "--html", "p.html", "--json")
    assert (outcome.code, outcome.err) == (0, "wrote p.html\n")
    assert json.loads(outcome.out)["unproven"] == []
    assert "5 of 5 skill rows proven" in (samples / "p.html").read_text(encoding="utf-8")
    assert run("portfolio", "class/second", *ROLE, "--html", "p.html").err == (
        "showproof: p.html: the file exists and was left as it is; choose another --html, or say --force\n"
    )
    (samples / "then.json").write_text(run("portfolio", "class", *ROLE, "--cohort", "--json").out, encoding="utf-8")
    outcome = run("portfolio", "class", *ROLE, "--cohort", "--since", "then.json", "--html", "c.html")
    assert outcome.err == "wrote c.html\n"
    assert "Nothing has moved." in (samples / "c.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["class/first"], "Error: no role named; say --role, such as --role operations-manager"),
        (["class/first", "--role", "operations-manger"], 'showproof: unknown role "operations-manger"; '
                                                         'did you mean operations-manager?'),
        (["nowhere", *ROLE], "Error: Invalid value for 'DIR': Directory 'nowhere' does not exist."),
        (["class/first", *ROLE, "--today", "yesterday"], 'Error: Invalid value for --today: "yesterday" is no date; '
                                                         "allowed: a day such as 2026-04-30"),
        (["class/first", *ROLE, "--today", "2026-02-30"], 'Error: Invalid value for --today: "2026-02-30" is no date; '
                                                          "allowed: a day such as 2026-04-30"),
        (["class/first", *ROLE, "--since", "x.json"], "Error: Invalid value for --since: it is for --cohort"),
        (["class", *ROLE, "--cohort", "--docx", "x.docx"], "Error: Invalid value for --docx: an evidence index is one "
                                                           "candidate's; leave --cohort out"),
        (["class/first", *ROLE, "--xlsx", "m.csv"], 'Error: Invalid value for --xlsx: "m.csv"; allowed: a name that '
                                                    "ends in .xlsx"),
        (["class/first", *ROLE, "--html", "p.txt"], 'Error: Invalid value for --html: "p.txt"; allowed: a name that '
                                                    "ends in .html"),
        (["class", *ROLE, "--cohort", "--since", "none.json"], "showproof: none.json: cannot be read; check the name "
                                                               "and your rights to it"),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_line_and_nothing_is_written(run, samples, typed, last):
    outcome = run("portfolio", *typed)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[-1].startswith(last)
    assert sorted(one.name for one in samples.iterdir()) == ["class"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1]", "no JSON of showproof.cohort/1"),
        ("{", "no JSON of showproof.cohort/1"),
        ('{"schema": "showproof.cohort/1", "role": "finops-analyst"}', 'it is for the role "finops-analyst", not '
                                                                      "operations-manager"),
        ('{"schema": "showproof.cohort/1", "role": "operations-manager", "candidates": {"a": 1}}',
         "no JSON of showproof.cohort/1: candidates without levels"),
    ],
)  # fmt: skip
def test_an_earlier_run_that_is_none_is_refused(run, samples, text, said):
    (samples / "then.json").write_text(text, encoding="utf-8")
    outcome = run("portfolio", "class", *ROLE, "--cohort", "--since", "then.json")
    remedy = "say --since with what portfolio --cohort --json printed"
    assert (outcome.code, outcome.err) == (2, f"showproof: then.json: {said}; {remedy}\n")


def test_a_draft_that_cannot_be_read_is_named_and_ends_with_three(run, samples):
    (samples / "class/second/broken.docx").write_bytes(b"no zip")
    for more in ((), ("--cohort",)):
        outcome = run("portfolio", "class" if more else "class/second", *ROLE, *more)
        assert outcome.code == 3
        assert outcome.err.count("broken.docx: ") == 1
        assert "5 of 5" in outcome.out


def test_a_name_that_would_command_the_terminal_is_shown_plain(run, samples):
    (samples / "class/first/rca-late-address-reviews.md").rename(samples / "class/first/a\x1b[31m.md")
    assert "\x1b" not in run("portfolio", "class/first", *ROLE).out


def test_a_manifest_says_the_types(run, samples):
    (samples / "roster.csv").write_text("file,role,artifact\nclass/first/rca-late-address-reviews.md,,postmortem\n")
    data = json.loads(run("portfolio", "class/first", *ROLE, "--manifest", "roster.csv", "--json").out)
    assert [one["artifact"] for one in data["artifacts"]] == ["dashboard-spec", "postmortem", "rollout-checklist"]


def test_an_empty_folder_is_told_what_to_begin_with(run, here):
    (here / "empty").mkdir()
    lines = run("portfolio", "empty", *ROLE).out.splitlines()
    assert "    none that can be read" in lines
    assert "    Root cause: nothing yet" in lines
    assert lines[1] == "  0 of 5 rows proven (level 3 or more)"


def test_what_does_not_count_is_shown_with_the_reason(run, samples, worked):
    (samples / "class/first/worked.docx").write_bytes(worked)
    lines = run("portfolio", "class/first", *ROLE).out.splitlines()
    assert "       does not count: an example of showproof, nobody's own work" in lines
    assert "  Root cause              2   0   2   0   -   unproven" in lines
