from __future__ import annotations

import json

import pytest

from showproof.api import make_template
from showproof.cli.main import COMMANDS


@pytest.fixture
def versions(here, catalog):
    """A weak and a strong version of a draft."""
    for name, quality in (("old.docx", "weak"), ("new.docx", "strong")):
        (here / name).write_bytes(make_template(catalog, "rca", format_name="docx", example=quality))
    return here


def test_a_comparison_says_what_moved_and_through_what(run, versions):
    outcome = run("compare", "old.docx", "new.docx")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("old.docx → new.docx\n  both as rca, role ")
    assert "  Levels that moved\n" in outcome.out
    assert "      through: " in outcome.out
    assert "\n  Fixed (" in outcome.out


def test_json_alone_stands_on_standard_output(run, versions):
    outcome = run("compare", "old.docx", "new.docx", "--json", "--html", "page.html", "--note", "note.docx")
    assert json.loads(outcome.out)["schema"] == "showproof.comparison/1"
    assert outcome.err == "wrote page.html\nwrote note.docx\n"


def test_a_lower_level_ends_with_one_only_where_that_is_asked(run, versions):
    assert run("compare", "new.docx", "old.docx").code == 0
    assert run("compare", "new.docx", "old.docx", "--fail-if-lower").code == 1
    assert run("compare", "old.docx", "new.docx", "--fail-if-lower").code == 0


def test_a_file_that_cannot_be_read_ends_with_three_and_nothing_is_written(run, versions):
    outcome = run("compare", "lost.docx", "new.docx", "--html", "page.html")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == "showproof: lost.docx: no such file; check the name and the folder\n"
    assert not (versions / "page.html").exists()


def test_files_that_exist_are_left_as_they_are(run, versions):
    for option, name in (("--html", "page.html"), ("--note", "note.docx")):
        (versions / name).write_text("mine", encoding="utf-8")
        outcome = run("compare", "old.docx", "new.docx", option, name)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == (
            f"showproof: {name}: the file exists and was left as it is; choose another {option}, or say --force\n"
        )
        assert (versions / name).read_text(encoding="utf-8") == "mine"


def test_a_note_that_is_no_word_file_is_a_slip(run, versions):
    outcome = run("compare", "old.docx", "new.docx", "--note", "note.md")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1] == (
        'Error: Invalid value for --note: "note.md"; allowed: a name that ends in .docx'
    )


def test_both_are_judged_as_the_new_one_is(run, versions, catalog):
    (versions / "other.docx").write_bytes(make_template(catalog, "sop", format_name="docx", example="weak"))
    outcome = run("compare", "other.docx", "new.docx")
    assert "  note: other.docx by itself is taken for the type sop; it is judged as rca\n" in outcome.out


def test_the_note_has_what_the_files_show_and_leaves_the_rest_open(run, versions):
    run("compare", "old.docx", "new.docx", "--note", "note.docx")
    told = json.loads(run("compare", "old.docx", "new.docx", "--json").out)
    fixed = next(one for one in told["findings"] if one["became"] == "fixed" and one["new"]["evidence"])
    from showproof.formats.open import read_file

    texts = " ".join(" ".join(text.split()) for text, _ in read_file(versions / "note.docx").standing())
    assert " ".join(fixed["new"]["evidence"][0]["quote"].split()) in texts
    assert f"Overall level {told['old']['overall']['level']} " in texts
    assert "One name and the day" in texts
    scored = json.loads(run("score", "note.docx", "--json").out)["scorecards"][0]
    assert scored["artifact"] == "feedback-change-note"
    assert scored["overall"]["level"] <= 2


def test_the_command_is_listed():
    assert COMMANDS["compare"][0] == "showproof.cli.compare"
