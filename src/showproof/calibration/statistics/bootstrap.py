"""Intervals by drawing drafts anew: how a figure would move had other drafts been rated by the same raters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, Interval, Levels, NotComputable
from showproof.calibration.statistics.bca import bca_bounds
from showproof.calibration.statistics.summed import Array, Summed

Statistic = Callable[[Levels], Figure]
"""Any function of levels (drafts × raters); one that is `Summed` is computed for all draws at once."""
FEWEST = 10
"""Drafts below which there is no interval: too few to stand for any others."""
FEW = 20
"""Drafts below which the interval says that it may be too narrow (`python -m bench coverage`)."""
MOST_WITHOUT = 0.05
"""Share of draws that may have no figure, because a draw happens to hold one level only."""
UNEVEN = 9.0
"""Kurtosis of what single drafts move the figure by above which the interval says so: thrice that of a normal one."""
ALIKE = 1e-12
"""Range of figures that is no more than rounding."""
CELLS = 1 << 18
"""Numbers that are held at a time, whatever the size of the study: what bounds the memory."""


def interval(
    levels: Levels, statistic: Statistic, draws: int = 2000, seed: int = 0, confidence: float = 0.95
) -> Interval | NotComputable:
    """Bounds of `statistic` over studies with other drafts and the same raters: BCa bootstrap, widened for few drafts.

    `levels` are drafts × raters, NaN = missing; drafts that add nothing to the statistic are not drawn. Same arguments,
    same bounds, in every version of numpy. The note says how many draws had no figure, and why it may be too narrow.
    """
    figure = statistic(levels)
    if isinstance(figure, NotComputable):
        return figure
    again = _resampling(levels, statistic)
    if again.drafts < FEWEST:
        return NotComputable(f"{again.drafts} drafts are too few for an interval, which takes {FEWEST}")
    drawn = again.figures(again.draws(draws, seed))
    there = drawn[np.isfinite(drawn)]
    without = draws - len(there)
    if without > MOST_WITHOUT * draws:
        return NotComputable(f"{without} of {draws} draws of drafts give no figure: too few drafts differ")
    if np.ptp(there) < ALIKE:
        return NotComputable("every draw of drafts gives the same figure, so nothing shows how far chance moves it")
    left_out = again.figures(again.all_but_one())
    low, high = bca_bounds(figure, there, left_out, confidence)
    return Interval(low, high, confidence, "; ".join(_notes(left_out, without, draws)))


class Resampling(NamedTuple):
    """The statistic of the same drafts, each taken as often as one likes."""

    drafts: int
    """Those that add something to it."""
    rows: int
    """Samples that are worked out together."""
    of: Callable[[Array], Array]
    """How often each draft is in each sample (samples × drafts) → a figure each; NaN, in here only, for none."""

    def figures(self, samples: Iterator[Array]) -> Array:
        """The figures of all samples."""
        return np.concatenate([self.of(block) for block in samples])

    def draws(self, number: int, seed: int) -> Iterator[Array]:
        """Drafts drawn with replacement. RandomState keeps its numbers in all versions of numpy (NEP 19)."""
        if number <= self.rows:
            yield _drawn_at_once(self.drafts, number, seed)
            return
        random, alike = np.random.RandomState(seed), np.full(self.drafts, 1 / self.drafts)
        for _, size in self._blocks(number):
            yield random.multinomial(self.drafts, alike, size=size).astype(float)

    def all_but_one(self) -> Iterator[Array]:
        """Each draft left out in turn."""
        for at, size in self._blocks(self.drafts):
            yield 1 - np.eye(size, self.drafts, at)

    def _blocks(self, number: int) -> Iterator[tuple[int, int]]:
        return ((at, min(self.rows, number - at)) for at in range(0, number, self.rows))


@lru_cache(maxsize=8)
def _drawn_at_once(drafts: int, number: int, seed: int) -> Array:
    """Draws of one block, kept: drawing takes longer than most statistics, and those of a study share their drafts."""
    random = np.random.RandomState(seed)
    times: Array = random.multinomial(drafts, np.full(drafts, 1 / drafts), size=number).astype(float)
    times.flags.writeable = False
    return times


def _resampling(levels: Levels, statistic: Statistic) -> Resampling:
    if isinstance(statistic, Summed):
        parts = statistic.parts(levels)
        if not isinstance(parts, NotComputable):
            return _of_sums(parts[parts.any(axis=1)], statistic)
    rated = levels[~np.isnan(levels).all(axis=1)]
    rows = max(1, CELLS // max(len(rated), 1))
    return Resampling(len(rated), rows, lambda times: np.array([_one(statistic, rated, row) for row in times]))


def _of_sums(parts: Array, statistic: Summed) -> Resampling:
    rows = max(1, CELLS // max(parts.shape))
    return Resampling(len(parts), rows, lambda times: statistic.figures(times @ parts))


def _one(statistic: Statistic, levels: Levels, times: Array) -> float:
    figure = statistic(np.repeat(levels, times.astype(int), axis=0))
    return np.nan if isinstance(figure, NotComputable) else figure


def _notes(left_out: Array, without: int, draws: int) -> Iterator[str]:
    if len(left_out) < FEW:
        yield f"{len(left_out)} drafts are few: it may be too narrow"
    if _kurtosis(left_out[np.isfinite(left_out)]) > UNEVEN:
        yield "a few drafts with rare levels decide it: it may be too narrow"
    if without:
        yield f"{without} of {draws} draws gave no figure and are left out"


def _kurtosis(values: Array) -> float:
    """The mean fourth power of the distances from the mean over the squared mean of their squares."""
    squares = (values - values.mean()) ** 2 if len(values) else values
    return float((squares**2).mean() / squares.mean() ** 2) if squares.any() else 0.0
