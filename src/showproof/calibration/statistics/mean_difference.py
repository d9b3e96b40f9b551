"""How far two raters' means and spreads lie apart: does one give more, or use more of the scale?"""

from __future__ import annotations

import numpy as np

from showproof.calibration.figures import Figure, Levels
from showproof.calibration.statistics.summed import Array, Summed, divided, squared_apart

ONE_DRAFT = "fewer than two drafts have a level from both raters"


def standardised_mean_difference(one: Levels, other: Levels) -> Figure:
    """(mean of other − mean of one) / √((s²_one + s²_other) / 2).

    `one` and `other` are columns of levels, NaN = missing; drafts with both count. Above 0 where `other` gives more.
    Williamson, Xi & Breyer (2012), A Framework for Evaluation and Use of Automated Scoring: within ±0.15.
    """
    return MEAN_DIFFERENCE(np.column_stack((one, other)))


def spread_ratio(one: Levels, other: Levels) -> Figure:
    """s_other / s_one, standard deviations with n − 1, over drafts with both levels."""
    return SPREAD_RATIO(np.column_stack((one, other)))


def _parts(pair: Levels) -> Array:
    """1, both levels, both squares; levels counted from those of the first draft, which keeps rounding small."""
    both = np.isfinite(pair.sum(axis=1))
    first = pair[both][0] if both.any() else np.zeros(2)
    near = np.where(both[:, None], pair - first[0], 0.0)
    return np.column_stack((both, near, near**2))


def _figures_of_means(sums: Array) -> Array:
    number, one, other = sums[:, 0], sums[:, 1], sums[:, 2]
    spread = np.sqrt((_variance(sums, 0) + _variance(sums, 1)) / 2)
    return divided(divided(other - one, number), spread)


def _figures_of_spreads(sums: Array) -> Array:
    return np.sqrt(divided(_variance(sums, 1), _variance(sums, 0)))


def _variance(sums: Array, column: int) -> Array:
    apart = squared_apart(sums[:, 0], sums[:, 1 + column], sums[:, 3 + column])
    return divided(apart, np.maximum(sums[:, 0] - 1, 0))


def _reason(sums: Array) -> str:
    return ONE_DRAFT if sums[0] < 2 else "the levels do not vary, so there is no spread to measure by"


MEAN_DIFFERENCE = Summed(_parts, _figures_of_means, _reason)
SPREAD_RATIO = Summed(_parts, _figures_of_spreads, _reason)
