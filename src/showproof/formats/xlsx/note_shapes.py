"""The box of each note: office programs show a note only where a drawing of an old kind has a shape for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.xlsx.references import MAX_COLUMN, MAX_ROW, Range, split_range

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

Place = tuple[int, int]

TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
WIDE, LINE, MOST = 460, 15, 560
"""Pixels: how wide a note is, how high a line of it, and how high it is at most."""
_ON_A_LINE = 72
"""Characters of a note on one line."""
_USUAL_COLUMN, _USUAL_ROW = 64, 20
"""Pixels of a column and a row that say nothing of their size."""
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([^"']*)["']""")
_SHAPE = re.compile(rb"<(\w+):shape\s(?:(?!</\1:shape>).)*</\1:shape>", re.DOTALL)
_OF_CELL = (re.compile(rb"<\w+:Row>\s*(\d{1,7})\s*</"), re.compile(rb"<\w+:Column>\s*(\d{1,7})\s*</"))
_NUMBER = re.compile(rb"_x0000_s(\d{1,9})")
_SHAPE_TYPE = b'id="_x0000_t202"'
_TEXT_BOX = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NAMES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_HEAD = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/></o:shapelayout>'
_BLOCK = 1024
"""Numbers of shapes that one drawing has for itself."""


class Sizes(NamedTuple):
    """What bears on where a note shows: widths and heights in pixels, 0 of what is hidden, and merged ranges."""

    columns: Mapping[int, int]
    rows: Mapping[int, int]
    merged: tuple[Range, ...]

    def column(self, number: int) -> int:
        """The width of a column."""
        return self.columns.get(number, _USUAL_COLUMN)

    def row(self, number: int) -> int:
        """The height of a row."""
        return self.rows.get(number, _USUAL_ROW)

    def shows(self, place: Place) -> bool:
        """Whether a note at a cell would be seen: neither hidden nor swallowed by a merged range."""
        inside = any(place in area and place != (area.top, area.left) for area in self.merged)
        return not inside and self.row(place[0]) > 0 and self.column(place[1]) > 0


def sizes_of(sheet: bytes) -> Sizes:
    """The sizes that the markup of a sheet states."""
    columns: dict[int, int] = {}
    for found in _COLUMN.finditer(sheet):
        said = _said(found[1])
        first, last = _whole(said.get("min")), min(_whole(said.get("max")), MAX_COLUMN)
        width = 0 if said.get("hidden") in ("1", "true") else round(7 * _measure(said.get("width"), 8.43) + 5)
        columns |= dict.fromkeys(range(first, min(last, first + 300) + 1), width)
    rows: dict[int, int] = {}
    for found in _ROW.finditer(sheet):
        if b"ht" not in found[1] and b"hidden" not in found[1]:
            continue
        said = _said(found[1])
        hidden = said.get("hidden") in ("1", "true")
        rows[_whole(said.get("r"))] = 0 if hidden else round(_measure(said.get("ht"), 15) / 0.75)
    merged = (split_range(found.decode("ascii", "replace")) for found in _MERGED.findall(sheet))
    return Sizes(columns, rows, tuple(area for area in merged if area))


def new_drawing(number: int) -> bytes:
    """A drawing without shapes, for the sheet of this number."""
    return f"<xml{_named(_NAMES)}>{_HEAD.format(number=number)}</xml>".encode()


def without_shapes(drawing: bytes, cells: Collection[Place]) -> bytes:
    """The drawing without the shapes of the notes at these cells."""

    def kept(shape: re.Match[bytes]) -> bytes:
        found = [number.search(shape[0]) for number in _OF_CELL]
        if b'ObjectType="Note"' not in shape[0] or found[0] is None or found[1] is None:
            return shape[0]
        return b"" if (int(found[0][1]) + 1, int(found[1][1]) + 1) in cells else shape[0]

    return _SHAPE.sub(kept, drawing) if cells else drawing


def with_shapes(drawing: bytes, number: int, notes: Mapping[Place, str], sizes: Sizes) -> bytes:
    """The drawing of the sheet of this number with a shape for each note behind those that it has."""
    at = drawing.rfind(b"</")
    first = max((int(found) for found in _NUMBER.findall(drawing)), default=number * _BLOCK) + 1
    root = drawing[: drawing.find(b">")]
    names = _named({name: uri for name, uri in _NAMES.items() if f'xmlns:{name}="{uri}"'.encode() not in root})
    kind = "" if _SHAPE_TYPE in drawing else _TEXT_BOX.replace("<v:shapetype", f"<v:shapetype{names}", 1)
    shapes = [_shape(first + i, place, text, sizes) for i, (place, text) in enumerate(sorted(notes.items()))]
    new = kind + "".join(shape.replace("<v:shape", f"<v:shape{names}", 1) for shape in shapes)
    return drawing[:at] + new.encode() + drawing[at:]


def _named(names: Mapping[str, str]) -> str:
    """What declares these prefixes in a tag."""
    return "".join(f' xmlns:{name}="{uri}"' for name, uri in names.items())


def _shape(number: int, place: Place, text: str, sizes: Sizes) -> str:
    row, column = place
    lines = sum(len(line) // _ON_A_LINE + 1 for line in text.split("\n")) + 2
    high = min(lines * LINE, MOST)
    right = _reach(column + 1, WIDE, sizes.column, MAX_COLUMN)
    low = _reach(max(row - 1, 1), high, sizes.row, MAX_ROW)
    anchor = (min(column, MAX_COLUMN - 1), 15, max(row - 2, 0), 10, *right, *low)
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;'
        f'width:{WIDE * 3 // 4}pt;height:{high * 3 // 4}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{', '.join(map(str, anchor))}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )


def _reach(first: int, pixels: int, size: Callable[[int], int], most: int) -> tuple[int, int]:
    """Column or row, from 0, and pixels in it, that a box ends in which begins in this one, from 1."""
    at = min(first, most)
    while at < most and pixels > size(at):
        pixels -= size(at)
        at += 1
    return at - 1, min(pixels, max(size(at), 1))


def _said(attributes: bytes) -> dict[str, str]:
    return {name.decode(): value.decode("ascii", "replace") for name, value in _ATTRIBUTE.findall(attributes)}


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0


def _measure(text: str | None, usual: float) -> float:
    try:
        return min(max(float(text), 0.0), 500.0) if text else usual
    except ValueError:
        return usual
