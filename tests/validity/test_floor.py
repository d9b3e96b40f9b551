"""The scorer agrees with the reviewers no less than it has before, and better than counting does."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from .corpus import lacking, read_corpus
from .report import Report, report
from .scored import score

FLOOR = yaml.safe_load((Path(__file__).parent / "floor.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def told(shared) -> Report:
    folder = shared / "corpus" / "dev"
    if why := lacking(folder):
        pytest.skip(why)
    return report(score(read_corpus(folder)))


def test_every_labelled_draft_can_be_read(told):
    assert told.unreadable == {}


@pytest.mark.parametrize(
    ("floor", "scale"), [("overall", "overall"), ("criteria", "nine criteria, mean"), ("rows", "skill rows")]
)
def test_levels_agree_with_the_reviewers_as_far_as_they_have(told, floor, scale):
    assert told.scale(scale).scorer >= FLOOR[floor]


@pytest.mark.parametrize("name", ["rank_correlation", "right_order", "same_decision"])
def test_drafts_stand_in_the_order_of_the_panel_as_far_as_they_have(told, name):
    assert getattr(told.whole["scorer"], name) >= FLOOR[name]


def test_levels_are_neither_too_kind_nor_too_strict(told):
    assert abs(told.whole["scorer"].difference) <= FLOOR["difference"]


def test_no_more_drafts_that_please_a_machine_get_past_the_first_level(told):
    assert len([level for level in told.gamed.values() if level > 1]) <= FLOOR["gamed"]


@pytest.mark.parametrize("scale", ["overall", "nine criteria, mean", "skill rows"])
def test_the_scorer_beats_every_count(told, scale):
    one = told.scale(scale)
    assert one.scorer > max(one.baselines.values())
