"""A text as a person reads it: without the signs that nobody sees, in plain letters and figures."""

from __future__ import annotations

import re
import unicodedata

TURNING = "\u202a-\u202e\u2066-\u2069"
"""Signs that turn the direction of what follows, so that a text shows other than it is stored."""
HIDING = f"{TURNING}\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\U000e0001-\U000e007f"
"""Signs that nobody sees and that no writing needs; joiners, soft hyphens and marks of direction are needed."""
UNSEEN = f"{HIDING}\u00ad\u061c\u200c-\u200f"
"""All signs without a shape of their own."""
_LETTERS = "\uff01-\uff5e\ufb00-\ufb06\U0001d400-\U0001d7ff"
"""Full-width letters and figures, ligatures, mathematical alphabets."""
_FIGURES = "\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59"
"""Figures of other scripts."""
_MARKS = "\u0300-\u036f"
"""Accents that stand as signs of their own behind a letter."""
_ANY = re.compile(f"[{UNSEEN}{_LETTERS}{_FIGURES}{_MARKS}]")
_ODD = re.compile(f"[{UNSEEN}{_LETTERS}{_FIGURES}]|[A-Za-z]?[{_MARKS}]+")
_NO_SHAPE = re.compile(f"[{UNSEEN}]")


def as_read(text: str) -> str:
    """The text as it is read; most texts come back as they are."""
    return text if text.isascii() or not _ANY.search(text) else _ODD.sub(_plain, text)


def places_as_read(text: str) -> list[int]:
    """For every place in `as_read(text)`, and for its end, the place in the text itself."""
    places: list[int] = []
    at = 0
    for found in _ODD.finditer(text):
        places += range(at, found.start())
        places += [found.start()] * len(_plain(found))
        at = found.end()
    return [*places, *range(at, len(text) + 1)]


def _plain(found: re.Match[str]) -> str:
    signs = found[0]
    if _NO_SHAPE.match(signs):
        return ""
    return str(unicodedata.digit(signs)) if signs.isdecimal() else unicodedata.normalize("NFKC", signs)
