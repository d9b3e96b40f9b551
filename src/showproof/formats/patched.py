"""A copy of an office file in which texts, authors and pictures are others: parts are patched, all else is as it was.

What a part is not asked to change keeps its bytes; a part that changes keeps all its elements and attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from showproof.formats.entries import broken
from showproof.formats.markup import MarkupError, in_utf_8, xml_tree
from showproof.formats.package import Package, pack

if TYPE_CHECKING:
    from lxml import etree


class Swap(NamedTuple):
    """Characters of a text from `start` to `end`, and what stands there afterwards."""

    start: int
    end: int
    new: str


class Swapper(Protocol):
    """Says what is to stand instead."""

    def swaps(self, text: str) -> Sequence[Swap]:
        """The changes of a text, in order and without overlap; they count as made."""

    def author(self, name: str) -> str:
        """What stands instead of an author's name."""


class Patched(NamedTuple):
    """The copy, and what was done beside texts and authors."""

    data: bytes
    pictures: int
    """Pictures that were replaced by a grey one."""
    left: tuple[str, ...]
    """Parts that nobody looked into: embedded files, macros, drawings of other kinds."""


SIGNATURES = "_xmlsignatures/"
"""Folder of digital signatures, which no longer hold for a changed file."""
_GREY_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da63680000008200"
    "81da45083b0000000049454e44ae426082"
)
_GREY_GIF = bytes.fromhex("47494638396101000100800000808080ffffff2c00000000010001000002024401003b")
_GREY_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1v1H0z" fill="#808080"/></svg>'
_STATIC = Path(__file__).parent / "static"
_FLOWS = frozenset(("p", "si", "is", "text"))
"""Elements whose pieces of text are read as one: paragraphs, and strings of a workbook with runs in them."""
_PIECES = frozenset(("t", "delText"))
_AUTHORS = frozenset(("author", "userName", "lastModifiedBy", "initials", "userId", "personName"))
"""Attributes that name a person."""
_AUTHOR_TEXTS = frozenset(("creator", "lastModifiedBy", "author", "Manager"))
"""Elements whose text names a person."""
_EMPTIED = frozenset(("Company", "HyperlinkBase"))
"""Elements that say where a person works, and where files of theirs lie."""
_SPOKEN = frozenset(
    (
        "descr", "title", "alt", "tooltip", "display", "displayText", "oldVal", "newVal", "name", "v", "value",
        "prompt", "promptTitle",
    )
)  # fmt: skip
"""Attributes that people read."""
_NAMED = frozenset(
    ("tableColumn", "docPr", "cNvPr", "s", "hyperlink", "dataValidation", "property", "cacheField", "listItem")
)
"""Elements of which `name`, `v` and `value` are such attributes; elsewhere they name parts of the file."""
_SPOKEN_VALUES = frozenset(("alias", "docVar", "listEntry", "default", "helpText", "statusText"))
"""Elements whose `val` people read: titles of controls, and what fields of a form offer and say."""
_RUNNING = frozenset(f"{page}{place}" for page in ("odd", "even", "first") for place in ("Header", "Footer"))
"""Running titles of a sheet, with codes between their words."""
_CODES = re.compile(r'(&(?:"[^"]*"|\d{1,3}|K[0-9A-Fa-f]{6}|[A-Za-z&+-]))')
_FORMULAS = frozenset(("f", "formula", "formula1", "formula2", "instrText", "definedName", "sqref"))
"""Elements whose text is a formula or a place: only what stands in quotation marks there is a text."""
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


def patched(package: Package, swapper: Swapper) -> Patched:
    """The copy. Raises UnreadableError for a part that cannot be read."""
    parts: dict[str, bytes] = {}
    pictures, left = 0, []
    for name in package.names:
        if name.endswith("/") or name.startswith(SIGNATURES):
            continue
        grey = _grey(name)
        if grey is not None:
            parts[name], pictures = grey, pictures + 1
        elif name.lower().endswith((".xml", ".rels", ".vml")):
            parts[name] = _part(name, package, swapper)
        else:
            parts[name] = package.read(name)
            left.append(name)
    return Patched(pack(parts), pictures, tuple(left))


def _grey(name: str) -> bytes | None:
    """A grey pixel of the picture's own kind; None for what is no picture that we can make."""
    ending = name.lower().rpartition(".")[2]
    if ending == "png":
        return _GREY_PNG
    if ending == "gif":
        return _GREY_GIF
    if ending in ("jpg", "jpeg", "jfif"):
        return (_STATIC / "grey.jpg").read_bytes()
    return _GREY_SVG if ending == "svg" else None


def _part(name: str, package: Package, swapper: Swapper) -> bytes:
    from lxml import etree

    raw = package.read(name)
    try:
        data = in_utf_8(raw)
        # Weighed and checked first; then parsed with its comments and instructions, which stay.
        xml_tree(data, package.limits.tags)
    except MarkupError as error:
        raise broken(package.shown, f"the part {name} {error}") from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if not _patch(name, root, swapper):
        return raw
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _patch(name: str, root: etree._Element, swapper: Swapper) -> bool:
    """Change one part; whether anything was."""
    if name.endswith(".rels"):
        changed = [_relation(one, swapper) for one in list(root)]
        return any(changed)
    if name == "[Content_Types].xml":
        signed = [one for one in root if str(one.get("PartName", "")).startswith("/" + SIGNATURES)]
        for one in signed:
            root.remove(one)
        return bool(signed)
    flows = [_flow(one, swapper) for one in root.iter("{*}p", "{*}si", "{*}is", "{*}text")]
    others = [_element(one, swapper) for one in root.iter("*")]
    return any((*flows, *others))


