"""Intervals by drawing drafts anew: how a figure would move had other drafts been rated by the same raters."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from showproof.calibration.figures import Figure, Interval, Levels, NotComputable
from showproof.calibration.statistics.bca import bca_bounds
from showproof.calibration.statistics.summed import Array, Summed

Statistic = Callable[[Levels], Figure]
"""Any function of levels (drafts × raters); one that is `Summed` is computed for all draws at once."""
FEWEST = 10
"""Drafts below which there is no interval: too few to stand for any others."""
FEW = 30
"""Drafts below which the interval says that it may be too narrow (`python -m bench coverage`)."""
MOST_WITHOUT = 0.05
"""Share of draws that may have no figure, because a draw happens to hold one level only."""
ROWS = 1 << 18
"""Sums that are held at a time."""


def interval(
    levels: Levels, statistic: Statistic, draws: int = 2000, seed: int = 0, confidence: float = 0.95
) -> Interval | NotComputable:
    """Bounds of `statistic` over studies with other drafts and the same raters: BCa bootstrap, widened for few drafts.

    `levels` are drafts × raters, NaN = missing; drafts that add nothing to the statistic are not drawn. Same arguments,
    same bounds, in every version of numpy. The note says how many draws had no figure, and when drafts are few.
    """
    figure = statistic(levels)
    if isinstance(figure, NotComputable):
        return figure
    drafts, figures = _resampled(levels, statistic)
    if drafts < FEWEST:
        return NotComputable(f"{drafts} drafts are too few for an interval, which takes {FEWEST}")
    drawn = figures(draw(drafts, draws, seed))
    there = drawn[np.isfinite(drawn)]
    without = draws - len(there)
    if without > MOST_WITHOUT * draws:
        return NotComputable(
            f"{without} of {draws} draws of drafts give no figure: the ratings differ in too few drafts"
        )
    if np.ptp(there) < 1e-12:
        return NotComputable("every draw of drafts gives the same figure, so nothing shows how far chance moves it")
    low, high = bca_bounds(figure, there, figures(1 - np.eye(drafts)), confidence)
    return Interval(low, high, confidence, _note(drafts, without, draws))


def draw(drafts: int, draws: int, seed: int) -> Array:
    """How often each draft is in each draw: draws × drafts. RandomState keeps its numbers in all versions (NEP 19)."""
    random = np.random.RandomState(seed)
    return random.multinomial(drafts, np.full(drafts, 1 / drafts), size=draws).astype(float)


def _resampled(levels: Levels, statistic: Statistic) -> tuple[int, Callable[[Array], Array]]:
    """The number of drafts that can be drawn, and what gives the figure of each row of times; NaN where it has none."""
    if isinstance(statistic, Summed):
        parts = statistic.parts(levels)
        if not isinstance(parts, NotComputable):
            return _of_sums(parts[parts.any(axis=1)], statistic)
    rated = levels[~np.isnan(levels).all(axis=1)]
    return len(rated), lambda times: np.array([_one(statistic, rated, row) for row in times])


def _of_sums(parts: Array, statistic: Summed) -> tuple[int, Callable[[Array], Array]]:
    step = max(1, ROWS // parts.shape[1])

    def figures(times: Array) -> Array:
        return np.concatenate([statistic.figures(times[at : at + step] @ parts) for at in range(0, len(times), step)])

    return len(parts), figures


def _one(statistic: Statistic, levels: Levels, times: Array) -> float:
    figure = statistic(np.repeat(levels, times.astype(int), axis=0))
    return np.nan if isinstance(figure, NotComputable) else figure


def _note(drafts: int, without: int, draws: int) -> str:
    few = f"{drafts} drafts are few: it may be too narrow" if drafts < FEW else ""
    left = f"{without} of {draws} draws gave no figure and are left out" if without else ""
    return "; ".join(part for part in (few, left) if part)
