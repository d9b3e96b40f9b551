"""Pictures on a page of their own at the end of a document; those of an earlier time give way."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from showproof.formats.docx.page import SIZES
from showproof.formats.docx.pictures import HEAD_ROOM, Placed, head_paragraphs, picture_paragraph
from showproof.formats.docx.read_names import BODY, MAIN, integer
from showproof.formats.docx.read_pictures import added_at_the_end, drawing_numbers
from showproof.formats.figure import ADDED, PNG
from showproof.formats.linked import led_to_by_others
from showproof.formats.spliced import Edit, Spots, spliced
from showproof.formats.strict import is_strict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from showproof.formats.figure import Figure
    from showproof.formats.linked import Changes
    from showproof.formats.package import Package

_SECTION = MAIN + "sectPr"
_USUAL_MARGIN = 1440
_LEAST = 1440
"""Twentieths of a point that a picture is never narrower or lower than, however odd the page."""
_PIXELS = "{*}blip"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def put_pictures(changes: Changes, main: str, figures: Sequence[Figure]) -> frozenset[str]:
    """Puts the pictures at the end of a document, before the properties of its last section.

    Gives the parts that nothing leads to any more.
    """
    changes.strict = is_strict(changes.markup(main))
    gone = without_pictures(changes, main)
    if figures:
        root = changes.tree(main)
        spots = Spots(changes.markup(main), root)
        body = root.findall(BODY)[-1]
        last = body[-1] if len(body) and body[-1].tag == _SECTION else None
        room = room_of(last)
        new = _block(changes, main, figures, room, drawing_numbers(root), gone)
        at = spots.of(last).start if last is not None else spots.of(body).closing
        changes.put(main, spliced(spots.data, [Edit(at, at, new)]))
    return frozenset(one for one in gone if one not in changes.parts)


def _block(
    changes: Changes,
    main: str,
    figures: Sequence[Figure],
    room: tuple[int, int],
    taken: set[int],
    gone: Sequence[str],
) -> bytes:
    """The heading and the pictures, with the parts that they need made; parts that went are used again."""
    changes.declare_ending("png", PNG)
    highest = max(taken, default=0)
    names = [*gone]
    blocks = [head_paragraphs()]
    for number, figure in enumerate(figures, start=1):
        part = names.pop(0) if names else changes.free(f"{_folder(main)}media/showproof", ".png", 1)
        changes.put_bytes(part, figure.png)
        relation = changes.relate(main, "image", part)
        placed = Placed(figure, ADDED, number, highest + number, relation)
        blocks.append(picture_paragraph(placed, (room[0], room[1] - HEAD_ROOM), changes.strict))
    return _with_prefix("".join(blocks), changes.tree(main), changes.strict)


def _with_prefix(blocks: str, root: _Element, strict: bool) -> bytes:
    """The paragraphs as they are understood where they go, whatever `w` stands for in this document."""
    if root.nsmap.get("w") == MAIN[1:-1]:
        return blocks.encode()
    space = _STRICT_MAIN if strict else MAIN[1:-1]
    return blocks.replace("<w:p>", f'<w:p xmlns:w="{space}">').encode()


def without_pictures(changes: Changes, main: str) -> tuple[str, ...]:
    """Takes the pictures of an earlier time out with what leads to them; the parts that nothing leads to any more."""
    root = changes.tree(main)
    ours = added_at_the_end(root)
    if ours:
        leading = _leading_to_ours(root, ours)
        parts = _only_by(changes.package, main, leading)
        spots = Spots(changes.markup(main), root)
        found = [spots.of(one) for one in ours]
        changes.put(main, spliced(spots.data, [Edit(spot.start, spot.end, b"") for spot in found]))
        changes.unrelate(main, leading)
        return parts
    return ()


def led_by_ours(package: Package, main: str) -> tuple[list[str], tuple[str, ...]]:
    """The relationships that only the pictures at the end of a document name, and the parts that only these lead to."""
    root = package.xml(main)
    ours = added_at_the_end(root)
    names = _leading_to_ours(root, ours) if ours else []
    return names, _only_by(package, main, names)


def _leading_to_ours(root: _Element, ours: Sequence[_Element]) -> list[str]:
    """The relationships that nothing but these paragraphs names."""
    inside, everywhere = Counter(_leading(ours)), Counter(_leading([root]))
    return [name for name, count in inside.items() if everywhere[name] == count]


def _only_by(package: Package, main: str, names: Sequence[str]) -> tuple[str, ...]:
    """The parts that are there and that only these relationships of a document lead to."""
    targets = package.relations(main)
    others = {target for name, (_, target) in targets.items() if name not in names} | led_to_by_others(package, main)
    found = dict.fromkeys(targets[name][1] for name in names if name in targets)
    return tuple(part for part in found if part in package and part not in others)


def _leading(elements: Iterable[_Element]) -> list[str]:
    """The relationships by which elements name their pixels."""
    return [
        str(value)
        for element in elements
        for picture in element.iter(_PIXELS)
        for name, value in picture.items()
        if str(name).endswith("}embed")
    ]


def room_of(section: _Element | None) -> tuple[int, int]:
    """Width of a column and height of a page between its margins, in twentieths of a point, as a section has them."""
    size = _said(section, "pgSz")
    margins = _said(section, "pgMar")
    columns = _said(section, "cols")
    usual = SIZES["letter"]
    wide = _length(size.get("w"), usual[0]) - _sum(margins, "left", "right", "gutter")
    high = _length(size.get("h"), usual[1]) - _sum(margins, "top", "bottom")
    count = max(integer(columns.get("num"), 1), 1)
    wide = (wide - (count - 1) * _length(columns.get("space"), 720)) // count
    return max(wide, _LEAST), max(high, 2 * _LEAST)


def _said(section: _Element | None, name: str) -> dict[str, str]:
    entry = None if section is None else section.find(MAIN + name)
    return {} if entry is None else {str(key).rpartition("}")[2]: str(value) for key, value in entry.items()}


def _sum(margins: dict[str, str], *sides: str) -> int:
    return sum(abs(_length(margins.get(side), 0 if side == "gutter" else _USUAL_MARGIN)) for side in sides)


_UNITS = {"": 1.0, "pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "pc": 240.0, "pi": 240.0}
_LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|pi)?")


def _length(said: str | None, usual: int) -> int:
    """Twentieths of a point; the Strict variant names units."""
    found = _LENGTH.fullmatch((said or "").strip())
    return round(float(found[1]) * _UNITS[found[2] or ""]) if found else usual


def _folder(part: str) -> str:
    folder, slash, _ = part.rpartition("/")
    return folder + slash
