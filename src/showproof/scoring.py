"""A draft and a rubric to a scorecard: findings, levels by the rubric's own tables, flags, the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Criterion, Flag, OverallLine, Role, Screen
from showproof.model import Draft, Raised, Rated, Scorecard
from showproof.rating import rate, whole_of, within
from showproof.rules.base import quote
from showproof.rules.signals import raise_signal
from showproof.rules.signals.base import Suspect
from showproof.rules.view import View
from showproof.runs import Runs


class Rubric(NamedTuple):
    """Everything that a draft is judged by."""

    version: str
    digest: str
    criteria: tuple[Criterion, ...]
    flags: tuple[Flag, ...]
    screen: Screen
    role: Role


def score_draft(
    draft: Draft,
    rubric: Rubric,
    kind: ArtifactType | None,
    *,
    sha256: str,
    shipped: Runs,
    notices: Sequence[str] = (),
) -> Scorecard:
    """The scorecard of one draft; `shipped` are the marks of showproof's own texts."""
    view = View(draft)
    flags = tuple(raised for flag in rubric.flags if (raised := raise_flag(flag, view, kind, rubric.role, shipped)))
    whole = whole_of(view)
    criteria = tuple(rate(criterion, view, kind, whole) for criterion in rubric.criteria)
    skills = tuple(rate(row, view, kind, whole) for row in rubric.role.rows)
    level, verdict = verdict_of(criteria, skills, rubric.screen)
    caps = {flag.id: flag.cap for flag in rubric.flags}
    capped = min([level, *(caps[flag.id] for flag in flags)])
    if capped < level:
        level, verdict = capped, next(line.say for line in rubric.screen.lines if line.level == capped)
    mean = sum(rated.score for rated in criteria) / len(criteria)
    best = max(rated.score for rated in skills)
    return Scorecard(
        file=draft.outline.file,
        sha256=sha256,
        role=draft.role,
        artifact=draft.artifact,
        rubric_version=rubric.version,
        rubric_digest=rubric.digest,
        level=level,
        score=within(level, 0.8 * mean + 0.2 * best),
        verdict=verdict,
        criteria=criteria,
        skills=skills,
        flags=flags,
        notices=(*draft.outline.notices, *notices),
        unplaced=tuple(quote(observation) for observation in draft.unplaced),
    )


def verdict_of(criteria: Sequence[Rated], skills: Sequence[Rated], screen: Screen) -> tuple[int, str]:
    """(level, verdict) of the first line of the screen that holds, before flags hold it down."""
    levels = {rated.id: rated.level for rated in criteria}
    met = {(rated.id, one.id) for rated in criteria for one in rated.findings if one.verdict == "met"}
    best = max((rated.level for rated in skills), default=0)
    for line in screen.lines:
        if _holds(line, levels, best) and met.issuperset((line.rules or {}).items()):
            return line.level, line.say
    return 0, screen.lines[-1].say


def _holds(line: OverallLine, levels: dict[str, int], best: int) -> bool:
    reached = all(sum(level >= int(least) for level in levels.values()) >= count for least, count in line.reach.items())
    floors = all(levels.get(name, 0) >= least for name, least in (line.floor or {}).items())
    return reached and floors and best >= line.skill


def raise_flag(flag: Flag, view: View, kind: ArtifactType | None, role: Role, shipped: Runs) -> Raised | None:
    """The flag with the places that show it, or None where the draft does not."""
    found = raise_signal(Suspect(view, kind, flag, role.variants, shipped))
    return None if found is None else Raised(flag.id, flag.say, flag.fix, found)
