"""A market report as read: its lines, whatever file they came from."""

from __future__ import annotations

from typing import Literal, NamedTuple

LineKind = Literal["heading", "text", "item", "row"]

MAX_LINES = 5_000
"""Lines or blocks of a report; the ones that we know have 300."""
MAX_LENGTH = 4_000
"""Characters of a line that are looked at."""


class Line(NamedTuple):
    """One line of a text file, or one block of a document."""

    number: int
    """Counted from 1 as people count lines in an editor, or blocks of a document from its top."""
    text: str
    """Without the sign that makes it a heading or an item."""
    kind: LineKind = "text"
    cells: tuple[str, ...] = ()
    """The cells of a row."""
    apart: bool = False
    """Whether an empty line stands before it."""


class Report(NamedTuple):
    """All lines that say something, in their order."""

    file: str
    lines: tuple[Line, ...]
    counted: Literal["line", "block"]
    """What a number counts."""
    notices: tuple[str, ...] = ()
