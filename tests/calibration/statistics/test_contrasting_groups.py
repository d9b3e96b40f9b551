from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.contrasting_groups import contrasting_groups


def test_the_cut_leaves_fewest_wrong_decisions():
    """By hand: at 2.25 one ready draft fails and one other passes; every other cut is wrong more often."""
    ready = [1.5, 2.5, 2.5, 3, 3, 3.5, 4]
    other = [0.5, 1, 1, 1.5, 2, 3]
    found = contrasting_groups([*ready, *other], [True] * 7 + [False] * 6, seed=1)
    assert found.cut == 2.25
    assert (found.wrong_passes, found.wrong_fails) == (1, 1)
    assert (found.ready, found.not_ready) == (7, 6)
    assert found.midpoint == pytest.approx((np.mean(ready) + np.mean(other)) / 2)
    assert found.interval.low <= 2.25 <= found.interval.high


def test_groups_that_do_not_meet_leave_the_cut_in_the_middle_of_the_gap():
    found = contrasting_groups([3, 3, 3.5, 4, 4, 1, 1, 0, 2, 2], [True] * 5 + [False] * 5, seed=1)
    assert (found.cut, found.as_good) == (2.5, (2.5, 2.5))
    assert found.wrong_passes == found.wrong_fails == 0


def test_a_wrong_pass_that_weighs_more_raises_the_cut():
    source = np.random.default_rng(2)
    scores = np.round(np.concatenate([source.normal(2.6, 0.7, 60), source.normal(1.6, 0.7, 60)]), 1)
    called = np.arange(120) < 60
    cuts = [contrasting_groups(scores, called, 3, wrong_pass=weight, draws=50).cut for weight in (0.25, 1, 4)]
    assert cuts[0] < cuts[1] < cuts[2]


def test_equal_spreads_have_their_cut_halfway_and_more_drafts_know_it_better():
    """Two normal groups of one spread cross halfway between their means (Livingston & Zieky 1982)."""
    errors = []
    for count in (10, 500):
        source = np.random.default_rng(5)
        scores = np.concatenate([source.normal(2.8, 0.6, count), source.normal(1.4, 0.6, count)])
        found = contrasting_groups(scores, np.arange(2 * count) < count, seed=9, draws=300)
        errors.append(found.error)
    assert found.cut == pytest.approx(2.1, abs=0.25)
    assert errors[1] < errors[0]


def test_the_seed_makes_the_interval():
    scores = [1, 1.5, 2, 2, 2.5, 2, 2.5, 3, 3, 3.5]
    called = [False] * 5 + [True] * 5
    assert contrasting_groups(scores, called, 1) == contrasting_groups(scores, called, 1)


def test_groups_that_tell_nothing_are_not_computable():
    assert contrasting_groups([1, 2, 3, 4, 4, 4], [True] * 2 + [False] * 4, 1) == NotComputable(
        "2 drafts are called ready, and 5 are needed"
    )
    assert contrasting_groups([1] * 5 + [2] * 5, [True] * 5 + [False] * 5, 1) == NotComputable(
        "the drafts called ready score no higher than the others"
    )
    assert contrasting_groups([2] * 10, [True] * 5 + [False] * 5, 1) == NotComputable(
        "the drafts called ready score no higher than the others"
    )


def test_arrays_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="one score and one call"):
        contrasting_groups([1, 2], [True], 1)
    with pytest.raises(ValueError, match="one score and one call"):
        contrasting_groups([1, np.nan], [True, False], 1)
    with pytest.raises(ValueError, match="weigh more than 0"):
        contrasting_groups([1, 2], [True, False], 1, wrong_pass=0)
