"""A rater that is no person held against the people, kept apart from how people agree among themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np

from showproof.calibration.figures import Estimate, Levels
from showproof.calibration.measured import Against, Settings
from showproof.calibration.measuring.agreement import QUADRATIC, mean_of_those
from showproof.calibration.measuring.estimates import combined
from showproof.calibration.ratings import Ratings
from showproof.calibration.statistics.mean_difference import MEAN_DIFFERENCE, SPREAD_RATIO
from showproof.calibration.statistics.percent_agreement import agreement_within
from showproof.calibration.statistics.summed import Array, Summed

AGAINST = ("weighted_kappa", "people", "below_people", "mean_difference", "spread_ratio", "exact", "adjacent")
"""Means over the people of: weighted kappa with each; then that of people among themselves on the same drafts, and by
how much the first is below it; standardised difference of the means, above 0 where the rater gives more than they do;
its spread over theirs; share of drafts with the same level, and at most one level apart."""
_WITH_EACH: Mapping[str, Summed] = {
    "weighted_kappa": QUADRATIC,
    "mean_difference": MEAN_DIFFERENCE,
    "spread_ratio": SPREAD_RATIO,
    "exact": agreement_within(0),
    "adjacent": agreement_within(1),
}
_ALONE = "there are not two people who rated the same drafts"


def against_people(ratings: Ratings, scale: str, title: str, settings: Settings) -> Iterator[Against]:
    """Each program and the scorer against the people, on one scale, over the drafts that it and a person rated."""
    levels = ratings.levels(scale)
    people = [at for at, one in enumerate(ratings.raters) if one.kind == "person"]
    for at, one in enumerate(ratings.raters):
        if one.kind == "person" or not people:
            continue
        rated = ~np.isnan(levels[:, at]) & ~np.isnan(levels[:, people]).all(axis=1)
        if rated.any():
            yield Against(one.name, one.kind, scale, title, _figures(levels[rated], people, at, settings))


def _figures(levels: Levels, people: list[int], at: int, settings: Settings) -> dict[str, Estimate]:
    theirs = levels[:, people]
    whole = np.column_stack((theirs, levels[:, at]))
    with_each = [np.column_stack((column, levels[:, at])) for column in theirs.T]
    among = [(theirs[:, list(two)], QUADRATIC) for two in combinations(range(len(people)), 2)]

    def below(figures: Array) -> Array:
        return mean_of_those(figures[:, len(people) :]) - mean_of_those(figures[:, : len(people)])

    told = {
        name: combined(whole, [(table, statistic) for table in with_each], mean_of_those, settings)
        for name, statistic in _WITH_EACH.items()
    }
    told["people"] = combined(theirs, among, mean_of_those, settings, _ALONE)
    own = [(table, QUADRATIC) for table in with_each]
    gap = combined(whole, [*own, *among], below, settings, _ALONE)
    # It rests on the fewer drafts that two people rated, however many a single one shares with the rater.
    told["below_people"] = gap._replace(drafts=min(gap.drafts, told["people"].drafts))
    return {name: told[name] for name in AGAINST}
