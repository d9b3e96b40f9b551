"""Words as they are compared: small letters, plain quotation marks, stems."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:['.][a-z0-9]+)*")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
_ENDING = re.compile(r"(?:ings?|edly|ed|ies|es|ly|s|e|y)$")
STEM = 6
"""Letters by which two words count as one: communication, communicates."""
_EMPTY_WORDS = """
a about across after all also an and any are around as at be because before between both but by can do does each
for from had has have how i if in into is it its like more most no not of off on one only or other our out over
own so than that the their them then there these they this to too under up us use uses using was we well were
what when where which while who why will with within without would you your
"""
EMPTY = frozenset(_EMPTY_WORDS.split())
"""Words that say nothing of a subject."""


def folded(text: str) -> str:
    """Small letters, plain signs, one blank between words."""
    return " ".join(text.translate(_PLAIN).lower().split())


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, in its order."""
    return _WORD.findall(folded(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What a word shares with its other forms."""
    cut = _ENDING.sub("", word)
    cut = cut if len(cut) >= 3 else word
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "sl":
        cut = cut[:-1]
    return cut[:STEM]


def stems_of(text: str) -> list[str]:
    """The stems of the words that say something, in their order."""
    return [stem(word) for word in words_of(text) if word not in EMPTY]


def said_in(phrase: str, text: str) -> bool:
    """Whether a text has these very words in a row."""
    return f" {' '.join(words_of(phrase))} " in f" {' '.join(words_of(text))} "
