"""What is written beside a draft's words: a text, and the place that it is about."""

from __future__ import annotations

from typing import NamedTuple

from showproof.model import Location

MARK = "showproof"
"""How our comments are known again, whatever name they bear: the initials of comments, the first words of notes."""


class Remark(NamedTuple):
    """A text for one place; without a place it is about the whole draft and stands at its beginning."""

    place: Location | None
    lines: tuple[str, ...]
    """Paragraphs; the first is what it is about."""


class Signed(NamedTuple):
    """Whom remarks are from, and on which day they are; without one, on that of the draft."""

    author: str = MARK
    day: str = ""
    """As `2026-03-04`."""


class Remarked(NamedTuple):
    """A file with remarks in it."""

    data: bytes
    written: int
    """How many comments or notes were put in: remarks for one cell are one note."""
    replaced: int
    """How many of ours from an earlier time were taken out."""
    moved: tuple[tuple[str, str], ...] = ()
    """Places whose remark stands elsewhere, and where it stands, in words."""
    notices: tuple[str, ...] = ()
    drawn: bool = False
    """Whether the pictures that were given are in it."""
