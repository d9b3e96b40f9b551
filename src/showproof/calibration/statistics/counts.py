"""The table of counts: how many raters gave each draft each level."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from showproof.calibration.figures import Levels, NotComputable
from showproof.calibration.statistics.summed import Array

CATEGORIES = (0.0, 1.0, 2.0, 3.0, 4.0)
"""The levels of every scale here."""


def counts(levels: Levels, categories: Sequence[float] | Array) -> Array | NotComputable:
    """Drafts × categories; NaN = missing. A level that is no category leaves no table."""
    table = _table(levels, categories)
    there = ~np.isnan(levels)
    if table.sum() == np.count_nonzero(there):
        return table
    given = levels[there]
    allowed = ", ".join(f"{one:g}" for one in categories)
    return NotComputable(f"level {given[~np.isin(given, categories)][0]:g} is none of {allowed}")


def occurring(levels: Levels) -> tuple[Array, Array]:
    """The levels that occur, from the lowest, and drafts × these. The usual ones are tried first: sorting is slow."""
    table = _table(levels, CATEGORIES)
    if table.sum() == np.count_nonzero(~np.isnan(levels)):
        used = table.any(axis=0)
        return np.array(CATEGORIES)[used], table[:, used]
    known = np.unique(levels[~np.isnan(levels)])
    return known, _table(levels, known)


def _table(levels: Levels, categories: Sequence[float] | Array) -> Array:
    return np.column_stack([np.count_nonzero(levels == one, axis=1) for one in categories]).astype(float)


def cross_table(pair: Levels, rows: Sequence[float] | Array, columns: Sequence[float] | Array) -> Array | NotComputable:
    """Drafts × (rows · columns): a 1 where a draft's two levels stand in the cross table; nothing for an open pair."""
    one, other = counts(pair[:, :1], rows), counts(pair[:, 1:], columns)
    if isinstance(one, NotComputable):
        return one
    if isinstance(other, NotComputable):
        return other
    return (one[:, :, None] * other[:, None, :]).reshape(len(pair), len(rows) * len(columns))
