"""Text boxes and shapes that float over a sheet: their words, with the cell that their upper left corner is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.figure import is_ours
from showproof.formats.xlsx.read_pictures import name_of
from showproof.formats.xlsx.references import MAX_COLUMN, MAX_ROW, cell_name
from showproof.model import Block, Location

if TYPE_CHECKING:
    from lxml import etree

_TINY = 200
"""Hundredths of a point: letters of this height or less cannot be read."""
_PICTURES = ("pic", "graphicFrame", "contentPart")


class Drawn(NamedTuple):
    """What a drawing part says."""

    seen: tuple[Block, ...]
    unseen: tuple[Block, ...]
    pictures: bool
    """Whether it has pictures, charts or diagrams, whose words are not read; those of ours do not count."""
    ours: frozenset[str]
    """The names of pictures of ours."""


def drawn(root: etree._Element, sheet: str) -> Drawn:
    """The paragraphs of all shapes of a drawing, in its order; a shape's place is `Plan shape at F7`."""
    seen: list[Block] = []
    unseen: list[Block] = []
    pictures = False
    ours: set[str] = set()
    taken: dict[str, int] = {}
    for anchor in root:
        if not isinstance(anchor.tag, str) or _word(anchor) not in ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor"):
            continue
        where = _corner(anchor)
        for element in _visible(anchor):
            if _word(element) == "pic" and is_ours(name_of(element)):
                ours.add(name_of(element))
            elif _word(element) in _PICTURES:
                pictures = True
            elif _word(element) == "sp":
                taken[where] = taken.get(where, 0) + 1
                again = f" ({taken[where]})" if taken[where] > 1 else ""
                _read(element, f"{sheet} shape at {where}{again}", seen, unseen)
    return Drawn(tuple(seen), tuple(unseen), pictures, frozenset(ours))


def _word(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _visible(parent: etree._Element) -> list[etree._Element]:
    """Shapes, pictures and charts below an element, groups opened; of alternatives the first choice."""
    found: list[etree._Element] = []
    for child in parent:
        word = _word(child)
        if word in ("grpSp", "Choice", "AlternateContent"):
            found.extend(_visible(child))
        elif word == "sp" or word in _PICTURES:
            found.append(child)
    return found


def _corner(anchor: etree._Element) -> str:
    start = anchor.find("{*}from")
    words = ["" if start is None else str(start.findtext(f"{{*}}{side}") or "") for side in ("row", "col")]
    if not all(word.isdecimal() and len(word) < 9 for word in words):
        return "A1"
    return cell_name(min(int(words[0]) + 1, MAX_ROW), min(int(words[1]) + 1, MAX_COLUMN))


def _read(shape: etree._Element, part: str, seen: list[Block], unseen: list[Block]) -> None:
    facts = shape.find("{*}nvSpPr/{*}cNvPr")
    hidden = facts is not None and facts.get("hidden") in ("1", "true")
    for number, paragraph in enumerate(shape.iterfind("{*}txBody/{*}p"), start=1):
        kept: list[str] = []
        lost: list[str] = []
        for run in paragraph:
            text = "\n" if _word(run) == "br" else str(run.findtext("{*}t") or "")
            (lost if hidden or _is_tiny(run) else kept).append(text)
        for texts, blocks in ((kept, seen), (lost, unseen)):
            whole = "".join(texts)
            if text := whole.strip():
                start = len(whole) - len(whole.lstrip())
                blocks.append(Block(text, Location(part, number, start=start, end=start + len(text))))


def _is_tiny(run: etree._Element) -> bool:
    look = run.find("{*}rPr")
    size = "" if look is None else str(look.get("sz") or "")
    return size.isdecimal() and int(size[:9]) <= _TINY
