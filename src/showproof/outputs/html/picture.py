"""Levels as a picture: where its bars and words lie, in the units of its view box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showproof.comparison import Moved
from showproof.model import Rated
from showproof.outputs.terminal import LEVELS

LABELS = 285
"""Where the bars begin, to the right of the names."""
STEP = 88
"""Width of one level."""
LINE = 26
"""Height of one bar's line."""
TOP = 44
"""Height of the scale above the bars."""


class Bar(NamedTuple):
    """One level: its line, and how far beyond it the score reaches."""

    title: str
    level: int
    score: float
    y: int
    reach: float
    """Width of the score, which orders drafts within a level."""
    first_of: str
    """The group that it is the first of."""


class Picture(NamedTuple):
    """The bars of criteria and skill rows under one scale."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    said: str
    """The whole in words, for whoever cannot see it."""


def picture_of(criteria: Sequence[Rated], skills: Sequence[Rated]) -> Picture:
    """The picture of these levels."""
    bars: list[Bar] = []
    y = TOP
    for group, rated in (("Criteria", criteria), ("Skill rows", skills)):
        for at, one in enumerate(rated):
            y += LINE if at else LINE * 2
            bars.append(Bar(one.title, one.level, one.score, y, round(one.score * STEP, 1), "" if at else group))
    said = "; ".join(f"{bar.title}: {bar.level} {LEVELS[bar.level]}" for bar in bars)
    return Picture(tuple(bars), LABELS + 4 * STEP + 44, y + LINE, said)


class Step(NamedTuple):
    """One level before and after; None where a version has none."""

    title: str
    y: int
    old: int | None
    new: int | None
    first_of: str


class Moves(NamedTuple):
    """Levels before and after, under one scale."""

    steps: tuple[Step, ...]
    width: int
    height: int
    said: str


def moves_of(levels: Sequence[Moved]) -> Moves:
    """The picture of levels that moved, and of those that did not."""
    steps: list[Step] = []
    y, group = TOP, ""
    for one in levels:
        first = one.group != group
        y, group = y + (LINE * 2 if first else LINE), one.group
        old, new = (rated.level if rated else None for rated in (one.old, one.new))
        named = {"criteria": "Criteria", "skills": "Skill rows"}[group] if first else ""
        steps.append(Step(one.title, y, old, new, named))
    said = "; ".join(f"{one.title}: {_told(one.old)} before, {_told(one.new)} now" for one in steps)
    return Moves(tuple(steps), LABELS + 4 * STEP + 44, y + LINE, said)


def _told(level: int | None) -> str:
    return "no level" if level is None else f"{level} {LEVELS[level]}"
