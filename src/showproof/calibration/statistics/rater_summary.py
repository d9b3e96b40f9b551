"""Each rater plainly: how many ratings, their mean and spread, and how far from the others on the same drafts.

What a model of severity says should show here too; where it does not, the raters had different drafts.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable


class RaterSummary(NamedTuple):
    """One rater's levels in plain figures."""

    ratings: int
    mean: Figure
    """Mean level."""
    spread: Figure
    """Standard deviation of the levels (n − 1)."""
    counts: tuple[int, ...]
    """Ratings by whole level, 0 first; levels between are counted with the nearest."""
    gap: Figure
    """Mean of own level less the mean of the others', over what others rated too: below 0 is more severe."""
    shared: int
    """Ratings that the gap rests on."""


def rater_summary(levels: Levels, top: int = 4) -> tuple[RaterSummary, ...]:
    """A summary for each column of `levels` (drafts, or drafts on criteria, × raters; NaN where there is none)."""
    there = ~np.isnan(levels)
    filled = np.where(there, levels, 0.0)
    total, count = filled.sum(axis=1), there.sum(axis=1)
    found = []
    for rater in range(levels.shape[1]):
        own = levels[there[:, rater], rater]
        shared = there[:, rater] & (count > 1)
        others = (total[shared] - filled[shared, rater]) / (count[shared] - 1)
        apart = levels[shared, rater] - others
        found.append(
            RaterSummary(
                len(own),
                float(own.mean()) if len(own) else NotComputable("there are no ratings"),
                float(own.std(ddof=1)) if len(own) > 1 else NotComputable("there are fewer than two ratings"),
                _by_level(own, top),
                float(apart.mean()) if len(apart) else NotComputable("nobody else rated the same drafts"),
                len(apart),
            )
        )
    return tuple(found)


def _by_level(own: Levels, top: int) -> tuple[int, ...]:
    whole = np.clip(np.floor(own + 0.5), 0, top).astype(np.int64)
    return tuple(np.bincount(whole, minlength=top + 1).tolist())
