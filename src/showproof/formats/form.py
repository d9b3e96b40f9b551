"""A form: an artifact type with the context in its texts and the answers in place, ready to be laid out.

Writers turn a form into a file and know nothing of catalogues; what they share (tags, bookmarks) is named here.
"""

from __future__ import annotations

from dataclasses import dataclass

from showproof.catalog.artifact import ValueType
from showproof.formats.figure import Figure
from showproof.formats.identity import mark, tag

__all__ = ["Document", "Form", "FormTable", "Question", "Section", "mark", "tag"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One prompt, or one column."""

    id: str
    label: str
    type: ValueType
    guidance: str
    options: tuple[str, ...]
    required: bool
    width: int
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTable:
    """Columns, and rows of cells in their order; empty cells are ''. Rows hold answers first, then empty ones."""

    columns: tuple[Question, ...]
    rows: tuple[tuple[str, ...], ...]
    least: int
    layout: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part: heading, guidance, questions, table."""

    id: str
    title: str
    guidance: str
    questions: tuple[Question, ...]
    table: FormTable | None
    figures: tuple[Figure, ...] = ()
    """Pictures of what stands in it, for after its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every file says of itself, whatever stands in it."""

    artifact: str
    """What it was made from: the id of an artifact type, or of a role."""
    kind_title: str
    version: str
    title: str
    properties: tuple[tuple[str, str], ...]
    language: str = "en-US"
    paper: str = "letter"

    @property
    def origin(self) -> str:
        """What the foot of each page says."""
        return f"{self.artifact} · template {self.version}" if self.version else self.artifact

    @property
    def face(self) -> tuple[str, int]:
        """Font of a document, and half points of its smaller text."""
        return "Calibri", 19


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Document):
    """All that a writer needs."""

    head: Section
    looked_for: tuple[tuple[str, tuple[str, ...]], ...]
    """What reviewers look for: a skill row's title with the essentials that it needs."""
    sections: tuple[Section, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All pictures, in their order."""
        return tuple(figure for section in self.sections for figure in section.figures)
