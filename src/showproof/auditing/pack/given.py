"""What a pack is made of, as it is given: every kind of it may be missing, and is then named as missing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from showproof.calibration.adjudication import Consensus
from showproof.calibration.audit import Audit
from showproof.calibration.decisions import Decisions
from showproof.calibration.ratings import Ratings

KINDS = {
    "decisions": "the decisions",
    "audit": "selection by group",
    "scorecards": "scorecards by showproof's rules",
    "ratings": "ratings by people",
    "adjudication": "how ratings that differed were settled",
    "gate": "the bars set before measuring, and what was held against them",
    "log": "the log of what was done",
}
"""Kinds of content by the name of their folder, each with what it is."""


class File(NamedTuple):
    """A file that goes into the pack as it is."""

    kind: str
    """A key of KINDS."""
    name: str
    data: bytes


class Review(NamedTuple):
    """How a candidate asks for a person to look again."""

    contact: str = ""
    until: str = ""
    """The last day for it, as 2026-06-30, or nothing."""


class Given(NamedTuple):
    """All of it."""

    files: tuple[File, ...]
    decisions: Decisions | None
    """With drafts named as the ratings name them."""
    audit: Audit | None
    ratings: Ratings
    cards: dict[str, dict[str, object]]
    """Scorecards, as `showproof.scorecards/1` has them, by the study's name of their draft."""
    settled: tuple[Consensus, ...]
    """What was settled where raters differed, as far as a file of the adjudication says so."""
    titles: dict[str, str]
    """Scale to what people call it."""
    rubric: dict[str, bytes]
    """The rubric's files, by their path in a catalogue."""
    rubric_digest: str
    options: dict[str, object]
    """What was asked for when the pack was made."""
    notices: tuple[str, ...]
    """What does not count or does not fit together."""
    review: Review
    log: Path | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Kinds of which there is nothing."""
        there = {one.kind for one in self.files} | ({"audit"} if self.audit else set())
        return tuple(kind for kind in KINDS if kind not in there)
