"""No sentence of jargon: long, abstract throughout, with nothing in it that could be checked."""

from __future__ import annotations

import re

from showproof.model import Observation
from showproof.reading.sentences import sentences
from showproof.rules.base import CLAIMED, MET, Case, Found, quote
from showproof.rules.view import ANCHORS, EMPTY

LONG_SENTENCE, LONG_WORD = 24, 9
"""Words from which a sentence can be windy, and letters from which a word is long."""
SHORT = 120
"""Characters below which nobody chains as many long words."""
LONG_WORDS, ABSTRACT_WORDS = 5, 6
"""The part of its words (a fifth) that are long, and (a sixth) that are abstract: nouns of being, compounds."""
COMPOUNDS = 2
"""Compounds from which a long statement in empty words is jargon, however short its sentences."""
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_ABSTRACT = re.compile(
    r"(?i)[a-z]{3,}(?:tions?|ments?|ities|ity|ances?|ences?|ness|ships?|isms?|ancy|ency)|[a-z]+(?:-[a-z]+)+"
)
_COMPOUND = re.compile(r"\b[A-Za-z]{3,}(?:-[a-z]+)+")
"""`value-led`, `end-to-end`: what jargon is made with, and a dense sentence of the trade mostly is not."""


def no_jargon(case: Case) -> Found:
    """Met where no sentence is windy."""
    windy = [one for unit in case.draft.units for one in unit.observations if speaks_jargon(one)]
    if not windy:
        return Found(MET)
    return Found(CLAIMED, tuple(quote(one) for one in windy[:3]))


def speaks_jargon(said: Observation) -> bool:
    """Whether a statement without a figure, a day or a name has a windy sentence in it."""
    if said.traits & ANCHORS or len(said.text) < SHORT or not (said.traits & EMPTY or _COMPOUND.search(said.text)):
        return False
    if "filler" in said.traits and len(_COMPOUND.findall(said.text)) >= COMPOUNDS:
        return True
    return any(_is_windy(said.text[start:end]) for start, end in sentences(said.text))


def _is_windy(sentence: str) -> bool:
    """A long sentence of long and abstract words."""
    words = _WORD.findall(sentence)
    letters = [len(part) for word in words for part in word.split("-")]
    abstract = sum(bool(_ABSTRACT.fullmatch(word)) for word in words)
    return (
        len(letters) >= LONG_SENTENCE
        and sum(length >= LONG_WORD for length in letters) * LONG_WORDS >= len(letters)
        and abstract * ABSTRACT_WORDS >= len(letters)
    )
