"""Cut scores of a study: where drafts begin to be good enough, and how often a decision there would fall again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import Levels, NotComputable
from showproof.calibration.measured import Settings
from showproof.calibration.measuring.measure import criteria_of, panel_of
from showproof.calibration.ratings import Ratings
from showproof.calibration.statistics.angoff import Angoff, angoff
from showproof.calibration.statistics.contrasting_groups import ContrastingGroups, contrasting_groups
from showproof.calibration.statistics.decision_consistency import DecisionConsistency, decision_consistency


class Held(NamedTuple):
    """What a decision at one cut is worth."""

    by: str
    """By what the cut was set: `contrasting groups`, `modified Angoff`, `given`."""
    cut: float
    passing: int
    """Drafts at or above it."""
    worth: DecisionConsistency | NotComputable


class Cuts(NamedTuple):
    """Cut scores by each method that there is something to go by, and what each is worth."""

    scales: tuple[str, ...]
    """Scales whose mean is a draft's score."""
    drafts: int
    contrasting: ContrastingGroups | NotComputable | None
    expected: Angoff | NotComputable | None
    judges: tuple[str, ...]
    held: tuple[Held, ...]


def cut_scores(
    ratings: Ratings,
    settings: Settings,
    *,
    scale: str = "",
    ready: Mapping[str, bool] | None = None,
    expected: Mapping[tuple[str, str], float] | None = None,
    cut: float | None = None,
) -> Cuts:
    """Cuts by drafts that judges called ready or not, by levels that judges expect, and one that is given.

    A draft's score is the mean over the panel of each rater's mean over the criteria, or of its level on `scale`.
    `expected` is judge and criterion to the level of a draft that is only just good enough.
    """
    scales = (scale,) if scale else criteria_of(ratings.scales)
    table = mean_levels(ratings, scales)
    rated = ~np.isnan(table).all(axis=1)
    scores = dict(zip(np.array(ratings.drafts)[rated].tolist(), np.nanmean(table[rated], axis=1).tolist(), strict=True))
    by_groups = _contrasting(scores, ready, settings) if ready is not None else None
    judges, by_levels = _angoff(scales, expected, settings) if expected is not None else ((), None)
    found = [("contrasting groups", by_groups), ("modified Angoff", by_levels)]
    cuts = [(name, one.cut) for name, one in found if isinstance(one, ContrastingGroups | Angoff)]
    cuts += [("given", cut)] if cut is not None else []
    held = tuple(
        Held(name, at, sum(score >= at for score in scores.values()), decision_consistency(table, at))
        for name, at in cuts
    )
    return Cuts(scales, len(scores), by_groups, by_levels, judges, held)


def mean_levels(ratings: Ratings, scales: Sequence[str]) -> Levels:
    """Drafts × raters of the panel: each rater's mean over the scales that it rated the draft on."""
    members = [ratings.raters.index(one) for one in panel_of(ratings)]
    levels = np.stack([ratings.levels(scale)[:, members] for scale in scales])
    there = ~np.isnan(levels)
    count = there.sum(axis=0)
    total = np.where(there, levels, 0.0).sum(axis=0)
    means: Levels = np.where(count > 0, total / np.maximum(count, 1), np.nan)
    return means


def _contrasting(
    scores: Mapping[str, float], ready: Mapping[str, bool], settings: Settings
) -> ContrastingGroups | NotComputable:
    called = [draft for draft in scores if draft in ready]
    return contrasting_groups(
        [scores[draft] for draft in called],
        [ready[draft] for draft in called],
        settings.seed,
        draws=settings.draws,
        confidence=settings.confidence,
    )


def _angoff(
    scales: Sequence[str], expected: Mapping[tuple[str, str], float], settings: Settings
) -> tuple[tuple[str, ...], Angoff | NotComputable]:
    judges = tuple(sorted({judge for judge, _ in expected}))
    table = np.array([[expected.get((judge, scale), np.nan) for scale in scales] for judge in judges])
    return judges, angoff(table.reshape(len(judges), len(scales)), confidence=settings.confidence)
