"""What styles say about a text: whether it is seen, bold, a heading, an item of a list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_looks import Look, Properties, ground, is_dark, look_of, run_properties
from showproof.formats.docx.read_names import MAIN, PPR, RPR, SHD, TYPE, VAL, integer, on
from showproof.formats.docx.read_off_page import NOWHERE, is_out_of_sight
from showproof.formats.markup import xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

    from showproof.formats.package import Package

KEPT = 250_000
"""Bytes up to which a style sheet is kept for the next draft; those of office programs have some 30,000."""
MAX_CHAIN = 20
"""Styles that one may be based on; word processors allow about ten."""
BODY_LEVEL = 9
"""The outline level that means "no heading"."""

_STYLE = MAIN + "style"
_STYLE_ID = MAIN + "styleId"
_NAME, _BASE, _NUM_PR, _OUTLINE = (MAIN + name for name in ("name", "basedOn", "numPr", "outlineLvl"))
_BOLD = f"{RPR}/{MAIN}b"
_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_LISTED = re.compile(r"list (?:bullet|number)(?: ([2-5]))?$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d$|table of (?:figures|contents)$", re.IGNORECASE)


class ParagraphStyle(NamedTuple):
    """What a paragraph takes from its style."""

    heading: int = 0
    number: str | None = None
    level: int | None = None
    listed: int = 0
    """Depth of a list style known by its name only."""
    contents: bool = False
    """A line of a table of contents."""
    fill: str | None = None
    unseen: bool = False
    """Set off the page or in lines of no height."""


class TableStyle(NamedTuple):
    """What cells take from their table's style."""

    dark: bool = False
    strong_first_row: bool = False


class _Style(NamedTuple):
    """One style as written, without what it is based on."""

    name: str
    base: str | None
    run: Properties
    number: str | None
    level: int | None
    outline: int | None
    fill: str | None
    unseen: bool
    element: _Element


class Styles:
    """The style sheet of a document, resolved when asked and then remembered."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(_STYLE)
        self._elements = {(style.get(TYPE), style.get(_STYLE_ID)): style for style in found}
        default = [style.get(_STYLE_ID) for style in found if style.get(TYPE) == "paragraph" and _is_default(style)]
        self._default = default[0] if default else None
        common = None if root is None else root.find(f"{MAIN}docDefaults/{MAIN}rPrDefault/{RPR}")
        self._common = {} if common is None else dict(run_properties(common))
        self._styles: dict[tuple[str, str | None], _Style | None] = {}
        self._looks: dict[tuple[str | None, Properties], Look] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._tables: dict[str | None, TableStyle] = {}

    def look(self, style: str | None, properties: Properties = ()) -> Look:
        """How a run with these direct properties looks in a paragraph of this style."""
        key = (style, properties)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._resolved(style, dict(properties))
        return look

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """What paragraphs of this style are."""
        found = self._paragraphs.get(style)
        if found is None:
            found = self._paragraphs[style] = _paragraph_style(self._chain("paragraph", style or self._default))
        return found

    def table(self, style: str | None) -> TableStyle:
        """What cells of tables of this style look like."""
        found = self._tables.get(style)
        if found is None:
            found = self._tables[style] = _table_style(self._chain("table", style))
        return found

    def numbering_of(self, style: str | None) -> str | None:
        """The list that a numbering style stands for."""
        return next((entry.number for entry in self._chain("numbering", style) if entry.number is not None), None)

    def _chain(self, kind: str, style: str | None) -> list[_Style]:
        """The style and those that it is based on, nearest first; a circle is cut off."""
        chain: list[_Style] = []
        entry = self._style(kind, style)
        while entry is not None and len(chain) < MAX_CHAIN:
            chain.append(entry)
            entry = self._style(kind, entry.base)
        return chain

    def _style(self, kind: str, style: str | None) -> _Style | None:
        key = (kind, style)
        if key not in self._styles:
            element = self._elements.get(key)
            self._styles[key] = None if element is None else _read_style(element)
        return self._styles[key]

    def _inherited(self, chain: list[_Style]) -> dict[str, str | None]:
        return {name: value for entry in reversed(chain) for name, value in entry.run}

    def _resolved(self, style: str | None, direct: dict[str, str | None]) -> Look:
        character = self._chain("character", direct["rStyle"]) if "rStyle" in direct else []
        paragraph = self._chain("paragraph", style or self._default)
        told = self._common | self._inherited(paragraph) | self._inherited(character) | direct
        return look_of(told, (entry.name.lower() for entry in character))


_kept = lru_cache(maxsize=4)(xml_tree)


def style_sheet(package: Package, name: str) -> _Element:
    """A part that holds styles, as a tree to be read only: drafts of one template have the same, so it is kept."""
    return package.parsed(name, _kept if package.size(name) <= KEPT else xml_tree)


def _read_style(style: _Element) -> _Style:
    parts = {child.tag: child for child in style}
    name, base, run, paragraph = (parts.get(tag) for tag in (_NAME, _BASE, RPR, PPR))
    entries = {} if paragraph is None else {child.tag: child for child in paragraph}
    numbering, outline, shading = (entries.get(tag) for tag in (_NUM_PR, _OUTLINE, SHD))
    listed = {} if numbering is None else {child.tag: child.get(VAL) for child in numbering}
    return _Style(
        name="" if name is None else str(name.get(VAL) or ""),
        base=None if base is None else base.get(VAL),
        run=() if run is None else run_properties(run),
        number=listed.get(MAIN + "numId"),
        level=integer(listed[MAIN + "ilvl"]) if MAIN + "ilvl" in listed else None,
        outline=None if outline is None else integer(outline.get(VAL), BODY_LEVEL),
        fill=None if shading is None else ground(shading),
        unseen=any(tag in NOWHERE and is_out_of_sight(entry) for tag, entry in entries.items()),
        element=style,
    )


def _paragraph_style(chain: list[_Style]) -> ParagraphStyle:
    numbered = next((entry for entry in chain if entry.number is not None), None)
    listed = next((match for entry in chain if (match := _LISTED.match(entry.name))), None)
    return ParagraphStyle(
        heading=_heading_level(chain),
        number=None if numbered is None else numbered.number,
        level=next((entry.level for entry in chain if entry.level is not None), None),
        listed=integer(listed[1], 1) if listed else 0,
        contents=bool(chain) and bool(_CONTENTS.match(chain[0].name)),
        fill=next((entry.fill for entry in chain if entry.fill is not None), None),
        unseen=any(entry.unseen for entry in chain),
    )


def _heading_level(chain: list[_Style]) -> int:
    """By name along the chain, then by outline level; the nearest style that says anything decides."""
    for entry in chain:
        named = _HEADING.match(entry.name)
        if named or entry.name.lower() == "title":
            return int(named[1]) if named else 1
        if entry.outline is not None:
            return entry.outline + 1 if 0 <= entry.outline < BODY_LEVEL else 0
    return 0


def _table_style(chain: list[_Style]) -> TableStyle:
    elements = [entry.element for entry in chain]
    dark = any(is_dark(ground(shading)) for element in elements for shading in element.iter(SHD))
    parts = [part for element in elements for part in element.iterfind(MAIN + "tblStylePr")]
    bold = [found for part in parts if part.get(TYPE) == "firstRow" and (found := part.find(_BOLD)) is not None]
    return TableStyle(dark, bool(bold) and on(bold[0].get(VAL)))


def _is_default(style: _Element) -> bool:
    value = style.get(MAIN + "default")
    return value is not None and on(value)
