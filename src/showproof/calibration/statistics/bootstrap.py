"""Intervals by drawing drafts anew: how a figure would move had other drafts been rated."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from showproof.calibration.figures import Figure, Interval, Levels, NotComputable
from showproof.calibration.statistics.summed import Array, Summed

Statistic = Callable[[Levels], Figure]
"""Any function of levels (drafts × raters); one that is `Summed` is computed for all draws at once."""


def interval(
    levels: Levels, statistic: Statistic, draws: int = 2000, seed: int = 0, confidence: float = 0.95
) -> Interval | NotComputable:
    """Bounds of `statistic`, raters held fixed, drafts drawn with replacement."""
    figure = statistic(levels)
    if isinstance(figure, NotComputable):
        return figure
    times = drawn(len(levels), draws, seed)
    found = figures_of(levels, statistic, times)
    there = found[np.isfinite(found)]
    tail = (1 - confidence) / 2
    low, high = np.quantile(there, (tail, 1 - tail))
    return Interval(float(low), float(high), confidence)


def drawn(drafts: int, draws: int, seed: int) -> Array:
    """How often each draft is in each draw: draws × drafts. The same in every version of numpy (NEP 19)."""
    random = np.random.RandomState(seed)
    return random.multinomial(drafts, np.full(drafts, 1 / drafts), size=draws).astype(float)


def figures_of(levels: Levels, statistic: Statistic, times: Array) -> Array:
    """The statistic of every draw; NaN, in here only, where a draw has none."""
    if isinstance(statistic, Summed):
        parts = statistic.parts(levels)
        return np.full(len(times), np.nan) if isinstance(parts, NotComputable) else statistic.figures(times @ parts)
    one_by_one = (statistic(np.repeat(levels, row.astype(int), axis=0)) for row in times)
    return np.array([np.nan if isinstance(one, NotComputable) else one for one in one_by_one])
