from __future__ import annotations

import json

import pytest

from showproof.listing import rule_pages
from showproof.rules import RULES
from showproof.rules.signals import SIGNALS


def test_the_catalogue_lists_everything_there_is(run, catalog):
    lines = run("catalog").out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["artifacts", "roles", "criteria", "flags", "rules"]
    listed = [line.split()[0] for line in lines if line.startswith(" ")]
    rules = sorted([*RULES, *SIGNALS])
    assert listed == [
        *catalog.artifact_ids, *catalog.role_ids, *(one.id for one in catalog.criteria), *catalog.flags, *rules,
    ]  # fmt: skip


@pytest.mark.parametrize("what", ["artifacts", "roles", "criteria", "flags", "rules"])
def test_one_kind_is_listed_alone_with_a_line_each(run, what):
    lines = run("catalog", what).out.splitlines()
    assert lines[0] == what
    assert all(len(line.split(maxsplit=1)) == 2 for line in lines[1:])
    listed = json.loads(run("catalog", what, "--json").out)
    assert list(listed) == [what]
    assert list(listed[what]) == [line.split()[0] for line in lines[1:]]


@pytest.mark.parametrize(
    ("what", "name", "line"),
    [
        ("artifacts", "sop", "title: Standard operating procedure"),
        ("roles", "finops-analyst", "title: FinOps analyst, anomaly response"),
        ("criteria", "clarity", "title: Clarity and consistency"),
        ("flags", "blame", "say: blames a person or team"),
        ("rules", "ladder", "rule: ladder"),
    ],
)
def test_one_thing_is_shown_whole(run, what, name, line):
    outcome = run("catalog", what, name)
    assert outcome.code == 0
    assert line in outcome.out.splitlines()
    shown = json.loads(run("catalog", what, name, "--json").out)
    assert shown.get("id", shown.get("rule")) == name


def test_a_whole_type_shows_every_question(run, catalog):
    text = run("catalog", "artifacts", "decision-log").out
    for part in catalog.artifact("decision-log").parts:
        assert f"title: {part.title}" in text
        assert all(f"label: {one.label}" in text for one in part.fields)


def test_every_rule_has_a_page_with_an_example():
    for name, page in rule_pages().items():
        assert page.splitlines()[0].endswith("."), name
        assert "Bad:" in page, name


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (["rules", "laddr"], 'showproof: unknown rule "laddr"; did you mean ladder? known: '),
        (["criteria", "scoop"], 'showproof: unknown criterion "scoop"; did you mean scope? known: scope, structure, '),
        (["flags", "blaim"], 'showproof: unknown flag "blaim"; did you mean blame? known: responsibilities, '),
        (["schema", "artefact"], 'showproof: unknown schema "artefact"; allowed: answers, artifact, '),
        (["schema"], "showproof: no schema named; allowed: answers, artifact, "),
    ],
)
def test_an_unknown_name_lists_the_known_ones(run, typed, line):
    outcome = run("catalog", *typed)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(line)


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", 'eval "$(_SHOWPROOF_COMPLETE=bash_source showproof)"\n'),
        ("zsh", 'eval "$(_SHOWPROOF_COMPLETE=zsh_source showproof)"\n'),
        ("fish", "_SHOWPROOF_COMPLETE=fish_source showproof | source\n"),
    ],
)
def test_completion_prints_the_line_of_the_shell(run, shell, line):
    assert run("completion", shell).out == line


@pytest.mark.parametrize(
    ("typed", "begun", "offered"),
    [
        ("showproof ", "", ["catalog", "new", "score", "demo", "completion"]),
        ("showproof new ", "d", ["dashboard-spec", "decision-log"]),
        ("showproof new sop --role ", "f", ["finops-analyst"]),
        ("showproof score --artifact ", "so", ["sop"]),
        ("showproof new sop --form", "--form", ["--format"]),
    ],
)
def test_the_shell_is_offered_what_fits(run, monkeypatch, typed, begun, offered):
    words = typed if typed.endswith(begun) and begun else typed + begun
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    monkeypatch.setenv("_SHOWPROOF_COMPLETE", "bash_complete")
    outcome = run()
    assert [line.split(",")[1] for line in outcome.out.splitlines()] == offered
