"""Ratings as data: who gave which draft which level on which scale, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np

from showproof.calibration.figures import Levels

RaterKind = Literal["person", "scorer", "program"]
"""A person, showproof itself, or any other program: all are raters, and every table says which is which."""
TOP = 4
"""The highest level; the lowest is 0."""


class Rater(NamedTuple):
    """One who gives levels."""

    name: str
    kind: RaterKind = "person"


class Rating(NamedTuple):
    """One level that one rater gave one draft on one scale."""

    draft: str
    rater: str
    scale: str
    """`overall`, a criterion's id, or `skill:` and a row's id."""
    level: float
    """0 to 4, whole; the scorer's may lie between levels where its score is asked for."""
    note: str = ""
    date: str = ""
    """The day it was given, as 2026-04-30, or nothing."""
    place: str = ""
    """Where it is written: file and cell or line."""


@dataclass(frozen=True)
class Ratings:
    """All independent ratings of a study, in the order in which they were handed in."""

    given: tuple[Rating, ...]
    raters: tuple[Rater, ...]

    @cached_property
    def drafts(self) -> tuple[str, ...]:
        """The drafts in the order of their names."""
        return tuple(sorted({one.draft for one in self.given}))

    @cached_property
    def scales(self) -> tuple[str, ...]:
        """The scales in the order in which they first come."""
        return tuple(dict.fromkeys(one.scale for one in self.given))

    def of_kind(self, *kinds: RaterKind) -> Ratings:
        """The ratings by such raters only."""
        kept = tuple(one for one in self.raters if one.kind in kinds)
        names = {one.name for one in kept}
        return Ratings(tuple(one for one in self.given if one.rater in names), kept)

    def levels(self, scale: str) -> Levels:
        """Drafts × raters on one scale, NaN where there is no rating; rows as `drafts`, columns as `raters`."""
        row = {draft: at for at, draft in enumerate(self.drafts)}
        column = {rater.name: at for at, rater in enumerate(self.raters)}
        table = np.full((len(row), len(column)), np.nan)
        for one in self.given:
            if one.scale == scale:
                table[row[one.draft], column[one.rater]] = one.level
        return table
