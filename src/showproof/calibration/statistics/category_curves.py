"""How likely each level is along the scale: the curves of a picture, from thresholds (Wright & Masters 1982)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from showproof.calibration.statistics.rating_scale import probabilities


class CategoryCurves(NamedTuple):
    """Points to draw: one curve a level over one axis."""

    levels: tuple[int, ...]
    logits: tuple[float, ...]
    """The axis: ability less severity and difficulty."""
    probability: tuple[tuple[float, ...], ...]
    """Levels × points, each between 0 and 1; each point's add up to 1."""
    expected: tuple[float, ...]
    """The level to be expected at each point."""
    never_likeliest: tuple[int, ...]
    """Levels that are nowhere the likeliest: a rubric whose raters pass over them."""


def category_curves(
    levels: tuple[int, ...], thresholds: tuple[float, ...], reach: float = 2.0, points: int = 121
) -> CategoryCurves:
    """Curves from `reach` logits below the lowest threshold to as far above the highest.

    `levels` is one longer than `thresholds`, as in a model's `RatingScale`; raises ValueError otherwise.
    """
    if len(levels) != len(thresholds) + 1 or not thresholds:
        raise ValueError("there must be one threshold between each two levels")
    axis = np.linspace(min(thresholds) - reach, max(thresholds) + reach, points)
    steps = np.array([[0.0, *thresholds]])
    chances = probabilities(axis, np.zeros(points, dtype=np.int64), steps)
    return CategoryCurves(
        levels,
        tuple(axis.tolist()),
        tuple(tuple(row) for row in chances.T.tolist()),
        tuple((chances @ np.array(levels)).tolist()),
        tuple(level for at, level in enumerate(levels) if not _is_ever_likeliest(at, thresholds)),
    )


def _is_ever_likeliest(at: int, thresholds: tuple[float, ...]) -> bool:
    """Whether some location makes a category at least as likely as every other.

    Category k against lower j needs location ≥ mean(τ_{j+1} … τ_k), against higher m location ≤ mean(τ_{k+1} … τ_m).
    """
    low = max((float(np.mean(thresholds[lower:at])) for lower in range(at)), default=-np.inf)
    high = min((float(np.mean(thresholds[at:higher])) for higher in range(at + 1, len(thresholds) + 1)), default=np.inf)
    return low <= high
