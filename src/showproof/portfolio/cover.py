"""The cheapest set of options that covers all that is wanted: exact, by recursion over what is still uncovered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple


class Cover(NamedTuple):
    """A set of options: what it costs, and the numbers of its options in ascending order."""

    cost: int
    chosen: tuple[int, ...]

    @property
    def worth(self) -> tuple[int, int, tuple[int, ...]]:
        """What covers are compared by: cost, then how many options, then their order."""
        return self.cost, len(self.chosen), self.chosen


def cheapest_cover(options: Sequence[tuple[int, int]], wanted: int) -> Cover | None:
    """The cover of the bits in `wanted` by options of (bits, cost); None where there is none.

    Of covers that cost the same, the one with fewer options. Of options that cover the same wanted bits only the
    cheapest and first is tried, and each step covers the lowest bit that is left, so that the work grows with the
    different sets of bits and not with all sets of options.
    """
    best: dict[int, int] = {}
    for number, (bits, cost) in enumerate(options):
        useful = bits & wanted
        if useful and (useful not in best or cost < options[best[useful]][1]):
            best[useful] = number

    @cache
    def cover(left: int) -> Cover | None:
        if not left:
            return Cover(0, ())
        lowest = left & -left
        found: list[Cover] = []
        for bits, number in best.items():
            rest = cover(left & ~bits) if bits & lowest else None
            if rest is not None:
                found.append(Cover(rest.cost + options[number][1], tuple(sorted((*rest.chosen, number)))))
        return min(found, key=lambda one: one.worth, default=None)

    return cover(wanted)
