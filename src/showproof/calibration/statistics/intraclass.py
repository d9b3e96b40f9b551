"""Intraclass correlations ICC(2,1) and ICC(2,k): how much of the levels' variance comes from the drafts."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Estimate, Figure, Interval, Levels, NotComputable
from showproof.calibration.statistics.distributions import f_quantile
from showproof.calibration.statistics.summed import Array

ROUNDING = 1e-12
"""A part of all squares that is no more than rounding."""
LEAST_FREEDOM = 0.1
"""Degrees of freedom below which F has no quantile to speak of."""
TOO_ALIKE = "the drafts differ less than chance alone would have it"


class Intraclass(NamedTuple):
    """Absolute agreement of raters who stand for others like them."""

    single: Estimate
    """ICC(2,1): of one rater's level."""
    average: Estimate
    """ICC(2,k): of the mean of all k raters."""
    raters: int
    """k."""


class Squares(NamedTuple):
    """The analysis of variance: mean squares between drafts, between raters, and of what is left."""

    drafts: float
    raters: float
    rest: float


def intraclass(levels: Levels, confidence: float = 0.95) -> Intraclass:
    """ICC(2,1) = (B − E) / (B + (k − 1) E + k (J − E) / n); ICC(2,k) = (B − E) / (B + (J − E) / n).

    B, J, E: mean squares of drafts, of raters and of what is left, over n drafts × k raters (Shrout & Fleiss 1979);
    intervals by F (McGraw & Wong 1996, absolute agreement). `levels` are drafts × raters, NaN =
    missing. The analysis needs every rater on every draft: raters without any rating are left out, then drafts with a
    gap; `drafts` and `ratings` of the estimates say how many stayed.
    """
    rated = levels[:, ~np.isnan(levels).all(axis=0)]
    complete = rated[~np.isnan(rated).any(axis=1)]
    drafts, raters = complete.shape
    problem = _problem(complete)
    if problem:
        none = Estimate(problem, problem, drafts, drafts * raters)
        return Intraclass(none, none, raters)
    squares = mean_squares(complete)
    return Intraclass(*_estimates(squares, drafts, raters, confidence), raters)


def mean_squares(complete: Array) -> Squares:
    """Mean squares of a complete table, drafts × raters."""
    drafts, raters = complete.shape
    near = complete - complete.mean()
    total = float((near**2).sum())
    of_drafts = raters * float((near.mean(axis=1) ** 2).sum())
    of_raters = drafts * float((near.mean(axis=0) ** 2).sum())
    sums = np.array((of_drafts, of_raters, total - of_drafts - of_raters))
    sums[sums < ROUNDING * total] = 0
    return Squares(*(sums / (drafts - 1, raters - 1, (drafts - 1) * (raters - 1))).tolist())


def _problem(complete: Array) -> NotComputable | None:
    drafts, raters = complete.shape
    if raters < 2:
        return NotComputable("there are fewer than two raters")
    if drafts < 2:
        return NotComputable("fewer than two drafts have a level from every rater")
    if (complete == complete[0, 0]).all():
        return NotComputable(f"all ratings are level {complete[0, 0]:g}")
    return None


def _estimates(squares: Squares, drafts: int, raters: int, confidence: float) -> tuple[Estimate, Estimate]:
    single, average = _single(squares, drafts, raters), _average(squares, drafts)
    bounds = single if isinstance(single, NotComputable) else _bounds(squares, drafts, raters, single, confidence)
    size = (drafts, drafts * raters)
    of_average = average if isinstance(average, NotComputable) else _stepped_up(bounds, raters)
    return Estimate(single, bounds, *size), Estimate(average, of_average, *size)


def _single(squares: Squares, drafts: int, raters: int) -> Figure:
    between, judges, rest = squares
    return _ratio(between - rest, between + (raters - 1) * rest + raters * (judges - rest) / drafts)


def _average(squares: Squares, drafts: int) -> Figure:
    between, judges, rest = squares
    return _ratio(between - rest, between + (judges - rest) / drafts)


def _ratio(above: float, below: float) -> Figure:
    return above / below if below > 1e-12 else NotComputable(TOO_ALIKE)


def _bounds(squares: Squares, drafts: int, raters: int, single: float, confidence: float) -> Interval | NotComputable:
    """McGraw & Wong (1996); Satterthwaite's degrees of freedom for what stands against the drafts."""
    between, judges, rest = squares
    if between <= 0:
        return NotComputable("the drafts do not differ in their mean levels")
    if rest <= 0:
        return NotComputable("the raters differ nowhere by chance, so nothing shows how far chance moves the figure")
    odds = raters * single / (drafts * (1 - single))
    of_raters, of_rest = odds * judges, (1 + odds * (drafts - 1)) * rest
    within = (drafts - 1) * (raters - 1)
    spread = of_raters**2 / (raters - 1) + of_rest**2 / within
    freedom = (of_raters + of_rest) ** 2 / spread if spread else 0.0
    if freedom < LEAST_FREEDOM:
        return NotComputable(TOO_ALIKE)
    tail = (1 + confidence) / 2
    low, high = f_quantile(tail, drafts - 1, freedom), f_quantile(tail, freedom, drafts - 1)
    against = raters * judges + (raters * drafts - raters - drafts) * rest
    return Interval(
        drafts * (between - low * rest) / (low * against + drafts * between),
        drafts * (high * between - rest) / (against + drafts * high * between),
        confidence,
    )


def _stepped_up(bounds: Interval | NotComputable, raters: int) -> Interval | NotComputable:
    """The bounds for the mean of all raters: Spearman and Brown's k ρ / (1 + (k − 1) ρ)."""
    if isinstance(bounds, NotComputable):
        return bounds
    if 1 + (raters - 1) * bounds.low <= 0:
        return NotComputable("the lower bound for one rater is so low that there is none for the mean of all")
    low, high = (raters * bound / (1 + (raters - 1) * bound) for bound in bounds[:2])
    return Interval(low, high, bounds.confidence)
