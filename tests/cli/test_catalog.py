from __future__ import annotations

import json

import pytest

from showproof.catalog.named_rules import named_rules
from showproof.cli.main import COMMANDS
from showproof.rule_pages import rule_page
from showproof.rules import RULES
from showproof.rules.checks import CHECKS
from showproof.rules.signals import SIGNALS


def test_the_catalogue_lists_everything_there_is(run, catalog):
    lines = run("catalog").out.splitlines()
    kinds = ["artifacts", "bundles", "roles", "criteria", "flags", "rules"]
    assert [line for line in lines if not line.startswith(" ")] == kinds
    listed = [line.split()[0] for line in lines if line.startswith(" ")]
    rules = sorted([*RULES, *SIGNALS])
    assert listed == [
        *catalog.artifact_ids, *catalog.bundles, *catalog.role_ids, *(one.id for one in catalog.criteria),
        *catalog.flags, *rules,
    ]  # fmt: skip


@pytest.mark.parametrize("what", ["artifacts", "bundles", "roles", "criteria", "flags", "rules"])
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


def test_a_whole_role_shows_its_loop_before_its_rules(run, catalog):
    lines = run("catalog", "roles", "finops-analyst").out.splitlines()
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads[-2:] == ["words", "rows"]
    role = catalog.role("finops-analyst")
    at = lines.index("  - id: sla-model")
    assert lines[at + 1 : at + 5] == [
        f"    say: {role.scenarios[2].say}", "    line: 55", "    rows: governance", "    artifacts: sla-model",
    ]  # fmt: skip
    told = [text for stage in role.stages for text in (*stage.prompts, *stage.whys, *stage.red_flags)]
    assert [text for text in told if f"      - {text}" not in lines] == []
    assert "    also: 6, 41, 61, 77, 130, 157" in lines


def test_many_short_terms_are_shown_as_lines_of_text(run, catalog):
    lines = run("catalog", "roles", "finops-analyst").out.splitlines()
    begin, end = lines.index("words"), lines.index("rows")
    words = " ".join(line.strip() for line in lines[begin + 1 : end])
    assert words == ", ".join(catalog.role("finops-analyst").words)
    assert max(map(len, lines[begin:end])) <= 100


def shown(run, name: str) -> dict:
    return json.loads(run("catalog", "rules", name, "--json").out)


@pytest.mark.parametrize("name", [*RULES, *SIGNALS])
def test_a_kind_shows_what_it_looks_for_an_example_and_where_it_is_used(run, catalog, name):
    page = shown(run, name)
    assert page["looks_for"].endswith(".")
    assert (page["bad"], page["good"]) == tuple(
        text.rstrip("\n") for text in (catalog.kind_pages[name].example.bad, catalog.kind_pages[name].example.good)
    )
    used = {f"{of}.{rule}" for of, rules in page["used_by"].items() if of != "flags" for rule in rules}
    assert used == {one.key for one in named_rules(catalog) if one.rule.rule == name}
    assert page["used_by"]["flags"] == [flag.id for flag in catalog.flags.values() if flag.rule == name]


def test_every_kind_is_used_or_is_one_of_the_checks_of_another(catalog):
    """What a kind of its own looks for alone may reach every draft through `consistent`, among its checks."""
    used = {one.rule.rule for one in named_rules(catalog)} | {flag.rule for flag in catalog.flags.values()}
    checks = {check.__module__ for check in CHECKS}
    assert [name for name in {*RULES, *SIGNALS} - used if RULES[name].__module__ not in checks] == []


def test_every_evidence_rule_has_a_page(run, catalog):
    for one in named_rules(catalog):
        page = rule_page(catalog, one.id)
        page = page.get(one.role, page)
        assert (page["looks_for"], page["fix"], page["part"], page["kind"]) == (
            one.rule.say, one.rule.fix, one.part, one.rule.rule,
        )  # fmt: skip


def test_a_rule_of_rows_of_two_roles_has_a_page_for_each(run, catalog):
    keys = [one.key for one in named_rules(catalog)]
    twice = [one.id for one in named_rules(catalog) if sum(key.endswith(f"/{one.id}") for key in keys) > 1]
    assert twice
    for name in twice:
        assert set(shown(run, name)) == {"rule", *(key.split("/")[0] for key in keys if key.endswith(f"/{name}"))}


@pytest.mark.parametrize("name", ["blame", "copied"])
def test_a_flag_shows_its_limit_its_kind_and_an_example(run, catalog, name):
    page, flag = shown(run, name), catalog.flags[name]
    assert (page["looks_for"], page["kind"], page["highest_overall_level"]) == (flag.say, flag.rule, flag.cap)
    assert page["bad"] == catalog.examples[name].bad.rstrip("\n")


def test_a_page_puts_parameters_in_words(run):
    lines = run("catalog", "rules", "no-training").out.splitlines()
    assert "in_words" in lines
    assert any(line.startswith("  - the draft speaks of: going live") for line in lines)
    assert not any(line != line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (["rules", "laddr"], 'showproof: unknown rule "laddr"; did you mean ladder? known: accountable, arithmetic, '),
        (["rules", "measures.defind"], 'showproof: unknown rule "measures.defind"; did you mean measures.defined? '),
        (["criteria", "scoop"], 'showproof: unknown criterion "scoop"; did you mean scope? known: scope, structure, '),
        (["flags", "blaim"], 'showproof: unknown flag "blaim"; did you mean blame? known: responsibilities, '),
        (["schema", "artefact"], 'showproof: unknown schema "artefact"; allowed: annotated, answers, '),
        (["schema"], "showproof: no schema named; allowed: annotated, answers, "),
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
        (
            "showproof ",
            "",
            list(COMMANDS),
        ),
        ("showproof new ", "dash", ["dashboard-spec"]),
        ("showproof new sop --role ", "f", ["finops-analyst"]),
        ("showproof score --artifact ", "sop", ["sop"]),
        ("showproof new sop --form", "--form", ["--format"]),
    ],
)
def test_the_shell_is_offered_what_fits(run, monkeypatch, typed, begun, offered):
    assert offers(run, monkeypatch, typed, begun) == offered


def test_the_shell_is_offered_every_type_that_begins_so(run, monkeypatch, catalog):
    begun = [name for name in catalog.artifact_ids if name.startswith("d")]
    assert len(begun) > 1
    assert offers(run, monkeypatch, "showproof new ", "d") == begun


def offers(run, monkeypatch, typed, begun):
    words = typed if typed.endswith(begun) and begun else typed + begun
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    monkeypatch.setenv("_SHOWPROOF_COMPLETE", "bash_complete")
    return [line.split(",")[1] for line in run().out.splitlines()]
