"""Statistics of agreement, each a pure function; None where the figures do not allow one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import sqrt

TOP = 4
"""The highest level."""


def weighted_kappa(one: Sequence[int], other: Sequence[int]) -> float | None:
    """Cohen's kappa with quadratic weights; None where both gave every draft one and the same level.

    1 − Σ (i − j)² · observed(i, j) / Σ (i − j)² · expected(i, j), expected from the two raters' own distributions.
    """
    given, taken = Counter(one), Counter(other)
    apart = sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
    chance = sum((a - b) ** 2 * m * n for a, m in given.items() for b, n in taken.items())
    return 1 - apart * len(one) / chance if chance else None


def within(one: Sequence[int], other: Sequence[int], levels: int) -> float | None:
    """Share of pairs that are at most so many levels apart."""
    pairs = [abs(a - b) <= levels for a, b in zip(one, other, strict=True)]
    return mean(pairs)


def ranks(values: Sequence[float]) -> list[float]:
    """Place of each value from the lowest, 0, upwards; equal values share the mean of their places."""
    return [sum(other < value for other in values) + (values.count(value) - 1) / 2 for value in values]


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Spearman's: the correlation of the two rankings; None where one of them ranks nothing."""
    a, b = ranks(list(one)), ranks(list(other))
    middle = (len(a) - 1) / 2
    spread = sqrt(sum((x - middle) ** 2 for x in a) * sum((y - middle) ** 2 for y in b))
    return sum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True)) / spread if spread else None


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
    places = [(rank + 0.5) / len(values) for rank in ranks(list(values))]
    return [next(level for level, share in enumerate(shares) if place < share or level == TOP) for place in places]
