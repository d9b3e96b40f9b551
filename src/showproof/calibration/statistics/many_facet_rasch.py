"""Many-facet Rasch model: drafts × raters × criteria on one scale of logits, by joint maximum likelihood.

ln(P_nijk / P_nij(k−1)) = ability_n − severity_j − difficulty_i − threshold_k
Linacre, J. M. (1989). Many-facet Rasch measurement. Chicago: MESA Press.

Centred: severities, difficulties and thresholds have mean 0; abilities lie where they lie. Joint estimates are spread
too wide by about L / (L − 1), L being the ratings that a draft has (Wright, B. D., & Douglas, G. A. (1977). Best
procedures for sample-free item analysis. Applied Psychological Measurement, 1, 281–295): all measures and errors are
drawn together by (L − 1) / L. With `correct_spread=False` they are left as they are, as Facets leaves them. Mean
squares, expected levels and reliability are those of the joint solution either way.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import harmonic_mean
from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Figure, NotComputable
from showproof.calibration.statistics.connected_subsets import Connection, centre, connect
from showproof.calibration.statistics.extreme_scores import Marks, Prepared, prepare
from showproof.calibration.statistics.facet_ratings import FacetRatings, Indices, Values
from showproof.calibration.statistics.joint_estimation import SIGNS, Convergence, Solution, estimate, measure_extremes
from showproof.calibration.statistics.rasch_fit import Fit, Separation, fit, separation, standard_errors
from showproof.calibration.statistics.rasch_interactions import Interaction, interactions
from showproof.calibration.statistics.rasch_notes import FACETS, notes
from showproof.calibration.statistics.rating_scale import moments, probabilities


class Measured(NamedTuple):
    """One draft, rater or criterion on the scale."""

    name: str
    measure: Figure
    """Ability, severity or difficulty, in logits; higher is abler, more severe, harder."""
    error: Figure
    """Standard error, the other measures taken as known."""
    infit: Figure
    outfit: Figure
    fair: Figure
    """The level to be expected of it beside average drafts, raters and criteria: severity in levels."""
    mean: Figure
    """Mean of its ratings, plainly."""
    ratings: int
    subset: int
    """Measures compare inside a subset only; 0 for an element outside the estimation."""
    extreme: str
    """`lowest` or `highest` where all its ratings lie at one end of the levels that are left once others at an end are
    left out; `only` where its scale has one level; else nothing."""


class MeasuredFacet(NamedTuple):
    """A facet's elements in the order of the ratings' names, and how far they are told apart."""

    elements: tuple[Measured, ...]
    separation: Separation | NotComputable


class RatingScale(NamedTuple):
    """The levels in use and the thresholds between them, in logits."""

    criterion: str
    """Whose scale it is; nothing where all share it."""
    levels: tuple[int, ...]
    unused: tuple[int, ...]
    """Levels between 0 and the highest given that nobody gave: taken out of the scale, and their neighbours adjoin."""
    counts: tuple[int, ...]
    thresholds: tuple[float, ...]
    """From each level to the next; one fewer than levels. Where they do not rise, a level is nowhere the likeliest."""
    errors: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ManyFacetRasch:
    """The estimates, and what must be known to read them."""

    drafts: MeasuredFacet
    raters: MeasuredFacet
    criteria: MeasuredFacet
    scales: tuple[RatingScale, ...]
    interactions: tuple[Interaction, ...]
    """Every rater on every criterion: the cells of a heat map."""
    convergence: Convergence
    subsets: int
    """1 where everything compares."""
    ratings: int
    """Ratings that the estimation rests on: those of extreme elements are not among them."""
    spread_factor: float
    """What joint estimates were multiplied by: 1 where they were left as they are."""
    notes: tuple[str, ...]
    """What was done with the ratings, as sentences."""


def many_facet_rasch(
    ratings: FacetRatings,
    by_criterion: bool = False,
    correct_spread: bool = True,
    tolerance: float = 1e-6,
    iterations: int = 2000,
) -> ManyFacetRasch | NotComputable:
    """Severities, difficulties, abilities and thresholds; `by_criterion` gives each criterion thresholds of its own."""
    prepared = prepare(ratings, by_criterion)
    why = _too_little(prepared)
    if why:
        return NotComputable(why)
    solution = estimate(prepared, tolerance, iterations)
    used = prepared.used
    facets = ratings.draft[used], ratings.rater[used], ratings.criterion[used]
    connection = connect(facets, (len(ratings.drafts), len(ratings.raters), len(ratings.criteria)))
    solution.measures = centre(connection, facets, solution.measures)
    told = measure_extremes(prepared, solution)
    factor = spread_factor(facets[0]) if correct_spread else 1.0

    def facet(at: int) -> MeasuredFacet:
        return _facet(prepared, solution, connection, told, at, factor)

    return ManyFacetRasch(
        drafts=facet(0),
        raters=facet(1),
        criteria=facet(2),
        scales=_scales(prepared, solution, factor),
        interactions=interactions(prepared, solution),
        convergence=solution.convergence,
        subsets=connection.subsets,
        ratings=int(used.sum()),
        spread_factor=factor,
        notes=notes(prepared, connection, solution.convergence),
    )


def spread_factor(draft: Indices) -> float:
    """(L − 1) / L for L ratings a draft on average (the harmonic mean); 0.5 at least."""
    count = np.bincount(draft)
    each = float(harmonic_mean(count[count > 0].tolist()))
    return max((each - 1) / each, 0.5)


def _facet(
    prepared: Prepared, solution: Solution, connection: Connection, told: Marks, facet: int, factor: float
) -> MeasuredFacet:
    """The elements of a facet; fit and separation rest on the ratings in use, extreme elements left out."""
    ratings, used = prepared.ratings, prepared.used
    index, measures = ratings.facets[facet], solution.measures[facet]
    expected, variance = moments(probabilities(solution.location(ratings.facets), prepared.scale, solution.thresholds))
    misfit = fit(index[used], len(measures), (prepared.category - expected)[used], variance[used])
    errors = standard_errors(index[told], len(measures), variance[told]) * factor
    there = ~np.isnan(misfit.infit)
    table = _Table(ratings, facet, measures * factor, errors, misfit, _fair(prepared, solution, facet))
    ends = {one.element: one.end for found in prepared.rounds for one in found if one.facet == facet}
    subset = (connection.drafts, connection.raters, connection.criteria)[facet]
    return MeasuredFacet(
        tuple(table.element(at, int(subset[at]), ends.get(at, "")) for at in range(len(measures))),
        NotComputable("they fall into groups that cannot be compared")
        if subset.max() > 1
        else separation(measures[there] * factor, errors[there]),
    )


class _Table(NamedTuple):
    """What is known of a facet's elements, by column."""

    ratings: FacetRatings
    facet: int
    measures: Values
    errors: Values
    fit: Fit
    fair: Values

    def element(self, at: int, subset: int, end: str) -> Measured:
        """One element; what cannot be had says why."""
        levels = self.ratings.level[self.ratings.facets[self.facet] == at]
        why = NotComputable(_reason(len(levels), end))
        known, fits = not np.isnan(self.errors[at]), not np.isnan(self.fit.infit[at])
        return Measured(
            (self.ratings.drafts, self.ratings.raters, self.ratings.criteria)[self.facet][at],
            float(self.measures[at]) if known else why,
            float(self.errors[at]) if known else why,
            float(self.fit.infit[at]) if fits else why,
            float(self.fit.outfit[at]) if fits else why,
            float(self.fair[at]) if known else why,
            float(levels.mean()) if len(levels) else why,
            len(levels),
            subset,
            end,
        )


