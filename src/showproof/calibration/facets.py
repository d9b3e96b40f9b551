"""A study's ratings as a many-facet model takes them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from showproof.calibration.ratings import Ratings
from showproof.calibration.statistics.facet_ratings import FacetRatings


def from_ratings(ratings: Ratings, criteria: Sequence[str]) -> FacetRatings:
    """The ratings of a study on these scales, drafts and raters in the study's order.

    The overall level and skill rows rest on the same evidence as the criteria: together they would count it twice.
    """
    scales = tuple(criteria)
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
