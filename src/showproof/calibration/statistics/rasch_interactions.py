"""Where a rater reads one criterion otherwise than severity and difficulty foretell: residuals by rater and criterion.

Gap = mean of level − expected level over a rater's ratings on a criterion; z = Σ (x − E) / √ΣV over the same ratings,
about standard normal where the model holds (bias analysis: Linacre, J. M. (1989). Many-facet Rasch measurement,
as standardised residuals rather than refitted measures).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, NotComputable
from showproof.calibration.statistics.extreme_scores import Prepared
from showproof.calibration.statistics.facet_ratings import sums
from showproof.calibration.statistics.joint_estimation import Solution
from showproof.calibration.statistics.rating_scale import moments, probabilities


class Interaction(NamedTuple):
    """One rater on one criterion."""

    rater: str
    criterion: str
    ratings: int
    gap: Figure
    """In levels: below 0, the rater is harder on this criterion than on the others."""
    z: Figure


def interactions(prepared: Prepared, solution: Solution) -> tuple[Interaction, ...]:
    """Every rater on every criterion, from the ratings in use."""
    ratings, used = prepared.ratings, prepared.used
    scale = prepared.scale[used]
    chances = probabilities(solution.location(ratings.facets)[used], scale, solution.thresholds)
    expected, variance = moments(chances)
    values = prepared.categories.values()[scale]
    above = ratings.level[used] - (chances * values).sum(axis=1)
    width = len(ratings.criteria)
    cells = len(ratings.raters) * width
    cell = ratings.rater[used] * width + ratings.criterion[used]
    count = np.bincount(cell, minlength=cells)
    gap = sums(cell, above, cells) / np.maximum(count, 1)
    spread = np.sqrt(np.where(count > 0, sums(cell, variance, cells), 1.0))
    z = sums(cell, prepared.category[used] - expected, cells) / spread
    none = NotComputable("there are no ratings in use")
    return tuple(
        Interaction(
            ratings.raters[at // width],
            ratings.criteria[at % width],
            int(count[at]),
            float(gap[at]) if count[at] else none,
            float(z[at]) if count[at] else none,
        )
        for at in range(cells)
    )
