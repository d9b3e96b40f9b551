"""Decisions on candidates as data: who was selected, with which score, and which groups they are of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

UNKNOWN = ""
"""The label of somebody who did not say, or was not asked."""


class Decision(NamedTuple):
    """What was decided on one candidate."""

    candidate: str
    selected: bool
    groups: Mapping[str, str]
    """Column to label; UNKNOWN where there is none."""
    score: float | None = None
    drafts: tuple[str, ...] = ()
    """What the candidate handed in, as scorecards and ratings name it; else the candidate's own name."""
    reason: str = ""
    """In the words of whoever decided."""
    decided_by: str = ""
    date: str = ""
    """The day, as 2026-04-30, or nothing."""
    line: int = 0
    """Where it stands in the file."""


class Decisions(NamedTuple):
    """The decisions of a file, and the columns that name groups."""

    file: str
    sha256: str
    columns: tuple[str, ...]
    made: tuple[Decision, ...]
    labels: Mapping[str, tuple[str, ...]]
    """Column to its labels: those that were declared, else those that occur, by name."""
    scored: bool = False
    """Whether scores were given at all."""

    @property
    def selected(self) -> int:
        """How many were selected."""
        return sum(one.selected for one in self.made)
