"""Text of string items: runs joined, phonetic guides left out, escaped characters restored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.xlsx.usual_shape import is_usual, pieces_of, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENTITY = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_ITEM = re.compile(r"<si\s*/>|<si(?: [^<>]*)?>(?:<t(?: [^<>]*)?>([^<]*)</t></si>|(.*?)</si>)", re.DOTALL)
_PHONETIC = re.compile(r"<rPh\b[^<>]*(?:/>|>(?:[^<]++|<(?!/rPh>))*+</rPh>)")
_TEXT = re.compile(r"<t(?:\s[^<>]*)?>([^<]*)</t>")
_RUN = re.compile(r"<rPr>((?:[^<]++|<(?!/rPr>))*+)</rPr>\s*<t(?:\s[^<>]*)?>([^<]*)</t>|<t(?:\s[^<>]*)?>([^<]*)</t>")
_WHITE = re.compile(r"<color (?:rgb=\"[0-9A-Fa-f]{2}[Ff]{6}\"|theme=\"0\"|indexed=\"(?:1|9)\")\s*/>")
_TINY = re.compile(r"<sz val=\"(?:[01](?:\.\d+)?|2(?:\.0+)?)\"\s*/>")


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


def content(xml: str) -> str:
    """What an element's XML text says: entities restored, then escapes."""
    if "\r" in xml:
        xml = xml.replace("\r\n", "\n").replace("\r", "\n")
    if "&" in xml:
        xml = _ENTITY.sub(_entity, xml)
    return unescaped(xml)


def _entity(match: re.Match[str]) -> str:
    if match[1]:
        return _NAMED[match[1]]
    code = int(match[2]) if match[2] else int(match[3], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def string_items(data: bytes) -> Iterator[Text]:
    """The texts of a shared strings part, without blanks around them. Raises NotXmlError where it is broken."""
    blocks = pieces_of(data, b"</si>") if is_usual(data, "sst") else rewritten(data, ("si",))
    for block in blocks:
        for plain, inner in _ITEM.findall(block):
            yield item_text(inner) if inner else content(plain).strip()


def item_text(inner: str) -> Text:
    """The text of an `si` or `is` element by the XML in it."""
    if "<rPh" in inner:
        inner = _PHONETIC.sub("", inner)
    if _WHITE.search(inner) or _TINY.search(inner):
        return _rich(inner)
    return content("".join(_TEXT.findall(inner))).strip()


def _rich(inner: str) -> Rich:
    on_white, off_white, on_colour, off_colour = runs = [""], [""], [""], [""]
    for look, styled, plain in _RUN.findall(inner):
        text = styled or plain
        tiny, pale = _TINY.search(look), _WHITE.search(look)
        (off_white if tiny or pale else on_white).append(text)
        (off_colour if tiny else on_colour).append(text)
    return Rich(*[content("".join(texts)).strip() for texts in runs])
