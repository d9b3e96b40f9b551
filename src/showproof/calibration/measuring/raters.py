"""Each rater in plain figures: what it gives, and how far it lies from the others on the same drafts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable
from showproof.calibration.measured import RaterFigures
from showproof.calibration.ratings import Rater, Ratings
from showproof.calibration.statistics.summed import Array


def rater_figures(ratings: Ratings, panel: tuple[Rater, ...], scales: tuple[str, ...]) -> Iterator[RaterFigures]:
    """Each rater against the others of the panel, over the scales named."""
    tables = {scale: ratings.levels(scale) for scale in scales}
    members = [ratings.raters.index(one) for one in panel]
    for at, rater in enumerate(ratings.raters):
        others = [one for one in members if one != at]
        leans = {scale: _leans(table, at, others) for scale, table in tables.items()}
        given = np.concatenate([table[:, at] for table in tables.values()] or [np.empty(0)])
        levels = given[~np.isnan(given)]
        rated = {one.draft for one in ratings.given if one.rater == rater.name and one.scale in tables}
        yield RaterFigures(
            rater,
            len(rated),
            len(levels),
            _mean(levels, "gave no level"),
            float(levels.std(ddof=1)) if len(levels) > 1 else NotComputable("gave fewer than two levels"),
            _mean(np.concatenate([*leans.values(), np.empty(0)]), "shares no draft with the others"),
            {scale: _mean(lean, "shares no draft with the others") for scale, lean in leans.items()},
        )


def _leans(table: Levels, at: int, others: list[int]) -> Array:
    """Level less the mean of the others, for each draft that it and one of them rated."""
    theirs = table[:, others]
    there = ~np.isnan(theirs)
    count = there.sum(axis=1)
    means = np.where(there, theirs, 0).sum(axis=1) / np.maximum(count, 1)
    both = ~np.isnan(table[:, at]) & (count > 0)
    leans: Array = (table[:, at] - means)[both]
    return leans


def _mean(values: Array, otherwise: str) -> Figure:
    return float(values.mean()) if len(values) else NotComputable(otherwise)
