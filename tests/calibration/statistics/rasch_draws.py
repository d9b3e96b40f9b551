"""Ratings drawn from the rating-scale model with severities that we know."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showproof.calibration.statistics.facet_ratings import FacetRatings, from_arrays

SEVERITIES = (-0.6, -0.2, 0.2, 0.6)
THRESHOLDS = (-2.0, -0.7, 0.7, 2.0)


class Drawn(NamedTuple):
    """Ratings and the truth behind them."""

    ratings: FacetRatings
    abilities: NDArray[np.float64]
    severities: NDArray[np.float64]
    difficulties: NDArray[np.float64]


def draw(
    seed: int, drafts: int = 60, criteria: int = 9, severities: tuple[float, ...] = SEVERITIES, missing: float = 0.0
) -> Drawn:
    """Drafts × raters × criteria, levels 0 to 4."""
    source = np.random.default_rng(seed)
    abilities = source.normal(0.3, 1.0, drafts)
    difficulties = source.normal(0.0, 0.6, criteria)
    difficulties -= difficulties.mean()
    draft, rater, criterion = (one.ravel() for one in np.indices((drafts, len(severities), criteria)))
    location = abilities[draft] - np.array(severities)[rater] - difficulties[criterion]
    chances = np.exp(location[:, None] * np.arange(5) - np.concatenate([[0.0], np.cumsum(THRESHOLDS)]))
    chances /= chances.sum(axis=1, keepdims=True)
    level = (source.random(len(draft))[:, None] > np.cumsum(chances, axis=1)).sum(axis=1).astype(float)
    level[source.random(len(draft)) < missing] = np.nan
    return Drawn(from_arrays(draft, rater, criterion, level), abilities, np.array(severities), difficulties)
