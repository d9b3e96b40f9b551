"""A picture of ours as a paragraph: the drawing and its caption in one, so that no page parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.text import attribute, run
from showproof.formats.figure import HEADING, TOLD, named

if TYPE_CHECKING:
    from showproof.formats.figure import Figure

EMU = 635
"""English metric units of a twentieth of a point."""
CAPTION_ROOM = 700
"""Twentieths of a point that a caption takes at most, with the space around."""
HEAD_ROOM = 1200
"""The same of the heading with its line."""
_LOOSE = '<w:spacing w:before="160" w:after="160" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/>'
"""Whatever a document's usual paragraph is: an exact line height would cut the picture off."""
_SMALL = '<w:rPr><w:i/><w:color w:val="53585F"/><w:sz w:val="18"/></w:rPr>'
_QUIET = '<w:rPr><w:color w:val="53585F"/><w:sz w:val="18"/></w:rPr>'
_STRONG = '<w:rPr><w:b/><w:color w:val="1F3A5F"/><w:sz w:val="28"/></w:rPr>'
_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"


class Spaces(NamedTuple):
    """The namespaces of a drawing as a document writes them."""

    drawing: str
    words: str
    picture: str
    relations: str


def spaces(strict: bool) -> Spaces:
    """Those of the usual variant, or of the Strict one."""
    if strict:
        drawn = f"{_STRICT}drawingml/"
        relations = f"{_STRICT}officeDocument/relationships"
    else:
        drawn = f"{_TRANSITIONAL}drawingml/2006/"
        relations = f"{_TRANSITIONAL}officeDocument/2006/relationships"
    return Spaces(f"{drawn}main", f"{drawn}wordprocessingDrawing", f"{drawn}picture", relations)


class Placed(NamedTuple):
    """One picture with its numbers in a document."""

    figure: Figure
    mark: str
    """How its name begins."""
    number: int
    """Of its caption, from 1."""
    id: int
    """Of its drawing; each in a document has another."""
    relation: str
    """What leads to its pixels."""


def picture_paragraph(placed: Placed, room: tuple[int, int], strict: bool = False) -> str:
    """The paragraph of a picture, within a width and height in twentieths of a point; the prefix is `w`."""
    size = placed.figure.within(room[0] * EMU, max(room[1] - CAPTION_ROOM, CAPTION_ROOM) * EMU)
    caption = placed.figure.caption(placed.number)
    drawn = f"<w:r>{_drawing(placed, caption, size, spaces(strict))}</w:r>"
    return f"<w:p><w:pPr><w:keepLines/>{_LOOSE}</w:pPr>{drawn}<w:r><w:br/></w:r>{run(caption, _SMALL)}</w:p>"


def head_paragraphs() -> str:
    """The heading on a page of its own and what it says of the pictures, in the looks of no document's styles."""
    upon = "<w:keepNext/><w:pageBreakBefore/>"
    heading = f'<w:p><w:pPr>{upon}{_UNNUMBERED}{_LOOSE}<w:outlineLvl w:val="0"/></w:pPr>{run(HEADING, _STRONG)}</w:p>'
    return f"{heading}<w:p><w:pPr><w:keepNext/>{_LOOSE}</w:pPr>{run(TOLD, _QUIET)}</w:p>"


def _drawing(placed: Placed, caption: str, size: tuple[int, int], names: Spaces) -> str:
    width, height = size
    named_so = f'id="{placed.id}" name="{named(placed.mark, placed.number, caption)}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{names.words}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {named_so} descr={attribute(placed.figure.said)}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{names.drawing}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{names.drawing}"><a:graphicData uri="{names.picture}">'
        f'<pic:pic xmlns:pic="{names.picture}"><pic:nvPicPr><pic:cNvPr {named_so}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{names.relations}" r:embed="{placed.relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
