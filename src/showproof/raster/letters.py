"""Which signs the fonts of pictures have, as their own tables say."""

from __future__ import annotations

import re
import struct
from functools import cache
from pathlib import Path

from showproof.raster.faces import FILES

_SHOWN = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>|&[a-z]+;")
_NUMBER = re.compile(r"&#(?:x([0-9A-Fa-f]+)|(\d+));")
_BY_RANGES = 4
"""The format of a table that lists signs by ranges."""


def lacking(svg: str) -> str:
    """The signs of a drawing's texts that the fonts do not have, each once, in order of their numbers."""
    shown = _TAG.sub("", "".join(_SHOWN.findall(svg)))
    words = _NUMBER.sub(lambda found: chr(int(found[1], 16) if found[1] else int(found[2])), shown)
    return "".join(sorted({sign for sign in words if not sign.isspace() and ord(sign) not in covered()}))


@cache
def covered(file: Path = FILES[0]) -> frozenset[int]:
    """The numbers of all signs that a font has; ours have the same."""
    data = file.read_bytes()
    table = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, table + 2)
    starts = {struct.unpack_from(">L", data, table + 8 + 8 * at)[0] for at in range(count)}
    formats = {start: struct.unpack_from(">H", data, table + start)[0] for start in starts}
    ranges = next(table + start for start in sorted(starts) if formats[start] == _BY_RANGES)
    return frozenset(_signs(data, ranges))


def _table(data: bytes, wanted: bytes) -> int:
    """Where a table of a font begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
    return next(int(start) for name, _, start, _ in entries if name == wanted)


def _signs(data: bytes, at: int) -> set[int]:
    """The signs of a table by ranges: those of which a glyph is told, the one for what is missing left out."""
    (double,) = struct.unpack_from(">H", data, at + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    firsts = struct.unpack_from(f">{count}H", data, at + 16 + double)
    shifts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * double)
    places = struct.unpack_from(f">{count}H", data, at + 16 + 3 * double)
    found: set[int] = set()
    for number, (first, end, shift, place) in enumerate(zip(firsts, ends, shifts, places, strict=True)):
        for sign in range(first, min(end, 0xFFFE) + 1):
            glyph = sign
            if place:
                where = at + 16 + 3 * double + 2 * number + place + 2 * (sign - first)
                (glyph,) = struct.unpack_from(">H", data, where)
                if not glyph:
                    continue
            if (glyph + shift) & 0xFFFF:
                found.add(sign)
    return found
