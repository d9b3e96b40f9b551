"""What is measured of two raters' lists, each a pure function; None where the figures do not allow one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable
from showproof.calibration.statistics.cohen_kappa import cohen_kappa
from showproof.calibration.statistics.percent_agreement import adjacent_agreement
from showproof.calibration.statistics.rank_correlation import ranks, spearman

TOP = 4
"""The highest level."""


def weighted_kappa(one: Sequence[int], other: Sequence[int]) -> float | None:
    """Cohen's kappa with quadratic weights."""
    return _told(cohen_kappa(_column(one), _column(other), "quadratic"))


def within(one: Sequence[int], other: Sequence[int], levels: int) -> float | None:
    """Share of pairs that are at most so many levels apart."""
    return _told(adjacent_agreement(np.column_stack((_column(one), _column(other))), levels))


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Spearman's."""
    return _told(spearman(_column(one), _column(other)))


def _column(values: Sequence[float]) -> Levels:
    return np.array(values, dtype=float)


def _told(figure: Figure) -> float | None:
    return None if isinstance(figure, NotComputable) else figure


def right_order(scores: Sequence[float], panel: Sequence[float]) -> tuple[float | None, int]:
    """Share of the pairs that the panel puts a level or more apart whose scores stand in that order; their number."""
    far = [(i, j) for i, j in combinations(range(len(panel)), 2) if abs(panel[i] - panel[j]) >= 1]
    return mean([(scores[i] - scores[j]) * (panel[i] - panel[j]) > 0 for i, j in far]), len(far)


def mean(values: Sequence[float | None]) -> float | None:
    """The mean of those that there are."""
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None


def levels_by_rank(values: Sequence[float], given: Sequence[int]) -> list[int]:
    """A measure without levels put into levels: cut where as many fall below as the panel gave lower levels.

    `given` are all levels that the panel gave. Equal values get one level, that of the middle of their places.
    """
    shares = [sum(one <= level for one in given) / len(given) for level in range(TOP + 1)]
    places = [(rank - 0.5) / len(values) for rank in ranks(_column(values))]
    return [next(level for level, share in enumerate(shares) if place < share or level == TOP) for place in places]
