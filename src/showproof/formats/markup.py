"""The one place where markup of strangers is parsed: no document types, no entities, no network, bounded in memory."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

DEPTH = 256
"""Levels of nesting that the parser allows; no option moves it."""
LONGEST = 10_000_000
"""Bytes of one text or attribute that the parser allows; no option moves it."""

_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "encoding": "utf-8",
}
_OTHER_WIDTHS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"<\0\0\0", b"\0\0\0<")
_TWO_BYTES = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DECLARED = re.compile(rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"'>]{0,40})""")
_ALLOWED = (b"utf-8", b"utf8", b"utf-16", b"utf16", b"us-ascii", b"ascii")
_BEFORE_THE_ROOT = ((b"<?", b"?>"), (b"<!--", b"-->"))
_NO_MEMORY, _RESOURCE_LIMIT = 2, 114
"""Codes of the parser's errors where nothing is wrong with the syntax."""
_CHUNK = 64 * 1024


class MarkupError(Exception):
    """What is wrong with a part, as the words after its name: "is not well-formed XML"."""


def xml_tree(data: bytes, most: int) -> etree._Element:
    """A part as a tree of at most so many tags and attributes. Raises MarkupError."""
    from lxml import etree

    _weigh(data, most)
    try:
        return etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError, OSError) as error:
        raise _fault(error) from None


def xml_stream(data: bytes, wanted: tuple[str, ...], last: tuple[str, ...], most: int) -> Iterator[etree._Element]:
    """Each wanted element when it ends, emptied afterwards; over when one of `last` begins.

    `most` is the number of tags and attributes from one wanted element to the next. Raises MarkupError.
    """
    from lxml import etree

    ends = {name.removeprefix("{*}") for name in last}
    parser = etree.XMLPullParser(("start", "end"), tag=(*wanted, *last), **_SAFE)
    held = 0
    try:
        for at in range(0, len(data), _CHUNK):
            chunk = data[at : at + _CHUNK]
            held += _weight(chunk)
            parser.feed(chunk)
            for event, found in parser.read_events():
                element = cast("etree._Element", found)
                if str(element.tag).rpartition("}")[2] in ends:
                    return
                if event == "end":
                    yield element
                    _forget(element)
                    held = 0
            if held > most:
                raise _too_heavy(most)
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _fault(error) from None


def html_tree(source: str) -> etree._Element | None:
    """A piece of a web page as a tree, however it is written; None where it holds nothing."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, encoding="utf-8", remove_pis=True)
    return etree.fromstring(f"<body>{source}</body>".encode(), parser)


def in_utf_8(data: bytes) -> bytes:
    """A part's bytes in UTF-8 and without a document type. Raises MarkupError for other encodings."""
    if data.startswith(_OTHER_WIDTHS):
        raise MarkupError("is neither UTF-8 nor UTF-16")
    for start, encoding in _TWO_BYTES:
        if data.startswith(start):
            try:
                data = data.decode(encoding).encode()
            except UnicodeError:
                raise MarkupError("is not well-formed XML") from None
            break
    at = len(_BYTE_ORDER_MARK) if data.startswith(_BYTE_ORDER_MARK) else 0
    declared = _DECLARED.match(data, at)
    if declared and declared[1].lower() not in _ALLOWED:
        raise MarkupError("is neither UTF-8 nor UTF-16")
    if data.startswith(b"<!DOCTYPE", _root_at(data, at)):
        raise MarkupError("declares a document type")
    return data


def _root_at(data: bytes, at: int) -> int:
    """Where the first thing stands that is no space, comment or instruction."""
    while at < len(data):
        if data[at] in b" \t\r\n":
            at += 1
            continue
        ending = next((last for first, last in _BEFORE_THE_ROOT if data.startswith(first, at)), b"")
        ends = data.find(ending, at + 2) if ending else -1
        if ends < 0:
            break
        at = ends + len(ending)
    return at


def _weight(data: bytes) -> int:
    return data.count(b"<") + data.count(b"=")


def _weigh(data: bytes, most: int) -> None:
    if _weight(data) > most:
        raise _too_heavy(most)


def _too_heavy(most: int) -> MarkupError:
    return MarkupError(f"has more than {most:,} tags and attributes")


def _fault(error: Exception) -> MarkupError | MemoryError:
    code = getattr(error, "code", 0)
    if code == _NO_MEMORY:
        return MemoryError()
    if code != _RESOURCE_LIMIT:
        return MarkupError("is not well-formed XML")
    if "depth" in str(error):
        return MarkupError(f"nests deeper than {DEPTH} levels")
    return MarkupError(f"has a text longer than {LONGEST // 1_000_000} MB")


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(**_SAFE)


def _forget(element: etree._Element) -> None:
    """Free the element and those before it; the parser still needs it as a place to go on from."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
