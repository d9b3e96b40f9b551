"""Whether a rater grows milder or more severe over time, against the others on the same drafts.

A rater's gap on a draft is the mean over its scales of own level − mean of the others', each first freed of its own
mean severity (least squares over drafts and raters), so that it does not matter who the others were. The slope is that
of a straight line through the gaps by day, with Student's t interval on n − 2 degrees of freedom: differential rater
functioning over time, as in Myford, C. M., & Wolfe, E. W. (2009). Monitoring rater performance over time. Journal of
Educational Measurement, 46, 371–389. Where all raters drift alike, nothing shows: nobody is left to hold them against.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, Interval, Levels, NotComputable
from showproof.calibration.ratings import Rating, Ratings
from showproof.calibration.statistics.facet_ratings import Values
from showproof.calibration.statistics.student_interval import student_interval

FEWEST_DRAFTS, FEWEST_DAYS = 10, 3
PERIODS = 3
DAYS = 7
"""A slope is in levels a week."""


class Period(NamedTuple):
    """A stretch of a rater's dated drafts: as many in each as can be, in the order of their days."""

    first: str
    last: str
    drafts: int
    gap: float
    """Mean distance to the others, in levels: below 0 is more severe."""
    error: float
    """Standard error of it."""


class Drift(NamedTuple):
    """One rater over time."""

    rater: str
    drafts: int
    """Drafts with a date that others rated too."""
    undated: int
    """Own ratings without a date, which tell nothing here."""
    slope: Figure
    """Levels a week: above 0 grows milder."""
    interval: Interval | NotComputable
    periods: tuple[Period, ...]


def drift(ratings: Ratings, scales: tuple[str, ...] = (), confidence: float = 0.95) -> tuple[Drift, ...]:
    """Every rater's drift, in the order of the raters, over all scales or those named.

    Dates are days as 2026-04-30; raises ValueError for a date of another form.
    """
    given = [one for one in ratings.given if (not scales or one.scale in scales) and not np.isnan(one.level)]
    rows = {place: at for at, place in enumerate(dict.fromkeys((one.draft, one.scale) for one in given))}
    columns = {rater.name: at for at, rater in enumerate(ratings.raters)}
    levels = np.full((len(rows), len(columns)), np.nan)
    for one in given:
        levels[rows[one.draft, one.scale], columns[one.rater]] = one.level
    gaps = gaps_to_others(levels)
    found = []
    for rater, column in columns.items():
        own = [one for one in given if one.rater == rater]
        dated = _by_draft(own, [float(gaps[rows[one.draft, one.scale], column]) for one in own])
        undated = sum(not one.date for one in own)
        slope, interval = slope_of(np.array([day for day, _ in dated]), np.array([gap for _, gap in dated]), confidence)
        enough = not isinstance(slope, NotComputable)
        found.append(Drift(rater, len(dated), undated, slope, interval, _periods(dated) if enough else ()))
    return tuple(found)


def gaps_to_others(levels: Levels) -> Levels:
    """Own level − mean of the others' levels freed of their severity, by place; NaN where there is no other's."""
    there = ~np.isnan(levels)
    free = np.where(there, levels - severities(levels), 0.0)
    others = there.sum(axis=1)[:, None] - 1
    mean = np.divide(free.sum(axis=1)[:, None] - free, others, out=np.full(levels.shape, np.nan), where=others > 0)
    gaps: Levels = levels - mean
    return gaps


def severities(levels: Levels) -> Values:
    """Each rater's mean distance from the drafts' own means, by least squares, mean 0 (below 0 is more severe)."""
    there = (~np.isnan(levels)).astype(np.float64)
    count = np.maximum(there.sum(axis=1), 1)
    means = np.where(there > 0, levels, 0.0).sum(axis=1) / count
    left = np.where(there > 0, levels - means[:, None], 0.0).sum(axis=0)
    joint = np.diag(there.sum(axis=0)) - there.T @ (there / count[:, None])
    effects: Values = np.linalg.pinv(joint, rcond=1e-9) @ left
    return effects


def slope_of(days: Values, gaps: Values, confidence: float) -> tuple[Figure, Interval | NotComputable]:
    """Slope in levels a week with its interval, or why there is none."""
    why = NotComputable("")
    if len(days) < FEWEST_DRAFTS:
        why = NotComputable(f"{len(days)} dated drafts were rated by others too, and {FEWEST_DRAFTS} are needed")
    elif len(np.unique(days)) < FEWEST_DAYS:
        why = NotComputable(f"its drafts were rated on {len(np.unique(days))} days, and {FEWEST_DAYS} are needed")
    if why.reason:
        return why, why
    weeks = (days - days.mean()) / DAYS
    spread = float(weeks @ weeks)
    slope = float(weeks @ gaps) / spread
    left = gaps - gaps.mean() - slope * weeks
    error = float(np.sqrt(left @ left / (len(days) - 2) / spread))
    return slope, student_interval(slope, error, len(days) - 2, confidence)


def _by_draft(own: list[Rating], gaps: list[float]) -> list[tuple[float, float]]:
    """Day and mean gap of each dated draft that others rated, by day."""
    found: dict[str, list[tuple[int, float]]] = {}
    for one, gap in zip(own, gaps, strict=True):
        if one.date and not np.isnan(gap):
            found.setdefault(one.draft, []).append((date.fromisoformat(one.date).toordinal(), gap))
    pairs = (np.mean(both, axis=0).tolist() for both in found.values())
    return sorted((day, gap) for day, gap in pairs)


def _periods(dated: list[tuple[float, float]]) -> tuple[Period, ...]:
    days = [date.fromordinal(int(day)).isoformat() for day, _ in dated]
    parts = np.array_split(np.arange(len(dated)), PERIODS)
    gaps = np.array([gap for _, gap in dated])
    return tuple(
        Period(
            days[part[0]],
            days[part[-1]],
            len(part),
            float(gaps[part].mean()),
            float(gaps[part].std(ddof=1) / np.sqrt(len(part))),
        )
        for part in parts
    )
