"""The parts around a document's body: properties, notes, headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.read_body import BodyReader
from showproof.formats.docx.read_names import MAIN, TYPE
from showproof.formats.docx.read_numbering import Numbering
from showproof.formats.docx.read_text import TextReader
from showproof.model import Block, Location, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from showproof.formats.docx.read_styles import Styles
    from showproof.formats.package import Package

Relations = dict[str, tuple[str, str]]

_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_CORE = {_DUBLIN + "title": "title", _DUBLIN + "creator": "author"}
NOTE_PARTS = (("footnotes", MAIN + "footnote"), ("endnotes", MAIN + "endnote"))
_MARGINS = ("header", "footer")


def targets(package: Package, relations: Relations, kind: str) -> list[str]:
    """The parts of this kind that are there, in the order of the relationships."""
    found = dict.fromkeys(target for name, target in relations.values() if name == kind)
    return [target for target in found if target in package]


def first_part(package: Package, relations: Relations, kind: str) -> _Element | None:
    """The one part of this kind as a tree, or None."""
    return next((package.xml(target) for target in targets(package, relations, kind)), None)


def read_properties(package: Package, relations: Relations) -> dict[str, str]:
    """`title`, `author` and the custom properties by their names; empty ones are left out."""
    found: dict[str, str] = {}
    core = first_part(package, relations, "core-properties")
    for entry in core if core is not None else ():
        if entry.tag in _CORE and (entry.text or "").strip():
            found[_CORE[entry.tag]] = (entry.text or "").strip()
    custom = first_part(package, relations, "custom-properties")
    for entry in custom if custom is not None else ():
        text = "".join(map(str, entry.itertext())).strip()
        if entry.get("name") and text:
            found[str(entry.get("name"))] = text
    return found


def read_notes(package: Package, relations: Relations, texts: TextReader) -> tuple[list[Block | Table], list[Block]]:
    """Footnotes, then endnotes: their items, and what is hidden in them."""
    reader = BodyReader(texts, Numbering(None), "footnotes")
    for kind, name in NOTE_PARTS:
        root = first_part(package, relations, kind)
        for note in root.iterfind(name) if root is not None else ():
            if note.get(TYPE) in (None, "normal"):
                reader.read(note)
    return reader.items, reader.hidden


def read_margins(package: Package, relations: Relations, styles: Styles) -> tuple[Block, ...]:
    """Headers, then footers, as plain blocks, each text once."""
    found: dict[str, Block] = {}
    for kind in _MARGINS:
        reader = BodyReader(TextReader(styles), Numbering(None), kind)
        for target in targets(package, relations, kind):
            reader.read(package.xml(target))
        for block in _flat(reader.items):
            found.setdefault(block.text, block)
    return tuple(found.values())


def _flat(items: list[Block | Table]) -> list[Block]:
    blocks: list[Block] = []
    for item in items:
        if isinstance(item, Block):
            blocks.append(item)
        else:
            cells = [cell for row in item.rows for cell in row if cell.text]
            blocks += [Block(cell.text, Location(cell.location.part, cell.location.paragraph)) for cell in cells]
    return [block for block in blocks if block.text]
