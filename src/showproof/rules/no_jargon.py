"""No sentence of jargon: long, abstract throughout, with nothing in it that could be checked."""

from __future__ import annotations

import re

from showproof.model import Observation
from showproof.rules.base import CLAIMED, MET, Case, Found, quote

LONG_SENTENCE, LONG_WORD = 24, 9
"""Words from which a sentence can be windy, and letters from which a word is long."""
LONG_WORDS, ABSTRACT_WORDS = 5, 6
"""The part of its words (a fifth) that are long, and (a sixth) that are abstract: nouns of doing and being, compounds."""
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_ABSTRACT = re.compile(
    r"(?i)[a-z]{3,}(?:tions?|ments?|ities|ity|ances?|ences?|ness|ships?|isms?|ancy|ency)|[a-z]+(?:-[a-z]+)+"
)
_CHECKABLE = frozenset(("quantity", "when", "person"))


def no_jargon(case: Case) -> Found:
    """Met where no sentence is windy."""
    windy = [one for unit in case.draft.units for one in unit.observations if is_windy(one)]
    if not windy:
        return Found(MET)
    return Found(CLAIMED, tuple(quote(one) for one in windy[:3]))


def is_windy(said: Observation) -> bool:
    """A long sentence of long and abstract words, without a figure, a day or a name."""
    if said.traits & _CHECKABLE or said.text.count(" ") < LONG_SENTENCE - 1:
        return False
    words = _WORD.findall(said.text)
    letters = [len(part) for word in words for part in word.split("-")]
    abstract = sum(bool(_ABSTRACT.fullmatch(word)) for word in words)
    return (
        len(letters) >= LONG_SENTENCE
        and sum(length >= LONG_WORD for length in letters) * LONG_WORDS >= len(letters)
        and abstract * ABSTRACT_WORDS >= len(letters)
    )
