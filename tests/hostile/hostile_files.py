"""Hostile files, built byte by byte: packages whose headers lie, the smallest document and workbook around any XML."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.open import read_draft
from showproof.formats.package import pack
from showproof.model import Block, Outline

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
SAVE_AGAIN = "open it in your office program and save it again"
DAMAGED = f"the package is damaged; {SAVE_AGAIN}"


class Part(NamedTuple):
    """An entry of a package; `local` and `central` replace what its two headers say."""

    name: str | bytes
    data: bytes = b""
    local: Mapping[str, Any] = {}
    central: Mapping[str, Any] = {}
    method: int = 8
    packed: bytes | None = None
    """The bytes as they lie in the file, where they are not those of the method."""


def deflated(data: bytes) -> bytes:
    """Bare deflated bytes."""
    return zlib.compress(data, 9, wbits=-15)


def zipped(parts: Iterable[Part], end: Mapping[str, int] | None = None, comment: bytes = b"") -> bytes:
    """A package of the parts; `end` replaces what its last record says: `count`, `size`, `start`, `disk`."""
    body, directory, count = b"", b"", 0
    for part in parts:
        packed = part.packed
        if packed is None:
            packed = deflated(part.data) if part.method == 8 else part.data
        usual = {
            "name": part.name.encode() if isinstance(part.name, str) else part.name, "flags": 0x800, "extra": b"",
            "method": part.method, "crc": zlib.crc32(part.data), "packed": len(packed), "size": len(part.data),
            "attributes": 0, "offset": len(body),
        }  # fmt: skip
        body += local_header(usual | dict(part.local)) + packed
        directory += central_header(usual | dict(part.central))
        count += 1
    said = {"count": count, "size": len(directory), "start": len(body), "disk": 0} | dict(end or {})
    return body + directory + end_record(said, comment)


def local_header(said: Mapping[str, Any]) -> bytes:
    """The header before an entry's bytes."""
    sizes = (said["crc"], said["packed"], said["size"], len(said["name"]), len(said["extra"]))
    head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, said["flags"], said["method"], 0, 33, *sizes)
    return bytes(head + said["name"] + said["extra"])


def central_header(said: Mapping[str, Any]) -> bytes:
    """The header of an entry in the directory."""
    sizes = (said["crc"], said["packed"], said["size"], len(said["name"]), len(said["extra"]), 0, 0, 0)
    head = struct.pack("<4s6H3I5H", b"PK\1\2", 3 << 8 | 20, 20, said["flags"], said["method"], 0, 33, *sizes)
    return bytes(head + struct.pack("<2I", said["attributes"], said["offset"]) + said["name"] + said["extra"])


def end_record(said: Mapping[str, int], comment: bytes = b"") -> bytes:
    """The record at the end of a package."""
    counts = (said["count"] & 0xFFFF, said["count"] & 0xFFFF)
    facts = (said["disk"], said["disk"], *counts, said["size"], said["start"], len(comment))
    return struct.pack("<4s4H2IH", b"PK\5\6", *facts) + comment


def quoted_overlap_bomb(entries: int, size: int) -> bytes:
    """A package in which each entry quotes the headers of those after it, and all of them end in one long run of zeros.

    To a program that only follows the directory every entry is sound, checksum and all.
    """
    stream, plain = deflated(bytes(size)), bytes(size)
    name_of = "word/{:04}.xml".format
    body, central = b"", []
    for number in reversed(range(entries)):
        said = {
            "name": name_of(number).encode(), "flags": 0, "extra": b"", "method": 8, "attributes": 0,
            "crc": zlib.crc32(plain), "packed": len(stream), "size": len(plain),
        }  # fmt: skip
        header = local_header(said)
        central.append((said, len(header) + len(stream)))
        body = header + stream
        stream = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF) + body
        plain = header + plain
    whole = len(body)
    directory = b"".join(central_header(said | {"offset": whole - behind}) for said, behind in reversed(central))
    return body + directory + end_record({"count": entries, "size": len(directory), "start": whole, "disk": 0})


def relations(targets: Mapping[str, tuple[str, str]], more: str = "") -> bytes:
    """A part of relationships: id to kind and target."""
    lines = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{to}"/>' for name, (kind, to) in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}{more}</Relationships>'.encode()


def types(main: str, kind: str) -> bytes:
    """A part of content types that names only the main part."""
    return f'<Types><Override PartName="/{main}" ContentType="application/{kind}.main+xml"/></Types>'.encode()


def docx_parts(body: str = "", extra: Mapping[str, bytes | str] | None = None) -> dict[str, bytes]:
    """The parts of a document with this body; `extra` adds or replaces some."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types(
            "word/document.xml", "vnd.openxmlformats-officedocument.wordprocessingml.document"
        ),
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body or p('Text')}</w:body></w:document>",
        **(extra or {}),
    }
    return {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}


def docx(body: str = "", extra: Mapping[str, bytes | str] | None = None) -> bytes:
    """A document with this body."""
    return pack(docx_parts(body, extra))


def p(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def xlsx_parts(sheet: str, strings: str = "", extra: Mapping[str, bytes | str] | None = None) -> dict[str, bytes]:
    """The parts of a workbook with one sheet named Plan."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types("xl/workbook.xml", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            {"r1": ("worksheet", "sheet1.xml"), "r2": ("sharedStrings", "strings.xml")}
        ),
        "xl/sheet1.xml": f'<worksheet xmlns="{S}">{sheet}</worksheet>',
        "xl/strings.xml": f'<sst xmlns="{S}">{strings}</sst>',
        **(extra or {}),
    }
    return {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}


def xlsx(sheet: str, strings: str = "", extra: Mapping[str, bytes | str] | None = None) -> bytes:
    """A workbook whose one sheet is this XML."""
    return pack(xlsx_parts(sheet, strings, extra))


def cell(place: str, text: str) -> str:
    """A cell with its own text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def read(data: bytes, name: str = "draft.docx", limits: Limits = USUAL) -> Outline:
    """The outline of a draft."""
    return read_draft(data, Path(name), limits)


def refused(data: bytes, name: str = "draft.docx", limits: Limits = USUAL) -> str:
    """What is said of a draft that cannot be read, after its name; one line and exit code 3."""
    with pytest.raises(UnreadableError) as caught:
        read_draft(data, Path(name), limits)
    said = str(caught.value)
    assert "\n" not in said
    assert caught.value.exit_code == 3
    return said.removeprefix(f"{name}: ")


def texts(outline: Outline) -> list[str]:
    """Every text of an outline in reading order."""
    found = []
    for item in outline.items:
        found += [item.text] if isinstance(item, Block) else [one.text for row in item.rows for one in row]
    return found
