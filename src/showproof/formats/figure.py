"""A picture for a file: its pixels, what it shows in words, and how pictures of ours are known again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

NAME = "showproof picture"
"""How the names of our pictures in a file begin."""
ADDED = "showproof added picture"
"""The same of those that a copy was given at its end, which give way when it is given new ones."""
HEADING = "Pictures drawn by showproof from this draft"
TOLD = "Drawn from the words of this draft when this file was made. They are no part of it and are not scored."
LINES = frozenset((HEADING, TOLD))
"""What stands above pictures at the end of a file; known by its words, so these never change."""
PNG = "image/png"
PIXEL = 9525
"""English metric units of a pixel."""


class Figure(NamedTuple):
    """One picture to be put into a file."""

    title: str
    said: str
    """What whoever cannot see it is told."""
    png: bytes
    width: int
    """CSS pixels at full size, as `height`."""
    height: int

    def caption(self, number: int) -> str:
        """The line below it."""
        return f"Picture {number}. {one_line(self.title)}"

    def within(self, width: int, height: int) -> tuple[int, int]:
        """Its width and height in English metric units, made smaller to fit into so many."""
        share = min(1.0, width / (self.width * PIXEL), height / (self.height * PIXEL))
        return max(round(self.width * PIXEL * share), 1), max(round(self.height * PIXEL * share), 1)


def named(mark: str, number: int, caption: str) -> str:
    """The name of a picture in a file; its last word tells its caption, since names are what every program keeps."""
    return f"{mark} {number} {_digest(caption)}"


def is_ours(name: str | None) -> bool:
    """Whether the name of a picture in a file is one of ours."""
    return (name or "").startswith((NAME, ADDED))


def is_caption(text: str, names: Iterable[str]) -> bool:
    """Whether a text is the caption of one of these pictures, as it was written."""
    told = _digest(text)
    return any(name.rpartition(" ")[2] == told for name in names)


def one_line(text: str) -> str:
    """A text as captions are compared: office programs put line ends and blanks of their own in."""
    return " ".join(text.split())


def _digest(text: str) -> str:
    return f"{crc32(one_line(text).encode()):08x}"
