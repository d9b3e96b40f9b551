"""How cells look: number format, emphasis, fill and border, and whether a person could read them at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from showproof.formats.xlsx.number_format import BUILT_IN

if TYPE_CHECKING:
    from lxml import etree

_Choice = TypeVar("_Choice")
WHITE = "FFFFFF"
"""The colour of a sheet."""
_BLACK = "000000"
_INDEXED = {"0": _BLACK, "1": WHITE, "8": _BLACK, "9": WHITE}
_SMALLEST_SEEN = 2.0
_LARGE = 13.0


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says that matters to a reader."""

    code: str = "General"
    strong: bool = False
    large: bool = False
    italic: bool = False
    fill: str = ""
    """Colour behind the text; '' where there is none, and for white."""
    boxed: bool = False
    centred_across: bool = False
    unseen: bool = False
    """Set in the colour of its background, or at most 2 points high."""

    @property
    def drawn(self) -> bool:
        """Whether an empty cell of this look can be seen on the sheet."""
        return self.boxed or self.fill != ""

    @property
    def notable(self) -> bool:
        """Whether the look differs from plain text in a way that tells what a cell is for."""
        return self.drawn or self.strong or self.large or self.italic or self.centred_across


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Font:
    """What the letters of a cell or a run look like."""

    strong: bool = False
    italic: bool = False
    large: bool = False
    tiny: bool = False
    colour: str = _BLACK


def looks(root: etree._Element, space: str) -> tuple[Look, ...]:
    """One look for each cell style of a styles part, in the order in which cells count them."""
    codes = dict(BUILT_IN)
    for element in root.iterfind(f"{space}numFmts/{space}numFmt"):
        identity = str(element.get("numFmtId", ""))
        if identity.isdecimal() and len(identity) < 9:
            codes[int(identity)] = str(element.get("formatCode") or "General")
    fonts = [font(element, space) for element in root.iterfind(f"{space}fonts/{space}font")]
    fills = [_fill(element, space) for element in root.iterfind(f"{space}fills/{space}fill")]
    boxes = [_boxed(element) for element in root.iterfind(f"{space}borders/{space}border")]
    styles = root.iterfind(f"{space}cellXfs/{space}xf")
    return tuple(_look(style, space, codes, fonts, fills, boxes) for style in styles)


def _look(
    style: etree._Element, space: str, codes: dict[int, str], fonts: list[Font], fills: list[str], boxes: list[bool]
) -> Look:
    font = _pick(fonts, style.get("fontId"), Font())
    fill = _pick(fills, style.get("fillId"), "")
    identity = str(style.get("numFmtId") or "0")
    align = style.find(f"{space}alignment")
    return Look(
        code=codes.get(int(identity[:9]) if identity.isdecimal() else 0, "General"),
        strong=font.strong,
        large=font.large,
        italic=font.italic,
        fill=fill,
        boxed=_pick(boxes, style.get("borderId"), False),
        centred_across=align is not None and align.get("horizontal") == "centerContinuous",
        unseen=font.tiny or font.colour == (fill or WHITE),
    )


def _pick(choices: list[_Choice], index: str | None, otherwise: _Choice) -> _Choice:
    position = int(index[:9]) if index and index.isdecimal() else 0
    return choices[position] if position < len(choices) else otherwise


def font(element: etree._Element, space: str) -> Font:
    """The look that a `font` or `rPr` element gives; `space` is its namespace in braces."""
    size = _size(element.find(f"{space}sz"))
    return Font(
        strong=_switched_on(element.find(f"{space}b")),
        italic=_switched_on(element.find(f"{space}i")),
        large=size >= _LARGE,
        tiny=size <= _SMALLEST_SEEN,
        colour=_colour(element.find(f"{space}color")) or _BLACK,
    )


def _size(element: etree._Element | None) -> float:
    try:
        return float(element.get("val") or 11) if element is not None else 11.0
    except ValueError:
        return 11.0


def _switched_on(element: etree._Element | None) -> bool:
    return element is not None and element.get("val") not in ("0", "false")


def _fill(element: etree._Element, space: str) -> str:
    pattern = element.find(f"{space}patternFill")
    if pattern is None:
        return "gradient" if len(element) else ""
    if pattern.get("patternType") in (None, "none"):
        return ""
    colour = _colour(pattern.find(f"{space}fgColor"))
    return "" if colour == WHITE else colour or "pattern"


def _boxed(element: etree._Element) -> bool:
    return any(side.get("style") not in (None, "none") for side in element)


def _colour(element: etree._Element | None) -> str:
    """Six hexadecimal digits where the file gives them, else the theme's slot; '' for automatic."""
    if element is None:
        return ""
    if rgb := element.get("rgb"):
        return str(rgb)[-6:].upper()
    if indexed := element.get("indexed"):
        return _INDEXED.get(str(indexed), f"indexed {indexed}")
    if (theme := element.get("theme")) is None:
        return ""
    tint = str(element.get("tint") or "0").rstrip("0").rstrip(".")
    if theme in ("0", "1") and tint in ("", "-", "-0"):
        return WHITE if theme == "0" else _BLACK
    return f"theme {theme} {tint}"
