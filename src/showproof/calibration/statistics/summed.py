"""Statistics that rest on sums over drafts: what each draft adds, and the figure that such sums give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showproof.calibration.figures import Figure, Levels, NotComputable

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Summed:
    """A statistic with its settings chosen: call it with levels, or let it tell figures for any sums of drafts.

    A draft that is drawn twice, or left out, only changes how often its part is added. So thousands of samples of the
    same drafts are one product of matrices; nobody counts ratings again.
    """

    parts: Callable[[Levels], Array | NotComputable]
    """Drafts × parts: what each draft adds."""
    figures: Callable[[Array], Array]
    """Samples × parts, summed over the drafts of a sample → a figure each; NaN, in here only, where there is none."""
    reason: Callable[[Array], str]
    """Why sums (one sample's) have no figure."""

    def __call__(self, levels: Levels) -> Figure:
        """The figure of all drafts in `levels` (drafts × raters, NaN = missing)."""
        parts = self.parts(levels)
        if isinstance(parts, NotComputable):
            return parts
        sums = parts.sum(axis=0)
        figure = float(self.figures(sums[None, :])[0])
        return figure if np.isfinite(figure) else NotComputable(self.reason(sums))


def divided(above: Array, below: Array) -> Array:
    """`above / below`, NaN where there is nothing to divide by."""
    out: Array = np.full(np.shape(below), np.nan)
    return np.divide(above, below, out=out, where=below != 0)


def squared_apart(count: Array, total: Array, squares: Array) -> Array:
    """Σ (x − mean)² from the count, Σ x and Σ x²; 0 where it is no more than rounding."""
    left: Array = squares - divided(total * total, count)
    left[left <= 1e-12 * squares] = 0
    return left
