"""A study's ratings as a many-facet model takes them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from showproof.calibration.ratings import Ratings
from showproof.calibration.statistics.facet_ratings import FacetRatings


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


def _criteria(scales: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(name for name in scales if name != "overall" and not name.startswith("skill:"))
    return kept or tuple(name for name in scales if name == "overall")
