"""Which raters, criteria and drafts can be compared: only what shares ratings, directly or through others, can.

The model adds ability, severity and difficulty. Two directions are free in every such design (all severities up by c,
or all difficulties, and all abilities with them), and the centring settles them. Any further direction that leaves
every rating's location alone is a gap: elements which move apart along it are in different subsets. The directions are
the null space of the design after abilities are eliminated, M = X'(I − P)X with X marking rater and criterion and P
the projection on drafts. Compare Weeks, D. L., & Williams, D. R. (1964). A note on the determination of connectedness
in an N-way cross classification. Technometrics, 6, 319–324.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from showproof.calibration.statistics.extreme_scores import Marks
from showproof.calibration.statistics.facet_ratings import Indices, Values


class Connection(NamedTuple):
    """Subsets by element (numbered from 1; 0 for elements without ratings in use) and the free directions."""

    drafts: Indices
    raters: Indices
    criteria: Indices
    free: Values
    """Raters and criteria × directions, orthonormal."""

    @property
    def subsets(self) -> int:
        """1 where everything can be compared."""
        return int(max(self.drafts.max(initial=0), self.raters.max(initial=0), self.criteria.max(initial=0)))


def connect(facets: tuple[Indices, Indices, Indices], sizes: tuple[int, int, int]) -> Connection:
    """Subsets of drafts, raters and criteria under the ratings given as indices of each facet."""
    draft, rater, criterion = facets
    counts = np.zeros((sizes[0], sizes[1] + sizes[2]))
    np.add.at(counts, (draft, rater), 1.0)
    np.add.at(counts, (draft, sizes[1] + criterion), 1.0)
    both = np.zeros((sizes[1], sizes[2]))
    np.add.at(both, (rater, criterion), 1.0)
    ratings = np.bincount(draft, minlength=sizes[0])
    across = np.block([[np.diag(both.sum(axis=1)), both], [both.T, np.diag(both.sum(axis=0))]])
    across -= counts.T @ (counts / np.maximum(ratings, 1)[:, None])
    values, vectors = np.linalg.eigh(across)
    free = vectors[:, values < 1e-9 * max(float(values.max(initial=0.0)), 1.0)]
    moved = free[rater] + free[sizes[1] + criterion]
    by_draft = np.zeros((sizes[0], free.shape[1]))
    by_draft[draft] = moved
    seen = np.zeros(sizes[0], dtype=np.bool_)
    seen[draft] = True
    return Connection(
        _groups(by_draft, seen),
        _groups(free[: sizes[1]], both.sum(axis=1) > 0),
        _groups(free[sizes[1] :], both.sum(axis=0) > 0),
        free,
    )


def centre(
    connection: Connection, facets: tuple[Indices, Indices, Indices], measures: tuple[Values, Values, Values]
) -> tuple[Values, Values, Values]:
    """The same locations with nothing left along a free direction.

    Severities and difficulties then have mean 0 each; with several subsets, mean 0 in each of them.
    """
    draft, rater, criterion = facets
    raters = len(measures[1])
    along = connection.free @ (connection.free.T @ np.concatenate(measures[1:]))
    abilities = measures[0].copy()
    shift = np.zeros_like(abilities)
    shift[draft] = along[rater] + along[raters + criterion]
    return abilities - shift, measures[1] - along[:raters], measures[2] - along[raters:]


def _groups(directions: Values, seen: Marks) -> Indices:
    """Rows that move alike, numbered from 1 in the order in which they come; 0 where nothing was seen."""
    group = np.zeros(len(directions), dtype=np.int64)
    number = 0
    for at in np.flatnonzero(seen):
        if not group[at]:
            number += 1
            group[seen & (np.abs(directions - directions[at]).max(axis=1, initial=0.0) < 1e-6)] = number
    return group
