"""Text of string items: runs joined, phonetic guides left out, escaped characters restored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Text with `_x000D_` escapes restored and one kind of line break."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return "" if 0xD800 <= code <= 0xDFFF or (code < 32 and code not in (9, 10, 13)) else chr(code)


def string_text(item: etree._Element, space: str) -> str:
    """The text of one `si` or `is` element; `space` is its namespace in braces."""
    if len(item) == 1 and item[0].tag == space + "t":
        return unescaped(item[0].text or "")
    parts = []
    for child in item:
        if child.tag == space + "t":
            parts.append(child.text or "")
        elif child.tag == space + "r":
            parts.extend(text.text or "" for text in child.iterchildren(space + "t"))
    return unescaped("".join(parts))
