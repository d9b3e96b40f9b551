"""A cut score by contrasting groups: where drafts called ready and not ready are told apart with least harm.

Judges sort whole drafts into two groups without seeing scores; the cut is the score at which fewest decisions would be
wrong, a wrong pass and a wrong fail weighed as the caller says. Livingston, S. A., & Zieky, M. J. (1982). Passing
scores. Princeton: ETS. Cuts lie midway between neighbouring scores; where several are equally good, the
middle of them. The error and interval come from a seeded bootstrap inside both groups, the same in every version of
numpy (RandomState, NEP 19).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from showproof.calibration.figures import Interval, NotComputable
from showproof.calibration.statistics.facet_ratings import Values

FEWEST = 5
"""Drafts that each group needs; with fewer the bootstrap has next to nothing to draw from."""


class ContrastingGroups(NamedTuple):
    """The cut and what it would decide on the drafts that it was set with."""

    cut: float
    """A score at or above it passes."""
    error: float
    """Standard error."""
    interval: Interval
    as_good: tuple[float, float]
    """The lowest and the highest cut that decide as well as this one."""
    midpoint: float
    """Halfway between the two groups' means, plainly, beside it."""
    wrong_passes: int
    """Drafts called not ready that the cut would pass."""
    wrong_fails: int
    """Drafts called ready that the cut would fail."""
    ready: int
    not_ready: int


def contrasting_groups(
    scores: ArrayLike,
    ready: ArrayLike,
    seed: int,
    wrong_pass: float = 1.0,
    wrong_fail: float = 1.0,
    draws: int = 2000,
    confidence: float = 0.95,
) -> ContrastingGroups | NotComputable:
    """The cut for drafts with these scores, each called ready or not; `wrong_pass` and `wrong_fail` weigh the harm.

    Raises ValueError where the two arrays differ in length, a score is missing or a weight is not above 0.
    """
    given, called = np.asarray(scores, dtype=np.float64), np.asarray(ready, dtype=np.bool_)
    if given.shape != called.shape or given.ndim != 1 or np.isnan(given).any():
        raise ValueError("there must be one score and one call for each draft")
    if min(wrong_pass, wrong_fail) <= 0:
        raise ValueError("a wrong pass and a wrong fail must weigh more than 0")
    high, low = given[called], given[~called]
    for group, name in ((high, "ready"), (low, "not ready")):
        if len(group) < FEWEST:
            return NotComputable(f"{len(group)} drafts are called {name}, and {FEWEST} are needed")
    if high.mean() <= low.mean():
        return NotComputable("the drafts called ready score no higher than the others")
    values = np.unique(given)
    cuts = (values[:-1] + values[1:]) / 2
    fails: Values = np.where(high[:, None] < cuts, wrong_fail, 0.0)
    passes: Values = np.where(low[:, None] >= cuts, wrong_pass, 0.0)
    best = _best(fails.sum(axis=0) + passes.sum(axis=0), cuts)
    source = np.random.RandomState(seed)
    harm = _drawn(source, fails, draws) + _drawn(source, passes, draws)
    drawn = np.array([np.mean(_best(row, cuts)) for row in harm])
    cut = float(np.mean(best))
    tail = 100 * (1 - confidence) / 2
    bounds = np.percentile(drawn, [tail, 100 - tail])
    return ContrastingGroups(
        cut,
        float(drawn.std(ddof=1)),
        Interval(float(bounds[0]), float(bounds[1]), confidence),
        best,
        float((high.mean() + low.mean()) / 2),
        int((low >= cut).sum()),
        int((high < cut).sum()),
        len(high),
        len(low),
    )


def _best(harm: Values, cuts: Values) -> tuple[float, float]:
    """The lowest and the highest cut with the least harm of those next to each other around the middle one."""
    least = np.flatnonzero(harm <= harm.min() + 1e-12)
    runs = np.split(least, np.flatnonzero(np.diff(least) > 1) + 1)
    run = max(runs, key=len)
    return float(cuts[run[0]]), float(cuts[run[-1]])


def _drawn(source: np.random.RandomState, harms: Values, draws: int) -> Values:
    """Draws × cuts: the harm of each cut when a group's drafts are drawn anew, with replacement."""
    count = len(harms)
    times = source.multinomial(count, np.full(count, 1 / count), size=draws)
    total: Values = times @ harms
    return total
