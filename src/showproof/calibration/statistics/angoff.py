"""A cut score by the modified Angoff method: the levels that judges expect of a draft which is only just good enough.

Each judge names the level (fractions allowed) that a just sufficient draft would reach on each criterion; a judge's cut
is the mean over the criteria, the panel's the mean over the judges, and its standard error the judges' standard
deviation / √judges. Angoff, W. H. (1971), in R. L. Thorndike (ed.), Educational measurement, 508–600; for rubrics with
levels: Hambleton, R. K., & Plake, B. S. (1995). Using an extended Angoff procedure to set standards on complex
performance assessments. Applied Measurement in Education, 8, 41–55. A judge who left criteria out is held against the
others on the criteria that were named.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, Interval, Levels, NotComputable
from showproof.calibration.statistics.facet_ratings import Values
from showproof.calibration.statistics.student_interval import student_interval


class Angoff(NamedTuple):
    """The panel's cut, and how far its judges are apart."""

    cut: float
    error: Figure
    """Standard error, judges taken as drawn from all who might have judged."""
    interval: Interval | NotComputable
    spread: Figure
    """Standard deviation of the judges' cuts."""
    judges: tuple[float, ...]
    """Each judge's own cut."""
    criteria: tuple[float, ...]
    """The level expected on each criterion, judges averaged."""
    apart: tuple[Figure, ...]
    """Standard deviation of the judges on each criterion: where it is large, talk before a second round."""


def angoff(expected: Levels, weights: Values | None = None, confidence: float = 0.95) -> Angoff | NotComputable:
    """The cut from judges × criteria (NaN where a judge named none); `weights` of the criteria, equal if not given.

    Raises ValueError where weights do not fit the criteria or are not above 0.
    """
    share = np.ones(expected.shape[1]) if weights is None else np.asarray(weights, dtype=np.float64)
    if share.shape != (expected.shape[1],) or (share <= 0).any():
        raise ValueError("there must be one weight above 0 for each criterion")
    there = ~np.isnan(expected)
    if not there.size or not there.any(axis=0).all():
        return NotComputable("no judge named a level for some criterion" if there.size else "there are no judges")
    if not there.any(axis=1).all():
        return NotComputable("a judge named no level")
    filled = np.where(there, expected, 0.0)
    criteria = filled.sum(axis=0) / there.sum(axis=0)
    own = np.where(there, expected - criteria, 0.0) @ share / (there @ share)
    judges = own + criteria @ share / share.sum()
    cut, count = float(judges.mean()), len(judges)
    one = NotComputable("one judge only")
    spread = float(judges.std(ddof=1)) if count > 1 else one
    error = spread / count**0.5 if isinstance(spread, float) else one
    return Angoff(
        cut,
        error,
        student_interval(cut, error, count - 1, confidence) if isinstance(error, float) else one,
        spread,
        tuple(judges.tolist()),
        tuple(criteria.tolist()),
        tuple(_spread(expected[there[:, at], at]) for at in range(expected.shape[1])),
    )


def _spread(levels: Values) -> Figure:
    return float(levels.std(ddof=1)) if len(levels) > 1 else NotComputable("one judge only")
