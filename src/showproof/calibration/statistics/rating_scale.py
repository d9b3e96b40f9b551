"""How likely each level is by the rating-scale model (Andrich 1978), thresholds common or by criterion.

P(k) ∝ exp(k·x − τ₁ − … − τ_k), with x the draft's ability less the rater's severity and the criterion's difficulty, in
logits. Andrich, D. (1978). A rating formulation for ordered response categories. Psychometrika, 43, 561–573. With
thresholds by criterion: Masters, G. N. (1982). A Rasch model for partial credit scoring. Psychometrika, 47, 149–174.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from showproof.calibration.statistics.facet_ratings import Indices, Values


@dataclass(frozen=True, slots=True)
class Categories:
    """Levels in use, by scale: the model's categories 0, 1, 2 … are these levels, so that unused ones take no room."""

    levels: tuple[tuple[int, ...], ...]
    """For each scale (one for all criteria, or one a criterion) the levels that somebody gave."""

    @property
    def width(self) -> int:
        """Categories of the scale that has most."""
        return max((len(used) for used in self.levels), default=0)

    def values(self) -> Values:
        """Scales × categories: the level each category stands for; 0 where a scale has fewer."""
        table = np.zeros((len(self.levels), self.width))
        for at, used in enumerate(self.levels):
            table[at, : len(used)] = used
        return table


def probabilities(location: Values, scale: Indices, thresholds: Values) -> Values:
    """Ratings × categories: how likely each category is at `location` (logits) on a scale.

    `thresholds` is scales × categories, the first column 0, and infinite where a scale has fewer categories.
    """
    steps = np.arange(thresholds.shape[1])
    exponent = steps[:, None] * location - np.cumsum(thresholds, axis=1).T[:, scale]
    exponent -= exponent.max(axis=0)
    weights = np.exp(exponent, out=exponent)
    weights /= weights.sum(axis=0)
    return weights.T


def moments(chances: Values) -> tuple[Values, Values]:
    """Expected category and its variance for each row of probabilities."""
    steps = np.arange(chances.shape[1])
    expected: Values = steps @ chances.T
    return expected, steps**2 @ chances.T - expected**2
