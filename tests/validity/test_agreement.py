"""What is measured of two lists, worked out by hand."""

from __future__ import annotations

import pytest

from .agreement import levels_by_rank, mean, rank_correlation, right_order, weighted_kappa, within


def test_what_two_lists_say_is_what_the_statistics_say():
    assert weighted_kappa((1, 2, 3, 1, 2, 2, 3), (1, 2, 3, 1, 2, 3, 2)) == pytest.approx(0.75)
    assert within((0, 1, 2, 3), (0, 2, 4, 0), 0) == 0.25
    assert within((0, 1, 2, 3), (0, 2, 4, 0), 1) == 0.5
    # Ranks 0.5 0.5 2 3 against 0 1 2 3: 4.5 / sqrt(4.5 * 5).
    assert rank_correlation((1, 1, 2, 3), (1, 2, 3, 4)) == pytest.approx(4.5 / (4.5 * 5) ** 0.5)


def test_what_is_no_figure_is_none():
    assert weighted_kappa((2, 2, 2), (2, 2, 2)) is None
    assert within((), (), 0) is None
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
