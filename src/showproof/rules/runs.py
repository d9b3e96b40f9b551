"""Runs of words, by which a text that stands somewhere else too is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDTH = 4
"""Words of one run: four in a row are seldom shared by chance, and outlast a word changed here and there."""

Runs = frozenset[tuple[str, ...]]

_WORD = re.compile(r"[^\W\d_]+")


def runs(text: str) -> Runs:
    """Every run of words, without case, numbers and marks."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(*(words[at:] for at in range(WIDTH)), strict=False))


def all_runs(texts: Iterable[str]) -> Runs:
    """Runs of many texts."""
    return frozenset().union(*map(runs, texts))
