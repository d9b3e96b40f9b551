"""Ratings to all figures of a study."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from showproof.calibration.drift import Drift, drift
from showproof.calibration.facets import from_ratings
from showproof.calibration.figures import Levels, NotComputable
from showproof.calibration.measured import Calibration, ScaleFigures, Settings
from showproof.calibration.measuring.against import against_people
from showproof.calibration.measuring.agreement import agreement
from showproof.calibration.measuring.order import to_reword
from showproof.calibration.measuring.pairs import pairs_of
from showproof.calibration.measuring.raters import rater_figures
from showproof.calibration.ratings import TOP, Rater, Ratings
from showproof.calibration.statistics.many_facet_rasch import ManyFacetRasch, many_facet_rasch
from showproof.calibration.statistics.prevalence import prevalence

OVERALL, ROW = "overall", "skill:"
USUAL = Settings(seed=1, draws=1000, confidence=0.95)


def measure(
    ratings: Ratings,
    titles: Mapping[str, str] | None = None,
    settings: Settings = USUAL,
    notices: Sequence[str] = (),
) -> Calibration:
    """Everything that the ratings say; `titles` name scales for people."""
    panel = panel_of(ratings)
    named = {scale: (titles or {}).get(scale, scale.removeprefix(ROW)) for scale in in_order(ratings.scales)}
    among = ratings_by(ratings, panel)
    scales = tuple(_scale(ratings, panel, scale, title, settings) for scale, title in named.items())
    return Calibration(
        ratings=ratings,
        panel=panel,
        settings=settings,
        scales=scales,
        raters=tuple(rater_figures(ratings, panel, criteria_of(ratings.scales))),
        model=_model(among),
        reword=to_reword(ratings, panel, {one: named[one] for one in to_word(ratings.scales)}, settings.confidence),
        drift=_drift(among, settings),
        against=tuple(one for scale, title in named.items() for one in against_people(ratings, scale, title, settings)),
        notices=tuple(notices),
    )


def panel_of(ratings: Ratings) -> tuple[Rater, ...]:
    """The people where there are two; else the programs where there are two; else whoever is a person."""
    people = tuple(one for one in ratings.raters if one.kind == "person")
    programs = tuple(one for one in ratings.raters if one.kind == "program")
    return people if len(people) > 1 or len(programs) < 2 else programs


def ratings_by(ratings: Ratings, raters: Sequence[Rater]) -> Ratings:
    """The ratings that these raters gave."""
    names = {one.name for one in raters}
    return Ratings(tuple(one for one in ratings.given if one.rater in names), tuple(raters))


def in_order(scales: Sequence[str]) -> list[str]:
    """Overall, then the criteria, then the skill rows, each as they come."""
    return sorted(scales, key=lambda scale: (scale != OVERALL, scale.startswith(ROW)))


def criteria_of(scales: Sequence[str]) -> tuple[str, ...]:
    """The criteria; where there are none, the skill rows; else overall. The others would count the same twice."""
    criteria = tuple(one for one in scales if one != OVERALL and not one.startswith(ROW))
    return criteria or tuple(one for one in scales if one != OVERALL) or tuple(scales)


def to_word(scales: Sequence[str]) -> list[str]:
    """Scales whose words a rubric has: all but the verdict on the whole, unless there is nothing else."""
    return [one for one in in_order(scales) if one != OVERALL] or list(scales)


def _scale(ratings: Ratings, panel: tuple[Rater, ...], scale: str, title: str, settings: Settings) -> ScaleFigures:
    whole = ratings.levels(scale)
    levels = whole[:, [ratings.raters.index(one) for one in panel]]
    levels = levels[~np.isnan(levels).all(axis=1)]
    rated = (~np.isnan(levels)).sum(axis=1)
    given = np.floor(levels[~np.isnan(levels)] + 0.5).astype(int)
    names = frozenset(one.name for one in panel)
    return ScaleFigures(
        scale,
        title,
        len(levels),
        int((rated > 1).sum()),
        tuple(np.bincount(given, minlength=TOP + 1).tolist()),
        agreement(levels, settings),
        tuple(_cautions(levels)),
        tuple(pairs_of(whole, ratings.raters, names, settings)),
    )


def _cautions(levels: Levels) -> Iterator[str]:
    """What makes the figures of a scale misleading."""
    found = prevalence(levels)
    if not isinstance(found, NotComputable) and found.misleads:
        yield (
            f"{found.share:.0%} of the ratings are level {found.level:g}: kappa and alpha look low here although "
            "raters agree; read AC2 and the share of equal levels beside them"
        )


def _drift(among: Ratings, settings: Settings) -> tuple[Drift, ...] | NotComputable:
    if not any(one.date for one in among.given):
        return NotComputable("no rating has a date")
    return drift(among, criteria_of(among.scales), settings.confidence)


def _model(among: Ratings) -> ManyFacetRasch | NotComputable:
    return many_facet_rasch(from_ratings(among, criteria_of(among.scales)))
