"""Whether white text can be seen where it stands: on a dark paragraph, cell, table, shape or page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.read_looks import ground, is_dark
from showproof.formats.docx.read_names import COLOR, DRAWING, MAIN, PPR, SHAPE, SHD, TBL, TBL_PR, TC, TC_PR, VAL, VML, P

if TYPE_CHECKING:
    from lxml.etree import _Element

    from showproof.formats.docx.read_styles import Styles

_DOCUMENT = MAIN + "document"
_LIGHT = frozenset(("bg1", "lt1", "bg2", "lt2"))
_VML_SHAPES = frozenset(VML + name for name in ("shape", "rect", "roundrect", "oval"))


def is_dark_behind(paragraph: _Element, styles: Styles) -> bool:
    """Whether the nearest ground behind a paragraph is dark; nothing but the page is white."""
    for holder in (paragraph, *paragraph.iterancestors()):
        found = _ground_of(holder, styles)
        if found is not None:
            return found
    return False


def _ground_of(holder: _Element, styles: Styles) -> bool | None:
    """Whether this element puts something dark behind its text; None where it puts nothing."""
    tag = holder.tag
    if tag == P:
        style = _property(holder, PPR, MAIN + "pStyle")
        return _filled(_property(holder, PPR, SHD), styles.paragraph(None if style is None else style.get(VAL)).fill)
    if tag == TC:
        return _filled(_property(holder, TC_PR, SHD))
    if tag == TBL:
        style = _property(holder, TBL_PR, MAIN + "tblStyle")
        return styles.table(None if style is None else style.get(VAL)).dark or None
    if tag == SHAPE + "wsp":
        return _drawn_dark(holder)
    if tag in _VML_SHAPES:
        return _vml_dark(holder)
    if tag == _DOCUMENT:
        page = holder.find(MAIN + "background")
        return page is not None and is_dark(page.get(COLOR))
    return None


def _property(holder: _Element, properties: str, name: str) -> _Element | None:
    """One of an element's properties, which are its first child: no search through a cell of many paragraphs."""
    first = next(iter(holder), None)
    return first.find(name) if first is not None and first.tag == properties else None


def _filled(shading: _Element | None, otherwise: str | None = None) -> bool | None:
    color = otherwise if shading is None else ground(shading)
    return None if color in (None, "auto") else is_dark(color)


def _drawn_dark(shape: _Element) -> bool:
    properties = shape.find(SHAPE + "spPr")
    for entry in properties if properties is not None else ():
        if entry.tag == DRAWING + "noFill":
            return False
        if entry.tag == DRAWING + "solidFill":
            color = next(iter(entry), None)
            return color is not None and _color_dark(color)
        if entry.tag in (DRAWING + "gradFill", DRAWING + "blipFill", DRAWING + "pattFill"):
            return True
    reference = shape.find(f"{SHAPE}style/{DRAWING}fillRef")
    return reference is not None and reference.get("idx") != "0"


def _color_dark(color: _Element) -> bool:
    value = color.get("val")
    return value not in _LIGHT if color.tag == DRAWING + "schemeClr" else is_dark(value)


def _vml_dark(shape: _Element) -> bool:
    fill = (shape.get("fillcolor") or "white").split()[0].lstrip("#")
    if shape.get("filled") in ("f", "false") or fill == "white":
        return False
    return is_dark(fill) if len(fill) == 6 else True
