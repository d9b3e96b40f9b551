"""A person's words as XML: nothing lost but the characters that XML cannot hold."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OPEN = '<w:t xml:space="preserve">'
_BREAK = f"</w:t><w:br/>{_OPEN}"
_TAB = f"</w:t><w:tab/>{_OPEN}"
_NOTHING = f"{_OPEN}</w:t>"


def clean(text: str) -> str:
    """The text without what XML 1.0 forbids; every line end is one newline."""
    if text.isprintable():
        return text
    return _ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def escape(text: str) -> str:
    """The cleaned text as element content."""
    return _escaped(clean(text))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """The cleaned text as an attribute's value, on one line, quotes included."""
    line = text if text.isprintable() else " ".join(clean(text).split())
    return '"' + _escaped(line).replace('"', "&quot;") + '"'


def run(text: str, properties: str = "") -> str:
    """One run: newlines are line breaks in it and tabs are tabs. `properties` is a whole w:rPr, or nothing."""
    if text.isprintable():
        return f"<w:r>{properties}{_OPEN}{_escaped(text)}</w:t></w:r>"
    body = f"{_OPEN}{escape(text)}</w:t>".replace("\n", _BREAK).replace("\t", _TAB).replace(_NOTHING, "")
    return f"<w:r>{properties}{body}</w:r>"


def paragraph(text: str, style: str, *, keep: bool = False) -> str:
    """One paragraph of one run in a style; `keep` holds it on the page of the next."""
    return f"<w:p><w:pPr>{styled(style, keep=keep)}</w:pPr>{run(text)}</w:p>"


def gap(inside: str = "") -> str:
    """A thin empty paragraph: Word wants one after a table. `inside` ends its w:pPr."""
    return f"<w:p><w:pPr>{styled('Gap')}{inside}</w:pPr></w:p>"


def last() -> str:
    """The paragraph that a body ends with: next to no height, so that a full page is not followed by an empty one."""
    return gap('<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')


def styled(style: str, *, keep: bool = False) -> str:
    """The inside of a w:pPr."""
    return f'<w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}'
