"""A statistic of a table of levels with its interval, and statistics made of others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

import numpy as np

from showproof.calibration.figures import Estimate, Levels, NotComputable
from showproof.calibration.measured import Settings
from showproof.calibration.statistics.estimate import estimate as drawn_estimate
from showproof.calibration.statistics.summed import Array, Summed


def estimate(levels: Levels, statistic: Summed, settings: Settings) -> Estimate:
    """The figure, with the interval that drawing the drafts again gives."""
    return drawn_estimate(levels, statistic, settings.draws, settings.seed, settings.confidence)


def shared(levels: Levels) -> tuple[int, int]:
    """Drafts with two ratings or more, and the ratings of those."""
    rated = (~np.isnan(levels)).sum(axis=1)
    several = rated > 1
    return int(several.sum()), int(rated[several].sum())


MOST_PARTS = 55
"""Figures that are drawn together: all pairs of ten people, and each with one program. More take memory without end."""
TOO_MANY = NotComputable("with so many pairs of raters none is drawn for it")


def combined(
    levels: Levels,
    parts: Sequence[tuple[Levels, Summed]],
    combine: Callable[[Array], Array],
    settings: Settings,
    none: str = "there is nothing to work it out from",
) -> Estimate:
    """A figure made of others, each of a table of the same drafts; the drafts are drawn together.

    `combine` takes samples × figures, NaN where there is none, and gives a figure a sample. Beyond `MOST_PARTS` parts
    there is a figure without an interval.
    """
    if len(parts) > MOST_PARTS:
        each = [statistic(table) for table, statistic in parts]
        row = np.array([[np.nan if isinstance(one, NotComputable) else one for one in each]])
        figure = float(combine(row)[0])
        return Estimate(figure if np.isfinite(figure) else NotComputable(none), TOO_MANY, *shared(levels))
    blocks = [statistic.parts(table) for table, statistic in parts]
    missing = next((one for one in blocks if isinstance(one, NotComputable)), None)
    if missing or not blocks:
        problem = missing or NotComputable(none)
        return Estimate(problem, problem, *shared(levels))
    tables = [one for one in blocks if not isinstance(one, NotComputable)]
    joined = np.concatenate(tables, axis=1)
    cuts = list(pairwise(accumulate((table.shape[1] for table in tables), initial=0)))
    statistics = [statistic for _, statistic in parts]

    def figures(sums: Array) -> Array:
        each = [one.figures(sums[:, first:last]) for one, (first, last) in zip(statistics, cuts, strict=True)]
        return combine(np.column_stack(each))

    def reason(sums: Array) -> str:
        for one, (first, last) in zip(statistics, cuts, strict=True):
            if not np.isfinite(one.figures(sums[None, first:last])).all():
                return one.reason(sums[first:last])
        return none

    return estimate(levels, Summed(lambda _: joined, figures, reason), settings)
