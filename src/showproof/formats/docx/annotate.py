"""Remarks into a document as comments; what a person wrote, and how it looks, stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.errors import UnreadableError
from showproof.formats.docx.anchors import Anchors
from showproof.formats.docx.comments import add_comments, without_ours
from showproof.formats.docx.picture_page import put_pictures
from showproof.formats.docx.pieces import Document
from showproof.formats.docx.read_names import MAIN, on
from showproof.formats.docx.read_parts import first_part, targets
from showproof.formats.linked import Changes
from showproof.formats.spliced import SpotsWithin, spliced
from showproof.formats.strict import is_strict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showproof.formats.figure import Figure
    from showproof.formats.package import Package
    from showproof.formats.remark import Remark, Signed

_STRICT_MAIN = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_MOMENT = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\dZ")
_PROTECTED = (
    "the document is protected: the comments can be read; its text is changed only by who may lift the protection"
)


class Put(NamedTuple):
    """A document with comments."""

    changes: Changes
    written: int
    replaced: int
    gone: frozenset[str]
    """Parts that are left out: pixels of our pictures of an earlier time."""
    notices: tuple[str, ...]


def annotate_docx(package: Package, remarks: Sequence[Remark], signed: Signed, figures: Sequence[Figure] = ()) -> Put:
    """The document with comments and, where there are any, pictures at its end.

    Raises UnreadableError for a document without a paragraph.
    """
    main = targets(package, package.relations(""), "officeDocument")[0]
    changes = Changes(package)
    strict = is_strict(changes.markup(main))
    changes.strict = strict
    space = _STRICT_MAIN if strict else MAIN[1:-1]
    before = without_ours(changes, main)
    new = [remark for remark in remarks if remark.lines not in before.kept]
    document = Document(changes, main)
    spots = SpotsWithin(changes.markup(main), document.root, "p")
    anchors = Anchors(spots, space)
    numbered = list(enumerate(new, start=before.highest + 1))
    for number, remark in numbered:
        stretch = document.at(remark.place)
        if stretch is None:
            raise UnreadableError(
                "has no paragraph that a comment could stand at", where=package.shown, remedy="write the draft first"
            )
        anchors.hang(stretch, number)
    changes.put(main, spliced(spots.data, anchors.all_edits()))
    dated = signed._replace(day=f"{signed.day}T00:00:00Z" if signed.day else _last_saved(package))
    add_comments(changes, main, space, numbered, dated)
    gone = put_pictures(changes, main, figures) if figures else frozenset()
    return Put(changes, len(new), before.replaced, gone, _notices(package, main))


def _last_saved(package: Package) -> str:
    """When the document says that it was last saved: no clock is read, so that the same draft gives the same copy."""
    core = first_part(package, package.relations(""), "core-properties")
    said = "" if core is None else (core.findtext(_MODIFIED) or "").strip()
    return said if _MOMENT.fullmatch(said) else ""


def _notices(package: Package, main: str) -> tuple[str, ...]:
    settings = first_part(package, package.relations(main), "settings")
    protection = None if settings is None else settings.find(MAIN + "documentProtection")
    if protection is None:
        return ()
    enforced = protection.get(MAIN + "enforcement")
    return (_PROTECTED,) if enforced is not None and on(enforced) else ()
