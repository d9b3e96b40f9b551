"""What mending a finding is said to be worth: by the rubric's own tables, and by following the fix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from changed_examples import DRAWN, FAULT, Change, changes, drawn, silent_on
from hypothesis import given

from example_drafts import TYPES, as_form, as_markdown, judged, read, strong, without
from showproof.api import Scorer
from showproof.catalog.rubric import Criterion, SkillRow
from showproof.catalog.store import Catalog
from showproof.model import Finding, Rated, Scorecard
from showproof.rating import Whole, weigh, whole_of, within
from showproof.rules.view import View

MENDED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "mended.yaml").read_text(encoding="utf-8"))
ADDS: dict[str, str] = MENDED["adds"]


def rated(card: Scorecard, name: str) -> Rated:
    return next(one for one in card.criteria if one.id == name)


def finding(card: Scorecard, name: str) -> Finding:
    criterion, _, rule = name.partition(".")
    return next(one for one in rated(card, criterion).findings if one.id == rule)


# By the tables


def worked_out(measure: Criterion | SkillRow, findings: tuple[Finding, ...], whole: Whole) -> tuple[int, float]:
    """Level and score of findings by the measure's table and by everything that holds them down."""
    strengths = {part: [one.strength for one in findings if one.part == part] for part in ("essential", "support")}
    level, score = weigh(strengths["essential"], strengths["support"], measure.levels, verified=whole.verified)
    if whole.apart or (whole.unreliable and level > 1):
        return min(level, 0 if whole.apart else 1), min(score, 0.0 if whole.apart else 1.0)
    share = sum(strengths["essential"]) / max(1, len(strengths["essential"]))
    eased = {limit.id: limit.eased for limit in measure.limits if share >= limit.unless - 1e-9}
    caps = [max(one.allows, eased.get(one.id, 0)) for one in findings if one.part == "limit"]
    if whole.general:
        caps.append(measure.general)
    rests = any(one.strength >= 0.15 and {q.quote for q in one.evidence} & whole.disputed for one in findings)
    if rests and isinstance(measure, SkillRow):
        caps.append(2)
    cap = min(caps, default=4)
    return (level, score) if level <= cap else (cap, within(cap, score))


@given(changes)
@DRAWN
def test_a_finding_met_gives_the_score_and_what_it_was_worth(catalog: Catalog, scorer: Scorer, change: Change) -> None:
    text, answers = drawn(catalog, change)
    draft = read(scorer, text, answers.role, change.artifact)
    card, whole = scorer.rate(draft), whole_of(View(draft))
    measures = (*catalog.criteria, *catalog.role(answers.role).rows)
    for measure, one in zip(measures, (*card.criteria, *card.skills), strict=True):
        assert worked_out(measure, one.findings, whole) == (one.level, one.score)
        for at, each in enumerate(one.findings):
            met = each._replace(strength=1.0, allows=4)
            _, score = worked_out(measure, (*one.findings[:at], met, *one.findings[at + 1 :]), whole)
            assert each.worth == pytest.approx(max(0.0, score - one.score), abs=0.005)


# By following the fix


def test_every_finding_is_known_to_be_mended_by_adding_or_by_rewriting(catalog: Catalog) -> None:
    known = {f"{one.id}.{rule.id}" for one in catalog.criteria for rule in (*one.essentials, *one.supports)}
    assert known == {*ADDS, *MENDED["rewrites"]}


def bases(catalog: Catalog, scorer: Scorer, name: str) -> list[tuple[str, str, str]]:
    """(text, role, type) of drafts that may lack what a finding asks for: a weak example, a worked one without it."""
    number, (criterion, _, rule_id) = list(ADDS).index(name), name.partition(".")
    measure = next(one for one in catalog.criteria if one.id == criterion)
    rule = next(one for one in (*measure.essentials, *measure.supports) if one.id == rule_id)
    weak, whole = TYPES[number % len(TYPES)], TYPES[(7 * number + 3) % len(TYPES)]
    poor = catalog.answers(weak, "weak")
    assert poor
    found = [(as_markdown(catalog.artifact(weak), poor), poor.role, weak)]
    if rule.about:
        kind, answers = catalog.artifact(whole), strong(catalog, whole)
        draft = read(scorer, as_markdown(kind, answers), answers.role, whole)
        silent = silent_on(kind, answers, draft, frozenset(rule.about))
        found.append((as_markdown(kind, silent), answers.role, whole))
    return found


@pytest.mark.parametrize("name", ADDS)
def test_writing_what_a_fix_asks_for_adds_what_it_was_worth(name: str, catalog: Catalog, scorer: Scorer) -> None:
    criterion = name.partition(".")[0]
    for text, role, artifact in bases(catalog, scorer, name):
        before = judged(scorer, text, role, artifact)
        after = judged(scorer, f"{text}\n{ADDS[name]}", role, artifact)
        assert finding(after, name).verdict == "met"
        if any(flag.id == "stuffed" for flag in after.flags):
            continue  # lines on another subject, put into a list of single questions, make no text of it
        gained = rated(after, criterion).score - rated(before, criterion).score
        assert gained >= finding(before, name).worth - 0.011


@pytest.mark.parametrize("artifact", TYPES)
def test_filling_the_one_part_that_is_missing_adds_what_it_was_worth(
    artifact: str, catalog: Catalog, scorer: Scorer
) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    part = [part.id for part in kind.parts if part.essential][-1]
    form = kind.formats[0]
    before, after = (
        judged(scorer, as_form(catalog, without(answers, left_out), form), form=form) for left_out in (part, "")
    )
    worth = finding(before, "structure.parts-filled").worth
    assert worth > 0
    assert rated(after, "structure").score - rated(before, "structure").score >= worth - 0.011


@pytest.mark.parametrize("artifact", TYPES)
def test_correcting_the_one_contradiction_adds_what_it_was_worth(
    artifact: str, catalog: Catalog, scorer: Scorer
) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    right = FAULT.replace("70%", "25%")
    before, after = (
        rated(judged(scorer, as_markdown(kind, answers) + line, answers.role, artifact), "clarity")
        for line in (FAULT, right)
    )
    worth = next(one.worth for one in before.findings if one.id == "consistent")
    assert worth > 0
    assert after.score == pytest.approx(before.score + worth, abs=0.011)
