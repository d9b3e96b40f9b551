"""Whether raters agree as well on one group as on another: agreement and mean level by group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from showproof.calibration.decisions import Decision
from showproof.calibration.figures import Estimate, Figure, Levels, NotComputable
from showproof.calibration.impact import Group
from showproof.calibration.ratings import Ratings
from showproof.calibration.statistics.estimate import estimate
from showproof.calibration.statistics.krippendorff_alpha import alpha
from showproof.calibration.statistics.percent_agreement import adjacent_agreement, exact_agreement

WHOLE = "overall"
NOBODY = NotComputable("no draft of this group has two ratings")


class Agreed(NamedTuple):
    """How far the people agree on the drafts of a group."""

    group: Group
    drafts: int
    """With two ratings or more."""
    ratings: int
    exact: Figure
    """Share of pairs of ratings that are the same level."""
    adjacent: Figure
    """Share of pairs that are at most one level apart."""
    alpha: Estimate
    """Krippendorff's alpha, ordinal, with its interval."""
    mean: Figure
    """Mean level that people gave."""


class AgreementTable(NamedTuple):
    """The groups of one column, or of several crossed."""

    by: tuple[str, ...]
    lines: tuple[Agreed, ...]
    unrated: int
    """Candidates of known groups whom nobody rated."""


def agreement_by_group(
    members: Mapping[Group, list[Decision]], by: tuple[str, ...], ratings: Ratings, *, draws: int, seed: int
) -> AgreementTable:
    """Agreement of the people among `ratings` on the overall level of each group's drafts.

    The drafts of the decisions are named as the ratings name them. The scorer and programs are left out: they are held
    against people by `calibrate`.
    """
    people = ratings.of_kind("person")
    levels, row = people.levels(WHOLE), {draft: at for at, draft in enumerate(people.drafts)}
    lines = []
    unrated = 0
    for group, inside in members.items():
        theirs = [[row[draft] for draft in one.drafts if draft in row] for one in inside]
        unrated += sum(not rows for rows in theirs)
        lines.append(_agreed(group, levels[[at for rows in theirs for at in rows]], draws, seed))
    return AgreementTable(by, tuple(lines), unrated)


def _agreed(group: Group, levels: Levels, draws: int, seed: int) -> Agreed:
    given = levels[~np.isnan(levels)]
    mean: Figure = float(given.mean()) if given.size else NotComputable("nobody rated a draft of this group")
    if not ((~np.isnan(levels)).sum(axis=1) > 1).any():
        return Agreed(group, 0, 0, NOBODY, NOBODY, Estimate(NOBODY, NOBODY, 0, 0), mean)
    told = estimate(levels, alpha("ordinal"), draws, seed)
    return Agreed(
        group, told.drafts, told.ratings, exact_agreement(levels), adjacent_agreement(levels), told, mean
    )  # fmt: skip
