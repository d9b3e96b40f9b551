"""What the role tells is taken as it is told; what it does not tell is made from the rules of its rows."""

from __future__ import annotations

import pytest
from small_roles import ANCHORS, CASE, a_bare_role, a_role

from showproof.kit.stages import aim_of, anchors_of, prompts_of, rows_of, title_of, warnings_of, whys_of


@pytest.fixture
def told(catalog):
    return a_role(catalog)


@pytest.fixture
def bare(catalog):
    return a_bare_role(catalog)


def test_what_is_told_is_taken_as_it_is(told):
    assert title_of(told, CASE) == "Stage 1 of 2: A case · 45 minutes"
    assert aim_of(told, CASE) == CASE.aim
    assert prompts_of(told, CASE) == CASE.prompts
    assert whys_of(told, CASE) == CASE.whys
    assert warnings_of(told, CASE) == CASE.red_flags
    assert [anchors_of(row) for row in rows_of(told, CASE)] == [ANCHORS, ANCHORS]


def test_rows_stand_in_the_order_of_the_table(told):
    assert [row.id for row in rows_of(told, CASE)] == ["root-cause", "execution"]


def test_a_stage_without_warnings_of_its_own_takes_the_triggers_of_its_rows(told):
    assert warnings_of(told, told.stages[1]) == ("Leads with tools.",)


def test_a_bare_stage_asks_for_the_essentials_of_its_rows(bare):
    stage = bare.stages[0]
    rows = rows_of(bare, stage)
    assert title_of(bare, stage) == "Stage 1 of 2: A case"
    assert aim_of(bare, stage) == (
        "Whether there is proof of: Root cause (finds causes, not blame); Execution (ships changes safely)."
    )
    assert prompts_of(bare, stage)[0] == (
        "Root cause: tell me of one case of yours. Listen for "
        f"{rows[0].essentials[0].say}; {rows[0].essentials[1].say}."
    )
    assert whys_of(bare, stage) == (
        f"What shows {rows[0].essentials[0].say}?",
        f"What shows {rows[1].essentials[0].say}?",
        f"What shows {rows[0].essentials[1].say}?",
    )
    assert len(warnings_of(bare, stage)) == 2


def test_a_stage_to_which_no_row_is_tied_is_asked_all_the_same(bare):
    stage = bare.stages[1]
    assert aim_of(bare, stage) == "How this person works, shown by one case of theirs."
    assert prompts_of(bare, stage) == (
        "Writing: walk me through one case of yours, from its start to what came of it.",
    )
    assert len(whys_of(bare, stage)) == 3
    assert all(why.startswith(("Why", "What")) for why in whys_of(bare, stage))


def test_anchors_made_from_rules_name_the_essentials_and_the_supports(bare):
    row = bare.rows[0]
    one, two, three, four = anchors_of(row)
    assert "root cause" in one
    assert all(rule.say in two and rule.say in three for rule in row.essentials)
    assert all(rule.say in four for rule in row.supports)


def test_fewer_than_three_whys_are_filled_up(told):
    from dataclasses import replace

    stage = replace(CASE, whys=("Why that cause?",))
    told = replace(told, stages=(stage,))
    assert len(whys_of(told, stage)) == 3
    assert whys_of(told, stage)[0] == "Why that cause?"
