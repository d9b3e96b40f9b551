"""A copy with comments compared with the file that it was made from: part by part, and text by text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.open import office_kind, read_draft
from showproof.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator
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

    Raises UnreadableError where anything but comments and what leads to them differs: a fault of ours.
    """
    differs = _read_otherwise(copy, outline, path, limits)
    differs = differs or next(_differing(Package(before, str(path), limits), Package(copy, str(path), limits)), "")
    if differs:
        raise UnreadableError(
            f"its copy would differ in {differs}, and was not written", where=str(path), remedy="report the fault"
        )


def _read_otherwise(copy: bytes, outline: Outline, path: Path, limits: Limits) -> str:
    again = read_draft(copy, path, limits)
    facts = ("items", "hidden", "margins", "properties")
    return next((f"what is read as its {fact}" for fact in facts if getattr(again, fact) != getattr(outline, fact)), "")


def _differing(old: Package, new: Package) -> Iterator[str]:
    """The parts that are not what they were, but for what leads to comments, in words."""
    document = office_kind(old) == "docx"
    free, leading = _parts(old, document)
    for name in old.names:
        said = f"the part {name}"
        if name not in new:
            yield said
        elif name.lower() in free or new.packed(name) == old.packed(name):
            continue
        elif name.lower() == _TYPES or name.lower().endswith(".rels"):
            if not _entries(old.xml(name)) <= _entries(new.xml(name)):
                yield said
        elif name.lower() not in leading or _telling(old, name, document) != _telling(new, name, document):
            yield said


def _parts(package: Package, document: bool) -> tuple[set[str], set[str]]:
    """The parts that hold comments, and those that lead to them."""
    main = [target for kind, target in package.relations("").values() if kind == "officeDocument"]
    near = [one for part in main for one in package.relations(part).values()]
    leading = main if document else [target for kind, target in near if kind == "worksheet"]
    held = _OF_DOCUMENT if document else _OF_SHEET
    free = {target.lower() for part in leading for kind, target in package.relations(part).values() if kind in held}
    return free, {part.lower() for part in leading}


def _entries(root: etree._Element) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(sorted((str(key), str(value)) for key, value in entry.items())) for entry in root}


def _telling(package: Package, name: str, document: bool) -> object:
    """All of a part that must stay: of a sheet its bytes, of a document its texts and what it has of each element."""
    if not document:
        return _LEADS.sub(b"", package.markup(name))
    root = package.xml(name)
    texts = "".join([node.text or "" for node in root.iter(*_TEXTS)])
    tags = Counter([node.tag for node in root.iter("*")])
    looks = (look for look in root.iter(_LOOK) if next(look.iterancestors(_LOOK), None) is None)
    tags.subtract([node.tag for look in looks for node in look.iter("*")])
    return texts, {tag: count for tag, count in tags.items() if tag not in _MORE and count}
