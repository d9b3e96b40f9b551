"""Notes on the cells of a sheet that we write: the comments part, and the drawing that Excel shows them by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showproof.formats.xlsx.text import clean, cut, escape

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
AUTHOR = "showproof"
LONGEST = 1_000
"""Characters of a note that we write; what is longer belongs in a cell."""

Note = tuple[str, str]
"""Address of a cell, and the text of its note."""


def comments(notes: Sequence[Note]) -> bytes:
    """The comments part of one sheet."""
    entries = "".join(
        f'<comment ref="{ref}" authorId="0"><text><t xml:space="preserve">{escape(cut(clean(text), LONGEST))}</t>'
        "</text></comment>"
        for ref, text in notes
    )
    return (
        f'{_XML}<comments xmlns="{_MAIN}"><authors><author>{AUTHOR}</author></authors>'
        f"<commentList>{entries}</commentList></comments>"
    ).encode()


def drawing(notes: Sequence[Note], number: int) -> bytes:
    """The drawing part of one sheet: a hidden box a note, to the right of its cell. `number` tells sheets apart."""
    shapes = "".join(_box(ref, number * 1024 + at) for at, (ref, _) in enumerate(notes, start=1))
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
        '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
        f"{shapes}</xml>"
    ).encode()


def _box(ref: str, identity: int) -> str:
    column, row = _place(ref)
    anchor = f"{column + 1}, 12, {max(row - 1, 0)}, 8, {column + 5}, 12, {row + 7}, 8"
    return (
        f'<v:shape id="_x0000_s{identity}" type="#_x0000_t202" style="position:absolute;visibility:hidden"'
        ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
        "</x:ClientData></v:shape>"
    )


def _place(ref: str) -> tuple[int, int]:
    """(column, row) of an address, both from 0."""
    found = re.fullmatch(r"([A-Z]+)(\d+)", ref)
    assert found is not None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(found[2]) - 1
