"""A handout: pages to read, to tick and to write on, each about one thing; no answers are read back from it."""

from __future__ import annotations

from dataclasses import dataclass

from showproof.formats.form import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Lines below each other, each with a bullet, or with a box to tick."""

    title: str
    items: tuple[str, ...]
    boxes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a grid."""

    label: str
    share: int
    """Share of the page's width."""
    lines: int = 0
    """Lines of room where people write in it; 0 where it is only read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """A grid: a header, unless no column has a label, and rows of texts; people write in columns that have room."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The header; empty where no column has a label."""
        labels = tuple(column.label for column in self.columns)
        return labels if any(labels) else ()


Piece = Words | Items | Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of paper, one sheet of a workbook."""

    id: str
    title: str
    tab: str
    """The sheet's name."""
    lead: str
    """One or two sentences: what this page is for."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout(Document):
    """All that a writer needs. `artifact` is the role's id, `version` the digest of the rubric."""

    leaves: tuple[Leaf, ...]
    small: int = 17
    """Half points of its text."""

    @property
    def origin(self) -> str:
        """What the foot of each page says."""
        return f"{self.artifact} · rubric {self.version}"

    @property
    def face(self) -> tuple[str, int]:
        """A font that every office program has, or has one of the same widths for: a leaf must stay one page."""
        return "Arial", self.small
