"""What a derivation can be asked of: the verdict, a criterion, a row of the role, a flag."""

from __future__ import annotations

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.near import unknown
from showproof.catalog.rubric import Criterion, SkillRow
from showproof.derivation import Derivation
from showproof.derive.flag import derive_flag
from showproof.derive.measure import derive_measure
from showproof.derive.overall import derive_overall
from showproof.derive.words import Words
from showproof.model import Scorecard
from showproof.rules.view import View
from showproof.scoring import Rubric

OVERALL = "overall"


def subjects(rubric: Rubric) -> tuple[str, ...]:
    """Every name that may be asked for, in the order of a scorecard."""
    criteria, rows = (one.id for one in rubric.criteria), (one.id for one in rubric.role.rows)
    return (OVERALL, *criteria, *rows, *(flag.id for flag in rubric.flags))


def check_subject(name: str, rubric: Rubric) -> None:
    """Raises UserError, near misses first, for a name that there is not."""
    known = subjects(rubric)
    if name not in known:
        raise unknown("name", name, known, f"known for {rubric.role.id}: {', '.join(known)}")


def derive(
    name: str, view: View, rubric: Rubric, kind: ArtifactType | None, card: Scorecard, words: Words
) -> Derivation:
    """The derivation of a known name, for the draft that the view and the scorecard are of."""
    if name == OVERALL:
        return derive_overall(card, rubric)
    measures: tuple[Criterion | SkillRow, ...] = (*rubric.criteria, *rubric.role.rows)
    for measure in measures:
        if measure.id == name:
            return derive_measure(measure, view, kind, words)
    return derive_flag(next(flag for flag in rubric.flags if flag.id == name), card, words)