def _relation(one: etree._Element, swapper: Swapper) -> bool:
    """The target of a link that leads out; a relation to a signature goes."""
    if str(one.get("Target", "")).lstrip("/").startswith(SIGNATURES):
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
        return True
    if one.get("TargetMode") != "External":
        return False
    return _attribute(one, "Target", swapper)


def _flow(flow: etree._Element, swapper: Swapper) -> bool:
    """The pieces of a paragraph or string, read together; what was deleted is a text of its own."""
    own = [one for one in flow.iter("{*}t", "{*}delText", "{*}tab", "{*}br", "{*}cr") if _flow_of(one) is flow]
    changed = False
    for kind in _PIECES:
        pieces = [one for one in own if _local(one) in (kind, "tab", "br", "cr")]
        changed |= _swap_pieces(pieces, swapper)
    return changed


def _flow_of(one: etree._Element) -> etree._Element | None:
    return next((above for above in one.iterancestors() if _local(above) in _FLOWS), None)


def _swap_pieces(pieces: Sequence[etree._Element], swapper: Swapper) -> bool:
    """Each change goes into the piece where it begins; what it covers in later ones is cut there."""
    texts = [(one.text or "") if _local(one) in _PIECES else "\n" for one in pieces]
    swaps = swapper.swaps("".join(texts)) if any(texts) else ()
    if not swaps:
        return False
    at, changed = 0, False
    for one, text in zip(pieces, texts, strict=True):
        made = _cut(text, at, swaps) if _local(one) in _PIECES else text
        if made != text:
            changed, one.text = True, made
            if made != made.strip():
                one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(text)
    return changed


def _cut(text: str, at: int, swaps: Sequence[Swap]) -> str:
    """What is left of a piece that stands from `at` on in the whole text."""
    made, here, end = [], at, at + len(text)
    for swap in swaps:
        if swap.end <= at or swap.start >= end:
            continue
        made.append(text[here - at : max(swap.start, at) - at])
        made.append(swap.new if swap.start >= at else "")
        here = min(swap.end, end)
    return "".join((*made, text[here - at :]))


def _element(one: etree._Element, swapper: Swapper) -> bool:
    """Attributes that name or speak, and a text that stands in no paragraph or string."""
    local = _local(one)
    authors = _AUTHORS | {"displayName"} if local == "person" else _AUTHORS
    changed = [
        _author_attribute(one, name, swapper) for name in map(str, one.attrib.keys()) if _local_name(name) in authors
    ]
    changed += [
        _attribute(one, name, swapper)
        for name in map(str, one.attrib.keys())
        if _local_name(name) in _SPOKEN and (_local_name(name) not in ("name", "v", "value") or local in _NAMED)
    ]
    if local in _SPOKEN_VALUES:
        changed += [
            _attribute(one, name, swapper) for name in map(str, one.attrib.keys()) if _local_name(name) == "val"
        ]
    text = one.text or ""
    if local in _PIECES or not text.strip():
        return any(changed)
    return any((*changed, _text(one, local, text, swapper)))


def _text(one: etree._Element, local: str, text: str, swapper: Swapper) -> bool:
    if local in _EMPTIED:
        one.text = ""
    elif local in _AUTHOR_TEXTS:
        one.text = swapper.author(text)
    elif local in _RUNNING:
        pieces = _CODES.split(text)
        one.text = "".join(piece if at % 2 else swapped(piece, swapper) for at, piece in enumerate(pieces))
    elif local in _FORMULAS:
        one.text = _QUOTED.sub(lambda found: f'"{swapped(found[1], swapper)}"', text)
    else:
        one.text = swapped(text, swapper)
    return one.text != text


def _author_attribute(one: etree._Element, name: str, swapper: Swapper) -> bool:
    said = str(one.get(name))
    local = _local_name(name)
    if local == "initials":
        new = "P"
    elif local == "userId":
        new = f"id-{swapper.author(said).rpartition(' ')[2]}" if not said.startswith("id-") else said
    else:
        new = swapper.author(said) if said.strip() else said
    one.set(name, new)
    return new != said


def _attribute(one: etree._Element, name: str, swapper: Swapper) -> bool:
    said = str(one.get(name))
    new = swapped(said, swapper)
    one.set(name, new)
    return new != said


def swapped(text: str, swapper: Swapper) -> str:
    """The text with all changes made."""
    made, at = [], 0
    for swap in swapper.swaps(text):
        made += [text[at : swap.start], swap.new]
        at = swap.end
    return "".join((*made, text[at:]))


def _local(one: etree._Element) -> str:
    return _local_name(str(one.tag))


def _local_name(name: str) -> str:
    return name.rpartition("}")[2]


def authors_of(package: Package) -> Iterator[str]:
    """Every name in an author's place: properties, comments, revision marks, in the order of the parts."""
    for name in package.names:
        if not name.lower().endswith(".xml") or name == "[Content_Types].xml":
            continue
        for one in package.xml(name).iter("*"):
            if _local(one) in _AUTHOR_TEXTS and (one.text or "").strip():
                yield str(one.text).strip()
            more = {"displayName"} if _local(one) == "person" else set()
            named = [key for key in one.attrib if _local_name(str(key)) in (_AUTHORS - {"initials", "userId"}) | more]
            yield from (str(one.get(key)).strip() for key in named if str(one.get(key)).strip())
