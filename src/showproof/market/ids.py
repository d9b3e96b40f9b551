"""Ids made of the words of a text, each once in its list."""

from __future__ import annotations

from showproof.market.words import EMPTY, words_of

MOST_WORDS, LONGEST = 4, 40

NAME = 3
"""Words of a text that is a name."""


def id_of(text: str, most: int = MOST_WORDS) -> str:
    """All words of a name, of a longer text the first ones that say something, with hyphens between; else `item`."""
    said = ["".join(sign for sign in word if sign.isalnum()) for word in words_of(text)]
    telling = [word for word in said if word not in EMPTY] if len(said) > NAME else said
    made = "-".join((telling or said)[:most])
    if len(made) > LONGEST:
        made = made[:LONGEST].rpartition("-")[0] or made[:LONGEST]
    return made or "item"


def once(name: str, taken: set[str]) -> str:
    """The name, or with the next free number where it is taken; it is taken then."""
    number, made = 2, name
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    taken.add(made)
    return made
