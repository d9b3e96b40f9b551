"""Ratings as a many-facet model takes them: who gave which draft which level on which criterion, as index arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from showproof.calibration.ratings import Ratings

Indices = NDArray[np.int64]
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FacetRatings:
    """One rating a place: four arrays of one length, and the names that the indices stand for."""

    draft: Indices
    rater: Indices
    criterion: Indices
    level: Indices
    """Whole levels, 0 or more."""
    drafts: tuple[str, ...]
    raters: tuple[str, ...]
    criteria: tuple[str, ...]
    rounded: int = 0
    """Levels that lay between whole ones and were rounded to the nearest, halves up."""

    @property
    def facets(self) -> tuple[Indices, Indices, Indices]:
        """The indices by facet: drafts, raters, criteria."""
        return self.draft, self.rater, self.criterion


def from_arrays(draft: ArrayLike, rater: ArrayLike, criterion: ArrayLike, level: ArrayLike) -> FacetRatings:
    """Ratings from four arrays of one length: indices from 0 and levels; missing levels (NaN) are left out.

    Names are the indices as text. Levels between whole ones are rounded, halves up, and counted. Raises ValueError
    where the lengths differ or something is negative.
    """
    given = np.asarray(level, dtype=np.float64)
    there = ~np.isnan(given)
    columns = [np.asarray(one, dtype=np.int64) for one in (draft, rater, criterion)]
    if any(column.shape != given.shape or given.ndim != 1 for column in columns):
        raise ValueError("drafts, raters, criteria and levels must be four flat arrays of one length")
    columns = [column[there] for column in columns]
    whole = np.floor(given[there] + 0.5)
    if any(column.size and column.min() < 0 for column in (*columns, whole)):
        raise ValueError("indices and levels must be 0 or more")
    drafts, raters, criteria = (tuple(str(at) for at in range(int(one.max(initial=-1)) + 1)) for one in columns)
    rounded = int(np.count_nonzero(whole != given[there]))
    return FacetRatings(columns[0], columns[1], columns[2], whole.astype(np.int64), drafts, raters, criteria, rounded)


def from_ratings(ratings: Ratings, criteria: Sequence[str] | None = None) -> FacetRatings:
    """The ratings of a study on its criteria (or on the scales named), drafts and raters in the study's order.

    The overall level and skill rows rest on the same evidence as the criteria, and would count it twice; they are
    taken only where they are named, or (the overall level) where a study has nothing else.
    """
    scales = tuple(criteria) if criteria is not None else _criteria(ratings.scales)
    row = {name: at for at, name in enumerate(ratings.drafts)}
    column = {rater.name: at for at, rater in enumerate(ratings.raters)}
    place = {name: at for at, name in enumerate(scales)}
    kept = [one for one in ratings.given if one.scale in place and not np.isnan(one.level)]
    levels = np.array([one.level for one in kept], dtype=np.float64)
    whole = np.floor(levels + 0.5).astype(np.int64)
    return FacetRatings(
        np.array([row[one.draft] for one in kept], dtype=np.int64),
        np.array([column[one.rater] for one in kept], dtype=np.int64),
        np.array([place[one.scale] for one in kept], dtype=np.int64),
        whole,
        ratings.drafts,
        tuple(rater.name for rater in ratings.raters),
        scales,
        int(np.count_nonzero(whole != levels)),
    )


def sums(index: Indices, weights: Values, size: int) -> Values:
    """The sum of the weights by index, as floating numbers."""
    total: Values = np.bincount(index, weights, minlength=size).astype(np.float64)
    return total


def _criteria(scales: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(name for name in scales if name != "overall" and not name.startswith("skill:"))
    return kept or tuple(name for name in scales if name == "overall")
