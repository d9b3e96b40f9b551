"""Each rater in plain figures: what it gives, and how far it lies from the others on the same drafts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from showproof.calibration.figures import Figure, Levels
from showproof.calibration.measured import RaterFigures
from showproof.calibration.ratings import Rater, Ratings
from showproof.calibration.statistics.rater_summary import RaterSummary, rater_summary


def rater_figures(ratings: Ratings, panel: tuple[Rater, ...], scales: tuple[str, ...]) -> Iterator[RaterFigures]:
    """Each rater against the others of the panel, over the scales named."""
    tables = {scale: ratings.levels(scale) for scale in scales}
    members = [ratings.raters.index(one) for one in panel]
    for at, rater in enumerate(ratings.raters):
        columns = [at, *(one for one in members if one != at)]
        gaps: dict[str, Figure] = {scale: _first(table[:, columns]).gap for scale, table in tables.items()}
        rated = {one.draft for one in ratings.given if one.rater == rater.name and one.scale in tables}
        whole = np.concatenate([table[:, columns] for table in tables.values()] or [np.empty((0, len(columns)))])
        yield RaterFigures(rater, len(rated), _first(whole), gaps)


def _first(levels: Levels) -> RaterSummary:
    return rater_summary(levels)[0]
