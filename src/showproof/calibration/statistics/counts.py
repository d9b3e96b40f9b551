"""The table of counts: how many raters gave each draft each level."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from showproof.calibration.figures import Levels, NotComputable
from showproof.calibration.statistics.summed import Array

CATEGORIES = (0.0, 1.0, 2.0, 3.0, 4.0)
"""The levels of every scale here."""


def values(levels: Levels) -> Array:
    """The levels that occur, from the lowest."""
    return np.unique(levels[~np.isnan(levels)])


def counts(levels: Levels, categories: Sequence[float] | Array) -> Array | NotComputable:
    """Drafts × categories; NaN = missing. A level that is no category leaves no table."""
    known = np.asarray(categories, dtype=float)
    draft, _ = np.nonzero(~np.isnan(levels))
    given = levels[~np.isnan(levels)]
    at = np.searchsorted(known, given)
    strange = known[np.minimum(at, len(known) - 1)] != given
    if strange.any():
        allowed = ", ".join(f"{one:g}" for one in known)
        return NotComputable(f"level {given[strange][0]:g} is none of {allowed}")
    cells = np.bincount(draft * len(known) + at, minlength=len(levels) * len(known))
    return cells.reshape(len(levels), len(known)).astype(float)


def cross_table(pair: Levels, rows: Sequence[float] | Array, columns: Sequence[float] | Array) -> Array | NotComputable:
    """Drafts × (rows · columns): a 1 where a draft's two levels stand in the cross table; nothing for an open pair."""
    one, other = counts(pair[:, :1], rows), counts(pair[:, 1:], columns)
    if isinstance(one, NotComputable):
        return one
    if isinstance(other, NotComputable):
        return other
    return (one[:, :, None] * other[:, None, :]).reshape(len(pair), -1)
