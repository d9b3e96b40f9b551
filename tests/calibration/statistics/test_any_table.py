"""Whatever the ratings: a finite figure in its range or a reason, no warning, the same in any order of drafts."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from showproof.calibration.figures import Interval, NotComputable
from showproof.calibration.statistics.bootstrap import interval
from showproof.calibration.statistics.cohen_kappa import cohen_kappa, kappa
from showproof.calibration.statistics.fleiss_kappa import fleiss, fleiss_kappa
from showproof.calibration.statistics.gwet_ac import ac, gwet_ac
from showproof.calibration.statistics.intraclass import intraclass
from showproof.calibration.statistics.krippendorff_alpha import alpha, krippendorff_alpha
from showproof.calibration.statistics.mean_difference import (
    MEAN_DIFFERENCE,
    SPREAD_RATIO,
    spread_ratio,
    standardised_mean_difference,
)
from showproof.calibration.statistics.percent_agreement import agreement_within, exact_agreement
from showproof.calibration.statistics.prevalence import prevalence
from showproof.calibration.statistics.rank_correlation import kendall_tau_b, spearman

EPSILON = 1e-9
SHAPES = st.tuples(st.integers(0, 14), st.integers(2, 4))
LEVELS = st.sampled_from((0.0, 1, 2, 3, 4, math.nan))
SCORES = st.one_of(st.just(math.nan), st.floats(0, 4, width=32))
WHOLE, BETWEEN = arrays(float, SHAPES, elements=LEVELS), arrays(float, SHAPES, elements=SCORES)

OF_LEVELS = {
    "exact": (exact_agreement, 0, 1),
    "fleiss": (fleiss_kappa, -math.inf, 1),
    "alpha nominal": (lambda levels: krippendorff_alpha(levels, "nominal"), -math.inf, 1),
    "alpha ordinal": (krippendorff_alpha, -math.inf, 1),
    "alpha interval": (lambda levels: krippendorff_alpha(levels, "interval"), -math.inf, 1),
    "ac1": (gwet_ac, -math.inf, 1),
    "ac2": (lambda levels: gwet_ac(levels, "ordinal"), -math.inf, 1),
    "single": (lambda levels: intraclass(levels).single.figure, -math.inf, 1),
    "average": (lambda levels: intraclass(levels).average.figure, -math.inf, 1),
    "kappa": (lambda levels: cohen_kappa(levels[:, 0], levels[:, 1]), -1, 1),
    "weighted kappa": (lambda levels: cohen_kappa(levels[:, 0], levels[:, 1], "quadratic"), -1, 1),
    "spearman": (lambda levels: spearman(levels[:, 0], levels[:, 1]), -1, 1),
    "kendall": (lambda levels: kendall_tau_b(levels[:, 0], levels[:, 1]), -1, 1),
    "difference": (
        lambda levels: standardised_mean_difference(levels[:, 0], levels[:, 1]),
        -math.inf,
        math.inf,
    ),
    "spread": (lambda levels: spread_ratio(levels[:, 0], levels[:, 1]), 0, math.inf),
}
NAMES_BETWEEN = tuple(name for name in OF_LEVELS if name not in {"fleiss", "ac1", "ac2", "kappa", "weighted kappa"})
INTERVALS = (agreement_within(1), fleiss(), alpha("nominal"), alpha(), alpha("interval"), ac("quadratic"))
INTERVALS_OF_TWO = (kappa("quadratic"), MEAN_DIFFERENCE, SPREAD_RATIO)


def check(name, levels):
    statistic, low, high = OF_LEVELS[name]
    figure, turned = statistic(levels), statistic(levels[::-1])
    if isinstance(figure, NotComputable):
        assert figure.reason
        assert isinstance(turned, NotComputable)
    else:
        assert type(figure) is float
        assert low - EPSILON <= figure <= high + EPSILON
        assert math.isfinite(figure)
        assert turned == pytest.approx(figure, abs=1e-6)


@pytest.mark.parametrize("name", OF_LEVELS)
@settings(max_examples=60, deadline=None)
@given(levels=WHOLE)
def test_of_whole_levels(name, levels):
    check(name, levels)


@pytest.mark.parametrize("name", NAMES_BETWEEN)
@settings(max_examples=40, deadline=None)
@given(levels=BETWEEN)
def test_of_scores_between_levels(name, levels):
    check(name, levels)


@settings(max_examples=60, deadline=None)
@given(levels=WHOLE)
def test_prevalence_is_told_or_why_not(levels):
    found = prevalence(levels)
    if not isinstance(found, NotComputable):
        assert 0 < found.share <= 1
        assert all(0 <= share <= 1 for share in (found.prevalence_index, found.bias_index, found.agreement))


@settings(max_examples=40, deadline=None)
@given(levels=arrays(float, (14, 3), elements=LEVELS))
def test_intervals_are_told_or_why_not(levels):
    cases = [(levels, one) for one in INTERVALS] + [(levels[:, :2], one) for one in INTERVALS_OF_TWO]
    for table, statistic in cases:
        found = interval(table, statistic, draws=60)
        if isinstance(found, Interval):
            assert np.isfinite(found[:2]).all()
            assert found.low <= found.high
        else:
            assert found.reason


@settings(max_examples=200, deadline=None)
@given(levels=WHOLE)
def test_bounds_of_intraclass_correlations_are_finite_or_why_not(levels):
    for one in intraclass(levels)[:2]:
        if isinstance(one.interval, Interval):
            assert np.isfinite(one.interval[:2]).all()
        else:
            assert one.interval.reason
