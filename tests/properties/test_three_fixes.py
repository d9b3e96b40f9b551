"""Applying the three fixes worth most of each weak example moves scores and levels as they are said to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from applied_fixes import all_applied, applied, finding, rated, rule_of, weak
from test_worth import worked_out

from example_drafts import TYPES, as_form, read
from showproof.annotating.wording import summary
from showproof.api import Scorer
from showproof.catalog.rubric import Criterion, SkillRow
from showproof.outputs.fixes import Fix
from showproof.rating import whole_of
from showproof.rules.view import View

ROUNDED = 0.011
"""Scores and what a fix is worth are given to two places, each rounded."""


def measure_of(scorer: Scorer, role: str, fix: Fix) -> Criterion | SkillRow:
    measures = scorer.catalog.criteria if fix.group == "criteria" else scorer.catalog.role(role).rows
    return next(one for one in measures if one.id == fix.of.id)


@pytest.mark.parametrize("artifact", TYPES)
def test_three_fixes_move_levels_as_they_are_said_to(artifact: str, scorer: Scorer) -> None:
    one = weak(scorer, artifact)
    assert len(one.top) == 3
    said = summary(one.card, {}, "full", 1)
    for number, fix in enumerate(one.top, start=1):
        line = f"{number}. {fix.of.title}: {fix.finding.say} (+{fix.finding.worth:.2f}). {fix.finding.fix}"
        assert line == said[said.index("Worth most:") + number]
    form = one.kind.formats[0]
    whole = whole_of(View(read(scorer, as_form(scorer.catalog, one.answers, form), one.answers.role, artifact, form)))
    singly = [applied(one, fix, one.answers) for fix in one.top]
    for fix, (_, _, card) in zip(one.top, singly, strict=True):
        became, after = finding(card, fix), rated(card, fix.group, fix.of.id)
        alone = tuple(became if found.id == became.id else found for found in fix.of.findings)
        level, score = worked_out(measure_of(scorer, one.answers.role, fix), alone, whole)
        assert score - fix.of.score == pytest.approx(fix.finding.worth, abs=ROUNDED)
        assert after.score - fix.of.score >= fix.finding.worth - ROUNDED
        assert after.level >= level
        assert card.score >= one.card.score
    together = all_applied(one, singly[0]).card
    for fix in one.top:
        assert rated(together, fix.group, fix.of.id).score - fix.of.score >= fix.finding.worth - ROUNDED
    assert together.score > one.card.score


def test_an_answer_on_something_else_meets_no_fix(scorer: Scorer) -> None:
    one = weak(scorer, "sop")
    (fix,) = [fix for fix in one.top if fix.finding.id == "each-owned"]
    assert "owner" in rule_of(one, fix).about
    other = {**one.answers.answers, "records": one.worked.answers["records"]}
    card = one.judged(replace(one.answers, answers=other))
    assert finding(card, fix).verdict != "met"
    assert rated(card, fix.group, fix.of.id).score - fix.of.score < fix.finding.worth - ROUNDED
