"""Levels of the criteria and skill rows of one draft, as bars under one scale from 0 to 4."""

from __future__ import annotations

from typing import NamedTuple

from showproof.model import LEVELS, Rated, Scorecard
from showproof.pictures.picture import Picture
from showproof.pictures.sheet import MARGIN, WIDTH, drawn
from showproof.pictures.text_width import wrapped

LABELS = 320
"""Where the bars begin, to the right of the names."""
STEP = 88
"""Width of one level."""
TOP = 36
"""Height of the scale above the bars."""
LINE, LEADING = 26, 16
"""Height of a bar with its name on one line, and of each further line of the name."""
GROUP = 32
"""Room above the first bar of a group, for its name."""
NAME = 13
_HEADER = ("Group", "Row", "Level", "Named", "Score", "Held back by")


class Bar(NamedTuple):
    """One level: its name in lines, its place, and how far beyond it the score reaches."""

    lines: tuple[str, ...]
    level: int
    y: int
    reach: int
    """Width of the score, which orders drafts within a level."""
    first_of: str
    """The group that it is the first of."""


def levels_picture(card: Scorecard) -> Picture:
    """The levels of this scorecard."""
    groups = [(name, rated) for name, rated in (("Criteria", card.criteria), ("Skill rows", card.skills)) if rated]
    bars, y = [], TOP
    for group, rated in groups:
        for at, one in enumerate(rated):
            y += 0 if at else GROUP
            lines = wrapped(one.title, NAME, LABELS - 2 * MARGIN)
            bars.append(Bar(lines, one.level, y, round(one.score * STEP), "" if at else group))
            y += LINE + LEADING * (len(lines) - 1)
    return drawn(
        "levels",
        "Levels of the criteria and skill rows, 0 to 4",
        f"Overall level {card.level}, {card.verdict}. " + " ".join(_said(*group) for group in groups),
        size=(WIDTH, y),
        data=(_HEADER, [_row(group, one) for group, rated in groups for one in rated]),
        legend="Wide bars show the level, the thin line on them the score within it. From level 3 on, a row is proven.",
        bars=bars,
        names=LEVELS,
        labels=LABELS,
        step=STEP,
    )


def _said(group: str, rated: tuple[Rated, ...]) -> str:
    return f"{group}: {'; '.join(f'{one.title} {one.level}, {LEVELS[one.level]}' for one in rated)}."


def _row(group: str, one: Rated) -> tuple[str, ...]:
    return group, one.title, str(one.level), LEVELS[one.level], f"{one.score:.2f}", one.capped
