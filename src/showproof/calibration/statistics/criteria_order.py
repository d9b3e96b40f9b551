"""Which criteria to reword first: those on which raters of the same draft are furthest apart.

A draft's disagreement is the mean distance |x − y| over all pairs of its ratings, in levels; a criterion's is the mean
over its drafts with two ratings or more, with that mean's standard error over drafts. It is the observed disagreement
of the agreement coefficients (Krippendorff, K. (2004). Content analysis), with plain distances and before
any correction for chance, so that a criterion on which nearly all drafts stand alike is not called a bad one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, Interval, Levels, NotComputable
from showproof.calibration.statistics.facet_ratings import Values
from showproof.calibration.statistics.student_interval import student_interval

WIDE = 2
"""Levels between the lowest and the highest rating from which a draft counts as split."""


class Split(NamedTuple):
    """One draft that raters saw differently on a criterion."""

    draft: int
    """Row of the levels."""
    apart: float
    """Highest less lowest level."""
    disagreement: float
    """Mean distance between two of its raters."""


class Disagreement(NamedTuple):
    """One criterion and how far raters are apart on it."""

    criterion: str
    mean: Figure
    """Levels between two raters of the same draft, on average."""
    error: Figure
    interval: Interval | NotComputable
    drafts: int
    """Drafts with two ratings or more."""
    split: int
    """Of them, those with two levels or more between the lowest and the highest."""
    splits: tuple[Split, ...]
    """The drafts that raters saw most differently, the worst first; none where all agree."""


def criteria_order(
    criteria: Mapping[str, Levels], shown: int = 5, confidence: float = 0.95
) -> tuple[Disagreement, ...]:
    """Criteria from most to least disagreement, from each one's levels (drafts × raters); not computable ones last.

    Equal ones keep the order given. `shown` is how many drafts each lists at most.
    """
    found = [_disagreement(name, levels, shown, confidence) for name, levels in criteria.items()]
    return tuple(sorted(found, key=_place))


def _place(one: Disagreement) -> float:
    """Rounded, so that equal ones are not parted by the last bit."""
    return -round(one.mean, 12) if isinstance(one.mean, float) else np.inf


def distances(levels: Levels) -> Values:
    """Mean distance between two ratings, by draft; NaN where there are fewer than two.

    Over sorted levels x₁ ≤ … ≤ x_k the distances of all pairs add up to Σ (2i − k − 1) x_i.
    """
    count = (~np.isnan(levels)).sum(axis=1)
    ranked = np.sort(levels, axis=1)
    place = np.arange(1, levels.shape[1] + 1)
    total = np.where(np.isnan(ranked), 0.0, (2 * place - count[:, None] - 1) * ranked).sum(axis=1)
    pairs = count * (count - 1) / 2
    mean: Values = np.divide(total, pairs, out=np.full(len(levels), np.nan), where=pairs > 0)
    return mean


def _disagreement(name: str, levels: Levels, shown: int, confidence: float) -> Disagreement:
    each = distances(levels)
    rated = np.flatnonzero(~np.isnan(each))
    if not len(rated):
        none = NotComputable("no draft has two ratings")
        return Disagreement(name, none, none, none, 0, 0, ())
    apart = np.nanmax(levels[rated], axis=1) - np.nanmin(levels[rated], axis=1)
    mean = float(each[rated].mean())
    error, interval = _around(each[rated], mean, confidence)
    worst = sorted(range(len(rated)), key=lambda at: (-apart[at], -each[rated[at]], at))[:shown]
    splits = tuple(Split(int(rated[at]), float(apart[at]), float(each[rated[at]])) for at in worst if apart[at] > 0)
    return Disagreement(name, mean, error, interval, len(rated), int((apart >= WIDE).sum()), splits)


def _around(each: Values, mean: float, confidence: float) -> tuple[Figure, Interval | NotComputable]:
    """Standard error and Student's t interval over drafts; the interval ends at 0, which nothing is below."""
    if len(each) < 2:
        one = NotComputable("one draft only has two ratings")
        return one, one
    error = float(each.std(ddof=1) / np.sqrt(len(each)))
    bounds = student_interval(mean, error, len(each) - 1, confidence)
    return error, bounds._replace(low=max(bounds.low, 0.0))
