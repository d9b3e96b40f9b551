"""A figure with its interval and with what it rests on."""

from __future__ import annotations

import numpy as np

from showproof.calibration.figures import Estimate, Levels
from showproof.calibration.statistics.bootstrap import Statistic, interval


def estimate(
    levels: Levels, statistic: Statistic, draws: int = 2000, seed: int = 0, confidence: float = 0.95
) -> Estimate:
    """The statistic of all drafts, its bootstrap interval, and the drafts with two ratings or more with their ratings.

    `levels` are drafts × raters, NaN = missing; for a statistic of two raters, two columns.
    """
    given = (~np.isnan(levels)).sum(axis=1)
    several = given[given > 1]
    bounds = interval(levels, statistic, draws, seed, confidence)
    return Estimate(statistic(levels), bounds, len(several), int(several.sum()))
