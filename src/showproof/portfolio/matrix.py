"""The matrix: each row of the role against each draft, with the place that shows it best."""

from __future__ import annotations

from collections.abc import Sequence

from showproof.catalog.rubric import Role, SkillRow
from showproof.model import Finding, Quote, Rated
from showproof.portfolio.dates import days_between
from showproof.portfolio.taken import Taken
from showproof.proof import Artifact, Row, Shown

_WEIGHT = {"essential": 0, "support": 1, "limit": 2}
_TELLING = 5
"""Words from which a quote tells something by itself."""


def artifacts_of(drafts: Sequence[Taken], today: str) -> tuple[Artifact, ...]:
    """Every draft with what it is, says of itself, and whether it counts."""
    return tuple(
        Artifact(
            file=one.file,
            sha256=one.card.sha256,
            artifact=one.card.artifact.value,
            level=one.card.level,
            verdict=one.card.verdict,
            workflow=one.workflow,
            metric=one.said("metric"),
            dated=one.dated,
            age=days_between(one.dated, today),
            excluded=one.excluded,
        )
        for one in drafts
    )


def rows_of(role: Role, drafts: Sequence[Taken]) -> tuple[Row, ...]:
    """Every row of the role; of two drafts at one level the better score is the best, then the first."""
    return tuple(_row(row, [one for one in drafts if one.counts]) for row in role.rows)


def _row(row: SkillRow, drafts: Sequence[Taken]) -> Row:
    rated = [(one.file, next(skill for skill in one.card.skills if skill.id == row.id)) for one in drafts]
    shown = tuple(Shown(file, one.level, one.score, best_quote(one), one.capped) for file, one in rated)
    best = max(shown, key=lambda one: (one.level, one.score), default=None)
    level = best.level if best else 0
    return Row(row.id, row.skill, row.good, row.proof, level, best.file if best and level else "", shown)


def best_quote(rated: Rated) -> Quote | None:
    """The first telling quote of what is met most, essentials before supports; None where nothing is shown.

    A quote of a few words, such as a name in a column, tells little by itself: it is taken where there is no other.
    """
    if not rated.level:
        return None
    found = sorted((one for one in rated.findings if one.evidence and one.strength > 0), key=_rank)
    quotes = [quote for one in found for quote in one.evidence]
    return next((one for one in quotes if len(one.quote.split()) >= _TELLING), next(iter(quotes), None))


def _rank(finding: Finding) -> tuple[int, float]:
    return _WEIGHT[finding.part], -finding.strength
