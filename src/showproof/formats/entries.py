"""The entries of a zip package, checked against each other before a byte of them is unpacked.

What the directory at the end says is what is read, as office programs do; the header before each entry must say the
same, and no two entries may share a byte. So a part is the same part to every program that opens the file.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from showproof.errors import UnreadableError

if TYPE_CHECKING:
    from showproof.formats.limits import Limits

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
_LOCATOR = struct.Struct("<4sIQI")
_LONG_END = struct.Struct("<4sQ2H2I4Q")
IS_LOCAL, IS_CENTRAL, IS_END, _IS_LOCATOR, _IS_LONG_END = (
    b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\7", b"PK\6\6",
)  # fmt: skip
_LONGEST_COMMENT = 0xFFFF
_FULL_16, _FULL_32 = 0xFFFF, 0xFFFF_FFFF
_LONG_FACTS = 1
"""Number of the extra field that holds sizes and places beyond 4 GB."""
_ENCRYPTED, _SIZES_FOLLOW, UTF8_NAME = 0x1, 0x8, 0x800
_STORED, DEFLATED = 0, 8


class Entry(NamedTuple):
    """One part as it lies in the file; sizes in bytes, `start` is where its packed bytes begin."""

    name: str
    method: int
    encrypted: bool
    checksum: int
    packed_size: int
    file_size: int
    header: int
    start: int


class _Directory(NamedTuple):
    """Where the list of entries lies, how long it is, and how many it names."""

    start: int
    size: int
    entries: int


def broken(shown: str, message: str) -> UnreadableError:
    """The error of a package that its own program can mend."""
    return UnreadableError(message, where=shown, remedy="open it in your office program and save it again")


def entries_of(data: bytes, shown: str, limits: Limits) -> dict[str, Entry]:
    """The entries by the name that every program would look them up by; see `same_name`. Folders are left out.

    Raises UnreadableError for more entries than allowed, two of one name, and whatever does not fit together.
    """
    try:
        directory = _directory(data)
        if directory.entries > limits.entries:
            raise broken(shown, f"found {directory.entries:,} entries; allowed: {limits.entries:,}")
        entries = _listed(data, directory)
    except (struct.error, _DamagedError):
        raise broken(shown, "the package is damaged") from None
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.name.endswith("/") and not entry.file_size:
            continue
        if found.setdefault(same_name(entry.name), entry) is not entry:
            raise broken(shown, "two entries have the same name")
    ends = 0
    for entry in sorted(entries, key=lambda entry: entry.header):
        if entry.header < ends:
            raise broken(shown, "two entries share bytes")
        ends = entry.start + entry.packed_size
    if ends > directory.start:
        raise broken(shown, "two entries share bytes")
    return found


def unpacked(data: bytes, entry: Entry) -> bytes | None:
    """An entry's bytes; None where they are not what the package says. No more is made than it says."""
    packed = data[entry.start : entry.start + entry.packed_size]
    if entry.method == DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            found = stream.decompress(packed, entry.file_size + 1)
        except zlib.error:
            return None
        whole = stream.eof
    else:
        found, whole = packed, entry.method == _STORED
    as_said = whole and len(found) == entry.file_size and zlib.crc32(found) == entry.checksum
    return found if as_said else None


@lru_cache(maxsize=256)
def same_name(name: str) -> str:
    """What a name comes to when it is looked up: case, escapes, backslashes and detours make no other part."""
    return straight(unquote(name.partition("\0")[0]).replace("\\", "/").casefold())


