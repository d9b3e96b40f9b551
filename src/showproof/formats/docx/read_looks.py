"""How a run of text looks, as far as it bears on reading it: whether it is seen at all, and whether it stands out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_names import (
    COLOR,
    FILL,
    MAIN,
    PPR,
    RPR,
    SHD,
    TEXT_FILL,
    VAL,
    WORD_2010,
    half_points,
    on,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

Properties = tuple[tuple[str, str | None], ...]

TINY = 4
"""Half-points up to which nobody reads a text."""
NARROW = 10
"""Per cent of its width up to which nobody reads a text."""

_TOLD = {
    MAIN + name: name
    for name in ("b", "u", "caps", "vanish", "specVanish", "color", "sz", "w", "highlight", "rStyle", "shd")
} | {TEXT_FILL: "fill"}
_B, _U, _CAPS, _SIZE, _WIDTH = (MAIN + name for name in ("b", "u", "caps", "sz", "w"))
RUN_ODD = (_B, _U, _CAPS, _SIZE, _WIDTH, COLOR, SHD, TEXT_FILL, MAIN + "vanish", MAIN + "specVanish", MAIN + "rStyle")
"""The properties by which a run may look other than its paragraph's style says."""

_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_PAPER = frozenset(("background1", "bg1", "light1", "lt1"))
_NO_FILL, _SOLID = WORD_2010 + "noFill", WORD_2010 + "solidFill"
_CLEAR = 95_000
"""Thousandths of a per cent of transparency from which nothing is seen."""
_UNSEEN, _WHITE = "none", "FFFFFF"
_DARK_HIGHLIGHTS = frozenset(
    [
        "black",
        "blue",
        "darkBlue",
        "darkCyan",
        "darkGray",
        "darkGreen",
        "darkMagenta",
        "darkRed",
        "darkYellow",
        "red",
        "green",
    ]
)


class Look(NamedTuple):
    """How a run of text looks, as far as it bears on reading it."""

    hidden: bool = False
    white: bool = False
    """White without a dark ground of its own: unseen unless what stands behind is dark."""
    strong: bool = False
    """Bold, underlined or shown in capitals."""
    placeholder: bool = False


def run_properties(properties: Iterable[_Element]) -> Properties:
    """The properties of a run that matter here, by their local names."""
    found = []
    for entry in properties:
        name = _TOLD.get(entry.tag)
        if name is not None:
            found.append((name, _READ[name](entry) if name in _READ else entry.get(VAL)))
    return tuple(found)


def changes_look(entry: _Element) -> bool:
    """Whether a property of RUN_ODD makes a run look other than black text of a size that can be read."""
    holder = entry.getparent()
    owner = None if holder is None else holder.getparent()
    if holder is None or owner is None or holder.tag != RPR or owner.tag == PPR:
        return False
    tag = entry.tag
    if tag == _SIZE:
        return half_points(entry.get(VAL), TINY + 1) <= TINY
    if tag == _WIDTH:
        return half_points(entry.get(VAL), 100) <= NARROW
    if tag == SHD:
        return brightness(ground(entry)) is not None
    if tag == COLOR:
        return is_white(_color(entry))
    return True


def look_of(told: Mapping[str, str | None], styles: Iterable[str]) -> Look:
    """The look that properties give, those of styles among them; `styles` are names of character styles."""
    names = frozenset(styles)
    color, shading = told.get("fill") or told.get("color"), told.get("shd")
    hidden = (
        any(name in told and on(told[name]) for name in ("vanish", "specVanish"))
        or half_points(told.get("sz"), TINY + 1) <= TINY
        or half_points(told.get("w"), 100) <= NARROW
        or color == _UNSEEN
        or (shading is not None and brightness(shading) is not None and color == shading)
    )
    lined = told.get("u") not in (None, "none") and "hyperlink" not in names
    return Look(
        hidden=hidden,
        white=is_white(color) and not (is_dark(shading) or told.get("highlight") in _DARK_HIGHLIGHTS),
        strong=lined or any(name in told and on(told[name]) for name in ("b", "caps")),
        placeholder="placeholder text" in names or "placeholdertext" in names,
    )


def ground(shading: _Element) -> str | None:
    """The colour that a shading puts behind the text."""
    return shading.get(COLOR) if shading.get(VAL) == "solid" else shading.get(FILL)


def brightness(color: str | None) -> float | None:
    """0 for black to 1 for white; None for `auto` and for what is no colour."""
    if color is None or not _COLOR.fullmatch(color):
        return None
    red, green, blue = bytes.fromhex(color)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def is_dark(color: str | None) -> bool:
    """Whether white text can be read on this ground."""
    light = brightness(color)
    return light is not None and light < 0.75


def is_white(color: str | None) -> bool:
    """Whether text of this colour cannot be read on paper."""
    light = brightness(color)
    return light is not None and light >= 0.96


def _color(entry: _Element) -> str | None:
    """The colour of a text: that of the theme holds over the one beside it, which older programs use."""
    value = entry.get(VAL)
    if entry.get(MAIN + "themeColor") not in _PAPER:
        return value
    shade = entry.get(MAIN + "themeShade")
    return shade * 3 if shade and len(shade) == 2 else _WHITE


def _text_fill(entry: _Element) -> str | None:
    """The colour of a text fill, which holds over the plain colour; `none` for one that shows nothing."""
    solid = entry.find(_SOLID)
    color = None if solid is None else next(iter(solid), None)
    if color is None:
        return _UNSEEN if entry.find(_NO_FILL) is not None else None
    changes = {change.tag.rpartition("}")[2]: change.get(WORD_2010 + "val") or "" for change in color}
    clear = changes.get("alpha", "")
    if clear.isdigit() and len(clear) < 9 and int(clear) >= _CLEAR:
        return _UNSEEN
    value = color.get(WORD_2010 + "val")
    if value in _PAPER:
        return None if changes.keys() - {"alpha"} else _WHITE
    return value


_READ = {"shd": ground, "color": _color, "fill": _text_fill}
