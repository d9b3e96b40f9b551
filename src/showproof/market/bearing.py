"""Which rows of a table, and which flags, something that a report says bears on: by words that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import fsum, log

from showproof.market.words import stems_of

LEAST_WORDS = 2
"""Words that both must say."""


class Bearing:
    """Texts by name, each of them asked whether another text says a good part of its words."""

    def __init__(self, texts: Mapping[str, str], least: float) -> None:
        self._stems = {name: frozenset(stems_of(text)) for name, text in texts.items()}
        self._least = least
        said = Counter(one for stems in self._stems.values() for one in stems)
        self._rare = {one: log(1 + len(self._stems) / count) for one, count in said.items()}

    def of(self, text: str) -> tuple[str, ...]:
        """Names of the texts on which this one bears, the nearest first."""
        said = set(stems_of(text))
        shares = {name: self._share(stems, said) for name, stems in self._stems.items()}
        fitting = [name for name, share in shares.items() if share >= self._least]
        return tuple(sorted(fitting, key=lambda name: -shares[name]))

    def _share(self, stems: frozenset[str], said: set[str]) -> float:
        both = stems & said
        if len(both) < min(LEAST_WORDS, len(stems)):
            return 0.0
        return self._weight(both) / self._weight(stems)

    def _weight(self, stems: Iterable[str]) -> float:
        # Sets have no order of their own, and plain sums hang on it in their last digit.
        return fsum(self._rare[one] for one in stems)