def _reason(count: int, end: str) -> str:
    if not count:
        return "there are no ratings"
    if end:
        sides = {"lowest": "lie at the lower end of the scale", "highest": "lie at the upper end of the scale"}
        return f"all ratings {sides.get(end, 'on this scale are one level')}"
    return "all ratings are shared with extreme drafts, raters or criteria only"


def _fair(prepared: Prepared, solution: Solution, facet: int) -> Values:
    """The level to expect of each element where the other facets are at the mean of what is in use."""
    ratings, used = prepared.ratings, prepared.used
    means = [
        values[np.unique(index[used])].mean() for values, index in zip(solution.measures, ratings.facets, strict=True)
    ]
    rest = sum(sign * mean for at, (sign, mean) in enumerate(zip(SIGNS, means, strict=True)) if at != facet)
    location = SIGNS[facet] * solution.measures[facet] + rest
    values = prepared.categories.values()
    scales = [at for at, levels in enumerate(prepared.categories.levels) if len(levels) > 1]
    own = facet == 2 and len(values) > 1
    fair = np.zeros((len(scales), len(location)))
    for row, at in enumerate(scales):
        which = np.full(len(location), at)
        fair[row] = probabilities(location, which, solution.thresholds) @ values[at]
    if own:
        return np.array([fair[scales.index(at), at] if at in scales else np.nan for at in range(len(location))])
    mean: Values = fair.mean(axis=0)
    return mean


def _scales(prepared: Prepared, solution: Solution, factor: float) -> tuple[RatingScale, ...]:
    used, scale = prepared.used, prepared.scale
    chances = probabilities(solution.location(prepared.ratings.facets), scale, solution.thresholds)
    beyond = np.cumsum(chances[:, ::-1], axis=1)[:, ::-1]
    found = []
    for at, levels in enumerate(prepared.categories.levels):
        here = used & (scale == at)
        information = (beyond[here] * (1 - beyond[here])).sum(axis=0)[1 : len(levels)]
        found.append(
            RatingScale(
                prepared.ratings.criteria[at] if len(prepared.categories.levels) > 1 else "",
                levels,
                tuple(one for one in range(int(prepared.ratings.level.max())) if one not in levels),
                tuple(np.bincount(prepared.category[here], minlength=len(levels)).tolist()),
                tuple((solution.thresholds[at, 1 : len(levels)] * factor).tolist()),
                tuple((factor / np.sqrt(information)).tolist()),
            )
        )
    return tuple(found)


def _too_little(prepared: Prepared) -> str:
    """Why these ratings tell nothing, as a clause, or nothing."""
    ratings, used = prepared.ratings, prepared.used
    if not len(ratings.level):
        return "there are no ratings"
    for facet, few in ((0, "one draft only was rated"), (1, "one rater only gave ratings")):
        if len(np.unique(ratings.facets[facet])) < 2:
            return few
    if len(np.unique(ratings.level)) < 2:
        return f"every rating is level {int(ratings.level[0])}"
    for facet in (0, 1):
        if len(np.unique(ratings.facets[facet][used])) < 2:
            return f"fewer than two {FACETS[facet]}s have ratings that do not all lie at one end of the scale"
    return ""
