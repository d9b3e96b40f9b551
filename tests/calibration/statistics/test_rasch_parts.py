"""The parts of the many-facet model: separation, curves, subsets, and each rater's plain figures."""

from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.category_curves import category_curves
from showproof.calibration.statistics.connected_subsets import connect
from showproof.calibration.statistics.rasch_fit import fit, separation
from showproof.calibration.statistics.rater_summary import rater_summary


def test_separation_strata_and_reliability_go_together_as_facets_prints_them():
    """Facets manual, Table 7: 12 readers, RMSE .08, separation 2.28, strata 3.38, reliability .84 (sample)."""
    readers = np.linspace(-1, 1, 12)
    readers *= 0.08 * np.sqrt(1 + 2.28**2) / readers.std(ddof=1)
    found = separation(readers, np.full(12, 0.08))
    assert found.separation == pytest.approx(2.28)
    assert found.strata == pytest.approx(3.38, abs=0.01)
    assert found.reliability == pytest.approx(0.84, abs=0.005)


def test_measures_less_apart_than_their_errors_separate_nothing():
    found = separation(np.array([-0.01, 0.01]), np.array([0.2, 0.2]))
    assert (found.separation, found.reliability) == (0, 0)
    assert found.strata == pytest.approx(1 / 3)
    assert separation(np.array([0.3]), np.array([0.1])) == NotComputable("fewer than two are measured")
    assert separation(np.zeros(3), np.ones(3)) == NotComputable("all measures are the same")


def test_mean_squares_by_hand():
    """Residuals 1 and −1 with variance 1 and 0.5: infit 2/1.5, outfit (1 + 2)/2."""
    found = fit(np.array([0, 0, 2]), 3, np.array([1.0, -1.0, 0.5]), np.array([1.0, 0.5, 0.25]))
    assert found.infit[[0, 2]] == pytest.approx([2 / 1.5, 1])
    assert found.outfit[[0, 2]] == pytest.approx([1.5, 1])
    assert np.isnan(found.infit[1])


def test_curves_cross_at_the_thresholds():
    curves = category_curves((0, 1, 2), (-1.0, 1.0), reach=2, points=61)
    assert curves.logits[0] == -3
    assert curves.logits[-1] == 3
    at = curves.logits.index(pytest.approx(-1.0))
    assert curves.probability[0][at] == pytest.approx(curves.probability[1][at])
    assert [sum(column) for column in zip(*curves.probability, strict=True)] == pytest.approx([1.0] * 61)
    assert list(curves.expected) == sorted(curves.expected)
    assert curves.expected[30] == pytest.approx(1.0)
    assert curves.never_likeliest == ()


def test_a_level_that_raters_pass_over_is_named():
    assert category_curves((0, 1, 2), (0.5, -0.5)).never_likeliest == (1,)
    assert category_curves((0, 1, 2, 4), (-1.0, 1.0, -0.5)).never_likeliest == (2,)
    for levels, thresholds in (((0, 1, 2), (1.2, -0.3)), ((0, 1, 2, 3), (-2.0, 0.4, 0.3))):
        curves = category_curves(levels, thresholds, reach=4, points=4001)
        likeliest = {levels[at] for at in np.array(curves.probability).argmax(axis=0)}
        assert set(levels) - likeliest == set(curves.never_likeliest)


def test_curves_need_a_threshold_between_each_two_levels():
    with pytest.raises(ValueError, match="one threshold between each two levels"):
        category_curves((0, 1, 2), (0.0,))


def test_a_full_design_is_one_subset_with_two_free_directions():
    draft, rater, criterion = (one.ravel() for one in np.indices((4, 3, 2)))
    found = connect((draft, rater, criterion), (4, 3, 2))
    assert found.subsets == 1
    assert found.free.shape == (5, 2)


def test_an_unused_element_is_in_no_subset():
    draft, rater, criterion = (one.ravel() for one in np.indices((4, 3, 2)))
    found = connect((draft, rater, criterion), (6, 4, 2))
    assert found.subsets == 1
    assert found.drafts.tolist() == [1, 1, 1, 1, 0, 0]
    assert found.raters.tolist() == [1, 1, 1, 0]


def test_drafts_seen_by_different_raters_fall_apart_with_them():
    found = connect((np.array([0, 1, 2, 3]), np.array([0, 0, 1, 1]), np.zeros(4, dtype=int)), (4, 2, 1))
    assert found.drafts.tolist() == [1, 1, 2, 2]
    assert found.raters.tolist() == [1, 2]


def test_each_rater_plainly():
    nothing = np.nan
    one, two, three = rater_summary(
        np.array([[4, 3, nothing], [2, 2, nothing], [1, nothing, nothing], [nothing, 3.5, nothing]])
    )
    assert (one.ratings, one.mean, one.counts) == (3, pytest.approx(7 / 3), (0, 1, 1, 0, 1))
    assert one.spread == pytest.approx(np.std([4, 2, 1], ddof=1))
    assert (one.gap, one.shared) == (0.5, 2)
    assert (two.gap, two.counts) == (-0.5, (0, 0, 1, 1, 1))
    assert three.mean == NotComputable("there are no ratings")
    assert three.gap == NotComputable("nobody else rated the same drafts")


def test_one_rating_has_no_spread():
    assert rater_summary(np.array([[3.0]]))[0].spread == NotComputable("there are fewer than two ratings")