def straight(path: str) -> str:
    """A path without detours: no `..`, `.` or empty step in it, nor a slash before it."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step and step != ".":
            steps.append(step)
    return "/".join(steps)


class _DamagedError(Exception):
    """The package does not fit together."""


def _directory(data: bytes) -> _Directory:
    """The directory that the end of the file points at: one, and reached by one way only."""
    at = _end(data)
    _, disk, first_disk, here, count, size, start, _ = END.unpack_from(data, at)
    over = at
    if at >= _LOCATOR.size and data.startswith(_IS_LOCATOR, at - _LOCATOR.size):
        over, long = _long_directory(data, at - _LOCATOR.size)
        short = _Directory(start, size, count)
        full = (_FULL_32, _FULL_32, _FULL_16)
        if any(said not in (whole, top) for said, whole, top in zip(short, long, full, strict=True)):
            raise _DamagedError
        start, size, count = long
    elif disk or first_disk or here != count:
        raise _DamagedError
    if start + size != over:
        raise _DamagedError
    return _Directory(start, size, count)


def _end(data: bytes) -> int:
    """Where the end record stands: the one whose comment ends with the file, or else the only one there is."""
    least = max(0, len(data) - _LONGEST_COMMENT - END.size)
    found = []
    at = data.find(IS_END, least)
    while at >= 0 and at + END.size <= len(data):
        found.append(at)
        at = data.find(IS_END, at + 1)
    fitting = [at for at in found if at + END.size + END.unpack_from(data, at)[-1] == len(data)]
    chosen = fitting or found
    if len(chosen) != 1:
        raise _DamagedError
    return chosen[0]


def _long_directory(data: bytes, locator: int) -> tuple[int, _Directory]:
    """The same for a package in the long form: where its own end record begins, and what that says."""
    _, _, at, _ = _LOCATOR.unpack_from(data, locator)
    if at + _LONG_END.size > locator:
        raise _DamagedError
    mark, length, _, _, _, _, _, count, size, start = _LONG_END.unpack_from(data, at)
    if mark != _IS_LONG_END or at + 12 + length != locator:
        raise _DamagedError
    return at, _Directory(start, size, count)


def _listed(data: bytes, directory: _Directory) -> list[Entry]:
    found = []
    at = directory.start
    over = at + directory.size
    for _ in range(directory.entries):
        (mark, _, _, flags, method, _, _, checksum, packed, size, name, extra, comment, _, _, _, header) = (
            CENTRAL.unpack_from(data, at)
        )
        at += CENTRAL.size
        raw = data[at : at + name]
        if mark != IS_CENTRAL:
            raise _DamagedError
        if _FULL_32 in (packed, size, header):
            size, packed, header = _long_facts(data[at + name : at + name + extra], size, packed, header)
        at += name + extra + comment
        start = _start(data, header, raw, (flags, method, checksum, packed, size))
        found.append(Entry(_text(raw, flags), method, bool(flags & _ENCRYPTED), checksum, packed, size, header, start))
    if at != over:
        raise _DamagedError
    return found


def _long_facts(extra: bytes, *facts: int) -> list[int]:
    """Size, packed size and place, those that did not fit replaced by what the extra field says."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == _LONG_FACTS:
            held = extra[at + 4 : at + 4 + length]
            long = iter(struct.unpack(f"<{len(held) // 8}Q", held[: len(held) // 8 * 8]))
            try:
                return [next(long) if fact == _FULL_32 else fact for fact in facts]
            except StopIteration:
                raise _DamagedError from None
        at += 4 + length
    raise _DamagedError


def _start(data: bytes, header: int, name: bytes, said: tuple[int, int, int, int, int]) -> int:
    """Where the packed bytes begin, once the header before them has said the same as the directory.

    `said` are the directory's flags, method, checksum, packed and unpacked size.
    """
    facts: tuple[bytes, int, int, int, int, int, int, int, int, int, int] = LOCAL.unpack_from(data, header)
    mark, _, flags, method, _, _, checksum, packed, size, length, extra = facts
    start = header + LOCAL.size + length + extra
    same = mark == IS_LOCAL and length == len(name) and data.startswith(name, header + LOCAL.size)
    same = same and method == said[1] and not flags & ~said[0] & _ENCRYPTED
    if same and not flags & _SIZES_FOLLOW:
        if _FULL_32 in (packed, size):
            size, packed = _long_facts(data[start - extra : start], size, packed)
        same = (checksum, packed, size) == said[2:]
    if not same or start + said[3] > len(data):
        raise _DamagedError
    return start


def _text(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8" if flags & UTF8_NAME or raw.isascii() else "cp437")
    except UnicodeDecodeError:
        return raw.decode("cp437")
