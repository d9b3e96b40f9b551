"""Text of string items: runs joined, phonetic guides left out, escaped characters restored, unseen runs kept apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.xlsx.looks import WHITE, font
from showproof.formats.xlsx.workbook_parts import namespace

if TYPE_CHECKING:
    from lxml import etree

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Rich(NamedTuple):
    """A text of which some runs are white, or too small to be read."""

    on_white: str
    """What a person sees of it in a cell without a colour, and what not."""
    off_white: str
    on_colour: str
    """The same for a cell with a colour."""
    off_colour: str


Text = str | Rich


def unescaped(text: str) -> str:
    """Text with `_x000D_` escapes restored and one kind of line break."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return "" if 0xD800 <= code <= 0xDFFF or (code < 32 and code not in (9, 10, 13)) else chr(code)


def item_text(item: etree._Element) -> Text:
    """The text of one `si` or `is` element, without blanks around it."""
    space = namespace(item)
    plain, run = space + "t", space + "r"
    if len(item) == 1 and item[0].tag == plain:
        return unescaped(item[0].text or "").strip()
    texts: list[str] = []
    unseen = False
    for child in item:
        if child.tag == plain:
            texts.append(child.text or "")
        elif child.tag == run:
            texts.extend(text.text or "" for text in child.iterchildren(plain))
            unseen = unseen or any(_is_unseen(child, space))
    return _rich(item, space) if unseen else unescaped("".join(texts)).strip()


def _is_unseen(run: etree._Element, space: str) -> tuple[bool, bool]:
    """Whether the letters of a run are too small to be read, and whether they are white."""
    look = run.find(space + "rPr")
    if look is None:
        return False, False
    letters = font(look, space)
    return letters.tiny, letters.colour == WHITE


def _rich(item: etree._Element, space: str) -> Rich:
    on_white, off_white, on_colour, off_colour = runs = [""], [""], [""], [""]
    for child in item.iterchildren(space + "t", space + "r"):
        is_run = child.tag == space + "r"
        text = "".join([part.text or "" for part in child.iterchildren(space + "t")]) if is_run else child.text or ""
        tiny, white = _is_unseen(child, space) if is_run else (False, False)
        (off_white if tiny or white else on_white).append(text)
        (off_colour if tiny else on_colour).append(text)
    return Rich(*[unescaped("".join(texts)).strip() for texts in runs])
