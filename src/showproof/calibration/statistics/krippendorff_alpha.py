"""Krippendorff's alpha: agreement of any number of raters beyond chance, with gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable
from showproof.calibration.statistics.counts import occurring
from showproof.calibration.statistics.percent_agreement import NO_PAIRS
from showproof.calibration.statistics.summed import Array, Summed, divided, squared_apart

Metric = Literal["nominal", "ordinal", "interval"]


def krippendorff_alpha(levels: Levels, metric: Metric = "ordinal") -> Figure:
    """α = 1 − D_o / D_e = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck over pairs of levels c, k.

    `levels` are drafts × raters, NaN = missing; drafts with two ratings or more count. o_ck is the coincidence of c
    and k: Σ_d (pairs c-k in draft d) / (ratings of d − 1); n_c = Σ_k o_ck. δ² is 1 for different levels (nominal),
    (c − k)² (interval), or the squared distance of the two levels' mean ranks (ordinal).
    Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
    """
    return alpha(metric)(levels)


def alpha(metric: Metric = "ordinal") -> Summed:
    """The statistic, for intervals."""
    return STATISTICS[metric]


def _pairable(levels: Levels) -> Array | NotComputable:
    known, table = occurring(levels)
    if not len(known):
        return NotComputable(NO_PAIRS)
    kept: Array = table * (table.sum(axis=1) > 1)[:, None]
    return kept


def _weighted(table: Array) -> Array:
    weighted: Array = table / np.maximum(table.sum(axis=1) - 1, 1)[:, None]
    return weighted


def _nominal_parts(levels: Levels) -> Array | NotComputable:
    """Σ_k≠c o_ck, then n_c."""
    table = _pairable(levels)
    if isinstance(table, NotComputable):
        return table
    apart = (_weighted(table) * (table.sum(axis=1, keepdims=True) - table)).sum(axis=1)
    return np.column_stack((apart, table))


def _nominal_figures(sums: Array) -> Array:
    given = sums[:, 1:]
    total = given.sum(axis=1)
    return 1 - divided((total - 1) * sums[:, 0], (given * (total[:, None] - given)).sum(axis=1))


def _ordinal_parts(levels: Levels) -> Array | NotComputable:
    """n_c, then o_ck for all c, k; each rating is paired with itself too, which at no distance adds nothing."""
    table = _pairable(levels)
    if isinstance(table, NotComputable):
        return table
    pairs = _weighted(table)[:, :, None] * table[:, None, :]
    return np.concatenate((table, pairs.reshape(len(table), -1)), axis=1)


def _ordinal_figures(sums: Array) -> Array:
    size = round(((4 * sums.shape[1] + 1) ** 0.5 - 1) / 2)
    given, pairs = sums[:, :size], sums[:, size:].reshape(-1, size, size)
    ranks = np.cumsum(given, axis=1) - given / 2
    apart = (ranks[:, :, None] - ranks[:, None, :]) ** 2
    observed = (pairs * apart).sum(axis=(1, 2))
    expected = (given[:, :, None] * given[:, None, :] * apart).sum(axis=(1, 2))
    return 1 - divided((given.sum(axis=1) - 1) * observed, expected)


def _interval_parts(levels: Levels) -> Array:
    """Σ o_ck (c − k)² = 2 Σ_d (squared distances from the draft's mean) · ratings / (ratings − 1); n, Σ x, Σ x²."""
    there = ~np.isnan(levels)
    there &= (there.sum(axis=1) > 1)[:, None]
    first = levels[there][0] if there.any() else 0.0
    shifted = np.where(there, levels - first, 0.0)
    number, total, squares = there.sum(axis=1).astype(float), shifted.sum(axis=1), (shifted**2).sum(axis=1)
    within = np.nan_to_num(squared_apart(number, total, squares)) * number / np.maximum(number - 1, 1)
    return np.column_stack((2 * within, number, total, squares))


def _interval_figures(sums: Array) -> Array:
    observed, number, total, squares = sums.T
    return 1 - divided((number - 1) * observed, 2 * number * squared_apart(number, total, squares))


def _reason(sums: Array) -> str:
    return "all ratings are the same level" if sums.any() else NO_PAIRS


STATISTICS: Mapping[Metric, Summed] = {
    "nominal": Summed(_nominal_parts, _nominal_figures, _reason),
    "ordinal": Summed(_ordinal_parts, _ordinal_figures, _reason),
    "interval": Summed(_interval_parts, _interval_figures, _reason),
}
