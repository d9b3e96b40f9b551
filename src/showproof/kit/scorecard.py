"""The scorecard that one rater fills for one candidate, made from a role's rows."""

from __future__ import annotations

from showproof import __version__
from showproof.catalog.rubric import Role, SkillRow
from showproof.formats.rating_form import RatedRow, RatingForm
from showproof.kit.shared import LEVELS, properties
from showproof.kit.stages import anchors_of

VERDICTS = (
    "nothing to judge: the talk did not come to the work",
    "reject",
    "weak, would not advance",
    "advance",
    "strong, lead with this candidate",
)
"""Overall levels 0 to 4, as in the table of overall verdicts."""


def scorecard(role: Role, digest: str, rater: str, candidate: str, paper: str) -> RatingForm:
    """One rater's scorecard; names may be left open."""
    return RatingForm(
        artifact=role.id,
        kind_title="Scorecard of one rater, filled alone",
        version=digest,
        title=f"Scorecard: {role.title}",
        properties=properties("scorecard", role, digest),
        paper=paper,
        tool=__version__,
        rater=rater,
        candidate=candidate,
        rows=tuple(_row(role, row) for row in role.rows),
        verdicts=VERDICTS,
    )


def _row(role: Role, row: SkillRow) -> RatedRow:
    return RatedRow(
        id=row.id,
        named=f"{row.skill}: {row.good[:1].lower()}{row.good[1:]}",
        heard_in=tuple(stage.title for stage in role.stages if row.id in stage.rows),
        anchors=tuple(f"{at} {LEVELS[at]}: {text}" for at, text in enumerate(anchors_of(row), start=1)),
    )
