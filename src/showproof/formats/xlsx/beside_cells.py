"""What belongs to a sheet and is no cell: the words in shapes are read; comments, controls and charts are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.xlsx.drawings import drawn

if TYPE_CHECKING:
    from showproof.formats.package import Package
    from showproof.formats.xlsx.sheet_cells import Book
    from showproof.model import Block

Relations = dict[str, tuple[str, str]]
_SAID = {
    "comments": "comments are no evidence and not read",
    "threadedComment": "comments are no evidence and not read",
    "ctrlProp": "check boxes and other form controls are not read",
    "control": "check boxes and other form controls are not read",
    "oleObject": "embedded documents are not read",
    "package": "embedded documents are not read",
    "pivotTable": "a pivot table is read as the cells that it shows",
}


class Beside(NamedTuple):
    """The paragraphs of a sheet's shapes, and the names of pictures of ours on it."""

    shapes: tuple[Block, ...]
    ours: frozenset[str]


def beside(package: Package, relations: Relations, sheet: str, book: Book) -> Beside:
    """What belongs to a sheet beside its cells; what is not read is noticed, each kind once a sheet."""
    seen: list[Block] = []
    ours: set[str] = set()
    said: dict[str, None] = {}
    for kind, part in relations.values():
        if kind in _SAID:
            said[_SAID[kind]] = None
        elif kind == "drawing" and part in package:
            found = drawn(package.xml(part), sheet)
            seen.extend(found.seen)
            ours |= found.ours
            book.hidden.extend(found.unseen)
            if found.unseen:
                said["text of shapes that cannot be seen is not read"] = None
            if found.pictures:
                said["words in pictures and charts are not read"] = None
    for what in said:
        book.noticed.add(what, sheet)
    return Beside(tuple(seen), frozenset(ours))
