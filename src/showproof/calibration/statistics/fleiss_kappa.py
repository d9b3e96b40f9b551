"""Fleiss' kappa: agreement of several raters beyond chance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable
from showproof.calibration.statistics.counts import CATEGORIES, counts
from showproof.calibration.statistics.percent_agreement import NO_PAIRS
from showproof.calibration.statistics.summed import Array, Summed, divided


def fleiss_kappa(levels: Levels, categories: Sequence[float] = CATEGORIES) -> Figure:
    """κ = (P − Pₑ) / (1 − Pₑ); P = mean over drafts of Σ_c n_dc (n_dc − 1) / (n_d (n_d − 1)), Pₑ = Σ_c p_c².

    `levels` are drafts × raters, NaN = missing. Fleiss (1971) for as many raters on every draft; raters need not be
    the same. With gaps as Gwet (2014) puts it: P over drafts with two ratings or more, p_c the mean over
    drafts with any rating of n_dc / n_d.
    """
    return fleiss(categories)(levels)


def fleiss(categories: Sequence[float] = CATEGORIES) -> Summed:
    """The statistic, for intervals."""
    return Summed(partial(_parts, categories=categories), _figures, partial(_reason, categories=categories))


def _parts(levels: Levels, categories: Sequence[float]) -> Array | NotComputable:
    table = counts(levels, categories)
    return table if isinstance(table, NotComputable) else shares(table, table)


def shares(table: Array, agreeing: Array) -> Array:
    """A draft's agreement, whether it has two ratings, whether it has any, its share of each level.

    `agreeing` is the table of counts weighted by agreement: how many ratings agree with each level.
    """
    given = table.sum(axis=1)
    several, pairs = given > 1, np.maximum(given * (given - 1), 1)
    agreement = (table * (agreeing - 1)).sum(axis=1) / pairs
    return np.column_stack((agreement * several, several, given > 0, table / np.maximum(given, 1)[:, None]))


def _figures(sums: Array) -> Array:
    agreement = divided(sums[:, 0], sums[:, 1])
    share = divided(sums[:, 3:], np.repeat(sums[:, 2:3], sums.shape[1] - 3, axis=1))
    chance = (share * share).sum(axis=1)
    alone = (sums[:, 3:] > 0).sum(axis=1) <= 1
    return np.where(alone, np.nan, divided(agreement - chance, np.where(alone, 1, 1 - chance)))


def _reason(sums: Array, categories: Sequence[float]) -> str:
    given = np.flatnonzero(sums[3:])
    if not sums[1]:
        return NO_PAIRS
    return f"all ratings are level {categories[given[0]]:g}"
