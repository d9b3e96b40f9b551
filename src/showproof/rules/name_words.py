"""The words of a measure's or a step's name, in a form in which two ways of writing it meet."""

from __future__ import annotations

import re
from functools import lru_cache

from showproof.values.wordlist import words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_LIGHT = words(
    """a an the of in on at to for by with from per and or as is are was were be been our we its it this that these
    those all each every which who than then there their they i my me you your us has have had do does did not no so
    about around roughly approximately some nearly almost currently now today still just only also both into over
    under up down out after before within during between until since if when where while total overall number count
    share rate percent percentage average mean median figure current"""
)
"""Words that do not tell one measure from another by themselves."""

_ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ers", "er", "ed", "es", "s", "y", "e")
_SHORTEST = 3


def name_words(text: str) -> frozenset[str]:
    """The words that carry meaning, each cut to its stem."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _LIGHT)


@lru_cache(maxsize=10_000)
def _stem(word: str) -> str:
    """A word without its ending: rough, but the same for "tag", "tags", "tagged" and "tagging"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls" else word
