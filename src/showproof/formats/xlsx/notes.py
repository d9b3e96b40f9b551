"""The notes of a sheet: ours of an earlier time taken out, new ones written, those of others left as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.remark import MARK
from showproof.formats.spliced import Edit, Spots, spliced
from showproof.formats.xlsx.references import cell_name, split_cell
from showproof.formats.xlsx.text import clean, cut, escape, one_line
from showproof.formats.xlsx.workbook_parts import namespace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from showproof.formats.linked import Changes

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
LONGEST = 32_000
"""Characters of a note that office programs keep, and a few to spare."""
_OURS = re.compile(rf"(?:.* \()?{MARK}\)?:\n")
"""How a note of ours begins, whoever it is said to be from: programs drop the author of a note."""
_LOOK = '<{0}sz val="9"/><{0}color indexed="81"/><{0}rFont val="Tahoma"/><{0}family val="2"/>'

Place = tuple[int, int]
"""Row and column of a cell, from 1."""


class Found(NamedTuple):
    """The notes of a sheet."""

    ours: frozenset[Place]
    others: frozenset[Place]


def first_line(author: str) -> str:
    """The line by which a note of ours is known: the name that it is said to be from, with the mark."""
    name = one_line(author)
    return f"{MARK}:" if name in ("", MARK) else f"{name} ({MARK}):"


def notes_of(changes: Changes, part: str) -> Found:
    """The cells of a sheet that have notes, or threads, by whose they are."""
    ours: set[Place] = set()
    others: set[Place] = set()
    for comment in _comments(changes.tree(part)):
        place = split_cell(comment.get("ref") or "")
        if place is not None:
            (ours if _is_ours(comment) else others).add(place)
    return Found(frozenset(ours), frozenset(others - ours))


def without_ours(changes: Changes, part: str) -> None:
    """Takes our notes of an earlier time out of a part."""
    root = changes.tree(part)
    spots = Spots(changes.markup(part), root)
    out = [spots.of(comment) for comment in _comments(root) if _is_ours(comment)]
    changes.put(part, spliced(spots.data, [Edit(spot.start, spot.end, b"") for spot in out]))


def new_part(space: str) -> bytes:
    """A part without notes."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<comments xmlns="{space}"><authors></authors><commentList></commentList></comments>'.encode()


def add_notes(changes: Changes, part: str, notes: Mapping[Place, str], author: str) -> None:
    """Writes notes behind those that are there; each begins with the line by which it is known again."""
    root = changes.tree(part)
    spots = Spots(changes.markup(part), root)
    name = spots.start_tag(root)[1:].split(b" ")[0].split(b">")[0].decode()
    prefix = name[: name.rfind(":") + 1]
    authors = next(root.iterchildren("{*}authors"))
    known = [entry.text or "" for entry in authors]
    said = one_line(author) or MARK
    edits = []
    if said not in known:
        edits.append(_within(spots, authors, f"<{prefix}author>{escape(said)}</{prefix}author>"))
        known.append(said)
    number = known.index(said)
    written = "".join(_note(prefix, place, first_line(author), text, number) for place, text in sorted(notes.items()))
    edits.append(_within(spots, next(root.iterchildren("{*}commentList")), written))
    changes.put(part, spliced(spots.data, edits))


def _within(spots: Spots, holder: _Element, new: str) -> Edit:
    spot = spots.of(holder)
    if not spot.lone:
        return Edit(spot.closing, spot.closing, new.encode())
    name = re.split(rb"[\s/>]", spots.start_tag(holder)[1:], maxsplit=1)[0]
    return Edit(spot.end - 2, spot.end, b">" + new.encode() + b"</" + name + b">")


def _note(prefix: str, place: Place, first: str, text: str, author: int) -> str:
    look = _LOOK.format(prefix)
    runs = ((f"<{prefix}b/>", f"{first}\n"), ("", cut(clean(text), LONGEST)))
    open_text, close_text = f'<{prefix}t xml:space="preserve">', f"</{prefix}t></{prefix}r>"
    shown = "".join(
        f"<{prefix}r><{prefix}rPr>{strong}{look}</{prefix}rPr>{open_text}{escape(words)}{close_text}"
        for strong, words in runs
    )
    ref = cell_name(*place)
    return (
        f'<{prefix}comment ref="{ref}" authorId="{author}" shapeId="0">'
        f"<{prefix}text>{shown}</{prefix}text></{prefix}comment>"
    )


def _comments(root: _Element) -> list[_Element]:
    return list(root.iter(f"{namespace(root)}comment"))


def _is_ours(comment: _Element) -> bool:
    space = namespace(comment)
    text = comment.find(f"{space}text")
    written = "" if text is None else "".join(entry.text or "" for entry in text.iter(f"{space}t"))
    return _OURS.match(written.lstrip()) is not None
