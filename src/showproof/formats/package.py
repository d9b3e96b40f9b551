"""An office file is a zip of XML parts: written with the same bytes each time, opened only within limits."""

from __future__ import annotations

import os
import stat
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from showproof.errors import UnreadableError
from showproof.formats.entries import (
    CENTRAL,
    DEFLATED,
    END,
    IS_CENTRAL,
    IS_END,
    IS_LOCAL,
    LOCAL,
    UTF8_NAME,
    broken,
    entries_of,
    same_name,
    straight,
    unpacked,
)
from showproof.formats.limits import USUAL, Limits, in_units
from showproof.formats.markup import MarkupError, in_utf_8, xml_stream, xml_tree
from showproof.formats.strict import transitional

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping
    from pathlib import Path

    from lxml import etree

T = TypeVar("T")

_LEVEL = 6
_DOS_DATE = 1 << 5 | 1
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
        packed, checksum = _remembered(data) if name in same else deflated(data, level)
        path = name.encode()
        facts = (20, UTF8_NAME, DEFLATED, 0, _DOS_DATE, checksum, len(packed), len(data), len(path), 0)
        entries += (LOCAL.pack(IS_LOCAL, *facts), path, packed)
        directory += (CENTRAL.pack(IS_CENTRAL, _UNIX | 20, *facts, 0, 0, 0, _READ_WRITE, offset), path)
        offset += LOCAL.size + len(path) + len(packed)
    listing = b"".join(directory)
    end = END.pack(IS_END, 0, 0, len(parts), len(parts), len(listing), offset, 0)
    return b"".join((*entries, listing, end))


def deflated(data: bytes, level: int = _LEVEL) -> tuple[bytes, int]:
    """A part as it is packed, and its checksum."""
    return zlib.compress(data, level, wbits=-zlib.MAX_WBITS), zlib.crc32(data)


@lru_cache(maxsize=64)
def _remembered(data: bytes) -> tuple[bytes, int]:
    return deflated(data)


def read_bytes(path: Path, limits: Limits = USUAL) -> bytes:
    """A regular file's bytes, as it is at one moment. Raises UnreadableError with the remedy."""
    shown = str(path)
    try:
        facts = path.stat()
    except FileNotFoundError:
        raise UnreadableError("no such file", where=shown, remedy="check the name and the folder") from None
    except (OSError, ValueError) as error:
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
        data = path.read_bytes()
        now = path.stat()
    except OSError as error:
        raise UnreadableError(_reason(error), where=shown, remedy="check your rights to it") from None
    if _stamp(now) != _stamp(facts) or len(data) != facts.st_size:
        remedy = "wait until it is saved, and try again"
        raise UnreadableError("it changed while it was read", where=shown, remedy=remedy)
    return data


def _stamp(facts: os.stat_result) -> tuple[int, int, int]:
    return facts.st_size, facts.st_mtime_ns, facts.st_ino


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", "") or "no name of a file").lower()


class Package:
    """The parts of an office file, unpacked one by one and only when asked for."""

    def __init__(self, data: bytes, shown: str, limits: Limits = USUAL) -> None:
        self.shown = shown
        self.limits = limits
        self._data = data
        self._total = 0
        self._entries = entries_of(data, shown, limits)
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}

    def _broken(self, name: str, what: str) -> UnreadableError:
        return broken(self.shown, f"the part {name} {what}")

    @property
    def names(self) -> list[str]:
        """Names of the parts as the package writes them, but with slashes and without one before them."""
        return [entry.name.replace("\\", "/").lstrip("/") for entry in self._entries.values()]

    def __contains__(self, name: str) -> bool:
        return same_name(name) in self._entries

    def size(self, name: str) -> int:
        """Bytes of a part of the package when unpacked."""
        return self._entries[same_name(name)].file_size

    def packed(self, name: str) -> bytes:
        """One part's bytes as they lie in the file."""
        entry = self._entries[same_name(name)]
        return self._data[entry.start : entry.start + entry.packed_size]

    def read(self, name: str) -> bytes:
        """One part's bytes. Nothing is unpacked beyond what the package says, nor where that is beyond the limits."""
        entry = self._entries.get(same_name(name))
        if entry is None:
            raise self._broken(name, "is missing")
        if entry.encrypted:
            raise UnreadableError("password-protected", where=self.shown, remedy="save it without a password")
        limits = self.limits
        size = entry.file_size
        self._total += size
        if size > limits.part:
            raise self._broken(name, f"unpacks to {in_units(size)}; allowed: {in_units(limits.part)}")
        if self._total > limits.total:
            raise broken(self.shown, f"the parts unpack to over {in_units(limits.total)}")
        if size > limits.grace and size > limits.ratio * max(entry.packed_size, 1):
            raise self._broken(name, f"unpacks to over {limits.ratio} times its size")
        data = unpacked(self._data, entry)
        if data is None:
            raise self._broken(name, "is damaged")
        return data

    def markup(self, name: str) -> bytes:
        """One part's bytes in UTF-8. Raises UnreadableError for other encodings and for a document type declaration."""
        data = self.read(name)
        try:
            return in_utf_8(data)
        except MarkupError as error:
            raise self._broken(name, str(error)) from None

    def xml(self, name: str) -> etree._Element:
        """One part as a tree. Raises UnreadableError for broken XML and for any document type declaration."""
        return self.parsed(name, xml_tree)

    def parsed(self, name: str, parse: Callable[[bytes, int], T]) -> T:
        """What a parser makes of one part's XML and the most tags allowed. Raises UnreadableError as `xml` does."""
        data = transitional(self.markup(name))
        try:
            return parse(data, self.limits.tags)
        except MarkupError as error:
            raise self._broken(name, str(error)) from None

    def stream(self, name: str, wanted: tuple[str, ...], last: tuple[str, ...] = ()) -> Iterator[etree._Element]:
        """Each wanted element of a part when it ends, emptied afterwards; over when one of `last` begins.

        Names are as lxml takes them, `{*}row`. Raises UnreadableError as `xml` does.
        """
        data = self.markup(name)
        try:
            yield from xml_stream(data, wanted, last, self.limits.tags)
        except MarkupError as error:
            raise self._broken(name, str(error)) from None

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Relationship id to (type's last word, target part name) of one part; outside targets are left out."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> dict[str, tuple[str, str]]:
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


def _resolve(folder: str, target: str) -> str:
    """A relationship target as a part name: relative to the folder of its source unless it starts with a slash."""
    part = target.partition("#")[0]
    return straight(part if part.startswith("/") else f"{folder}/{part}")
