"""Exact and adjacent agreement: the share of pairs of ratings of the same draft that are no further apart."""

from __future__ import annotations

from functools import partial

import numpy as np

from showproof.calibration.figures import Figure, Levels
from showproof.calibration.statistics.counts import occurring
from showproof.calibration.statistics.summed import Array, Summed, divided

NO_PAIRS = "no draft has two ratings"


def exact_agreement(levels: Levels) -> Figure:
    """Share of pairs that are the same level: Σ_d Σ_c n_dc (n_dc − 1) / Σ_d n_d (n_d − 1).

    `levels` are drafts × raters, NaN = missing. Every pair of ratings counts once, so that a draft with more raters
    counts more (Fleiss 1971 for the numerator of one draft).
    """
    return agreement_within(0)(levels)


def adjacent_agreement(levels: Levels, within: float = 1) -> Figure:
    """Share of pairs that are at most `within` levels apart; as `exact_agreement` otherwise."""
    return agreement_within(within)(levels)


def agreement_within(within: float) -> Summed:
    """The statistic, for intervals."""
    return Summed(partial(_parts, within=within), _figures, lambda _: NO_PAIRS)


def _parts(levels: Levels, within: float) -> Array:
    known, table = occurring(levels)
    near = (np.abs(known[:, None] - known) <= within + 1e-9).astype(float)
    given = table.sum(axis=1)
    return np.column_stack((((table @ near) * table).sum(axis=1) - given, given * (given - 1)))


def _figures(sums: Array) -> Array:
    return divided(sums[:, 0], sums[:, 1])
