"""Whether kappa misleads: nearly all ratings on one level make it low although raters agree."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showproof.calibration.figures import Levels, NotComputable
from showproof.calibration.statistics.percent_agreement import NO_PAIRS

HIGH_PREVALENCE = 0.6
"""Prevalence index from which on kappa is said to mislead: some four of five ratings are one level."""
HIGH_AGREEMENT = 0.8
"""Share of pairs that agree on that level or its absence: below it a low kappa tells of raters who disagree."""


class Prevalence(NamedTuple):
    """How unevenly one level is used, over all pairs of raters."""

    level: float
    """The level with the most ratings; the others are taken together against it."""
    share: float
    """Its share of all ratings of drafts with two ratings or more."""
    prevalence_index: float
    """|both gave it − neither gave it| / pairs of ratings: 0 even, 1 all alike."""
    bias_index: float
    """The largest |first alone gave it − second alone gave it| / drafts of a pair of raters: 0 alike, 1 never alike."""
    agreement: float
    """Share of pairs that agree on that level or its absence."""
    adjusted_kappa: float
    """2 · agreement − 1: kappa as it were with even use and no bias (PABAK)."""

    @property
    def misleads(self) -> bool:
        """Whether kappa and alpha should be read beside AC: most ratings are one level, and pairs agree on it.

        The two bounds are a convention of ours; Byrt et al. name none.
        """
        uneven = self.share > 0.5 and self.prevalence_index >= HIGH_PREVALENCE
        return uneven and self.agreement >= HIGH_AGREEMENT

    @property
    def warning(self) -> str:
        """What to say beside kappa where it misleads, or nothing."""
        if not self.misleads:
            return ""
        return (
            f"{self.share:.0%} of the ratings are level {self.level:g}, which brings kappa and alpha down although "
            f"{self.agreement:.0%} of the pairs agree on it: read AC beside them"
        )


def prevalence(levels: Levels) -> Prevalence | NotComputable:
    """Indices by Byrt, Bishop & Carlin (1993), Bias, prevalence and kappa, for the commonest level against the rest.

    `levels` are drafts × raters, NaN = missing; drafts with two ratings or more count. Of several levels that are
    equally common the lowest is taken.
    """
    there = ~np.isnan(levels)
    there &= (there.sum(axis=1) > 1)[:, None]
    if not there.any():
        return NotComputable(NO_PAIRS)
    known, number = np.unique(levels[there], return_counts=True)
    level = float(known[number.argmax()])
    hits = (levels == level) & there
    given, hit = there.sum(axis=1), hits.sum(axis=1)
    pairs, both = float((given * (given - 1)).sum()), float((hit * (hit - 1)).sum())
    neither = float(((given - hit) * (given - hit - 1)).sum())
    agreement = (both + neither) / pairs
    return Prevalence(
        level=level,
        share=float(hit.sum() / given.sum()),
        prevalence_index=abs(both - neither) / pairs,
        bias_index=_bias(hits, there),
        agreement=agreement,
        adjusted_kappa=2 * agreement - 1,
    )


def _bias(hits: NDArray[np.bool_], there: NDArray[np.bool_]) -> float:
    """The largest bias index of two raters that share drafts."""
    hit, rated = hits.astype(float), there.astype(float)
    alone = hit.T @ (rated - hit)
    shared = rated.T @ rated
    apart = np.abs(alone - alone.T) / np.maximum(shared, 1)
    np.fill_diagonal(apart, 0)
    return float(apart.max())
