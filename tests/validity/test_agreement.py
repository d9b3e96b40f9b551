"""The statistics against figures published elsewhere, or worked out by hand."""

from __future__ import annotations

import pytest

from .agreement import levels_by_rank, mean, rank_correlation, ranks, right_order, weighted_kappa, within

ANXIETY = (
    (3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3),
    (3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4),
)
"""Two raters of the data set `anxiety` of the R package irr, whose page gives 0.297 with squared weights."""


@pytest.mark.parametrize(
    ("one", "other", "kappa"),
    [
        ((1, 2, 3), (1, 2, 3), 1.0),
        # One step apart once, by chance 5/3 of a step: 1 - 3/5.
        ((1, 2, 1), (1, 2, 2), 0.4),
        # Two squares against eight by chance: 1 - 2 * 7 / 56.
        ((1, 2, 3, 1, 2, 2, 3), (1, 2, 3, 1, 2, 3, 2), 0.75),
        ((0, 4), (4, 0), -1.0),
        # A rater who says the same of all agrees no better than chance.
        ((2, 2, 2, 2), (0, 1, 3, 4), 0.0),
    ],
)
def test_kappa_with_quadratic_weights_of_small_cases(one, other, kappa):
    assert weighted_kappa(one, other) == pytest.approx(kappa)
    assert weighted_kappa(other, one) == pytest.approx(kappa)


def test_kappa_of_a_published_data_set():
    assert round(weighted_kappa(*ANXIETY), 3) == 0.297


def test_kappa_of_two_raters_who_give_one_level_to_all_is_no_figure():
    assert weighted_kappa((2, 2, 2), (2, 2, 2)) is None


def test_shares_that_agree_exactly_and_within_one():
    assert within((0, 1, 2, 3), (0, 2, 4, 0), 0) == 0.25
    assert within((0, 1, 2, 3), (0, 2, 4, 0), 1) == 0.5
    assert within((), (), 0) is None


def test_equal_values_share_the_mean_of_their_places():
    assert ranks([7, 1, 7, 3]) == [2.5, 0, 2.5, 1]


def test_rank_correlation_of_a_published_example():
    """Hours of television and intelligence, the example of many textbooks: -29/165."""
    iq = (106, 100, 86, 101, 99, 103, 97, 113, 112, 110)
    hours = (7, 27, 2, 50, 28, 29, 20, 12, 6, 17)
    assert rank_correlation(iq, hours) == pytest.approx(-29 / 165)


def test_rank_correlation_with_ties_and_without_any_ranking():
    # Ranks 0.5 0.5 2 3 against 0 1 2 3: 4.5 / sqrt(4.5 * 5).
    assert rank_correlation((1, 1, 2, 3), (1, 2, 3, 4)) == pytest.approx(4.5 / (4.5 * 5) ** 0.5)
    assert rank_correlation((1, 1, 1), (1, 2, 3)) is None


def test_order_is_asked_only_of_pairs_a_level_or_more_apart():
    # 0 and 0.5 are too near; of the five other pairs 3 before 2 is wrong, and equal scores are no order.
    assert right_order((1.0, 1.5, 3.0, 2.0), (0.0, 0.5, 2.0, 3.0)) == (pytest.approx(4 / 5), 5)
    assert right_order((1.0, 1.0), (0.0, 2.0)) == (0.0, 1)
    assert right_order((1.0, 2.0), (1.0, 1.5)) == (None, 0)


def test_the_mean_leaves_out_what_is_no_figure():
    assert mean([0.5, None, 1.0]) == 0.75
    assert mean([None]) is None


def test_a_measure_is_cut_where_the_panel_gave_as_many_lower_levels():
    # Half of what the panel gave is 1, a quarter 2, a quarter 4.
    assert levels_by_rank((10, 40, 20, 30), (1, 1, 2, 4)) == [1, 4, 1, 2]
    assert levels_by_rank((5, 5, 5, 5), (0, 0, 4, 4)) == [4, 4, 4, 4]
