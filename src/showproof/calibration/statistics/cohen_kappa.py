"""Cohen's kappa: agreement of two raters beyond chance, plain or weighted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from showproof.calibration.figures import Figure, Levels
from showproof.calibration.statistics.counts import CATEGORIES, cross_table
from showproof.calibration.statistics.summed import Array, Summed, divided
from showproof.calibration.statistics.weights import Weights, weights_of


def cohen_kappa(
    one: Levels, other: Levels, weights: Weights = "none", categories: Sequence[float] = CATEGORIES
) -> Figure:
    """κ = 1 − Σ v_ij o_ij / Σ v_ij e_ij over the cross table of two raters' levels.

    `one` and `other` are columns of levels, NaN = missing; drafts with both count. v = 1 − weight is how far two
    levels disagree, o the observed shares, e = row share × column share. Cohen (1960) for weights "none", Cohen (1968)
    for the others.
    """
    return kappa(weights, categories)(np.column_stack((one, other)))


def kappa(weights: Weights = "none", categories: Sequence[float] = CATEGORIES) -> Summed:
    """The statistic, for intervals: of levels with two columns."""
    apart = 1 - weights_of(weights, categories)
    parts = partial(cross_table, rows=categories, columns=categories)
    return Summed(parts, partial(_figures, apart=apart), partial(_reason, categories=categories))


def _figures(sums: Array, apart: Array) -> Array:
    table = sums.reshape(-1, *apart.shape)
    observed = (table * apart).sum(axis=(1, 2)) * table.sum(axis=(1, 2))
    expected = ((table.sum(axis=2) @ apart) * table.sum(axis=1)).sum(axis=1)
    return 1 - divided(observed, expected)


def _reason(sums: Array, categories: Sequence[float]) -> str:
    size = len(categories)
    given = np.flatnonzero(sums.reshape(size, size).sum(axis=1))
    if not len(given):
        return "no draft has a level from both raters"
    return f"both raters gave level {categories[given[0]]:g} only"
