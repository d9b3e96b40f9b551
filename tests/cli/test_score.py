from __future__ import annotations

import json

import pytest
from unreadable_files import UNREADABLE

from showproof import __version__


def test_a_draft_is_scored_with_what_it_was_taken_for(run, here, worked):
    (here / "mine.docx").write_bytes(worked)
    outcome = run("score", "mine.docx")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(
        "mine.docx\n  taken for sop (said by the file), role operations-manager (said by the file)\n"
    )


def test_a_folder_is_searched_for_drafts(run, here, worked, blank):
    (here / "drafts" / "b").mkdir(parents=True)
    (here / "drafts" / "one.docx").write_bytes(worked)
    (here / "drafts" / "b" / "two.xlsx").write_bytes(blank)
    for name in ("~$one.docx", ".hidden.md", "notes.pdf", "._one.docx"):
        (here / "drafts" / name).write_bytes(b"x")
    outcome = run("score", "drafts", "--json")
    assert [card["file"] for card in json.loads(outcome.out)["scorecards"]] == ["drafts/b/two.xlsx", "drafts/one.docx"]


def test_many_drafts_end_in_a_table(run, here, worked, blank):
    for number in range(4):
        (here / f"{number}.docx").write_bytes(worked)
    (here / "4.xlsx").write_bytes(blank)
    lines = run("score", ".").out.splitlines()
    assert lines[0].split() == ["draft", "level", "score", "type", "role", "counts", "against", "it"]
    assert [line.split()[0] for line in lines[1:-1]] == ["0.docx", "1.docx", "2.docx", "3.docx", "4.xlsx"]
    assert lines[-1] == "5 drafts: 1 at level 0, 4 at level 4"


def test_a_draft_below_the_level_asked_for_ends_with_one(run, here, blank):
    (here / "blank.xlsx").write_bytes(blank)
    assert run("score", "blank.xlsx").code == 0
    assert run("score", "blank.xlsx", "--fail-under", "0").code == 0
    assert run("score", "blank.xlsx", "--fail-under", "4").code == 1


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_is_told_in_one_line_and_ends_with_three(run, here, name):
    data, said = UNREADABLE[name]
    (here / name).write_bytes(data)
    outcome = run("score", name)
    assert (outcome.code, outcome.out, outcome.err) == (3, "", f"{name}: {said}\n")


def test_a_file_that_is_not_there_is_told_in_one_line(run):
    outcome = run("score", "nowhere.docx")
    assert (outcome.code, outcome.err) == (3, "nowhere.docx: no such file; check the name and the folder\n")


def test_a_name_that_the_system_refuses_is_told_in_one_line(run):
    name = "a" * 300 + ".docx"
    outcome = run("score", name)
    assert (outcome.code, outcome.err) == (3, f"{name}: file name too long; check the name and your rights to it\n")


def test_a_folder_without_drafts_is_a_slip(run, here):
    (here / "empty").mkdir()
    outcome = run("score", "empty")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1] == (
        "Error: no drafts in empty; drafts end in .docx, .dotx, .docm, .dotm, .xlsx, .xltx, .xlsm, .md, .markdown, .txt"
    )


def test_a_batch_goes_on_past_what_cannot_be_read(run, here, worked, blank):
    for name, (data, _) in UNREADABLE.items():
        (here / name).write_bytes(data)
    (here / "a.docx").write_bytes(worked)
    (here / "z.xlsx").write_bytes(blank)
    names = ["a.docx", *UNREADABLE, "nowhere.docx", "z.xlsx"]
    outcome = run("score", *names, "--json", "--fail-under", "4")
    assert outcome.code == 3
    whole = json.loads(outcome.out)
    assert whole["tool"] == {"name": "showproof", "version": __version__}
    assert [card["file"] for card in whole["scorecards"]] == ["a.docx", "z.xlsx"]
    assert [one["file"] for one in whole["unreadable"]] == [*UNREADABLE, "nowhere.docx"]
    assert [f"{one['error']}; {one['remedy']}" for one in whole["unreadable"][:-1]] == [
        said for _, said in UNREADABLE.values()
    ]
    *lines, count = outcome.err.splitlines()
    assert lines == [f"{one['file']}: {one['error']}; {one['remedy']}" for one in whole["unreadable"]]
    assert count == f"{len(UNREADABLE) + 1} of {len(names)} files could not be read"


def test_a_draft_of_no_known_type_says_that_its_parts_were_not_judged(run, here):
    (here / "letter.md").write_text(
        "# A letter\n\nDear Ana, the garden is green and the roses are in bloom.\n", encoding="utf-8"
    )
    outcome = run("score", "letter.md")
    assert outcome.code == 0
    assert outcome.err == (
        "letter.md: no artifact type recognised; scored by criteria and skill rows alone; say --artifact "
        "to judge its parts\n"
    )
    assert "taken for no known type" in outcome.out


def test_what_is_said_on_the_command_line_wins(run, here, worked):
    (here / "mine.docx").write_bytes(worked)
    outcome = run("score", "mine.docx", "-a", "decision-log", "-r", "finops-analyst", "--json")
    card = json.loads(outcome.out)["scorecards"][0]
    assert (card["artifact"], card["role"]) == ("decision-log", "finops-analyst")
    assert card["detected"] == {group: {"by": "option", "confidence": 1.0} for group in ("artifact", "role")}


def test_no_fixes_are_shown_where_none_are_wanted(run, here, blank):
    (here / "blank.xlsx").write_bytes(blank)
    assert "What to mend first" in run("score", "blank.xlsx").out
    assert "What to mend first" not in run("score", "blank.xlsx", "--top", "0").out


def test_scoring_changes_nothing_on_disk(run, here, worked):
    (here / "mine.docx").write_bytes(worked)
    run("score", "mine.docx")
    assert [path.name for path in here.iterdir()] == ["mine.docx"]
    assert (here / "mine.docx").read_bytes() == worked


def test_the_same_draft_gives_the_same_bytes(run, here, worked):
    (here / "mine.docx").write_bytes(worked)
    assert run("score", "mine.docx", "--json").out == run("score", "mine.docx", "--json").out
