"""Who got, or gave, only the lowest or only the highest level: no finite measure fits them, so they wait outside.

The standard way (Linacre, J. M., Facets manual): such elements are left out, again and again until none is left,
since leaving one out can make another extreme; the rest is estimated; then each is measured as if its score were
0.3 of a level from the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showproof.calibration.statistics.facet_ratings import FacetRatings, Indices
from showproof.calibration.statistics.rating_scale import Categories

Marks = NDArray[np.bool_]
"""True for the ratings meant."""
ADJUSTMENT = 0.3
"""How far from the end of the scale, in levels, the score of an extreme element is set."""


class Extreme(NamedTuple):
    """One draft, rater or criterion whose ratings all lie at one end."""

    facet: int
    """0 for drafts, 1 for raters, 2 for criteria."""
    element: int
    end: str
    """`lowest`, `highest`, or `only` where all its ratings are the one level that its scale has."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Ratings with what is to be estimated from them marked."""

    ratings: FacetRatings
    used: Marks
    """Ratings that the estimation rests on."""
    scale: Indices
    """Which set of thresholds each rating goes by: 0 for all, or its criterion."""
    categories: Categories
    category: Indices
    """The category of each rating; where its level is none, the nearest."""
    rounds: tuple[tuple[Extreme, ...], ...]
    """Extreme elements by the round in which they were left out."""


def prepare(ratings: FacetRatings, by_criterion: bool) -> Prepared:
    """Leave extreme elements out until none is left, and number the levels in use."""
    scale = ratings.criterion if by_criterion else np.zeros_like(ratings.criterion)
    scales = len(ratings.criteria) if by_criterion else 1
    used = np.ones(ratings.level.shape, dtype=np.bool_)
    rounds: list[tuple[Extreme, ...]] = []
    while True:
        levels = tuple(tuple(np.unique(ratings.level[used & (scale == at)]).tolist()) for at in range(scales))
        categories = Categories(levels)
        category = _nearest(categories, scale, ratings.level)
        found = _extremes(ratings, used, category, _tops(categories)[scale])
        if not found:
            return Prepared(ratings, used, scale, categories, category, tuple(rounds))
        rounds.append(found)
        for one in found:
            used &= ratings.facets[one.facet] != one.element


def _nearest(categories: Categories, scale: Indices, level: Indices) -> Indices:
    """Category of each level, the nearest where the scale has none for it."""
    found = np.zeros_like(level)
    for at, used in enumerate(categories.levels):
        if used:
            here = scale == at
            found[here] = np.abs(level[here][:, None] - np.array(used)).argmin(axis=1)
    return found


def _tops(categories: Categories) -> Indices:
    return np.array([max(len(used) - 1, 0) for used in categories.levels], dtype=np.int64)


def _extremes(ratings: FacetRatings, used: Marks, category: Indices, top: Indices) -> tuple[Extreme, ...]:
    found = []
    for facet, index in enumerate(ratings.facets):
        size = (len(ratings.drafts), len(ratings.raters), len(ratings.criteria))[facet]
        count = np.bincount(index[used], minlength=size)
        low = np.bincount(index[used & (category == 0)], minlength=size) == count
        high = np.bincount(index[used & (category == top)], minlength=size) == count
        for at in np.flatnonzero((count > 0) & (low | high)).tolist():
            end = "only" if low[at] and high[at] else "lowest" if low[at] else "highest"
            found.append(Extreme(facet, at, end))
    return tuple(found)
