"""Where the comments of a document hang, as characters of its paragraphs and cells, counted as docs/places.md does.

Each end of a comment is put into the text as a sign of its own, and `places` reads the text: neither shares anything
with what reads and writes drafts.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from copied import OURS, W, main_part, parts
from places import Document
from showproof.formats.package import pack
from showproof.model import Location

_BEGINS, _ENDS, _SHUT = "\ue000", "\ue001", "\ue002"
_SIGN = re.compile(f"[{_BEGINS}{_ENDS}]\\d+{_SHUT}")


class Span(NamedTuple):
    """Characters of a paragraph or cell; None where that end stands elsewhere."""

    start: int | None
    end: int | None


class Anchors:
    """The comments of ours in a document, in the order in which they are kept."""

    def __init__(self, data: bytes) -> None:
        found = parts(data)
        name = next(one for one in found if one.endswith("comments.xml"))
        ours = [one for one in etree.fromstring(found[name]) if one.get(W + "initials") == OURS]
        self.ids = [str(one.get(W + "id")) for one in ours]
        part = main_part(data)
        self._document = Document(pack({**found, part: _signed(found[part], set(self.ids))}))

    def span(self, number: str, where: Location) -> Span:
        """Which characters the comment takes of the text at a place."""
        if where.cell:
            _, text = self._document.cells[where.part, where.cell]
        else:
            text = self._document.paragraphs[where.part, where.paragraph]
        return Span(_before(text, f"{_BEGINS}{number}{_SHUT}"), _before(text, f"{_ENDS}{number}{_SHUT}"))


def _signed(part: bytes, ours: set[str]) -> bytes:
    root = etree.fromstring(part)
    for kind, sign in (("commentRangeStart", _BEGINS), ("commentRangeEnd", _ENDS)):
        for node in root.iter(W + kind):
            if node.get(W + "id") in ours:
                run = etree.Element(W + "r")
                etree.SubElement(run, W + "t").text = f"{sign}{node.get(W + 'id')}{_SHUT}"
                node.addnext(run)
    return etree.tostring(root)


def _before(text: str, sign: str) -> int | None:
    """How many characters of the text stand before a sign."""
    head, found, _ = text.partition(sign)
    return len(_SIGN.sub("", head)) if found else None
