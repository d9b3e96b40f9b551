"""Text made fit for XML and for the limits that spreadsheet programs set."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """The text without what XML cannot hold, its line ends as `\\n`."""
    if text.isprintable():
        return text
    return _ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def escape(text: str) -> str:
    """Clean text as the content of an element; what Excel would read as a coded character stays literal."""
    if "_x" in text:
        text = _CODED.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def one_line(text: str) -> str:
    """Clean text with every run of spaces and line ends made one space."""
    return " ".join(clean(text).split())


def quote(text: str) -> str:
    """One line of text as the value of an attribute, the quotes around it left to the caller."""
    return escape(one_line(text)).replace('"', "&quot;")


def units(text: str) -> int:
    """Length as office programs count it: characters beyond the first plane twice, what `escape` adds too."""
    length = len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
    return length + len(_CODED.findall(text)) * len("x005F_") if "_x" in text else length


def cut(text: str, limit: int, end: str = "…") -> str:
    """The text within `limit` units; where it was longer, `end` shows it."""
    if units(text) <= limit:
        return text
    kept = text[: limit - len(end)]
    while units(kept) > limit - len(end):
        kept = kept[:-1]
    return kept.rstrip() + end
