"""Gwet's AC1 and AC2: agreement beyond chance that one level given to nearly all does not bring down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from showproof.calibration.figures import Figure, Levels, NotComputable
from showproof.calibration.statistics.counts import CATEGORIES, counts
from showproof.calibration.statistics.fleiss_kappa import shares
from showproof.calibration.statistics.percent_agreement import NO_PAIRS
from showproof.calibration.statistics.summed import Array, Summed, divided
from showproof.calibration.statistics.weights import Weights, weights_of


def gwet_ac(levels: Levels, weights: Weights = "none", categories: Sequence[float] = CATEGORIES) -> Figure:
    """AC = (p_a − p_e) / (1 − p_e), p_e = Σ w_kl / (q (q − 1)) · Σ_k π_k (1 − π_k) over q categories.

    `levels` are drafts × raters, NaN = missing. p_a is the mean over drafts with two ratings or more of
    Σ_k r_k (Σ_l w_kl r_l − 1) / (r (r − 1)); π_k the mean over drafts with any rating of r_k / r. All `categories`
    count, also those that nobody gave. AC1 for weights "none", AC2 for the others: Gwet (2014), Handbook of Inter-Rater
    Reliability, 4th edition. Where all give one level it is 1.
    """
    return ac(weights, categories)(levels)


def ac(weights: Weights = "none", categories: Sequence[float] = CATEGORIES) -> Summed:
    """The statistic, for intervals."""
    table = weights_of(weights, categories)
    parts = partial(_parts, weights=table, categories=categories)
    return Summed(parts, partial(_figures, chance=_chance(table)), lambda _: NO_PAIRS)


def _chance(weights: Array) -> float:
    size = len(weights)
    return float(weights.sum()) / (size * (size - 1)) if size > 1 else 0.0


def _parts(levels: Levels, weights: Array, categories: Sequence[float]) -> Array | NotComputable:
    table = counts(levels, categories)
    return table if isinstance(table, NotComputable) else shares(table, table @ weights)


def _figures(sums: Array, chance: float) -> Array:
    agreement = divided(sums[:, 0], sums[:, 1])
    share = sums[:, 3:] / sums[:, 2:3].clip(1)
    expected = chance * (share * (1 - share)).sum(axis=1)
    return divided(agreement - expected, 1 - expected)
