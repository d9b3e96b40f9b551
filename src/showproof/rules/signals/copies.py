"""The worked example, or the template's own words, handed in as one's own.

Bad: the shipped example with other names in it.
Good: the same parts, filled with one's own case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from showproof.model import Quote
from showproof.rules.base import quote
from showproof.rules.signals.base import Shingles, Suspect

WIDTH = 5
"""Words of one shingle: five in a row are seldom shared by chance."""
_WORD = re.compile(r"[^\W\d_]+")


def copies(suspect: Suspect) -> tuple[Quote, ...] | None:
    """A third or more of the draft's five-word runs stand in what showproof ships; numbers do not count as words."""
    if not suspect.shipped:
        return None
    total = shared = 0
    worst = []
    for unit in suspect.draft.units:
        for observation in unit.observations:
            own = shingles(observation.text)
            same = len(own & suspect.shipped)
            total, shared = total + len(own), shared + same
            if own and same * 2 >= len(own):
                worst.append(observation)
    return tuple(quote(observation) for observation in worst[:3]) if total >= 20 and shared * 3 >= total else None


def shingles(text: str) -> Shingles:
    """Every run of five words, without case, numbers and marks."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(*(words[at:] for at in range(WIDTH)), strict=False))


def all_shingles(texts: Iterable[str]) -> Shingles:
    """Shingles of many texts."""
    return frozenset().union(*map(shingles, texts))
