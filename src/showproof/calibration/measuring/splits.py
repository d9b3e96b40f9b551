"""Drafts that split the raters: who gave what, side by side with the notes."""

from __future__ import annotations

from collections import defaultdict

from showproof.calibration.measured import Given, Split
from showproof.calibration.ratings import Rater, Rating, Ratings

FAR = 2
"""Levels apart from which on raters cannot have seen the same thing."""


def splits_of(ratings: Ratings, scale: str, panel: tuple[Rater, ...]) -> list[Split]:
    """Every draft on which the panel's levels lie apart, the farthest first; other raters are shown beside."""
    by_draft: defaultdict[str, list[Rating]] = defaultdict(list)
    for one in ratings.given:
        if one.scale == scale:
            by_draft[one.draft].append(one)
    raters = {one.name: one for one in ratings.raters}
    members = {one.name for one in panel}
    found = []
    for draft, given in by_draft.items():
        levels = [one.level for one in given if one.rater in members]
        if len(levels) > 1 and max(levels) > min(levels):
            told = tuple(Given(raters[one.rater], one.level, one.note) for one in given)
            found.append(Split(draft, max(levels) - min(levels), told))
    return sorted(found, key=lambda one: (-one.apart, -_spread(one, members), one.draft))


def _spread(split: Split, members: set[str]) -> float:
    """Sum of squared distances between the panel's levels: of two splits as wide, the one with more against each."""
    levels = [one.level for one in split.given if one.rater.name in members]
    return sum((one - other) ** 2 for one in levels for other in levels)
