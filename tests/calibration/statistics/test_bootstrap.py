"""Intervals: the same bytes for the same seed, the same whichever way a draw is computed, and reasons where none is."""

from __future__ import annotations

import numpy as np
import pytest
from tables import tables

from showproof.calibration.figures import Estimate, Interval, NotComputable
from showproof.calibration.statistics import bootstrap
from showproof.calibration.statistics.bootstrap import interval
from showproof.calibration.statistics.cohen_kappa import cohen_kappa, kappa
from showproof.calibration.statistics.estimate import estimate
from showproof.calibration.statistics.fleiss_kappa import fleiss, fleiss_kappa
from showproof.calibration.statistics.gwet_ac import ac, gwet_ac
from showproof.calibration.statistics.krippendorff_alpha import alpha, krippendorff_alpha
from showproof.calibration.statistics.mean_difference import MEAN_DIFFERENCE, standardised_mean_difference
from showproof.calibration.statistics.percent_agreement import agreement_within, exact_agreement
from showproof.calibration.statistics.rank_correlation import spearman

TABLES = tables()
FOUR = TABLES["four raters with gaps"]
THREE = TABLES["three raters"]
KEPT = (0.3648693724, 0.6430401128)
"""Bounds of the ordinal alpha of `FOUR`, as they were worked out when this was written."""
TWICE = {
    "exact": (agreement_within(0), exact_agreement),
    "fleiss": (fleiss(), fleiss_kappa),
    "alpha nominal": (alpha("nominal"), lambda levels: krippendorff_alpha(levels, "nominal")),
    "alpha ordinal": (alpha(), krippendorff_alpha),
    "alpha interval": (alpha("interval"), lambda levels: krippendorff_alpha(levels, "interval")),
    "ac2": (ac("quadratic"), lambda levels: gwet_ac(levels, "quadratic")),
}
TWICE_OF_TWO = {
    "kappa": (kappa("quadratic"), lambda pair: cohen_kappa(pair[:, 0], pair[:, 1], "quadratic")),
    "difference": (MEAN_DIFFERENCE, lambda pair: standardised_mean_difference(pair[:, 0], pair[:, 1])),
}


def bounds(found):
    assert isinstance(found, Interval)
    return found[:2]


@pytest.mark.parametrize("name", TWICE)
def test_draws_by_sums_are_draws_of_ratings(name):
    """What is worked out from sums at once is what the statistic says of each drawn table."""
    by_sums, one_by_one = TWICE[name]
    assert bounds(interval(THREE, by_sums, 200)) == pytest.approx(bounds(interval(THREE, one_by_one, 200)), abs=1e-9)


@pytest.mark.parametrize("name", TWICE_OF_TWO)
def test_draws_of_two_raters_by_sums_are_draws_of_ratings(name):
    by_sums, one_by_one = TWICE_OF_TWO[name]
    pair = TABLES["two raters"]
    assert bounds(interval(pair, by_sums, 200)) == pytest.approx(bounds(interval(pair, one_by_one, 200)), abs=1e-9)


def test_the_same_seed_gives_the_same_bounds_and_another_others():
    assert interval(FOUR, alpha()) == interval(FOUR, alpha())
    assert bounds(interval(FOUR, alpha())) != bounds(interval(FOUR, alpha(), seed=1))
    assert bounds(interval(FOUR, alpha())) == pytest.approx(bounds(interval(FOUR, alpha(), seed=1)), abs=0.02)


def test_bounds_stay_the_same_in_all_versions_of_numpy():
    assert bounds(interval(FOUR, alpha())) == pytest.approx(KEPT, abs=1e-9)


def test_the_size_of_blocks_changes_nothing(monkeypatch):
    whole = interval(FOUR, alpha(), 300)
    monkeypatch.setattr(bootstrap, "CELLS", 1000)
    assert bounds(interval(FOUR, alpha(), 300)) == pytest.approx(bounds(whole), abs=1e-12)


def test_an_interval_holds_its_figure_and_widens_with_confidence():
    narrow, wide = (bounds(interval(FOUR, alpha(), confidence=confidence)) for confidence in (0.8, 0.99))
    assert wide[0] < narrow[0] < krippendorff_alpha(FOUR) < narrow[1] < wide[1]


def test_a_draft_that_nobody_rated_changes_nothing():
    empty = np.vstack((FOUR, np.full((7, 4), np.nan)))
    assert interval(empty, alpha()) == interval(FOUR, alpha())
    assert interval(empty, krippendorff_alpha, 50) == interval(FOUR, krippendorff_alpha, 50)


def test_any_function_of_levels_can_have_an_interval():
    low, high = bounds(interval(THREE, lambda levels: spearman(levels[:, 0], levels[:, 1]), 300))
    assert low < spearman(THREE[:, 0], THREE[:, 1]) < high


def test_few_drafts_are_said_to_be_few_and_very_few_give_none():
    assert interval(THREE[:19], alpha()).note == "19 drafts are few: it may be too narrow"
    assert interval(THREE[:20], alpha()).note == ""
    assert interval(THREE[:9], alpha()) == NotComputable("9 drafts are too few for an interval, which takes 10")


def test_an_interval_that_hangs_on_a_few_drafts_says_so():
    """Fifty drafts at 3 and 4 on which raters agree, and two far below: they make up most of the variance."""
    levels = np.repeat(np.resize((3.0, 4.0), 50)[:, None], 3, axis=1)
    levels[:6, 0] = 3.5
    far = np.vstack((levels, [(0, 1, 0), (0, 0, 2)]))
    assert interval(levels, alpha("interval")).note == ""
    assert interval(far, alpha("interval")).note == "a few drafts with rare levels decide it: it may be too narrow"


def test_perfect_agreement_shows_no_chance():
    assert interval(TABLES["perfect"], alpha()) == NotComputable(
        "every draw of drafts gives the same figure, so nothing shows how far chance moves it"
    )


def test_draws_without_a_figure_are_told_and_bounded():
    """One draft of forty differs: a draw misses it, and has one level only, with probability (39/40)⁴⁰ = .363."""
    levels = np.full((40, 3), 2.0)
    levels[0, 0] = 3
    reason = interval(levels, alpha()).reason
    assert reason.endswith(" of 2000 draws of drafts give no figure: too few drafts differ")
    assert int(reason.split()[0]) == pytest.approx(726, abs=65)
    levels[1:4, 0] = 3
    found = interval(levels, alpha())
    assert found.note.endswith(" of 2000 draws gave no figure and are left out")
    assert 0 < int(found.note.split()[0]) < 100


def test_no_figure_no_interval():
    assert interval(np.full((20, 3), 2.0), alpha()) == NotComputable("all ratings are the same level")


def test_an_estimate_says_what_it_rests_on():
    levels = np.vstack((FOUR, [(1, np.nan, np.nan, np.nan)]))
    found = estimate(levels, alpha(), draws=100)
    several = [row for row in ~np.isnan(levels) if row.sum() > 1]
    assert found == Estimate(
        krippendorff_alpha(levels), interval(levels, alpha(), 100), len(several), int(np.sum(several))
    )
