"""A packet's scorecard: one rater's levels for many drafts, scale by scale, each on a sheet of its own.

The writer lays it out and the reader finds it again by these labels, which survive every office program.
"""

from __future__ import annotations

from dataclasses import dataclass

from showproof.formats.form import Document

RATER, STUDY, MADE_FROM, FINISHED = "Rater", "Study", "Made from", "Finished on"
SHEET, DONE, SCALE = "Sheet", "Rated", "Scale"
DRAFT, LEVEL, NOTE = "Draft", "Level", "What shows it, in a few words of the draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketScale:
    """One thing to rate all drafts by."""

    id: str
    """`overall`, a criterion's id, or `skill:` and a row's id."""
    tab: str
    title: str
    question: str
    anchors: tuple[str, ...]
    """A line for each level from 0 to 4."""
    codes: tuple[str, ...]
    """The drafts in the order in which this rater goes through them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketForm(Document):
    """All that a writer needs. `artifact` is the role's id and version, `version` the digest of the rubric."""

    tool: str
    """Version of showproof."""
    study: str
    rater: str
    scales: tuple[PacketScale, ...]

    @property
    def origin(self) -> str:
        """What the foot of each page says, and a cell of the first sheet."""
        return f"{self.artifact} · rubric {self.version} · showproof {self.tool}"
