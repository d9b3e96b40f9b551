"""Bradley–Terry model: a scale of drafts from judgements which of two is better, by maximum likelihood.

P(i better than j) = 1 / (1 + exp(m_j − m_i)), m in logits with mean 0. Bradley, R. A., & Terry, M. E. (1952). Rank
analysis of incomplete block designs: I. Biometrika, 39, 324–345. Newton's method; a tie counts as half a win for each.

Where some drafts won every comparison with the others, no finite scale is the likeliest (Ford, L. R. (1957). American
Mathematical Monthly, 64(8), 28–33). Then, or where it is asked for, the likelihood is penalised as by Firth, D. (1993).
Bias reduction of maximum likelihood estimates. Biometrika, 80, 27–38: to each comparison with chance p and leverage h,
h/2 of a win is added on either side. That is always finite, and takes away the bias of few comparisons.

Standard errors are from the whole information matrix under the mean of 0. Scale separation reliability is
(SD² − RMSE²) / SD² (Bramley, T. (2015). Investigating the reliability of adaptive comparative judgment. Cambridge
Assessment); fit is the mean square of residuals as in the Rasch model, by draft and by judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.comparisons import Comparison, Outcomes, apart, one_way, outcomes
from showproof.calibration.statistics.facet_ratings import Values, sums
from showproof.calibration.statistics.joint_estimation import LARGEST_STEP, Convergence
from showproof.calibration.statistics.rasch_fit import Separation, fit, separation


class Compared(NamedTuple):
    """One draft on the scale."""

    name: str
    measure: float
    """In logits; higher is better."""
    error: float
    infit: float
    outfit: float
    wins: float
    """Comparisons in which it was the better, ties counted as half."""
    comparisons: int


class Judge(NamedTuple):
    """How one judge's choices go with the scale that all made: about 1 as expected, above 1.3 at odds with it."""

    name: str
    comparisons: int
    infit: float
    outfit: float


@dataclass(frozen=True, slots=True)
class BradleyTerry:
    """The scale, and what must be known to read it."""

    drafts: tuple[Compared, ...]
    """In the order of their names."""
    judges: tuple[Judge, ...]
    separation: Separation | NotComputable
    """Its `reliability` is the scale separation reliability."""
    convergence: Convergence
    bias_reduced: bool
    ties: int
    notes: tuple[str, ...]


def bradley_terry(
    comparisons: Sequence[Comparison], bias_reduced: bool = False, tolerance: float = 1e-8, iterations: int = 500
) -> BradleyTerry | NotComputable:
    """The scale of all drafts compared; not computable where some were never compared with the rest."""
    given = outcomes(comparisons)
    if not len(given.first):
        return NotComputable("there are no comparisons")
    gap = apart(given)
    if gap:
        return NotComputable(gap)
    unbounded = one_way(given)
    reduced = bias_reduced or bool(unbounded)
    measures, convergence = _estimate(given, reduced, tolerance, iterations)
    errors = np.sqrt(np.diag(covariance(given, measures)))
    chances = _chances(given, measures)
    residual, variance = given.score - chances, chances * (1 - chances)
    both = np.concatenate([given.first, given.second])
    by_draft = fit(both, len(measures), np.tile(residual, 2), np.tile(variance, 2))
    by_judge = fit(given.judge, len(given.judges), residual, variance)
    seats = np.bincount(given.judge, minlength=len(given.judges))
    drafts = (measures, errors, by_draft.infit, by_draft.outfit, given.wins, given.times)
    judges = (seats, by_judge.infit, by_judge.outfit)
    return BradleyTerry(
        tuple(map(Compared, given.drafts, *(column.tolist() for column in drafts))),
        tuple(map(Judge, given.judges, *(column.tolist() for column in judges))),
        separation(measures, errors),
        convergence,
        reduced,
        given.ties,
        _notes(given, unbounded, convergence),
    )


def covariance(given: Outcomes, measures: Values, weight: Values | float = 1.0) -> Values:
    """Drafts × drafts: the inverse of the information, its direction of equal shifts taken out."""
    chances = _chances(given, measures)
    size = len(measures)
    information = weight * chances * (1 - chances)
    between = sums(given.first * size + given.second, information, size * size).reshape(size, size)
    between += between.T
    ones = np.full((size, size), 1 / size)
    inverse: Values = np.linalg.inv(np.diag(between.sum(axis=1)) - between + ones) - ones
    return inverse


def _chances(given: Outcomes, measures: Values) -> Values:
    chances: Values = 1 / (1 + np.exp(measures[given.second] - measures[given.first]))
    return chances


def _estimate(given: Outcomes, reduced: bool, tolerance: float, iterations: int) -> tuple[Values, Convergence]:
    measures = np.zeros(len(given.drafts))
    convergence = Convergence(False, 0, np.inf, np.inf)
    for iteration in range(1, iterations + 1):
        chances = _chances(given, measures)
        joint = covariance(given, measures)
        more = given.score - chances
        if reduced:
            spread = np.diag(joint)
            between = spread[given.first] + spread[given.second] - 2 * joint[given.first, given.second]
            leverage = chances * (1 - chances) * between
            more = more + leverage * (0.5 - chances)
            joint = covariance(given, measures, 1 + leverage)
        left = sums(given.first, more, len(measures)) - sums(given.second, more, len(measures))
        step = joint @ left
        largest = float(np.abs(step).max())
        measures += step * min(1.0, LARGEST_STEP / max(largest, LARGEST_STEP))
        convergence = Convergence(largest < tolerance, iteration, largest, float(np.abs(left).max()))
        if largest < tolerance:
            break
    return measures - measures.mean(), convergence


def _notes(given: Outcomes, unbounded: str, convergence: Convergence) -> tuple[str, ...]:
    said = []
    if not convergence.converged:
        said.append(f"The scale did not settle in {convergence.iterations} rounds: read no measure from it.")
    if unbounded:
        said.append(f"{unbounded}: how far apart they are rests on a penalty (Firth 1993), not on the answers alone.")
    if given.ties:
        were = "was a tie" if given.ties == 1 else "were ties"
        said.append(f"{given.ties} of {len(given.score)} comparisons {were}: half a win for each draft.")
    return tuple(said)
