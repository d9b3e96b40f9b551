"""How many drafts and raters a study needs for agreement to be known to within a wished half-width.

For an intraclass correlation ρ with k raters a draft and n drafts the half-width of its interval is about
z √(2 (1 − ρ)² (1 + (k − 1) ρ)² / (k (k − 1) (n − 1))): Bonett, D. G. (2002). Sample size requirements for estimating
intraclass correlations with desired precision. Statistics in Medicine, 21, 1331–1335. Krippendorff's alpha for ordered
levels and, with k = 2, the quadratic weighted kappa are intraclass correlations in large samples (Fleiss, J. L., &
Cohen, J. (1973), Educational and Psychological Measurement, 33, 613–619; Krippendorff, K. (1970), same journal, 30,
61–70), and on five levels simulation puts their half-widths within a sixth of the formula's.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, sqrt
from statistics import NormalDist
from typing import NamedTuple


class Size(NamedTuple):
    """One way to get the wished half-width."""

    raters: int
    """Who rate each draft; of a larger team, how many of them see one draft."""
    drafts: int
    ratings: int
    """Scorecards to be filled in all: raters × drafts."""
    half_width: float
    """What this many drafts give, which is the wished one or less."""


def half_width(coefficient: float, raters: int, drafts: int, confidence: float = 0.95) -> float:
    """Half the width of the interval to expect for alpha, an intraclass correlation, or (two raters) weighted kappa.

    `coefficient` is what agreement is expected to be, from 0 to below 1. Raises ValueError outside, or with fewer than
    two raters or drafts.
    """
    return sqrt(_variance(coefficient, raters, confidence) / (_checked(drafts, "drafts") - 1))


def drafts_needed(coefficient: float, raters: int, wished: float, confidence: float = 0.95) -> int:
    """The fewest drafts whose half-width is no larger than `wished` (above 0)."""
    if wished <= 0:
        raise ValueError("the half-width must be above 0")
    return max(2, ceil(_variance(coefficient, raters, confidence) / wished**2 + 1 - 1e-9))


def study_sizes(
    coefficient: float, wished: float, raters: Iterable[int] = range(2, 7), confidence: float = 0.95
) -> tuple[Size, ...]:
    """The drafts that each number of raters needs, in the order given."""
    sizes = []
    for each in raters:
        drafts = drafts_needed(coefficient, each, wished, confidence)
        sizes.append(Size(each, drafts, each * drafts, half_width(coefficient, each, drafts, confidence)))
    return tuple(sizes)


def _variance(coefficient: float, raters: int, confidence: float) -> float:
    """Squared half-width times (drafts − 1)."""
    if not 0 <= coefficient < 1:
        raise ValueError("the agreement expected must be at least 0 and below 1")
    pairs = _checked(raters, "raters") * (raters - 1)
    return 2 * (_quantile(confidence) * (1 - coefficient) * (1 + (raters - 1) * coefficient)) ** 2 / pairs


def _checked(number: int, of: str) -> int:
    if number < 2:
        raise ValueError(f"there must be two {of} at least")
    return number


def _quantile(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)
