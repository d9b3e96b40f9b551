"""An office file is a zip of XML parts: written with the same bytes each time, opened only within limits."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits, in_units
from showproof.formats.strict import transitional

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from lxml import etree

_LEVEL = 6
_DEFLATE = 8
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DOS_DATE = 1 << 5 | 1
_UTF8_NAME = 0x800
_UNIX = 3 << 8
_READ_WRITE = 0o100600 << 16


def pack(parts: Mapping[str, bytes], same: Container[str] = (), level: int = _LEVEL) -> bytes:
    """A zip of the parts in the order given, without clock or machine in it.

    `same` names the parts that are the same in file after file; they are deflated once. `level` is how hard the others
    are deflated, 1 to 9.
    """
    entries: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, data in parts.items():
        packed, checksum = _remembered(data) if name in same else _deflated(data, level)
        path = name.encode()
        facts = (20, _UTF8_NAME, _DEFLATE, 0, _DOS_DATE, checksum, len(packed), len(data), len(path), 0)
        entries += (_LOCAL.pack(b"PK\3\4", *facts), path, packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _UNIX | 20, *facts, 0, 0, 0, _READ_WRITE, offset), path)
        offset += _LOCAL.size + len(path) + len(packed)
    listing = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listing), offset, 0)
    return b"".join((*entries, listing, end))


def _deflated(data: bytes, level: int) -> tuple[bytes, int]:
    return zlib.compress(data, level, wbits=-zlib.MAX_WBITS), zlib.crc32(data)


@lru_cache(maxsize=64)
def _remembered(data: bytes) -> tuple[bytes, int]:
    return _deflated(data, _LEVEL)


def read_bytes(path: Path, limits: Limits = USUAL) -> bytes:
    """A regular file's bytes. Raises UnreadableError with the remedy."""
    shown = str(path)
    try:
        facts = path.stat()
    except FileNotFoundError:
        raise UnreadableError("no such file", where=shown, remedy="check the name and the folder") from None
    except OSError as error:
        raise UnreadableError(_reason(error), where=shown, remedy="check the name and your rights to it") from None
    if stat.S_ISDIR(facts.st_mode):
        raise UnreadableError(
            "this is a folder", where=shown, remedy="name a file in it, or score the folder"
        ) from None
    if not stat.S_ISREG(facts.st_mode):
        raise UnreadableError("not a regular file", where=shown, remedy="copy it to a plain file first")
    if facts.st_size == 0:
        raise UnreadableError("the file is empty", where=shown, remedy="save the draft again and check its size")
    if facts.st_size > limits.file:
        found = f"found {in_units(facts.st_size)}; allowed: {in_units(limits.file)}"
        raise UnreadableError(found, where=shown, remedy="shrink its pictures")
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(_reason(error), where=shown, remedy="check your rights to it") from None


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


class Package:
    """The parts of an office file, unpacked one by one and only when asked for."""

    def __init__(self, data: bytes, shown: str, limits: Limits = USUAL) -> None:
        self.shown = shown
        self.limits = limits
        self._data = data
        self._total = 0
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self._broken("the package is damaged") from None
        if len(entries) > limits.entries:
            raise self._broken(f"found {len(entries)} entries; allowed: {limits.entries}")
        self.names = {info.filename.replace("\\", "/").lstrip("/"): info for info in entries}
        if len({name.lower() for name in self.names}) != len(entries):
            raise self._broken("two entries have the same name")

    def _broken(self, message: str) -> UnreadableError:
        return UnreadableError(message, where=self.shown, remedy="open it in your office program and save it again")

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """One part's bytes, counted while they are unpacked."""
        info = self.names.get(name)
        if info is None:
            raise self._broken(f"the part {name} is missing")
        if info.flag_bits & 1:
            raise UnreadableError("password-protected", where=self.shown, remedy="save it without a password")
        limits = self.limits
        data = _inflated(self._data, info, limits.part)
        if data is None:
            raise self._broken(f"the part {name} is damaged")
        self._total += len(data)
        if len(data) > limits.part or self._total > limits.total:
            raise self._broken(f"the part {name} unpacks to more than {in_units(limits.part)}")
        if len(data) > limits.grace and len(data) > limits.ratio * max(info.compress_size, 1):
            raise self._broken(f"the part {name} unpacks to over {limits.ratio} times its size")
        return data

    def xml(self, name: str) -> etree._Element:
        """One part as a tree. Raises UnreadableError for broken XML and for any document type declaration."""
        from lxml import etree

        data = self.read(name)
        if b"<!DOCTYPE" in data:
            raise self._broken(f"the part {name} declares a document type")
        try:
            root = etree.fromstring(transitional(data), _parser())
        except (etree.XMLSyntaxError, ValueError, OSError):
            raise self._broken(f"the part {name} is not well-formed XML") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._broken(f"the part {name} declares a document type")
        return root

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Relationship id to (type's last word, target part name) of one part; outside targets are left out."""
        folder, _, leaf = name.rpartition("/")
        rels = f"{folder}/_rels/{leaf}.rels".lstrip("/")
        if rels not in self:
            return {}
        found = {}
        for relation in self.xml(rels):
            if not isinstance(relation.tag, str) or relation.get("TargetMode") == "External":
                continue
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            found[str(relation.get("Id"))] = (kind, _resolve(folder, str(relation.get("Target", ""))))
        return found


def _inflated(data: bytes, info: zipfile.ZipInfo, most: int) -> bytes | None:
    """An entry's bytes, at most one more than allowed; None when they are not what the package says.

    Unpacked by hand: whatever the headers claim, no more than the limit is ever made, and no other method is tried.
    """
    at = info.header_offset
    header = data[at : at + _LOCAL.size]
    if len(header) < _LOCAL.size or not header.startswith(b"PK\3\4"):
        return None
    start = at + _LOCAL.size + sum(_LOCAL.unpack(header)[-2:])
    packed = data[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        found = packed[: most + 1]
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        try:
            found = zlib.decompressobj(-15).decompress(packed, most + 1)
        except zlib.error:
            return None
    else:
        return None
    return found if len(found) > most or zlib.crc32(found) == info.CRC else None


def _resolve(folder: str, target: str) -> str:
    """A relationship target as a part name: relative to the folder of its source unless it starts with a slash."""
    steps = [] if target.startswith("/") else [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step and step != ".":
            steps.append(step)
    return "/".join(steps)
