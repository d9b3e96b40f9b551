"""Which scales to reword first: those on which two raters of one draft lie farthest apart."""

from __future__ import annotations

from collections.abc import Mapping

from showproof.calibration.figures import Estimate
from showproof.calibration.measured import Reword
from showproof.calibration.measuring.estimates import shared
from showproof.calibration.measuring.splits import splits_of
from showproof.calibration.ratings import Rater, Ratings
from showproof.calibration.statistics.criteria_order import criteria_order

SHOWN = 5
"""Drafts that are shown side by side for each scale."""


def to_reword(
    ratings: Ratings, panel: tuple[Rater, ...], titles: Mapping[str, str], confidence: float
) -> tuple[Reword, ...]:
    """The scales, the one with most disagreement first; those without any figure last."""
    members = [ratings.raters.index(one) for one in panel]
    tables = {scale: ratings.levels(scale)[:, members] for scale in titles}
    found = []
    for one in criteria_order(tables, SHOWN, confidence):
        splits = splits_of(ratings, one.criterion, panel)
        estimate = Estimate(one.mean, one.interval, *shared(tables[one.criterion]))
        found.append(
            Reword(one.criterion, titles[one.criterion], estimate, one.split, len(splits), tuple(splits[:SHOWN]))
        )
    return tuple(found)
