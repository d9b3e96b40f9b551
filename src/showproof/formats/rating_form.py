"""A rating form: one rater's levels and notes on one candidate, rows before the overall verdict.

The writer lays it out and the reader finds it again by these labels, which survive every office program.
"""

from __future__ import annotations

from dataclasses import dataclass

from showproof.formats.form import Document

RATER, CANDIDATE, MADE_FROM = "Rater", "Candidate code", "Made from"
ROW, LEVEL, NOTE, ANCHORS = "Row", "Level", "What was said or shown, quoted", "What each level sounds like"
OVERALL, REASON, WARNINGS = "Overall verdict", "What decided it", "Red flags heard, quoted"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedRow:
    """One row to be rated."""

    id: str
    named: str
    """The row as the rater reads it."""
    heard_in: tuple[str, ...]
    """Stages at which it is tested."""
    anchors: tuple[str, ...]
    """A line for each level."""

    @property
    def scale(self) -> str:
        """All anchors, a line each."""
        return "\n".join(self.anchors)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingForm(Document):
    """All that a writer needs. `artifact` is the role's id, `version` the digest of the rubric."""

    tool: str
    """Version of showproof."""
    rater: str
    candidate: str
    rows: tuple[RatedRow, ...]
    verdicts: tuple[str, ...]
    """What the overall levels mean, from 0 on."""

    @property
    def origin(self) -> str:
        """What the foot of each page says, and a cell of the first sheet."""
        return f"{self.artifact} · rubric {self.version} · showproof {self.tool}"
