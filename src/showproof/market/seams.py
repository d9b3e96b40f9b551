"""Where two cells of a table were run together: a small letter before a capital, and fainter signs of it."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from showproof.market.words import folded

_CLOSING = ")]”\"'’%!?"
_WORD = re.compile(r"[A-Za-z0-9&]+")


class Seam(NamedTuple):
    """A place before which a cell may have ended."""

    at: int
    strength: int
    """3 for a capital after a small letter, 2 after capitals or brackets, 1 for a figure or quotation mark."""


def seams(text: str, known: Container[str]) -> list[Seam]:
    """Every place where a cell may end; words that are `known` as they are spelled have none inside."""
    found = []
    for at in range(1, len(text)):
        strength = _strength(text, at)
        if strength and not _is_one_word(text, at, known):
            found.append(Seam(at, strength))
    return found


def _strength(text: str, at: int) -> int:
    before, after, next_one = text[at - 1], text[at], text[at + 1 : at + 2]
    if before.isspace() or after.isspace():
        return 0
    if after.isupper():
        if before.islower():
            return 3
        if before in _CLOSING or before.isdigit():
            return 2
        if before == "." and text[at - 2 : at - 1].islower():
            return 2
        plural = next_one == "s" and not text[at + 2 : at + 3].isalpha()
        return 2 if before.isupper() and next_one.islower() and not plural and text[at - 2 : at - 1].isupper() else 0
    if after.isdigit():
        return 1 if text[max(0, at - 3) : at].isalpha() and text[at - 1].islower() else 0
    return 1 if after in "“«" and (before.isalnum() or before in _CLOSING) else 0


def _is_one_word(text: str, at: int, known: Container[str]) -> bool:
    """Whether the letters on both sides are one word that is written so elsewhere, such as FinOps.

    The word may itself be run together with its neighbours: it reaches to the seams on both sides.
    """
    left = next((place for place in range(at - 1, 0, -1) if _ends(text, place)), 0)
    right = next((place for place in range(at + 1, len(text)) if _ends(text, place)), len(text))
    return text[left:right] in known


def _ends(text: str, place: int) -> bool:
    return not text[place].isalnum() or not text[place - 1].isalnum() or _strength(text, place) > 0


def spellings(texts: list[str]) -> set[str]:
    """The words of running text as they are spelled, but for those at which two may have been run together."""
    return {word for text in texts for word in _WORD.findall(text)}


def small_seams(text: str, vocabulary: Container[str]) -> list[Seam]:
    """Places where two words of the vocabulary stand together in small letters: `safelyrollout`."""
    found = []
    for match in _WORD.finditer(text):
        word = folded(match[0])
        if word in vocabulary or len(word) < 7 or len(word) > 40:
            continue
        cuts = [at for at in range(3, len(word) - 2) if word[:at] in vocabulary and word[at:] in vocabulary]
        if len(cuts) == 1:
            found.append(Seam(match.start() + cuts[0], 1))
    return found
