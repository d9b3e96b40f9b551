"""Which drafts to lay side by side, for judges who say which of two is better: balanced, connected, seeded.

Rounds of a round-robin tournament (the circle method; Kirkman 1847) over shuffled drafts: each round meets every draft
once, no pair comes twice before all have come, and the first two rounds alone already connect everything. Verhavert et
al. (2019, Assessment in Education, 26, 541–562) found 10–14 comparisons a draft enough for a reliability of .70, and
26–37 for .90.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

Round = list[tuple[int, int]]


class Pair(NamedTuple):
    """Two drafts for one judge; `first` stands left."""

    judge: str
    first: str
    second: str


def comparison_pairs(drafts: Sequence[str], judges: Sequence[str], each: int, seed: int) -> tuple[Pair, ...]:
    """Pairs such that each draft comes `each` times (once less for some where their number is odd).

    Pairs are dealt to the judges in turn, so that their shares differ by one at most; each draft stands left about half
    the time. The same seed gives the same pairs, in every version of numpy (NEP 19). Raises ValueError with fewer than
    two drafts, no judge, or `each` below 2 (below 1 for two drafts), which would leave drafts that cannot be compared.
    """
    if len(drafts) < 2 or not judges:
        raise ValueError("there must be two drafts and one judge at least")
    if each < min(2, len(drafts) - 1):
        raise ValueError("each draft must be compared twice at least")
    source = np.random.RandomState(seed)
    names = [drafts[at] for at in source.permutation(len(drafts))]
    order = _rounds_in_order(len(names), each, source)
    left = [0] * len(names)
    pairs = []
    for number, which in enumerate(order):
        met = _round(len(names), which)
        for at in source.permutation(len(met)):
            one, other = sorted(met[at], key=lambda draft: (left[draft], source.random_sample()))
            left[one] += 1
            pairs.append((number, names[one], names[other]))
    return tuple(Pair(judges[at % len(judges)], one, other) for at, (_, one, other) in enumerate(pairs))


def _rounds_in_order(drafts: int, each: int, source: np.random.RandomState) -> list[int]:
    """The first two rounds and then others by chance; when all were taken, all over again."""
    count = drafts - 1 if drafts % 2 == 0 else drafts
    order: list[int] = []
    while len(order) < each:
        rest = source.permutation(np.arange(min(2, count), count)).tolist()
        order += [*range(min(2, count)), *rest]
    return order[:each]


def _round(drafts: int, which: int) -> Round:
    """Who meets whom: i and j with i + j ≡ which, modulo an odd number; one left alone meets the last, if any."""
    circle = drafts - 1 if drafts % 2 == 0 else drafts
    met = []
    for one in range(circle):
        other = (which - one) % circle
        if one < other:
            met.append((one, other))
        elif one == other and drafts % 2 == 0:
            met.append((one, drafts - 1))
    return met
