"""A copy of a Markdown or text file in which texts, authors and pictures are others; its line ends become newlines."""

from __future__ import annotations

import re

from showproof.formats.patched import Swapper, swapped

_PICTURE = re.compile(r"(!\[[^\]]*\]\()([^)\s]+)")
_HTML_PICTURE = re.compile(r"(<img\b[^>]*?\bsrc=[\"'])([^\"']+)", re.IGNORECASE)
_AUTHOR = re.compile(r"(?im)^((?:author|authors|by|byline|written by|prepared by)\s*:[ \t]*)(\S.*)$")
REMOVED = "removed.png"


def patched_text(text: str, swapper: Swapper) -> tuple[str, int]:
    """(the text, how many pictures it no longer points to)."""
    head, body = _front_matter(text)
    head = _AUTHOR.sub(lambda found: found[1] + swapper.author(found[2].strip("\"' ")), head)
    pictures = 0

    def removed(found: re.Match[str]) -> str:
        nonlocal pictures
        pictures += found[2] != REMOVED
        return found[1] + REMOVED

    for pattern in (_PICTURE, _HTML_PICTURE):
        body = pattern.sub(removed, body)
    return swapped(head, swapper) + swapped(body, swapper), pictures


def _front_matter(text: str) -> tuple[str, str]:
    """The block between two rules at the top, and the rest."""
    found = re.match(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL)
    return (found[0], text[found.end() :]) if found else ("", text)
