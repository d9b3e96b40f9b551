"""Rank correlations of two raters: whether they put the drafts in the same order."""

from __future__ import annotations

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable
from showproof.calibration.statistics.summed import Array

CHUNK = 1 << 20
"""Pairs of drafts that are looked at together: what bounds the memory."""


def spearman(one: Levels, other: Levels) -> Figure:
    """ρ: Pearson's correlation of the two columns' ranks; equal levels share the mean of their ranks (Spearman 1904).

    `one` and `other` are columns of levels, NaN = missing; drafts with both count.
    """
    first, second = _complete(one, other)
    problem = _problem(first, second)
    if problem:
        return problem
    a, b = (ranks(column) - (len(column) + 1) / 2 for column in (first, second))
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))


def kendall_tau_b(one: Levels, other: Levels) -> Figure:
    """τ_b = (pairs in the same order − pairs in the opposite) / √(pairs not tied in one · not tied in other).

    `one` and `other` as in `spearman`. Kendall (1945), The treatment of ties in ranking problems, Biometrika 33.
    """
    first, second = _complete(one, other)
    problem = _problem(first, second)
    if problem:
        return problem
    step = max(1, CHUNK // len(first))
    order = 0.0
    for at in range(0, len(first), step):
        rows = slice(at, at + step)
        order += float((np.sign(first[rows, None] - first) * np.sign(second[rows, None] - second)).sum())
    return order / float(np.sqrt(_untied(first) * _untied(second)))


def ranks(column: Array) -> Array:
    """Rank of each value from the lowest, 1; equal values share the mean of their ranks."""
    _, place, number = np.unique(column, return_inverse=True, return_counts=True)
    mean_rank: Array = np.cumsum(number) - (number - 1) / 2
    return mean_rank[place]


def _untied(column: Array) -> float:
    """Ordered pairs with different values."""
    _, number = np.unique(column, return_counts=True)
    return float(len(column) ** 2 - (number.astype(float) ** 2).sum())


def _complete(one: Levels, other: Levels) -> tuple[Array, Array]:
    both = ~(np.isnan(one) | np.isnan(other))
    return one[both], other[both]


def _problem(first: Array, second: Array) -> NotComputable | None:
    if not len(first):
        return NotComputable("no draft has a level from both raters")
    if len(first) == 1:
        return NotComputable("only one draft has a level from both raters")
    for column in (first, second):
        if (column == column[0]).all():
            return NotComputable(f"one rater gave level {column[0]:g} only, which puts nothing in order")
    return None
