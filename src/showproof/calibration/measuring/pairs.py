"""Two raters beside each other on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np

from showproof.calibration.figures import Estimate, Figure, Levels, NotComputable
from showproof.calibration.measured import Pair, Settings
from showproof.calibration.measuring.estimates import estimate
from showproof.calibration.ratings import TOP, Rater
from showproof.calibration.statistics.cohen_kappa import kappa
from showproof.calibration.statistics.mean_difference import MEAN_DIFFERENCE, SPREAD_RATIO
from showproof.calibration.statistics.percent_agreement import agreement_within
from showproof.calibration.statistics.rank_correlation import kendall_tau_b, spearman
from showproof.calibration.statistics.summed import Summed

SUMMED: Mapping[str, Summed] = {
    "exact": agreement_within(0),
    "adjacent": agreement_within(1),
    "kappa": kappa("none"),
    "weighted_kappa": kappa("quadratic"),
    "standardised_difference": MEAN_DIFFERENCE,
    "spread_ratio": SPREAD_RATIO,
}
PAIR_STATISTICS = (*SUMMED, "difference", "spearman", "kendall")
MOST_DRAWN = 55
"""Pairs of raters up to which each has intervals: drawing takes time, and nobody reads more."""
NO_INTERVAL = NotComputable("none is drawn for it")


def pairs_of(levels: Levels, raters: tuple[Rater, ...], panel: frozenset[str], settings: Settings) -> Iterator[Pair]:
    """Every two raters that share a draft; those of the panel first."""
    few = len(raters) * (len(raters) - 1) // 2 <= MOST_DRAWN
    numbered = sorted(combinations(range(len(raters)), 2), key=lambda two: _outside(two, raters, panel))
    for one, other in numbered:
        table = levels[:, [one, other]]
        both = table[~np.isnan(table).any(axis=1)]
        if len(both):
            yield _pair(both, raters[one], raters[other], settings if few else None)


def _outside(two: tuple[int, int], raters: tuple[Rater, ...], panel: frozenset[str]) -> int:
    return sum(raters[at].name not in panel for at in two)


def _pair(both: Levels, one: Rater, other: Rater, settings: Settings | None) -> Pair:
    figures = {
        name: estimate(both, statistic, settings) if settings else _alone(statistic(both), len(both))
        for name, statistic in SUMMED.items()
    }
    figures["difference"] = _alone(float((both[:, 1] - both[:, 0]).mean()), len(both))
    figures["spearman"] = _alone(spearman(both[:, 0], both[:, 1]), len(both))
    figures["kendall"] = _alone(kendall_tau_b(both[:, 0], both[:, 1]), len(both))
    return Pair(one.name, other.name, (one.kind, other.kind), len(both), figures, counted(both))


def _alone(figure: Figure, drafts: int) -> Estimate:
    return Estimate(figure, NO_INTERVAL, drafts, 2 * drafts)


def counted(both: Levels) -> tuple[tuple[int, ...], ...]:
    """Drafts by level of the one (rows) and of the other (columns); halves count upwards."""
    table = np.zeros((TOP + 1, TOP + 1), dtype=int)
    whole = np.clip(np.floor(both + 0.5), 0, TOP).astype(int)
    np.add.at(table, (whole[:, 0], whole[:, 1]), 1)
    return tuple(tuple(int(count) for count in row) for row in table)
