"""What a candidate is told of how a decision came about, as data."""

from __future__ import annotations

from typing import NamedTuple


class Point(NamedTuple):
    """One reason."""

    about: str
    says: str
    quote: str = ""
    where: str = ""
    """Of the quote; of what is missing, where it was looked for."""
    would_help: str = ""


class Rated(NamedTuple):
    """What people gave on one scale."""

    title: str
    levels: str
    notes: tuple[str, ...]


class Explanation(NamedTuple):
    """All that a candidate is told."""

    candidate: str
    decision: str
    """In a sentence."""
    rested_on: tuple[str, ...]
    spoke_for: tuple[Point, ...]
    spoke_against: tuple[Point, ...]
    rated: tuple[Rated, ...]
    review: tuple[str, ...]
    is_not: str

    @property
    def noted(self) -> bool:
        """Whether anybody wrote a note."""
        return any(one.notes for one in self.rated)
