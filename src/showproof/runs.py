"""Runs of words, by which a text that stands somewhere else too is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

WIDTH = 4
"""Words of one run: four in a row are seldom shared by chance, and outlast a word changed here and there."""
KEPT = 4
"""One in so many runs is a mark: which ones, their words decide, so that a copy has the marks of its original."""

Runs = frozenset[int]
"""Runs of words as numbers."""

_WORD = re.compile(r"[^\W\d_]+")


def runs(text: str) -> Runs:
    """Every run of words, without case, numbers and signs."""
    words = _WORD.findall(text.lower())
    return frozenset([crc32(" ".join(words[at : at + WIDTH]).encode()) for at in range(len(words) - WIDTH + 1)])


def marked(found: Runs) -> Runs:
    """The runs by which a copy of a text is known: few enough to keep those of everything that is shipped."""
    return frozenset([run for run in found if run % KEPT == 0])


def all_marks(texts: Iterable[str]) -> Runs:
    """Marks of many texts."""
    return frozenset().union(*(marked(runs(text)) for text in texts))
