"""One door for drafts of every format: told apart by what they hold, whatever their name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.looked_over import looked_over
from showproof.formats.package import Package, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from showproof.model import Outline

_TEXT_NAMES = (".md", ".markdown", ".txt")
_OFFICE_NAMES = (".docx", ".dotx", ".docm", ".dotm", ".xlsx", ".xltx", ".xlsm")

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF cannot be scored by place", "hand in the .docx, .xlsx or .md it was made from"),
    (b"{\\rtf", "this is rich text", "save it as .docx"),
    (b"\x1f\x8b", "this is a gzip archive", "unpack it and hand in the draft itself"),
    (b"BZh", "this is a bzip2 archive", "unpack it and hand in the draft itself"),
    (b"\xfd7zXZ\x00", "this is an xz archive", "unpack it and hand in the draft itself"),
    (b"7z\xbc\xaf\x27\x1c", "this is a 7-Zip archive", "unpack it and hand in the draft itself"),
    (b"Rar!", "this is a RAR archive", "unpack it and hand in the draft itself"),
    (b"\x89PNG", "this is a picture", "hand in the document itself, not a picture of it"),
    (b"\xff\xd8\xff", "this is a picture", "hand in the document itself, not a picture of it"),
    (b"GIF8", "this is a picture", "hand in the document itself, not a picture of it"),
    (b"II*\x00", "this is a picture", "hand in the document itself, not a picture of it"),
    (b"MM\x00*", "this is a picture", "hand in the document itself, not a picture of it"),
)

_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = {"text": ".docx", "spreadsheet": ".xlsx"}
_MAIN_TYPES = (
    ("sheet.binary", "xlsb"),
    ("wordprocessingml", "docx"),
    ("ms-word", "docx"),
    ("spreadsheetml", "xlsx"),
    ("ms-excel", "xlsx"),
    ("presentationml", "pptx"),
    ("ms-powerpoint", "pptx"),
)
_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))


def read_file(path: Path, limits: Limits = USUAL) -> Outline:
    """The outline of the file at a path; see `read_draft`."""
    return read_draft(read_bytes(path, limits), path, limits)


def read_draft(data: bytes, path: Path, limits: Limits = USUAL) -> Outline:
    """The outline of the bytes of a .docx, .xlsx, Markdown or text file.

    Raises UnreadableError, one line with what to do, for anything else and for what is broken, locked or too large.
    """
    return looked_over(_read(data, path, limits), limits)


def open_workbook(path: Path, limits: Limits = USUAL) -> Package:
    """The package of a workbook. Raises UnreadableError, one line with what to do, for any other file."""
    data, shown = read_bytes(path, limits), str(path)
    if data.startswith(_CFB):
        raise _legacy(data, shown)
    if not data.startswith(b"PK"):
        raise UnreadableError("not a workbook", where=shown, remedy="save it as .xlsx in your office program")
    package = Package(data, shown, limits)
    kind = office_kind(package)
    if kind == "docx":
        raise UnreadableError("a text document, not a workbook", where=shown, remedy="name the .xlsx file")
    if kind != "xlsx":
        raise _other_zip(package, kind)
    return package


def _read(data: bytes, path: Path, limits: Limits) -> Outline:
    shown = str(path)
    if data.startswith(b"PK"):
        return _read_package(Package(data, shown, limits))
    if data.startswith(_CFB):
        raise _legacy(data, shown)
    for signature, message, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(message, where=shown, remedy=remedy)
    return _read_text(data, path, limits)


def _read_package(package: Package) -> Outline:
    kind = office_kind(package)
    if kind == "docx":
        from showproof.formats.docx.read import read_docx

        return read_docx(package)
    if kind == "xlsx":
        from showproof.formats.xlsx.read import read_xlsx

        return read_xlsx(package)
    raise _other_zip(package, kind)


def office_kind(package: Package) -> str:
    """What the main part is by its content type, or else by the folder of its parts; "" for no office file."""
    if "[Content_Types].xml" not in package:
        return ""
    main = next((target for kind, target in package.relations("").values() if kind == "officeDocument"), "")
    types = package.xml("[Content_Types].xml")
    named = {str(entry.get("PartName", "")).lstrip("/"): str(entry.get("ContentType", "")) for entry in types}
    for word, kind in _MAIN_TYPES:
        if word in named.get(main, "").lower():
            return kind
    return next((kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in package.names)), "")


def _other_zip(package: Package, kind: str) -> UnreadableError:
    where = package.shown
    if kind == "pptx":
        return UnreadableError("slides are not scored", where=where, remedy="hand in the draft as .docx, .xlsx or .md")
    if kind == "xlsb":
        return UnreadableError("this is a binary workbook", where=where, remedy="save it as .xlsx")
    if "mimetype" in package:
        return _open_document(package.read("mimetype").decode("ascii", "replace"), where)
    if any(name.startswith("Index/") or name.endswith((".iwa", "Index.zip")) for name in package.names):
        return UnreadableError("this is a Pages or Numbers file", where=where, remedy="export it as .docx or .xlsx")
    return UnreadableError(
        "a zip archive without a document", where=where, remedy="unpack it and hand in the draft itself"
    )


def _open_document(mimetype: str, where: str) -> UnreadableError:
    for word, name in _OPEN_DOCUMENT.items():
        if f"opendocument.{word}" in mimetype:
            return UnreadableError(f"this is an OpenDocument {word}", where=where, remedy=f"save it as {name}")
    return UnreadableError("this format is not scored", where=where, remedy="hand in the draft as .docx, .xlsx or .md")


def _legacy(data: bytes, shown: str) -> UnreadableError:
    if _ENCRYPTED in data:
        return UnreadableError("password-protected", where=shown, remedy="save it without a password")
    return UnreadableError("saved in the 1997 format", where=shown, remedy="save it as .docx or .xlsx")


def _read_text(data: bytes, path: Path, limits: Limits) -> Outline:
    from showproof.formats.markdown.read import read_markdown

    try:
        outline = read_markdown(data, str(path), limits)
    except UnreadableError as error:
        if path.suffix.lower() in _TEXT_NAMES or "UTF-8" not in error.message:
            raise
        outline = None
    ending = path.suffix.lower()
    if outline and ending in (*_TEXT_NAMES, ""):
        return outline
    if outline and ending in _OFFICE_NAMES:
        message, remedy = f"found plain text under the name {ending}", "save the draft again in your office program"
        raise UnreadableError(message, where=str(path), remedy=remedy)
    if outline:
        remedy = "hand in the .docx, .xlsx or .md file itself"
        raise UnreadableError(f"a {ending} file is no draft", where=str(path), remedy=remedy)
    raise UnreadableError("neither a document nor text", where=str(path), remedy="hand in a .docx, .xlsx or .md file")
