"""Which paragraphs of a document are pictures of ours with their captions: they are neither read nor counted.

A picture of ours is known by its name, which tells its caption too; a paragraph that says anything else is a person's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.read_names import BODY, MAIN, PPR, RPR, P, R, T
from showproof.formats.figure import ADDED, LINES, is_caption, is_ours, one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_FACTS = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DRAWN, _BREAK = MAIN + "drawing", MAIN + "br"
_SECTION, _PROOF = MAIN + "sectPr", MAIN + "proofErr"
_LINE_BREAKS = (_BREAK, MAIN + "lastRenderedPageBreak")


def drawn_by_us(root: _Element) -> frozenset[_Element]:
    """The paragraphs with pictures of ours right in a body, and our lines above them."""
    found: set[_Element] = set()
    for facts in root.iter(_FACTS):
        if not is_ours(facts.get("name")):
            continue
        paragraph = next(facts.iterancestors(P), None)
        if paragraph is not None and _is_picture(paragraph, facts):
            found |= {paragraph, *_lines_above(paragraph)}
    return frozenset(found)


def added_at_the_end(root: _Element) -> list[_Element]:
    """Those of them that a copy was given at its end, in order, but for any that a person has put something into."""
    ours = drawn_by_us(root)
    pictures = [one for one in ours if any((facts.get("name") or "").startswith(ADDED) for facts in one.iter(_FACTS))]
    lines = [line for one in pictures for line in _lines_above(one)]
    added = {one for one in (*pictures, *lines) if _is_untouched(one)}
    return [one for one in root.iter(P) if one in added] if added else []


def drawing_numbers(root: _Element) -> set[int]:
    """The numbers that drawings of a document have."""
    said = (facts.get("id") or "" for facts in root.iter(_FACTS))
    return {int(number) for number in said if number.isdecimal() and len(number) < 10}


def _is_picture(paragraph: _Element, facts: _Element) -> bool:
    """Whether it stands right in a body and says nothing but the picture's caption."""
    holder = paragraph.getparent()
    if holder is None or holder.tag != BODY:
        return False
    said = _said(paragraph)
    return not said or is_caption(said, (facts.get("name") or "",))


def _said(paragraph: _Element) -> str:
    return one_line("".join((piece.text or "") if piece.tag == T else " " for piece in paragraph.iter(T, _BREAK)))


def _lines_above(paragraph: _Element) -> list[_Element]:
    """Our lines right above a picture."""
    found: list[_Element] = []
    above = paragraph.getprevious()
    while above is not None and above.tag == P and _said(above) in LINES:
        found.append(above)
        above = above.getprevious()
    return found


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
