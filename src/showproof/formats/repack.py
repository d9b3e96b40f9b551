"""A package written again with some parts changed: all others are the packed bytes that they were, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.entries import (
    CENTRAL,
    DEFLATED,
    END,
    IS_CENTRAL,
    IS_END,
    IS_LOCAL,
    LOCAL,
    UTF8_NAME,
    entries_of,
    same_name,
)
from showproof.formats.limits import USUAL, Limits
from showproof.formats.package import deflated

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_FIRST_DAY = 1 << 5 | 1
"""The date of parts that are new: no clock is read."""


def repacked(
    data: bytes,
    changed: Mapping[str, bytes],
    shown: str = "",
    limits: Limits = USUAL,
    without: Collection[str] = (),
) -> bytes:
    """The package with the parts of these names changed; those that it has not come last, in the order given.

    `without` names parts that are left out.
    """
    out = {same_name(name) for name in without}
    new = {same_name(name): (name, part) for name, part in changed.items()}
    made: list[bytes] = []
    directory: list[bytes] = []
    offset = 0

    def add(name: bytes, facts: tuple[int, ...], packed: bytes) -> None:
        nonlocal offset
        made.extend((LOCAL.pack(IS_LOCAL, *facts), name, packed))
        directory.extend((CENTRAL.pack(IS_CENTRAL, 20, *facts, 0, 0, 0, 0, offset), name))
        offset += LOCAL.size + len(name) + len(packed)

    for key, entry in entries_of(data, shown, limits).items():
        if key in out:
            continue
        _, _, flags, _, time, date, *_, length, _ = LOCAL.unpack_from(data, entry.header)
        name = data[entry.header + LOCAL.size : entry.header + LOCAL.size + length]
        said = flags & UTF8_NAME
        if key in new:
            part = new.pop(key)[1]
            packed, checksum = deflated(part)
            sizes = (checksum, len(packed), len(part))
            add(name, (20, said, DEFLATED, time, date, *sizes, length, 0), packed)
        else:
            packed = data[entry.start : entry.start + entry.packed_size]
            sizes = (entry.checksum, entry.packed_size, entry.file_size)
            add(name, (20, said, entry.method, time, date, *sizes, length, 0), packed)
    for shown_name, part in new.values():
        packed, checksum = deflated(part)
        name = shown_name.encode()
        sizes = (checksum, len(packed), len(part))
        add(name, (20, UTF8_NAME, DEFLATED, 0, _FIRST_DAY, *sizes, len(name), 0), packed)
    listing = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*made, listing, END.pack(IS_END, 0, 0, count, count, len(listing), offset, 0)))
