"""Joint maximum likelihood for the many-facet rating-scale model: measures, thresholds, and whether it converged.

Each facet in turn takes a Newton step on its elements, m ← m ± Σ(x − E) / ΣV, and each threshold the step
τ_k ← τ_k − ln(O_k/O_{k−1}) + ln(E_k/E_{k−1}), with O and E the observed and expected counts of category k, until no
measure moves. The solution is where observed and expected scores agree for every draft, rater, criterion and category.
Linacre, J. M. (1989). Many-facet Rasch measurement. Chicago: MESA Press; Wright, B. D., & Masters, G. N. (1982).
Rating scale analysis. Chicago: MESA Press.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from showproof.calibration.statistics.extreme_scores import ADJUSTMENT, Extreme, Marks, Prepared
from showproof.calibration.statistics.facet_ratings import Indices, Values, sums
from showproof.calibration.statistics.rating_scale import moments, probabilities

SIGNS = (1.0, -1.0, -1.0)
"""Ability raises a level; severity and difficulty lower it."""
LARGEST_STEP = 1.0
"""Logits that a measure moves at most in one step, so that a bad start does no harm."""


class Convergence(NamedTuple):
    """Whether the estimates stand still."""

    converged: bool
    iterations: int
    largest_change: float
    """In the last iteration, in logits."""
    largest_residual: float
    """Between an observed and an expected score, in levels, over all drafts, raters and criteria."""


@dataclass(slots=True)
class Solution:
    """Measures by facet (drafts, raters, criteria; logits) and thresholds (scales × categories)."""

    measures: tuple[Values, Values, Values]
    thresholds: Values
    convergence: Convergence

    def location(self, facets: tuple[Indices, Indices, Indices]) -> Values:
        """Ability less severity less difficulty, for each rating."""
        abilities, severities, difficulties = self.measures
        location: Values = abilities[facets[0]] - severities[facets[1]] - difficulties[facets[2]]
        return location


def estimate(prepared: Prepared, tolerance: float = 1e-6, iterations: int = 2000) -> Solution:
    """The joint maximum likelihood solution for the ratings in use; elements without any stay at 0."""
    ratings, used = prepared.ratings, prepared.used
    facets = (ratings.draft[used], ratings.rater[used], ratings.criterion[used])
    scale, category = prepared.scale[used], prepared.category[used]
    sizes = len(ratings.drafts), len(ratings.raters), len(ratings.criteria)
    solution = Solution(
        (np.zeros(sizes[0]), np.zeros(sizes[1]), np.zeros(sizes[2])),
        _no_thresholds(prepared),
        Convergence(False, 0, np.inf, np.inf),
    )
    observed = _counts(np.eye(prepared.categories.width)[category], scale, len(solution.thresholds))
    for iteration in range(1, iterations + 1):
        change = residual = 0.0
        for facet in range(3):
            step, left = _step(solution, facets, facet, scale, category)
            solution.measures[facet][:] += step
            change, residual = max(change, _largest(step)), max(residual, _largest(left))
        moved = _threshold_step(solution, facets, scale, observed)
        solution.thresholds = solution.thresholds + moved
        change = max(change, _largest(moved))
        solution.convergence = Convergence(change < tolerance, iteration, change, residual)
        if change < tolerance:
            break
    return solution


def measure_extremes(prepared: Prepared, solution: Solution) -> Marks:
    """Set the measures of extreme elements, the last left out first; returns which ratings tell of measured ones only.

    An element is measured on its ratings with elements that are measured already; with none it stays where it is.
    """
    told = prepared.used.copy()
    facets = prepared.ratings.facets
    unknown = [set(np.unique(index).tolist()) - set(np.unique(index[told]).tolist()) for index in facets]
    for found in reversed(prepared.rounds):
        for one in found:
            mine = facets[one.facet] == one.element
            for facet in {0, 1, 2} - {one.facet}:
                mine &= ~np.isin(facets[facet], list(unknown[facet]))
            if mine.any() and one.end != "only":
                _measure_extreme(prepared, solution, one, mine)
                unknown[one.facet].discard(one.element)
                told |= mine
    return told


def _measure_extreme(prepared: Prepared, solution: Solution, one: Extreme, mine: Marks) -> None:
    ratings = prepared.ratings
    facets = ratings.draft[mine], ratings.rater[mine], ratings.criterion[mine]
    scale = prepared.scale[mine]
    tops = np.array([len(used) - 1 for used in prepared.categories.levels])[scale].sum()
    score = ADJUSTMENT if one.end == "lowest" else tops - ADJUSTMENT
    for _ in range(200):
        chances = probabilities(solution.location(facets), scale, solution.thresholds)
        expected, variance = moments(chances)
        step = np.clip((score - expected.sum()) / variance.sum(), -LARGEST_STEP, LARGEST_STEP)
        solution.measures[one.facet][one.element] += SIGNS[one.facet] * step
        if abs(step) < 1e-9:
            return


def _no_thresholds(prepared: Prepared) -> Values:
    levels = prepared.categories.levels
    start = np.zeros((len(levels), prepared.categories.width))
    for at, used in enumerate(levels):
        start[at, max(len(used), 1) :] = np.inf
    return start


def _step(
    solution: Solution, facets: tuple[Indices, Indices, Indices], facet: int, scale: Indices, category: Indices
) -> tuple[Values, Values]:
    """Newton steps for the elements of a facet, and what is left between their observed and expected scores."""
    chances = probabilities(solution.location(facets), scale, solution.thresholds)
    expected, variance = moments(chances)
    size = len(solution.measures[facet])
    left = sums(facets[facet], category - expected, size)
    information = sums(facets[facet], variance, size)
    step: Values = SIGNS[facet] * left / np.where(information > 0, information, 1.0)
    return np.clip(step, -LARGEST_STEP, LARGEST_STEP), left


def _threshold_step(
    solution: Solution, facets: tuple[Indices, Indices, Indices], scale: Indices, observed: Values
) -> Values:
    """Steps for the thresholds, their mean 0 on each scale: where a scale lies is for the other measures to say."""
    chances = probabilities(solution.location(facets), scale, solution.thresholds)
    ratio = np.log(np.where(observed > 0, _counts(chances, scale, len(observed)), 1.0))
    ratio -= np.log(np.where(observed > 0, observed, 1.0))
    step = np.zeros_like(observed)
    for at, seen in enumerate((observed > 0).sum(axis=1)):
        if seen > 1:
            moved = np.clip(np.diff(ratio[at, :seen]), -LARGEST_STEP, LARGEST_STEP)
            step[at, 1:seen] = moved - moved.mean()
    return step


def _counts(chances: Values, scale: Indices, scales: int) -> Values:
    """Scales × categories: how many ratings are, or are expected, in each."""
    return np.stack([sums(scale, column, scales) for column in chances.T], axis=1)


def _largest(values: Values) -> float:
    return float(np.abs(values).max(initial=0.0))
