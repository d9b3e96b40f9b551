"""A copy with comments compared with the file that it was made from: part by part, and text by text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.linked import relations_of, source_of
from showproof.formats.open import office_kind, read_draft
from showproof.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from lxml import etree

    from showproof.model import Outline

_TYPES = "[content_types].xml"
_OF_DOCUMENT = ("comments", "commentsExtended", "commentsIds", "commentsExtensible")
_OF_SHEET = ("comments", "vmlDrawing")
_LEADS = re.compile(rb"<(?:\w+:)?legacyDrawing\s[^>]*>")
MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = tuple(MAIN + name for name in ("t", "delText", "instrText"))
_LOOK = MAIN + "rPr"
_HANGING = ("commentRangeStart", "commentRangeEnd", "commentReference")
_MORE = frozenset(MAIN + name for name in (*_HANGING, "r", "t", "rPr"))
"""What there is more of where a comment hangs, and where a run is cut for it."""


def check_copy(copy: bytes, before: bytes, outline: Outline, path: Path, limits: Limits = USUAL) -> None:
    """Reads a copy back and compares it with the bytes that it was made from, and with what was read of them.

    Raises UnreadableError where anything differs but comments, our pictures at its end and what leads to them: a fault
    of ours.
    """
    differs = _read_otherwise(copy, outline, path, limits)
    differs = differs or next(_differing(_Parsed(before, str(path), limits), _Parsed(copy, str(path), limits)), "")
    if differs:
        raise UnreadableError(
            f"its copy would differ in {differs}, and was not written", where=str(path), remedy="report the fault"
        )


def _read_otherwise(copy: bytes, outline: Outline, path: Path, limits: Limits) -> str:
    again = read_draft(copy, path, limits)
    facts = ("items", "hidden", "margins", "properties")
    return next((f"what is read as its {fact}" for fact in facts if getattr(again, fact) != getattr(outline, fact)), "")


class _Parsed(Package):
    """A package of which each part is parsed once."""

    def __init__(self, data: bytes, shown: str, limits: Limits) -> None:
        super().__init__(data, shown, limits)
        self._trees: dict[str, etree._Element] = {}

    def xml(self, name: str) -> etree._Element:
        """One part as a tree, the same one each time."""
        if name not in self._trees:
            self._trees[name] = super().xml(name)
        return self._trees[name]


class _Parts(NamedTuple):
    """The parts of a file by what may become of them in a copy, in small letters."""

    free: frozenset[str]
    """Those that hold comments or pictures of ours, which may differ, come and go."""
    leading: frozenset[str]
    """Those that lead to them, of which all else must stay."""
    named: Mapping[str, frozenset[str]]
    """By part the relationships that only pictures of ours name."""


def _differing(old: Package, new: Package) -> Iterator[str]:
    """The parts that are not what they were, but for comments, our pictures and what leads to them, in words."""
    document = office_kind(old) == "docx"
    before, after = _parts(old, document), _parts(new, document)
    ours = before.free | after.free
    for name in old.names:
        said = f"the part {name}"
        if name.lower() in ours or (name in new and new.packed(name) == old.packed(name)):
            continue
        if name not in new:
            yield said
        elif name.lower() == _TYPES or name.lower().endswith(".rels"):
            if not _entries(old, name, before) <= _entries(new, name, after):
                yield said
        elif name.lower() not in before.leading or _telling(old, name, document) != _telling(new, name, document):
            yield said
    led = {relations_of(name) for name in after.leading}
    yield from (f"the part {name}" for name in new.names if name not in old and name.lower() not in ours | led)


def _parts(package: Package, document: bool) -> _Parts:
    main = [target for kind, target in package.relations("").values() if kind == "officeDocument"]
    near = [one for part in main for one in package.relations(part).values()]
    sheets = [] if document else [target for kind, target in near if kind == "worksheet"]
    holding = main if document else sheets
    held = _OF_DOCUMENT if document else _OF_SHEET
    free = {target for part in holding for kind, target in package.relations(part).values() if kind in held}
    names, drawn = _drawn_in_document(package, main[0]) if document else ((), _drawn_in_book(package))
    return _Parts(_small({*free, *drawn}), _small({*main, *sheets}), {relations_of(main[0]): frozenset(names)})


def _small(names: set[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


def _drawn_in_document(package: Package, main: str) -> tuple[Iterable[str], Iterable[str]]:
    """The relationships and the parts that only the pictures at the end of a document lead to."""
    from showproof.formats.docx.picture_page import led_by_ours

    return led_by_ours(package, main)


def _drawn_in_book(package: Package) -> set[str]:
    """The sheet of our pictures with all that it leads to."""
    from showproof.formats.xlsx.picture_sheet import our_sheet

    found = our_sheet(package)
    if found is None:
        return set()
    own = (found.sheet, found.drawing)
    return {*own, *map(relations_of, own), *found.pixels, *found.others}


def _entries(package: Package, name: str, parts: _Parts) -> set[tuple[tuple[str, str], ...]]:
    """What a part of relations or content types says, but of what may come and go."""
    source = source_of(name)
    targets = {one: target.lower() for one, (_, target) in package.relations(source).items()} if source else {}
    return {
        tuple(sorted((str(key), str(value)) for key, value in entry.items()))
        for entry in package.xml(name)
        if targets.get(str(entry.get("Id"))) not in parts.free
        and entry.get("Id") not in parts.named.get(name, frozenset())
    }


def _telling(package: Package, name: str, document: bool) -> object:
    """All of a part that must stay: of a workbook and its sheets the bytes, of a document its texts and elements."""
    if not document:
        return _LEADS.sub(b"", _without_ours(package, name))
    from showproof.formats.docx.read_pictures import added_at_the_end, take_out

    root = package.xml(name)
    take_out(added_at_the_end(root))
    texts = "".join([node.text or "" for node in root.iter(*_TEXTS)])
    tags = Counter([node.tag for node in root.iter("*")])
    looks = (look for look in root.iter(_LOOK) if next(look.iterancestors(_LOOK), None) is None)
    tags.subtract([node.tag for look in looks for node in look.iter("*")])
    return texts, {tag: count for tag, count in tags.items() if tag not in _MORE and count}


def _without_ours(package: Package, name: str) -> bytes:
    """A part of a workbook; the workbook itself without its line on the sheet of our pictures."""
    from showproof.formats.xlsx.picture_sheet import line_of_ours

    data = package.markup(name)
    books = {target for kind, target in package.relations("").values() if kind == "officeDocument"}
    spot = line_of_ours(package, name, data) if name in books else None
    return data[: spot.start] + data[spot.end :] if spot else data
