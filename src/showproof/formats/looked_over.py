"""What only a look over a draft's whole text tells, whatever its format: how long it is, and signs that deceive."""

from __future__ import annotations

import re
from dataclasses import replace

from showproof.errors import UnreadableError
from showproof.formats.limits import Limits
from showproof.model import Block, Location, Outline
from showproof.values.as_read import HIDING, TURNING

_ALIKE = "\u0400-\u045f\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
"""Cyrillic letters, and the Greek ones that look like Latin letters."""
_DECEIVING = (
    (re.compile(f"[{TURNING}]"), "signs that turn the direction of text were read past"),
    (re.compile(f"(?![{TURNING}])[{HIDING}]"), "signs that nobody sees were read past"),
    (re.compile(f"[A-Za-z][{_ALIKE}]|[{_ALIKE}][A-Za-z]"), "letters of two alphabets are mixed in a word"),
)


def looked_over(outline: Outline, limits: Limits) -> Outline:
    """The outline with a notice for each kind of sign that deceives. Raises UnreadableError for too long a text."""
    length = 0
    found: dict[str, list[Location]] = {}
    for text, place in outline.standing():
        length += len(text)
        if not text.isascii():
            for pattern, what in _DECEIVING:
                sign = pattern.search(text)
                if sign:
                    found.setdefault(what, []).append(place.within(*sign.span()))
    blocks = sum(isinstance(item, Block) for item in outline.items)
    for count, most, what in ((length, limits.characters, "characters of text"), (blocks, limits.blocks, "paragraphs")):
        if count > most:
            said = f"found {count:,} {what}; allowed: {most:,}"
            raise UnreadableError(said, where=outline.file, remedy="hand in the draft alone")
    notices = tuple(_notice(what, found[what]) for _, what in _DECEIVING if what in found)
    return replace(outline, notices=outline.notices + notices) if notices else outline


def _notice(what: str, places: list[Location]) -> str:
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"{what}: {places[0].where()}{more}"
