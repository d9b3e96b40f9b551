"""Which paragraphs of a document are pictures of ours with their captions: they are neither read nor counted.

A picture of ours is known by its name, which tells its caption too; a paragraph that says anything else is a person's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.read_names import BODY, MAIN, PPR, RPR, P, R, T
from showproof.formats.figure import ADDED, LINES, NAME, is_caption, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_FACTS = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DRAWN, _BREAK = MAIN + "drawing", MAIN + "br"
_SECTION, _PROOF = MAIN + "sectPr", MAIN + "proofErr"
_LINE_BREAKS = (_BREAK, MAIN + "lastRenderedPageBreak")


def drawn_by_us(root: _Element) -> frozenset[_Element]:
    """The paragraphs with pictures of ours right in a body, and our lines beside them."""
    return frozenset(_ours(root, NAME) | _ours(root, ADDED))


def added_at_the_end(root: _Element) -> list[_Element]:
    """Those of them that a copy was given at its end, in order, but for any that a person has put something into."""
    added = {one for one in _ours(root, ADDED) if _is_untouched(one)}
    return [one for one in root.iter(P) if one in added] if added else []


def _ours(root: _Element, mark: str) -> set[_Element]:
    """The paragraphs of pictures whose names begin so, with our lines in the bodies that they stand in."""
    found: set[_Element] = set()
    for facts in root.iter(_FACTS):
        name = facts.get("name") or ""
        paragraph = next(facts.iterancestors(P), None) if name.startswith(mark) else None
        holder = None if paragraph is None else paragraph.getparent()
        if paragraph is not None and holder is not None and holder.tag == BODY:
            said = _said(paragraph)
            found |= {paragraph} if not said or is_caption(said, (name,)) else set()
    bodies = {one.getparent() for one in found}
    lines = {one for body in bodies if body is not None for one in body.iterchildren(P) if _said(one) in LINES}
    return found | lines


def take_out(paragraphs: Iterable[_Element]) -> None:
    """Take paragraphs out of their tree."""
    for paragraph in paragraphs:
        holder = paragraph.getparent()
        if holder is not None:
            holder.remove(paragraph)


def drawing_numbers(root: _Element) -> set[int]:
    """The numbers that drawings of a document have."""
    said = (facts.get("id") or "" for facts in root.iter(_FACTS))
    return {int(number) for number in said if number.isdecimal() and len(number) < 10}


def _said(paragraph: _Element) -> str:
    return one_line("".join((piece.text or "") if piece.tag == T else " " for piece in paragraph.iter(T, _BREAK)))


def _is_untouched(paragraph: _Element) -> bool:
    """Whether nothing hangs on it that is not ours: a comment of somebody, a bookmark, the end of a section."""
    for entry in paragraph:
        if entry.tag == PPR:
            if entry.find(_SECTION) is not None:
                return False
        elif entry.tag != R:
            if entry.tag != _PROOF:
                return False
        elif any(child.tag not in (RPR, T, _DRAWN, *_LINE_BREAKS) for child in entry):
            return False
    return True
