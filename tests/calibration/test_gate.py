from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from showproof.calibration.bars import Bar, Bars, usual_bars
from showproof.calibration.figures import Estimate, Interval, NotComputable
from showproof.calibration.gate import hold, judge
from showproof.calibration.measuring.measure import measure
from small_studies import MIXED, PEOPLE, QUICK, WITH_SCORER, study

AT = "2026-11-22T09:00Z"
ALPHA = Bar("overall", "alpha", 0.8, 0.667)
KAPPA = Bar("overall", "weighted_kappa", 0.7)
BELOW = Bar("overall", "below_people", 0.1)
APART = Bar("overall", "mean_difference", 0.15)
BARS = Bars(set_at=AT, bars=(ALPHA,))


def verdict(bar, figure, low, high, drafts=40):
    return judge(Estimate(figure, Interval(low, high), drafts, 2 * drafts), bar, BARS)


@pytest.mark.parametrize(
    ("bar", "figures", "said"),
    [
        (ALPHA, (0.85, 0.75, 0.92), ("passed", "the figure reaches the bar")),
        (ALPHA, (0.80, 0.667, 0.92), ("passed", "the figure reaches the bar")),
        (ALPHA, (0.85, 0.65, 0.92), ("not passed", "the interval's low end is below 0.667")),
        (ALPHA, (0.79, 0.70, 0.85), ("not passed", "the figure misses the bar")),
        (ALPHA, (0.60, 0.40, 0.79), ("not passed", "the whole interval misses the bar")),
        (
            ALPHA,
            (0.85, 0.60, 0.95),
            ("insufficient", "the interval is 0.35 wide; 0.30 is allowed; about 55 drafts like these would do"),
        ),
        (KAPPA, (0.70, 0.60, 0.85), ("passed", "the figure reaches the bar")),
        (KAPPA, (0.69, 0.60, 0.85), ("not passed", "the figure misses the bar")),
        (BELOW, (0.10, 0.02, 0.20), ("passed", "the figure reaches the bar")),
        (BELOW, (-0.10, -0.20, 0.05), ("passed", "the figure reaches the bar")),
        (BELOW, (0.11, 0.02, 0.20), ("not passed", "the figure misses the bar")),
        (BELOW, (0.30, 0.11, 0.50), ("not passed", "the whole interval misses the bar")),
        (APART, (-0.15, -0.25, 0.00), ("passed", "the figure reaches the bar")),
        (APART, (-0.16, -0.25, 0.00), ("not passed", "the figure misses the bar")),
        (APART, (-0.50, -0.90, -0.16), ("not passed", "the whole interval misses the bar")),
    ],
)
def test_a_bar_is_held_against_figure_and_interval(bar, figures, said):
    assert verdict(bar, *figures) == said


def test_too_few_drafts_are_insufficient_however_good():
    assert verdict(ALPHA, 0.99, 0.97, 1.0, drafts=29) == ("insufficient", "29 drafts; 30 are asked for")


def test_what_is_clearly_missed_is_missed_with_few_drafts_too():
    assert verdict(ALPHA, 0.2, 0.0, 0.5, drafts=8) == ("not passed", "the whole interval misses the bar")


def test_no_figure_is_insufficient_and_says_why():
    none = NotComputable("all ratings are the same level")
    assert judge(Estimate(none, none, 50, 100), ALPHA, BARS) == (
        "insufficient", "not computable: all ratings are the same level",
    )  # fmt: skip


def test_full_agreement_needs_no_interval_but_enough_drafts():
    none = NotComputable("every draw gives the same figure")
    assert judge(Estimate(1.0, none, 30, 60), ALPHA, BARS) == ("passed", "full agreement on 30 drafts")
    assert judge(Estimate(1.0, none, 29, 58), ALPHA, BARS)[0] == "insufficient"
    assert judge(Estimate(0.9, none, 90, 180), ALPHA, BARS)[0] == "insufficient"


FIGURES = some.floats(-1, 1)


@given(figures=some.tuples(FIGURES, FIGURES, FIGURES), drafts=some.integers(0, 29),
       bar=some.sampled_from((ALPHA, KAPPA, BELOW, APART)))  # fmt: skip
def test_too_few_drafts_never_pass(figures, drafts, bar):
    low, figure, high = sorted(figures)
    assert verdict(bar, figure, low, high, drafts)[0] != "passed"
    none = NotComputable("none")
    assert judge(Estimate(figure, none, drafts, drafts), bar, BARS)[0] != "passed"


@pytest.fixture(scope="module")
def told():
    ratings = study({"overall": MIXED, "scope": MIXED, "skill:execution": MIXED[:12]}, WITH_SCORER)
    return measure(ratings, settings=QUICK)


def test_a_gate_is_passed_only_where_every_bar_is(told):
    held = hold(told, usual_bars(AT, ["overall"], alpha=0.5, machine=False))
    assert (held.verdict, [one.verdict for one in held.held]) == ("passed", ["passed"])
    both = hold(told, usual_bars(AT, ["overall", "skill:execution"], alpha=0.5, machine=False))
    assert (both.verdict, [one.verdict for one in both.held]) == ("insufficient", ["passed", "insufficient"])
    missed = hold(told, usual_bars(AT, ["overall", "skill:execution"], alpha=0.99, machine=False))
    assert missed.verdict == "not passed"


def test_a_gate_without_bars_is_no_pass(told):
    assert hold(told, Bars(set_at=AT, bars=())).verdict == "insufficient"


def test_a_scale_that_nobody_rated_is_insufficient_and_one_without_a_bar_is_named(told):
    held = hold(told, usual_bars(AT, ["clarity"], machine=False))
    assert (held.held[0].verdict, held.held[0].why) == ("insufficient", "not computable: nobody rated it")
    assert held.without == ("overall", "scope", "execution")


def test_bars_for_programs_are_held_against_the_scorer(told):
    held = hold(told, usual_bars(AT, ["overall"]))
    assert [(one.rater, one.kind) for one in held.held] == [("", "person"), *[("showproof", "scorer")] * 3]


def test_bars_for_programs_without_any_are_insufficient():
    alone = measure(study({"overall": [line[:3] for line in MIXED]}, PEOPLE), settings=QUICK)
    held = hold(alone, usual_bars(AT, ["overall"]))
    assert {one.why for one in held.held[1:]} == {"not computable: no program is among the raters"}
