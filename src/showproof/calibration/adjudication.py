"""Which ratings people should talk about, and what they settle: consensus, kept apart from independent ratings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showproof.calibration.ratings import Rating, Ratings

APART = 2
"""Levels between two raters from which on they did not see the same thing."""
CUT = 3
"""The overall level from which a draft advances."""
WHOLE = "overall"


class Split(NamedTuple):
    """A draft and scale on which people part."""

    draft: str
    scale: str
    ratings: tuple[Rating, ...]
    """All of it, in the order of the raters; programs and the scorer too."""
    apart: float
    """Levels between the highest and the lowest that people gave."""
    cut: int | None
    """The cut that people stand on both sides of; None where they do not."""

    @property
    def why(self) -> str:
        """Why it is to be settled, as a clause."""
        said = (
            [f"{self.apart:g} level{'s'[: self.apart != 1]} apart"] if self.apart >= APART or self.cut is None else []
        )
        return ", ".join([*said, *([f"on both sides of the cut at {self.cut}"] if self.cut is not None else [])])


class Consensus(NamedTuple):
    """One level that was settled. It is no rating of any rater, and never counts as agreement."""

    draft: str
    scale: str
    level: int
    reason: str
    decided_by: str
    date: str
    """The day, as 2026-04-30."""
    place: str = ""


def splits(study: Ratings, *, apart: int = APART, cut: int | None = CUT) -> tuple[Split, ...]:
    """Drafts and scales on which people are `apart` levels or more, or overall on both sides of the `cut`.

    The widest come first, then by draft and scale. What programs and the scorer say makes no split, and is shown.
    """
    found = sorted(_splits(study, apart, cut), key=lambda one: (-one.apart, one.draft, study.scales.index(one.scale)))
    return tuple(found)


def _splits(study: Ratings, apart: int, cut: int | None) -> Iterator[Split]:
    people = {one.name for one in study.raters if one.kind == "person"}
    order = {one.name: at for at, one in enumerate(study.raters)}
    by_place: dict[tuple[str, str], list[Rating]] = {}
    for one in study.given:
        by_place.setdefault((one.draft, one.scale), []).append(one)
    for (draft, scale), ratings in by_place.items():
        levels = [one.level for one in ratings if one.rater in people]
        if len(levels) < 2:
            continue
        low, high = min(levels), max(levels)
        crossed = cut if scale == WHOLE and cut is not None and low < cut <= high else None
        if high - low >= apart or crossed is not None:
            told = tuple(sorted(ratings, key=lambda one: order[one.rater]))
            yield Split(draft, scale, told, high - low, crossed)
