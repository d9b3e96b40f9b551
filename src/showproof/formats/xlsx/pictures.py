"""A sheet of pictures and its drawing as XML: each caption with the picture below it, a page each when printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.figure import HEADING, PIXEL, TOLD, named
from showproof.formats.xlsx.text import escape, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showproof.formats.figure import Figure

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
DRAWING = "application/vnd.openxmlformats-officedocument.drawing+xml"
WIDE = 720
"""Pixels that a picture is wide at most: as wide as a page."""
HIGH = 4000
"""Pixels that it is high at most."""
_COLUMN = 104
"""Characters of the one column, as wide as the pictures."""
_ROW = 20
"""Pixels of a row."""
_SCALE = 88
"""Per cent at which the column is as wide as the paper between its margins, Letter or A4."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = "http://schemas.openxmlformats.org/"
_STRICT = (
    (f"{_SPACES}officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
    (f"{_SPACES}drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
    (f"{_SPACES}spreadsheetml/2006/", "http://purl.oclc.org/ooxml/spreadsheetml/"),
)
_TITLE, _PLAIN, _STRONG = (
    f'<rPr>{bold}<sz val="{size}"/><color rgb="FF{colour}"/><rFont val="Calibri"/></rPr>'
    for bold, size, colour in (("<b/>", 15, "1F3A5F"), ("", 10, "53585F"), ("<b/>", 11, "1C1E21"))
)


class Standing(NamedTuple):
    """A picture with its caption's row, from 1, and its size in English metric units."""

    figure: Figure
    number: int
    row: int
    size: tuple[int, int]


def standing(figures: Sequence[Figure]) -> tuple[Standing, ...]:
    """The pictures below each other."""
    found: list[Standing] = []
    row = 4
    for number, figure in enumerate(figures, start=1):
        size = figure.within(WIDE * PIXEL, HIGH * PIXEL)
        found.append(Standing(figure, number, row, size))
        row += 3 + -(-size[1] // (_ROW * PIXEL))
    return tuple(found)


def picture_sheet(placed: Sequence[Standing], strict: bool) -> bytes:
    """The worksheet part; its drawing is `rId1`. No style of the workbook is used or changed."""
    rows = [_row(1, HEADING, _TITLE), _row(2, TOLD, _PLAIN)]
    rows += [_row(one.row, one.figure.caption(one.number), _STRONG) for one in placed]
    breaks = "".join(f'<brk id="{one.row - 1}" max="16383" man="1"/>' for one in placed[1:])
    count = len(placed) - 1
    paged = f'<rowBreaks count="{count}" manualBreakCount="{count}">{breaks}</rowBreaks>' if breaks else ""
    last = placed[-1].row if placed else 2
    return _spaced(
        f'{_XML}<worksheet xmlns="{_SPACES}spreadsheetml/2006/main"'
        f' xmlns:r="{_SPACES}officeDocument/2006/relationships">'
        f'<sheetPr><tabColor rgb="FF8FA3B8"/></sheetPr><dimension ref="A1:A{last}"/>'
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15" customHeight="1"/>'
        f'<cols><col min="1" max="1" width="{_COLUMN}" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
        f'<pageSetup scale="{_SCALE}" orientation="portrait"/>{paged}<drawing r:id="rId1"/></worksheet>',
        strict,
    )


def picture_drawing(placed: Sequence[Standing], mark: str, strict: bool) -> bytes:
    """The drawing part; the pixels of the pictures are `rId1`, `rId2`, ..."""
    anchors = "".join(_anchor(one, mark) for one in placed)
    return _spaced(
        f'{_XML}<xdr:wsDr xmlns:xdr="{_SPACES}drawingml/2006/spreadsheetDrawing" xmlns:a="{_SPACES}drawingml/2006/main"'
        f' xmlns:r="{_SPACES}officeDocument/2006/relationships">{anchors}</xdr:wsDr>',
        strict,
    )


def _row(number: int, text: str, look: str) -> str:
    cell = f'<c r="A{number}" t="inlineStr"><is><r>{look}<t>{escape(one_line(text))}</t></r></is></c>'
    tall = ' ht="24" customHeight="1"' if number == 1 else ""
    return f'<row r="{number}"{tall}>{cell}</row>'


def _anchor(one: Standing, mark: str) -> str:
    width, height = one.size
    named_so = f'name="{named(mark, one.number, one.figure.caption(one.number))}" descr={_said(one.figure.said)}'
    return (
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{one.row}</xdr:row>"
        f'<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="{width}" cy="{height}"/><xdr:pic><xdr:nvPicPr>'
        f'<xdr:cNvPr id="{one.number + 1}" {named_so}/>'
        '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="rId{one.number}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        f'<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
    )


def _said(text: str) -> str:
    """A text as an attribute; nothing is coded in one, unlike in a cell."""
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return '"' + line.replace('"', "&quot;") + '"'


def _spaced(text: str, strict: bool) -> bytes:
    for usual, own in _STRICT if strict else ():
        text = text.replace(usual, own)
    return text.encode()
