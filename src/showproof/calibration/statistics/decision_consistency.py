"""How often the same decision would fall again: consistency and accuracy of passing at a cut score.

Scores are drafts' means over raters; a second panel drawn alike would score each draft anew. With score SD σ, mean μ,
reliability ρ and z = (cut − μ)/σ, two panels' scores are taken as bivariate normal with correlation ρ, and score and
true score with correlation √ρ: consistency = P(both pass) + P(both fail), accuracy the same for score and true score.
Peng, C.-Y. J., & Subkoviak, M. J. (1980). A note on Huynh's normal approximation procedure for estimating criterion-
referenced reliability. Journal of Educational Measurement, 17, 359–368; Subkoviak, M. J. (1988), same journal, 25,
47–55. ρ and σ come from a one-way analysis of variance (Shrout, P. E., & Fleiss, J. L. (1979), Psychological Bulletin,
86, 420–428, case 1, unequal numbers allowed), so that rater severity counts as error, as it does for a candidate. Where
ratings are whole levels, scores come in steps, and the cut is taken half a step below the lowest score that passes.
"""

from __future__ import annotations

from collections.abc import Callable
from math import asin, sqrt
from statistics import NormalDist, harmonic_mean
from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, Levels, NotComputable

NORMAL = NormalDist()
UNITS = (1.0, 0.5, 0.25)
"""Steps in which single ratings may come."""
_POINTS, _WEIGHTS = np.polynomial.legendre.leggauss(200)


class DecisionConsistency(NamedTuple):
    """What a pass or a fail at this cut is worth."""

    consistency: float
    """Share of drafts that two such panels would decide alike."""
    kappa: Figure
    """Consistency beyond chance."""
    accuracy: float
    """Share of drafts decided as their true score, the mean of endlessly many raters, would be."""
    wrong_passes: float
    """Share of drafts that pass with a true score below the cut."""
    wrong_fails: float
    reliability: float
    """Of the mean over the raters that a draft has."""
    error: float
    """Standard error of measurement of such a mean, in levels."""
    raters: float
    """Raters a draft that all this is about."""


class Components(NamedTuple):
    """Variance of true scores and of single ratings around them, in squared levels."""

    mean: float
    between: float
    within: float
    raters: float
    """Ratings a draft has, as a harmonic mean."""


def components(levels: Levels) -> Components | NotComputable:
    """Variance components from drafts × raters (NaN where there is none); drafts with one rating tell of the mean."""
    there = ~np.isnan(levels)
    levels, there = levels[there.any(axis=1)], there[there.any(axis=1)]
    count = there.sum(axis=1)
    drafts, ratings = len(count), int(count.sum())
    if drafts < 2:
        return NotComputable("fewer than two drafts were rated")
    if ratings == drafts:
        return NotComputable("no draft has two ratings")
    means = np.where(there, levels, 0).sum(axis=1) / count
    grand = float((means * count).sum() / ratings)
    within = float((np.where(there, levels - means[:, None], 0) ** 2).sum() / (ratings - drafts))
    outer = float((count * (means - grand) ** 2).sum() / (drafts - 1))
    each = (ratings - float((count**2).sum()) / ratings) / (drafts - 1)
    return Components(grand, (outer - within) / each, within, harmonic_mean(count.tolist()))


def decision_consistency(
    levels: Levels, cut: float, raters: float | None = None
) -> DecisionConsistency | NotComputable:
    """Consistency and accuracy of passing at `cut` with as many raters a draft as here, or with `raters`."""
    found = components(levels)
    if isinstance(found, NotComputable):
        return found
    each = found.raters if raters is None else raters
    if found.between <= 0:
        return NotComputable("drafts differ no more than the raters of one draft do")
    noise = found.within / each
    spread = sqrt(found.between + noise)
    reliability = found.between / (found.between + noise)
    below = _half_a_step(levels, cut, each) if noise else 0.0
    z = (cut - below - found.mean) / spread
    return at_cut(z, (cut - found.mean) / sqrt(found.between), reliability, sqrt(noise), each)


def consistency(cut: float, raters: float | None = None) -> Callable[[Levels], Figure]:
    """Consistency at a cut as a function of levels, for intervals by drawing drafts anew."""

    def figure(levels: Levels) -> Figure:
        found = decision_consistency(levels, cut, raters)
        return found if isinstance(found, NotComputable) else found.consistency

    return figure


def at_cut(z: float, true_z: float, reliability: float, error: float, raters: float) -> DecisionConsistency:
    """The same from the cut's distance to the mean, in standard deviations of scores and in those of true scores.

    Without a correction for whole levels `true_z` is z / √ρ; the reliability lies above 0 and is 1 at most.
    """
    passing = 1 - NORMAL.cdf(z)
    both = both_above(z, z, reliability)
    consistency = 1 - 2 * (passing - both)
    chance = passing**2 + (1 - passing) ** 2
    truly = 1 - NORMAL.cdf(true_z)
    rightly = both_above(z, true_z, sqrt(reliability))
    return DecisionConsistency(
        consistency,
        (consistency - chance) / (1 - chance) if chance < 1 else NotComputable("all drafts lie on one side of the cut"),
        1 - (passing - rightly) - (truly - rightly),
        passing - rightly,
        truly - rightly,
        reliability,
        error,
        raters,
    )


def _half_a_step(levels: Levels, cut: float, raters: float) -> float:
    """How far below `cut` scores on it begin, where scores come in steps: half a step below the lowest that passes.

    Means of k whole levels lie 1/k apart; a mean at the cut passes, and stands for all that round to it.
    """
    given = levels[~np.isnan(levels)]
    unit = next((unit for unit in UNITS if np.allclose(given / unit, np.round(given / unit))), 0.0)
    step = unit / max(round(raters), 1)
    if not step:
        return 0.0
    lowest = np.ceil(cut / step - 1e-9) * step
    return float(cut - lowest + step / 2)


def both_above(first: float, second: float, correlation: float) -> float:
    """P(X > first and Y > second) of a standard bivariate normal with a correlation from 0 to 1.

    Φ(−h)Φ(−k) + 1/2π ∫₀^asin(r) exp(−(h² + k² − 2hk sin t) / 2cos² t) dt: Drezner, Z., & Wesolowsky, G. O. (1990). On
    the computation of the bivariate normal integral. Journal of Statistical Computation and Simulation, 35, 101–107.
    """
    if correlation >= 1:
        return 1 - NORMAL.cdf(max(first, second))
    half = asin(correlation) / 2
    angle = half * (_POINTS + 1)
    exponent = (first**2 + second**2 - 2 * first * second * np.sin(angle)) / (2 * np.cos(angle) ** 2)
    area = half * float(_WEIGHTS @ np.exp(-exponent)) / (2 * np.pi)
    return (1 - NORMAL.cdf(first)) * (1 - NORMAL.cdf(second)) + area
