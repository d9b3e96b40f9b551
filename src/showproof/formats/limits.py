"""Every limit of reading, in one place, with its reason. An option raises them; nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from showproof.errors import UserError

KB, MB = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a draft may take. "Public files" are 3,987 office files that other projects test with."""

    file: int = 20 * MB
    """Bytes of a draft as handed in; public files are shorter, but for a few data sets."""
    part: int = 64 * MB
    """Bytes of one part of a package when unpacked; public files reach 60 MB."""
    total: int = 128 * MB
    """Bytes of all parts that are unpacked; 99 of 100 public files stay below 2 MB."""
    entries: int = 2_000
    """Entries of a package; public files reach 1,033."""
    ratio: int = 200
    """Unpacked to packed size of a part; genuine parts stay below it, real bombs begin at 397."""
    grace: int = 100 * KB
    """Bytes of a part up to which any ratio is harmless."""
    tags: int = 2_000_000
    """Tags and attributes of a part that are held at once; public files reach 1.2 million, and each takes 170 bytes."""
    characters: int = 5_000_000
    """Characters of all texts of a draft together; public files reach 2 million, a long book has one."""
    blocks: int = 50_000
    """Paragraphs, headings and list items of a draft outside of tables; public files reach 11,394."""
    text: int = 2 * MB
    """Bytes of a text or Markdown draft: some hundred times a long one."""
    lines: int = 100_000
    """Lines of a text or Markdown draft: a book has fewer."""
    cells: int = 2_000_000
    """Cells of a workbook that are looked at, blank ones included."""
    filled: int = 200_000
    """Cells of a workbook that are kept; public files reach 175,095, beyond lies a data set and no document."""
    cell_text: int = 32_767
    """Characters of one cell that are kept: no more can be typed into it."""
    tree: int = 8 * MB
    """Bytes of a part of a workbook up to which it is held as one tree; a larger one is read piece by piece."""
    merged: int = 1_000
    """Cells of a merged range up to which values below its first cell are looked for."""
    memory: int = 512 * MB
    """Bytes of memory for a draft, beyond those of the program at rest; public files take 355 MB to parse at most."""
    seconds: int = 20
    """Seconds of processor time for a draft, and three times as many by the clock; public files take 1.3 to parse."""


USUAL = Limits()
"""The limits where nobody said otherwise."""

_BYTES = ("file", "part", "total", "grace", "text", "tree", "memory")
_UNITS = {"": 1, "KB": KB, "MB": MB}
_SAID = re.compile(r"([0-9]{1,12}) ?(|KB|MB)", re.IGNORECASE)


def limits_said(said: Iterable[str]) -> Limits:
    """The usual limits with those that were said as `NAME=VALUE`, such as `file=50MB` or `entries=5000`.

    Raises UserError, one line that names what is allowed.
    """
    names = [field.name for field in fields(Limits)]
    values = {}
    for one in said:
        name, _, value = one.partition("=")
        if name not in names:
            raise UserError(f'found "{name}"; allowed: {", ".join(names)}', where="--limit", remedy="say NAME=VALUE")
        match = _SAID.fullmatch(value)
        number = int(match[1]) * _UNITS[match[2].upper()] if match else 0
        if match is None or not number or (match[2] and name not in _BYTES):
            allowed = "bytes, or a number with KB or MB" if name in _BYTES else "a whole number from 1"
            raise UserError(f'found "{value}"; allowed: {allowed}', where=f"--limit {name}", remedy="change the value")
        values[name] = number
    return replace(USUAL, **values)


def in_units(size: int) -> str:
    """A number of bytes as people say it: `20 MB`, `100 KB`, `12 bytes`."""
    for unit, worth in (("MB", MB), ("KB", KB)):
        if size >= worth:
            return f"{size / worth:.1f}".removesuffix(".0") + f" {unit}"
    return f"{size} bytes"
