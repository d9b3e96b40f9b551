"""Ratings as a many-facet model takes them: who gave which draft which level on which criterion, as index arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

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


def sums(index: Indices, weights: Values, size: int) -> Values:
    """The sum of the weights by index, as floating numbers."""
    total: Values = np.bincount(index, weights, minlength=size).astype(np.float64)
    return total
