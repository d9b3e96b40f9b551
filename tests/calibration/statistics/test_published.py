"""Every statistic against figures that others printed, to as many places as they gave."""

from __future__ import annotations

import numpy as np
import pytest
from published import (
    ABSTRACTORS,
    ANXIETY,
    FLEISS,
    GWET,
    INTELLIGENCE,
    KRIPPENDORFF,
    LIGHTNESS,
    SCORE,
    SHROUT_FLEISS,
    SIX_PSYCHIATRISTS,
    TELEVISION,
    TEN_BY_FOURTEEN,
)

from showproof.calibration.statistics.cohen_kappa import cohen_kappa
from showproof.calibration.statistics.fleiss_kappa import fleiss_kappa
from showproof.calibration.statistics.gwet_ac import gwet_ac
from showproof.calibration.statistics.intraclass import intraclass
from showproof.calibration.statistics.krippendorff_alpha import krippendorff_alpha
from showproof.calibration.statistics.percent_agreement import exact_agreement
from showproof.calibration.statistics.rank_correlation import kendall_tau_b, spearman
from showproof.calibration.statistics.weights import weights_of

FIVE = (1, 2, 3, 4, 5)
SIX = (1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(("metric", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_of_krippendorffs_own_example_with_gaps(metric, alpha):
    assert round(krippendorff_alpha(KRIPPENDORFF, metric), 3) == alpha


def test_alpha_of_gwets_data():
    assert krippendorff_alpha(GWET, "nominal") == pytest.approx(0.74342, abs=5e-6)
    assert krippendorff_alpha(SIX_PSYCHIATRISTS, "nominal") == pytest.approx(0.4204384, abs=5e-8)
    assert krippendorff_alpha(ABSTRACTORS, "nominal") == pytest.approx(0.7972585, abs=5e-8)


def test_fleiss_kappa_of_his_psychiatrists():
    """Fleiss (1971) gives .430; the R package irr .4302445."""
    assert fleiss_kappa(FLEISS, FIVE) == pytest.approx(0.4302445, abs=5e-8)


def test_fleiss_kappa_of_other_examples():
    assert round(fleiss_kappa(TEN_BY_FOURTEEN, FIVE), 3) == 0.210
    assert fleiss_kappa(SIX_PSYCHIATRISTS, FIVE) == pytest.approx(0.4139265, abs=5e-8)
    assert fleiss_kappa(GWET, FIVE) == pytest.approx(0.76117, abs=5e-6)


def test_share_of_agreement_of_printed_examples():
    assert round(exact_agreement(TEN_BY_FOURTEEN), 3) == 0.378
    assert exact_agreement(SIX_PSYCHIATRISTS) == pytest.approx(0.5511111, abs=5e-8)
    assert exact_agreement(ABSTRACTORS) == pytest.approx(0.89)


def test_gwets_ac1_of_his_own_data():
    assert gwet_ac(GWET, categories=FIVE) == pytest.approx(0.77544, abs=5e-6)
    assert gwet_ac(SIX_PSYCHIATRISTS, categories=FIVE) == pytest.approx(0.4448007, abs=5e-8)
    assert gwet_ac(ABSTRACTORS, categories=(1, 2, 3)) == pytest.approx(0.8493305, abs=5e-8)


def test_gwets_ac2_of_his_own_data():
    """The page on weights of the R package irrCAC."""
    assert round(gwet_ac(GWET, "quadratic", FIVE), 3) == 0.914


def test_weights_of_three_categories():
    """The same page: `linear.weights(1:3)`, `quadratic.weights(1:3)`, `ordinal.weights(1:3)`."""
    first_rows = {"none": (1, 0, 0), "linear": (1, 0.5, 0), "quadratic": (1, 0.75, 0), "ordinal": (1, 0.6666667, 0)}
    for name, row in first_rows.items():
        assert weights_of(name, (1, 2, 3))[0] == pytest.approx(row, abs=5e-8)


def test_cohens_kappa_of_two_abstractors():
    assert cohen_kappa(*ABSTRACTORS.T, categories=(1, 2, 3)) == pytest.approx(0.7964094, abs=5e-8)


def test_cohens_kappa_of_the_anxiety_data():
    """The page of `kappa2` in the R package irr: .297 with squared weights; raters two and three with seven places.

    That package leaves out a level that nobody gave, 5, and puts 6 in its place.
    """
    assert round(cohen_kappa(*ANXIETY[:, :2].T, "quadratic", SIX), 3) == 0.297
    second, third = ANXIETY[:, 1], ANXIETY[:, 2]
    assert cohen_kappa(second, third, "none", SIX) == pytest.approx(-0.006289308, abs=5e-10)
    second, third = (column.clip(max=5) for column in (second, third))
    assert cohen_kappa(second, third, "linear", FIVE) == pytest.approx(0.1459075, abs=5e-8)
    assert cohen_kappa(second, third, "quadratic", FIVE) == pytest.approx(0.2520325, abs=5e-8)


def test_intraclass_correlations_of_shrout_and_fleiss():
    """Their table 4 gives .29 and .62; the page of `icc` in the R package DescTools prints seven places and bounds."""
    single, average, raters = intraclass(SHROUT_FLEISS)
    assert (round(single.figure, 2), round(average.figure, 2), raters) == (0.29, 0.62, 4)
    assert [single.figure, *single.interval[:2]] == pytest.approx([0.2897638, 0.01878651, 0.7610844], abs=5e-8)
    assert [average.figure, *average.interval[:2]] == pytest.approx([0.6200505, 0.07113682, 0.9272320], abs=1e-7)
    assert (single.drafts, single.ratings) == (6, 24)


def test_kendalls_tau_of_canned_tuna():
    assert kendall_tau_b(LIGHTNESS, SCORE) == pytest.approx(0.4444444, abs=5e-8)


def test_rank_correlation_of_intelligence_and_television():
    assert spearman(INTELLIGENCE, TELEVISION) == pytest.approx(-29 / 165)


@pytest.mark.parametrize(
    ("one", "other", "kappa"),
    [
        ((1, 2, 3), (1, 2, 3), 1.0),
        # One step apart once, by chance 5/3 of a step: 1 - 3/5.
        ((1, 2, 1), (1, 2, 2), 0.4),
        # Two squares against eight by chance: 1 - 2 * 7 / 56.
        ((1, 2, 3, 1, 2, 2, 3), (1, 2, 3, 1, 2, 3, 2), 0.75),
        ((0, 4), (4, 0), -1.0),
    ],
)
def test_kappa_with_quadratic_weights_by_hand(one, other, kappa):
    first, second = np.array(one, dtype=float), np.array(other, dtype=float)
    assert cohen_kappa(first, second, "quadratic") == pytest.approx(kappa)
    assert cohen_kappa(second, first, "quadratic") == pytest.approx(kappa)
