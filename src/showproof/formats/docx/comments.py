"""The comments of a document: ours of an earlier time taken out, new ones written, those of others left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_names import MAIN, P, R, T
from showproof.formats.docx.text import attribute, run
from showproof.formats.remark import MARK
from showproof.formats.spliced import Edit, Spots, root_of, spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from showproof.formats.linked import Changes
    from showproof.formats.remark import Remark, Signed

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENT, _INITIALS, _ID = MAIN + "comment", MAIN + "initials", MAIN + "id"
_REFERENCE = MAIN + "commentReference"
_ENDS = (MAIN + "commentRangeStart", MAIN + "commentRangeEnd")
_ABOUT = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Parts in which newer programs keep more about each comment, known by the number of its last paragraph."""
_RPR = MAIN + "rPr"


class Before(NamedTuple):
    """What an earlier time left."""

    replaced: int
    kept: frozenset[tuple[str, ...]]
    """The texts of ours that somebody has answered: they stay, and are not written again."""
    highest: int
    """The highest number of a comment."""


def comments_part(changes: Changes, main: str) -> str:
    """The part with the comments of a document, or nothing where it has none."""
    found = (part for kind, part in changes.package.relations(main).values() if kind == "comments")
    return next((part for part in found if part in changes.package), "")


def without_ours(changes: Changes, main: str) -> Before:
    """Takes our comments of an earlier time out, with all that leads to them."""
    part = comments_part(changes, main)
    if not part:
        return Before(0, frozenset(), -1)
    root = changes.tree(part)
    comments = list(root.iter(_COMMENT))
    highest = max((_number(comment) for comment in comments), default=-1)
    ours = [comment for comment in comments if comment.get(_INITIALS) == MARK]
    answered = _answered(changes, main) if ours else frozenset()
    kept = frozenset(_lines(comment) for comment in ours if _paragraph_id(comment) in answered)
    ours = [comment for comment in ours if _paragraph_id(comment) not in answered]
    if not ours:
        return Before(0, kept, highest)
    numbers = {comment.get(_ID) for comment in ours}
    _take_out(changes, part, root, lambda entry: entry in ours)
    _take_out(changes, main, changes.tree(main), lambda entry: _leads_to(entry, numbers))
    _forget(changes, main, {_paragraph_id(comment) for comment in ours} - {""})
    left = (_number(comment) for comment in comments if comment not in ours)
    return Before(len(ours), kept, max(left, default=-1))


def add_comments(
    changes: Changes, main: str, space: str, remarks: Sequence[tuple[int, Remark]], signed: Signed
) -> None:
    """Writes numbered comments behind those that are there; makes the part where the document has none."""
    part = comments_part(changes, main)
    new = "".join(_comment(number, remark, signed) for number, remark in remarks).encode()
    if not part:
        folder = main.rpartition("/")[0]
        part = changes.free(f"{folder}/comments".lstrip("/"), ".xml")
        head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{space}">'
        changes.put(part, head.encode() + new + b"</w:comments>")
        changes.declare(part, _TYPE)
        changes.relate(main, "comments", part)
        return
    data = changes.markup(part)
    root = root_of(data)
    if root.prefix != "w:":
        new = new.replace(b"<w:comment ", f'<w:comment xmlns:w="{space}" '.encode())
    changes.put(part, spliced(data, [root.adding(root.spot.closing, new)]))


def _comment(number: int, remark: Remark, signed: Signed) -> str:
    """One comment; its first line stands out, as what it is about."""
    first, *rest = remark.lines
    mark = "<w:r><w:annotationRef/></w:r>"
    lines = [f"<w:p>{mark}{run(first, '<w:rPr><w:b/></w:rPr>')}</w:p>", *(f"<w:p>{run(line)}</w:p>" for line in rest)]
    dated = f' w:date="{signed.day}"' if signed.day else ""
    head = f'w:id="{number}" w:author={attribute(signed.author)}{dated} w:initials="{MARK}"'
    return f"<w:comment {head}>{''.join(lines)}</w:comment>"


def _take_out(changes: Changes, part: str, root: _Element, goes: Callable[[_Element], bool]) -> None:
    """Takes elements out of a part, and nothing else."""
    spots = Spots(changes.markup(part), root)
    out = [spots.of(entry) for entry in root.iter("*") if goes(entry)]
    changes.put(part, spliced(spots.data, [Edit(spot.start, spot.end, b"") for spot in out]))


def _leads_to(entry: _Element, numbers: set[str | None]) -> bool:
    """Whether it is an end of one of these comments, the run that refers to it, or the reference in another run."""
    if entry.tag in _ENDS:
        return entry.get(_ID) in numbers
    if entry.tag == R:
        told = [child for child in entry if child.tag != _RPR]
        return len(told) == 1 and told[0].tag == _REFERENCE and told[0].get(_ID) in numbers
    if entry.tag != _REFERENCE or entry.get(_ID) not in numbers:
        return False
    holder = entry.getparent()
    return holder is None or not _leads_to(holder, numbers)


def _forget(changes: Changes, main: str, paragraphs: set[str]) -> None:
    """Takes out what newer parts say of comments that are no longer there."""
    durable: set[str] = set()
    for wanted in _ABOUT if paragraphs else ():
        for kind, part in changes.package.relations(main).values():
            if kind == wanted and part in changes.package:
                root = changes.tree(part)
                named = {entry: (_said(entry, "paraId"), _said(entry, "durableId")) for entry in root}
                gone = {entry for entry, (own, lasting) in named.items() if own in paragraphs or lasting in durable}
                durable |= {named[entry][1] for entry in gone} - {""}
                _take_out(changes, part, root, gone.__contains__)


def _answered(changes: Changes, main: str) -> frozenset[str]:
    """The paragraphs that other comments answer."""
    parts = [part for kind, part in changes.package.relations(main).values() if kind == _ABOUT[0]]
    found = {
        _said(entry, "paraIdParent")
        for part in parts
        if part in changes.package
        for entry in changes.tree(part).iter("*")
    }
    return frozenset(found - {""})


def _said(entry: _Element, name: str) -> str:
    """An attribute by its name without its namespace."""
    return next((str(value) for key, value in entry.items() if str(key).rpartition("}")[2] == name), "")


def _paragraph_id(comment: _Element) -> str:
    paragraphs = list(comment.iter(P))
    return _said(paragraphs[-1], "paraId") if paragraphs else ""


def _lines(comment: _Element) -> tuple[str, ...]:
    return tuple("".join(text.text or "" for text in paragraph.iter(T)) for paragraph in comment.iter(P))


def _number(comment: _Element) -> int:
    number = comment.get(_ID) or ""
    return int(number) if number.isdecimal() and len(number) < 10 else -1
