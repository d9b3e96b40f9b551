"""One door for writing remarks into a file: a copy of which nothing but comments and what leads to them is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.open import office_kind
from showproof.formats.package import Package
from showproof.formats.remark import Remarked
from showproof.formats.repack import repacked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from showproof.formats.figure import Figure
    from showproof.formats.remark import Remark, Signed
    from showproof.model import Outline

_SIGNED = "origin"
_SIGNATURES = "_xmlsignatures/"


def is_text(outline: Outline) -> bool:
    """Whether a file is plain text, in which no comment can stand."""
    return outline.format == "md"


def refuse_unsuited(data: bytes, path: Path, outline: Outline, limits: Limits = USUAL, *, force: bool = False) -> None:
    """Raises UnreadableError for a file that cannot take comments, or, unless forced, whose signature would break."""
    if is_text(outline):
        raise UnreadableError(
            "text has no comments: what is written into it becomes part of the draft",
            where=str(path),
            remedy="read its findings with `showproof score`, or save it as .docx",
        )
    if not force and is_signed(Package(data, str(path), limits)):
        raise UnreadableError(
            "it is signed, and comments would break the signature",
            where=str(path),
            remedy="annotate a copy without the signature, or say --force",
        )


def is_signed(package: Package) -> bool:
    """Whether somebody signed the file with a certificate."""
    kinds = {kind for kind, _ in package.relations("").values()}
    return _SIGNED in kinds or any(name.lower().startswith(_SIGNATURES) for name in package.names)


def annotated(
    data: bytes,
    path: Path,
    remarks: Sequence[Remark],
    signed: Signed,
    limits: Limits = USUAL,
    figures: Sequence[Figure] = (),
) -> Remarked:
    """The file with remarks in it as comments or notes, and with pictures at its end where there are any.

    Ours of an earlier time give way, others stay. The same file, remarks and pictures give the same bytes. Raises
    UnreadableError for a file that cannot take them.
    """
    package = Package(data, str(path), limits)
    notices = ("its signature is broken by the comments",) if is_signed(package) else ()
    if office_kind(package) == "docx":
        from showproof.formats.docx.annotate import annotate_docx

        put = annotate_docx(package, remarks, signed, figures)
        made = repacked(data, put.changes.encoded(), package.shown, limits, put.gone)
        return Remarked(made, put.written, put.replaced, (), (*notices, *put.notices), bool(figures))
    from showproof.formats.xlsx.annotate import annotate_xlsx

    book = annotate_xlsx(package, remarks, signed.author, figures)
    made = repacked(data, book.changes.encoded(), package.shown, limits, book.gone)
    return Remarked(made, book.written, book.replaced, tuple(book.moved), (*notices, *book.notices), book.drawn)
