"""How far a panel agrees on one scale: every statistic by name."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from showproof.calibration.figures import Estimate, Levels
from showproof.calibration.measured import Settings
from showproof.calibration.measuring.estimates import combined, estimate
from showproof.calibration.statistics.cohen_kappa import kappa
from showproof.calibration.statistics.fleiss_kappa import fleiss
from showproof.calibration.statistics.gwet_ac import ac
from showproof.calibration.statistics.intraclass import intraclass
from showproof.calibration.statistics.krippendorff_alpha import alpha
from showproof.calibration.statistics.percent_agreement import agreement_within
from showproof.calibration.statistics.summed import Array, Summed

SUMMED: Mapping[str, Summed] = {
    "exact": agreement_within(0),
    "adjacent": agreement_within(1),
    "alpha_ordinal": alpha("ordinal"),
    "alpha_interval": alpha("interval"),
    "alpha_nominal": alpha("nominal"),
    "fleiss_kappa": fleiss(),
    "ac1": ac("none"),
    "ac2": ac("quadratic"),
}
HEADLINE = "alpha_ordinal"
"""The one by which agreement is told first: levels have an order, and ratings may be missing."""
AGREEMENT = (*SUMMED, "weighted_kappa", "icc_single", "icc_mean")
"""Names of all of them, in the order in which they are shown."""
QUADRATIC = kappa("quadratic")


def agreement(levels: Levels, settings: Settings) -> dict[str, Estimate]:
    """Name to estimate, of drafts × raters of the panel."""
    told = {name: estimate(levels, statistic, settings) for name, statistic in SUMMED.items()}
    told["weighted_kappa"] = mean_weighted_kappa(levels, settings)
    correlations = intraclass(levels, settings.confidence)
    told["icc_single"], told["icc_mean"] = correlations.single, correlations.average
    return told


def mean_weighted_kappa(levels: Levels, settings: Settings) -> Estimate:
    """Cohen's kappa with quadratic weights, the mean over all pairs of raters that have one."""
    pairs = [(levels[:, [one, other]], QUADRATIC) for one, other in combinations(range(levels.shape[1]), 2)]
    return combined(levels, pairs, mean_of_those, settings, "no two raters share a draft")


def mean_of_those(figures: Array) -> Array:
    """Samples × figures → the mean of those that a sample has; NaN where it has none."""
    there = np.isfinite(figures)
    count = there.sum(axis=1)
    mean: Array = np.where(there, figures, 0.0).sum(axis=1) / np.maximum(count, 1)
    return np.where(count > 0, mean, np.nan)
