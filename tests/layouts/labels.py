"""What is measured, as plain values: the same for what a document says and for what the reader found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple


class Numbered(NamedTuple):
    """A list item or heading with the number that is shown."""

    number: str
    text: str


class Pair(NamedTuple):
    """A label with its value."""

    label: str
    value: str


class Header(NamedTuple):
    """Where the header of a table ends: the table or sheet, the last header row, the first column that it names."""

    part: str
    row: int
    column: int


class Column(NamedTuple):
    """What a column of a table is called."""

    header: Header
    column: int
    text: str


@dataclass
class Labels:
    """All that is said of one document, in its order; the `either` are neither asked for nor held against it."""

    headings: list[str] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    numbers: list[Numbered] = field(default_factory=list)
    headers: list[Header] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    either: set[str] = field(default_factory=set)
    """Folded texts."""
    levels: dict[str, int] = field(default_factory=dict)
    rows: dict[Header, int] = field(default_factory=dict)
    """Data rows under a header."""
    guidance: set[str] = field(default_factory=set)
    """Folded texts of instruction rows."""


_NUMBER = re.compile(r"^(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]|\d+(?:\.\d+)+)\s+")

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


def fold(text: str) -> str:
    """Case, spaces, thousands commas, the slash between two header rows and a closing colon do not count."""
    text = ungrouped(text.casefold().replace(" / ", " "))
    return " ".join(text.split()).rstrip(":").rstrip()


def ungrouped(text: str) -> str:
    """A text without the commas inside its numbers: some readers show a number as it is kept, some as it is shown."""
    return _THOUSANDS.sub("", text)


def unnumbered(text: str) -> str:
    """A folded heading without a number that was typed before it."""
    return _NUMBER.sub("", text)


def bare(number: str) -> str:
    """A number as shown, without what surrounds it: `(b)`, `3.2.` and `Step 4:` are b, 3.2 and step 4."""
    return fold(number.replace("_", " ")).strip("().:- ")
