"""How alike two names are: a prompt and what people made of it, a part's title and a heading, a column and a header."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

CLOSE = 88
"""Least similarity (0 to 100) at which two labels are taken for the same."""
LOOSE = 66
"""The same where the file says that it was made from the template, so that only its own names come into question."""

SAME, SYNONYM, SIMILAR, CONTAINED = 1.0, 0.9, 0.7, 0.4
"""What a name is worth that is the prompt itself, another name for it, spelt like it, or has it inside."""
NEARER = 0.002
"""What standing at the same place in the order is worth: less than any likeness, so that it only settles ties."""


def likeness(plain: str, name: str, synonyms: Sequence[str], least: int = CLOSE) -> float:
    """0 to 1: how surely a folded text means the thing of this folded name and these synonyms."""
    if not plain:
        return 0.0
    if plain == name:
        return SAME
    if plain in synonyms:
        return SYNONYM
    if 200 * min(len(plain), len(name)) < least * (len(plain) + len(name)):
        # Too unequal in length to be so alike.
        return 0.0
    close = similarity(plain, name)
    return SIMILAR * close / 100 if close >= least else 0.0


def contains(plain: str, name: str, synonyms: Sequence[str]) -> float:
    """What a longer name is worth that has all words of the thing's own: `owner's name` for `owner`."""
    words = set(plain.replace("'s", "").replace("’s", "").replace("/", " ").split())
    known = (name, *synonyms)
    held = any(len(one) > 3 and words >= set(one.split()) and len(words) <= len(one.split()) + 2 for one in known)
    return CONTAINED if held else 0.0


def settle(weights: Sequence[list[float]]) -> None:
    """Adds a little to pairs that stand at the same place in both lists, so that equal ones are told apart."""
    for at, line in enumerate(weights):
        for other, weight in enumerate(line):
            if weight > 0:
                line[other] = weight + NEARER * (1 - abs(at / len(weights) - other / len(line)))


@lru_cache(maxsize=20_000)
def similarity(one: str, other: str) -> float:
    """0 to 100: the share of letters that stand in both in one order, whatever the order of the words."""
    first, second = (" ".join(sorted(text.split())) for text in (one, other))
    both = len(first) + len(second)
    return (1 - (both - 2 * _in_common(first, second)) / both) * 100 if both else 100.0


def _in_common(one: str, other: str) -> int:
    """The length of the longest row of letters that stands in both, with others between.

    Each bit that is 0 in `free` is one letter of `one` that the row so far has (Hyyrö, 2004).
    """
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    whole = free = (1 << len(one)) - 1
    for letter in other:
        found = free & places.get(letter, 0)
        free = (free + found) | (free - found)
    return (~free & whole).bit_count()
