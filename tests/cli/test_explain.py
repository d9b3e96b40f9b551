from __future__ import annotations

import json

import pytest

from showproof.api import schema

NOTE = """\
# Handover note: payouts

## Next steps

- Ines Okafor re-runs the 14 payouts by 5 March 2026.
- Rosa Lindqvist writes to the three merchants on 5 March 2026; next update at 16:00.
"""


@pytest.fixture
def note(here):
    (here / "note.md").write_text(NOTE, encoding="utf-8")
    return "note.md"


def test_a_criterion_is_told_rule_by_rule_and_line_by_line(run, catalog, note):
    outcome = run("explain", note, "action", "--artifact", "sop")
    assert (outcome.code, outcome.err) == (0, "")
    text = outcome.out
    assert text.startswith("note.md\n  Decisions and actions (criterion, action): ")
    criterion = next(one for one in catalog.criteria if one.id == "action")
    assert criterion.question in text
    for rule in criterion.rules:
        assert f" action.{rule.id}: " in text
    assert text.count(", and gives the level") == 1
    assert "“Ines Okafor re-runs the 14 payouts by 5 March 2026.” (line 5" in text


def test_the_verdict_is_told_by_the_lines_of_the_screen(run, catalog, note):
    text = run("explain", note, "overall").out
    assert all(f"{line.level}  {line.say}: " in text for line in catalog.screen.lines)


@pytest.mark.parametrize("name", ["blame", "stuffed"])
def test_a_flag_says_what_raises_it_and_whether_it_is_raised(run, catalog, note, name):
    text = run("explain", note, name).out
    assert text.splitlines()[1] == f"  {catalog.flags[name].say} (flag, {name}): not raised"


def test_json_is_the_same_told_as_data(run, note):
    told = json.loads(run("explain", note, "action", "--json", "--role", "operations-manager").out)
    assert (told["schema"], told["of"], told["id"]) == ("showproof.derivation/1", "criterion", "action")
    card = json.loads(run("score", note, "--json", "--role", "operations-manager").out)["scorecards"][0]
    assert told["level"] == card["criteria"]["action"]["level"]
    findings = {one["id"]: one for one in card["findings"]}
    for rule in told["rules"]:
        own = {name: value for name, value in rule.items() if name not in ("how", "in_words", "decided_by")}
        assert own == findings[rule["id"]]


def test_role_type_and_manifest_are_taken_as_when_scoring(run, here, note):
    (here / "roster.csv").write_text("file,role,artifact\nnote.md,finops-analyst,\n", encoding="utf-8")
    assert run("explain", note, "forecasting", "--manifest", "roster.csv").code == 0
    outcome = run("explain", note, "root-cause", "--manifest", "roster.csv")
    assert outcome.code == 2
    assert 'unknown name "root-cause"' in outcome.err
    assert "known for finops-analyst: overall, " in outcome.err


@pytest.mark.parametrize(
    ("typed", "code", "line"),
    [
        (
            ["note.md", "mesures", "--role", "operations-manager"],
            2,
            'showproof: unknown name "mesures"; did you mean measures? known for operations-manager: overall, scope, '
            "structure, ownership, measures, action, failure, verification, tradeoffs, clarity, ",
        ),
        (["nowhere.md", "scope"], 3, "showproof: nowhere.md: no such file; check the name and the folder\n"),
        (["note.md", "scope", "--role", "zzz"], 2, 'showproof: unknown role "zzz"; `showproof catalog roles` lists'),
        (["note.md", "scope", "--limit", "file=1"], 3, "showproof: note.md: "),
    ],
)
def test_what_cannot_be_told_is_said_in_one_line(run, note, typed, code, line):
    outcome = run("explain", *typed)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(line)
    assert outcome.err.count("\n") == 1


def test_a_missing_name_is_asked_for(run, note):
    assert run("explain", note).err.splitlines()[-1] == "Error: Missing argument 'NAME'."


def test_the_json_has_a_schema(run, note):
    from jsonschema import Draft202012Validator

    check = Draft202012Validator(schema("derivation"))
    for name in ("overall", "action", "execution", "blame"):
        told = json.loads(run("explain", note, name, "--json", "--role", "operations-manager").out)
        assert [error.message for error in check.iter_errors(told)] == []
