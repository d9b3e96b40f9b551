"""Levels of a scale as people write them: figures, or words that stand in a known order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

HIGHEST = 10
"""Levels that a scale of figures can have; more are no levels but counts or shares."""

LADDERS = (
    ("low", "medium", "high"),
    ("low", "medium", "high", "critical"),
    ("very low", "low", "medium", "high", "very high"),
    ("rare", "unlikely", "possible", "likely", "almost certain"),
    ("negligible", "minor", "medium", "major", "critical"),
)
"""The usual scales of words, lowest first."""
_SAME = {
    "l": "low", "m": "medium", "med": "medium", "h": "high", "moderate": "medium", "remote": "rare",
    "very unlikely": "rare", "certain": "almost certain", "very likely": "almost certain", "frequent": "almost certain",
    "insignificant": "negligible", "severe": "critical", "catastrophic": "critical", "extreme": "critical",
    "significant": "major", "vl": "very low", "vh": "very high", "probable": "likely",
}  # fmt: skip
_FIGURE = re.compile(r"\s*(?:level )?(\d{1,3})(?![\d.,]*\d|\s*%)\b", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]+(?: [a-z]+)?", re.IGNORECASE)


class Scale(NamedTuple):
    """The levels of one axis, lowest first, as they are called."""

    names: tuple[str, ...]
    of_words: bool

    def at(self, text: str) -> int | None:
        """The place of what a cell says on the scale, from 0; None where it is not on it."""
        name = _word(text) if self.of_words else _figure(text)
        return self.names.index(name) if name in self.names else None


def scale_of(texts: Sequence[str], levels: Sequence[str] = ()) -> Scale | None:
    """The scale of the cells of one column; `levels` are those that the draft itself lists. None where it has none."""
    figures = [int(one) for text in (*texts, *levels) if (one := _figure(text))]
    words = [one for text in texts if (one := _word(text))]
    if len(figures) >= len(words):
        told = [int(one) for text in levels if (one := _figure(text))]
        inside = [one for one in figures if one <= (max(told) if told else HIGHEST)]
        if not inside:
            return None
        return Scale(tuple(map(str, range(min(1, *inside), max(3, *inside) + 1))), of_words=False)
    ladder = next((one for one in LADDERS if set(words) <= set(one)), None)
    return Scale(ladder, of_words=True) if ladder else None


def as_long(one: Scale, other: Scale) -> Scale:
    """The scale, as long as another of figures from the same start: registers rate both axes on one scale."""
    longer = len(other.names) > len(one.names) and other.names[0] == one.names[0]
    return other if longer and not (one.of_words or other.of_words) else one


def _figure(text: str) -> str:
    found = _FIGURE.match(text)
    return str(int(found[1])) if found else ""


def _word(text: str) -> str:
    found = _WORDS.match(text.strip())
    for name in (found[0].lower(), found[0].lower().partition(" ")[0]) if found else ():
        known = _SAME.get(name, name)
        if any(known in ladder for ladder in LADDERS):
            return known
    return ""
