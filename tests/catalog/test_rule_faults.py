from __future__ import annotations

import pytest
from small_catalog import faults, put

from showproof.catalog.rubric import Criterion, Facet, Flag, Role
from showproof.catalog.rule_check import RULE_KINDS, SIGNAL_KINDS, load_entries, load_judged, load_screen
from showproof.rules import RULES
from showproof.rules.signals import SIGNALS

CRITERION = """\
id: scope
title: Scope
question: Is it?
essentials:
  - id: one
    say: one
    fix: Name one.
    about: [owner]
"""
LISTS = "".join(
    f"{name}: []\n"
    for name in ("variants", "workflows", "metrics", "constraints", "stakeholders", "teams", "stages", "words")
)


def test_the_kinds_that_files_may_name_are_the_rules_that_there_are():
    assert tuple(RULES) == RULE_KINDS
    assert tuple(SIGNALS) == SIGNAL_KINDS


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    say: one\n", "    say: one\n    rule: ladders\n",
         '7:11: essentials[0].rule: found "ladders"; allowed: one of the '
         f"{len(RULE_KINDS)} kinds of rule; write ladder"),
        ("[owner]", "[ownr]", '8:13: essentials[0].about[0]: found "ownr"; allowed: action, owner; write owner'),
        ("[owner]", "[owner]\n    at_least: 0", '9:15: essentials[0].at_least: found "0"; allowed: 1 or '
                                                'more; change the value'),
        ("question: Is it?", "question: Is it?\nlevels: [{level: 5}]",
         '4:18: levels[0].level: found "5"; allowed: 0 to 4; change the value'),
        ("[owner]", "[owner]\n    each: maybe",
         '9:11: essentials[0].each: found "maybe"; allowed: true or false; change the value'),
    ],
)  # fmt: skip
def test_a_fault_in_a_criterion_says_where_and_what_to_do(tmp_path, old, new, line):
    assert CRITERION.count(old) == 1
    path = put(tmp_path, "scope.yaml", CRITERION.replace(old, new))
    assert faults(lambda: load_judged(Criterion, path, ["owner", "action"])) == [f"{path}:{line}"]


def test_a_criterion_without_essentials_is_a_fault(tmp_path):
    path = put(tmp_path, "scope.yaml", "id: scope\ntitle: Scope\nquestion: Is it?\nessentials: []\n")
    assert faults(lambda: load_judged(Criterion, path, [])) == [
        f'{path}:4:13: essentials: found "nothing"; allowed: one rule or more; say what is essential'
    ]


def test_the_rows_of_a_role_are_checked_like_criteria(tmp_path):
    row = (
        "rows:\n  - {id: r, skill: s, good: g, proof: p, line: 1, essentials: [{id: e, say: s, fix: f, rule: laddr}]}\n"
    )
    path = put(tmp_path, "role.yaml", f"id: role\ntitle: t\nsegment: s\ntrack: t\n{LISTS}{row}")
    line = faults(lambda: load_judged(Role, path, []))[0]
    assert line.startswith(f'{path}:14:94: rows[0].essentials[0].rule: found "laddr"; ')
    assert line.endswith("; write ladder")


def test_a_role_without_rows_or_under_another_name_is_a_fault(tmp_path):
    path = put(tmp_path, "role.yaml", f"id: rolle\ntitle: t\nsegment: s\ntrack: t\n{LISTS}rows: []\n")
    assert faults(lambda: load_judged(Role, path, [])) == [
        f'{path}:1:5: id: found "rolle"; allowed: the name of its file, role; write role',
        f'{path}:13:7: rows: found "nothing"; allowed: one row or more; add a row of the report\'s table',
    ]


def test_a_verdict_table_needs_a_line_for_every_level(tmp_path):
    path = put(tmp_path, "overall.yaml", 'version: "1"\nlines:\n  - {level: 4, say: good, reach: {three: 5}}\n')
    assert faults(lambda: load_screen(path)) == [
        f'{path}:3:3: lines: found "4"; allowed: a line for each level, 0 to 4; '
        "write a line for each level and no other",
        f'{path}:3:42: lines[0].reach.three: found "three"; allowed: 0, 1, 2, 3, 4; see the list of levels',
    ]


def test_a_cap_that_is_no_level_is_a_fault(tmp_path):
    path = put(tmp_path, "flags.yaml", "blame: {say: blames, fix: f, rule: says, cap: 7}\n")
    assert faults(lambda: load_entries(Flag, path)) == [
        f'{path}:1:47: blame.cap: found "7"; allowed: 0 to 4; change the value'
    ]


def test_faults_of_a_file_of_entries_are_led_by_the_id_of_the_entry(tmp_path):
    path = put(tmp_path, "flags.yaml", """\
        blame: {say: blames, fix: Say what allowed it., rule: sayz}
        copied: hello
        stuffed:
          say: [a]
          fix: Cut it.
          rule: stuffs
          capp: 3
        """)  # fmt: skip
    kinds = ", ".join(SIGNAL_KINDS)
    known = "id, say, fix, rule, about, terms, carry, at_least, share, due, told, cap"
    assert faults(lambda: load_entries(Flag, path)) == [
        f'{path}:1:55: blame.rule: found "sayz"; allowed: {kinds}; write says',
        f'{path}:2:9: copied: found "hello"; allowed: keys with values; change the value',
        f"{path}:4:8: stuffed.say: found a list; allowed: text; change the value",
        f"{path}:7:3: stuffed.capp: found the unknown key capp; allowed: {known}; write cap",
    ]


def test_an_entry_takes_its_key_as_its_id(tmp_path):
    path = put(tmp_path, "flags.yaml", "blame: {say: blames, fix: f, rule: says}\n")
    assert load_entries(Flag, path)["blame"].id == "blame"


def test_a_file_of_entries_without_keys_is_a_fault(tmp_path):
    path = put(tmp_path, "facets.yaml", "- owner\n- due\n")
    assert faults(lambda: load_entries(Facet, path)) == [
        f"{path}:1:1: the file: found no keys; allowed: ids, each with its entry; write `id:` before each entry"
    ]
