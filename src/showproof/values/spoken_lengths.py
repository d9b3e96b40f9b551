"""Lengths of time without a figure in front: "an hour", "half a day", "T+1"."""

import re
from decimal import Decimal

from showproof.values.context import word_before
from showproof.values.value import Passage, Value
from showproof.values.wordlist import words

_WINDOW_WORDS = words(
    """within in for after under over than about least most to takes take took taking half nearly almost around only
    every roughly approximately lasts lasted another exceeds exceed before"""
)
_ARTICLE = r"an? (minute|hour|day|week|month|year)(?: and (a half))?(?![\w-])"
_HALF = r"half[ -](?:an? )?(minute|hour|day|week|month|year)(?![\w-])"
_SETTLEMENT = r"t ?\+ ?([0-9]{1,2})(?![\w.,]*[0-9a-z])"


def follows_window(view: str, start: int) -> bool:
    """Whether the word before `start` introduces a length: "within a day", but not "five times a day"."""
    return word_before(view, start) in _WINDOW_WORDS


def read_article(passage: Passage, start: int) -> Value | None:
    """Such as "an hour", "a day": after a word that introduces a length, or where a cell or clause begins."""
    found = re.compile(_ARTICLE).match(passage.view, start)
    if found is None or not (follows_window(passage.view, start) or _begins_clause(passage.view, start)):
        return None
    return _length(passage, found, Decimal("1.5") if found[2] else Decimal(1), found[1])


def read_half(passage: Passage, start: int) -> Value | None:
    """Such as "half a day", "half an hour"."""
    found = re.compile(_HALF).match(passage.view, start)
    return _length(passage, found, Decimal("0.5"), found[1]) if found else None


def read_settlement(passage: Passage, start: int) -> Value | None:
    """Such as "T+1", one business day after the trade."""
    found = re.compile(_SETTLEMENT).match(passage.view, start)
    if found is None or passage.text[start] != "T":
        return None
    return _length(passage, found, Decimal(found[1]), "business day")


def _begins_clause(view: str, start: int) -> bool:
    before = view[max(0, start - 3) : start].rstrip()
    return before == "" or before[-1] in ".:;|(~<>≤≥\n"


def _length(passage: Passage, found: re.Match[str], amount: Decimal, unit: str) -> Value:
    text = passage.text[found.start() : found.end()]
    return Value("duration", found.start(), found.end(), text, amount, amount, unit)
