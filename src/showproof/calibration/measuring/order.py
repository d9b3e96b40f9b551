"""Which scales to reword first: those on which two raters of one draft lie farthest apart."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable
from showproof.calibration.measured import Reword
from showproof.calibration.measuring.estimates import shared
from showproof.calibration.measuring.splits import FAR, splits_of
from showproof.calibration.ratings import Rater, Ratings
from showproof.calibration.statistics.percent_agreement import NO_PAIRS

SHOWN = 5
"""Drafts that are shown side by side for each scale."""


def to_reword(ratings: Ratings, panel: tuple[Rater, ...], titles: Mapping[str, str]) -> tuple[Reword, ...]:
    """The scales, the one with most disagreement first; those without any figure last."""
    found = []
    for scale, title in titles.items():
        levels = ratings.levels(scale)[:, [ratings.raters.index(one) for one in panel]]
        splits = splits_of(ratings, scale, panel)
        far = sum(one.apart >= FAR for one in splits)
        found.append(
            Reword(scale, title, squared_apart(levels), far, len(splits), shared(levels)[0], tuple(splits[:SHOWN]))
        )
    return tuple(sorted(found, key=lambda one: -one.disagreement if isinstance(one.disagreement, float) else 1.0))


def squared_apart(levels: Levels) -> Figure:
    """Mean squared difference of two ratings of one draft, in levels²: Σ_d Σ_i≠j (x_i − x_j)² / Σ_d n_d (n_d − 1).

    `levels` are drafts × raters, NaN = missing; drafts with two ratings or more count. It is the disagreement observed
    of Krippendorff's alpha (interval) before it is held against chance.
    """
    there = ~np.isnan(levels)
    count = there.sum(axis=1)
    pairs = float((count * (count - 1)).sum())
    if not pairs:
        return NotComputable(NO_PAIRS)
    known = np.where(there, levels, 0.0)
    apart = 2 * (count * (known**2).sum(axis=1) - known.sum(axis=1) ** 2)
    return float(apart.sum()) / pairs
