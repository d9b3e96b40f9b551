"""What a line of Markdown shows: its text without markup, and where it is bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from showproof.formats.paragraphs import Spans

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def shown(tokens: Iterable[Token]) -> tuple[str, Spans]:
    """The visible text, breaks as newlines, and the spans of it that are strong."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    length = 0
    for token in tokens:
        if token.type == "strong_open":
            opened.append(length)
        elif token.type == "strong_close":
            spans.append((opened.pop(), length))
        else:
            piece = _piece(token)
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), _outermost(spans)


def _piece(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak") or (token.type == "html_inline" and _BREAK.fullmatch(token.content)):
        return "\n"
    if token.type == "image":
        return shown(token.children or ())[0]
    return "" if token.type == "html_inline" else token.content


def _outermost(spans: list[tuple[int, int]]) -> Spans:
    """Spans in order, those inside others left out."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple(found)
