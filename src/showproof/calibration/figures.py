"""What a statistic says: a figure, an interval, or the reason why there is none. Never NaN, never 0 in its stead."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.float64]
"""Levels by draft (rows) and rater (columns); NaN where a rater gave none."""


class NotComputable(NamedTuple):
    """Why a figure cannot be had from these ratings, as a clause: `both raters gave one level only`."""

    reason: str


Figure = float | NotComputable


class Interval(NamedTuple):
    """Bounds that hold the true figure in `confidence` of all studies like this one."""

    low: float
    high: float
    confidence: float = 0.95
    note: str = ""
    """What to know before leaning on it, as a clause, or nothing."""


class Estimate(NamedTuple):
    """A figure with its interval and with what it rests on."""

    figure: Figure
    interval: Interval | NotComputable
    drafts: int
    """Drafts that say something about it: with two ratings or more, for agreement."""
    ratings: int
