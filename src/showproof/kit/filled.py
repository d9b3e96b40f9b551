"""What a filled scorecard says, as data."""

from __future__ import annotations

from typing import NamedTuple


class Rating(NamedTuple):
    """One level, with the note that it rests on."""

    scale: str
    """`skill:` and the row's id, or `overall`."""
    level: int
    note: str
    cell: str


class Fault(NamedTuple):
    """Something in a scorecard that its rater has to mend."""

    cell: str
    found: str
    allowed: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.cell}: found {self.found}; allowed: {self.allowed}; {self.remedy}"


class Filled(NamedTuple):
    """What one scorecard says. A level that has a fault does not count: it is told there, and no rating."""

    file: str
    role: str
    rubric: str
    tool: str
    draft: str
    """The candidate's code."""
    rater: str
    ratings: tuple[Rating, ...]
    warnings: str
    """Red flags as the rater noted them."""
    faults: tuple[Fault, ...]
