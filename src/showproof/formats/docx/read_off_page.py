"""Whether a text is placed where nobody sees it: beyond the page, in a line, row or shape of no height, or hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from showproof.formats.docx.read_names import MAIN, VML, integer

if TYPE_CHECKING:
    from lxml.etree import _Element

FAR = 31_680
"""Twentieths of a point, 22 inches: no page is larger, no word processor's dialog lets one go there."""
PAGE = 11_000
"""Twentieths of a point: the width of text on a usual page, as far as a text reaches whose width is not said."""
MARGIN = 2_700
"""Twentieths of a point between a text and the edge of the paper, at most."""
FLAT = 40
"""Twentieths of a point: lines and rows of exactly this height or less show nothing."""

_EMU = 635
"""English metric units to a twentieth of a point."""
_WORDS = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPES = frozenset(VML + name for name in ("shape", "rect", "roundrect", "oval"))
_MEASURE = re.compile(r"\s*(-?\d{1,7}(?:\.\d{1,9})?)\s*(pt|in|cm|mm|px|pc)?\s*")
_TWENTIETHS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "pc": 240.0}
_INDENT, _SPACING, _FRAME, _ROW_HEIGHT = (MAIN + name for name in ("ind", "spacing", "framePr", "trHeight"))
_FLOATING, _TABLE_INDENT = MAIN + "tblpPr", MAIN + "tblInd"

NOWHERE = frozenset((_INDENT, _SPACING, _FRAME))
"""Properties of a paragraph that can put it out of sight."""
TABLE_NOWHERE = (_FLOATING, _TABLE_INDENT)
"""Those of a table."""


def is_out_of_sight(entry: _Element) -> bool:
    """Whether this property of a paragraph, row or table leaves nothing of it to be seen."""
    tag = entry.tag
    if tag == _INDENT:
        sides = (_measure(entry.get(MAIN + side)) for side in ("left", "start", "firstLine"))
        return any(_is_off(side) for side in sides)
    if tag == _SPACING:
        return entry.get(MAIN + "lineRule") == "exact" and 0 < _measure(entry.get(MAIN + "line"), FLAT + 1) <= FLAT
    if tag == _ROW_HEIGHT:
        return entry.get(MAIN + "hRule") == "exact" and 0 < _measure(entry.get(MAIN + "val"), FLAT + 1) <= FLAT
    if tag == _TABLE_INDENT:
        return _is_off(_measure(entry.get(MAIN + "w")))
    if tag == _FLOATING:
        return any(_is_off(_measure(entry.get(MAIN + side))) for side in ("tblpX", "tblpY"))
    return any(_is_off(_measure(entry.get(MAIN + side))) for side in ("x", "y"))


def is_unseen_shape(drawn: _Element) -> bool:
    """Whether a `drawing` or `pict` hides its shape, or places it off the page."""
    for entry in drawn.iterchildren():
        if entry.tag in _SHAPES and _hides(entry.get("style") or ""):
            return True
        if entry.tag == _WORDS + "anchor" or entry.tag == _WORDS + "inline":
            return _anchored_away(entry)
    return False


def _anchored_away(anchor: _Element) -> bool:
    facts = anchor.find(_WORDS + "docPr")
    if anchor.get("hidden") in ("1", "true") or (facts is not None and facts.get("hidden") in ("1", "true")):
        return True
    extent = anchor.find(_WORDS + "extent")
    offsets = anchor.iterfind(f"./*/{_WORDS}posOffset")
    sizes = (0, 0) if extent is None else (integer(extent.get("cx")) // _EMU, integer(extent.get("cy")) // _EMU)
    return any(_is_off(integer(offset.text) / _EMU, max(sizes)) for offset in offsets)


def _hides(style: str) -> bool:
    """Whether a VML shape's style does not show it."""
    facts = {key.strip().lower(): value.strip() for key, _, value in (part.partition(":") for part in style.split(";"))}
    if facts.get("visibility") == "hidden":
        return True
    size = max(_measure(facts.get(side)) for side in ("width", "height"))
    sides = (_measure(facts.get(side)) for side in ("margin-left", "margin-top", "left", "top"))
    return "absolute" in facts.get("position", "") and any(_is_off(side, size) for side in sides)


def _is_off(place: float, size: float = 0) -> bool:
    """Whether a thing that begins here lies wholly beyond the page; a `size` of 0 is not known."""
    return place >= FAR or place + (size or PAGE) <= -MARGIN


def _measure(value: str | None, default: float = 0) -> float:
    """A length in twentieths of a point: a plain figure is in them, others name their unit."""
    found = _MEASURE.fullmatch(value or "")
    return default if found is None else float(found[1]) * _TWENTIETHS.get(found[2] or "", 1.0)
