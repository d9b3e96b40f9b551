"""Many candidates' folders for one role: levels of all, common gaps, and what has moved since an earlier run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from showproof.catalog.rubric import Role, SkillRow
from showproof.catalog.store import Catalog
from showproof.errors import UserError
from showproof.model import Scorecard
from showproof.portfolio.taken import why_excluded
from showproof.proof import GOAL, Candidate, Cohort, Gap, Lost
from showproof.rules.base import MET

_MISSING = 3
"""Findings that a gap names."""
EARLIER = "showproof.cohort/1"


class Glance(NamedTuple):
    """The little of a scorecard that a cohort needs; it travels as JSON from the worker that made it."""

    artifact: str
    notices: list[str]
    flags: list[str]
    rows: dict[str, tuple[int, float, list[str]]]
    """Row to its level, its score, and the ids of its essentials that are not met."""


def glance_texts(card: Scorecard) -> tuple[str, ...]:
    """What a worker sends back of one draft."""
    rows = {
        one.id: (
            one.level,
            one.score,
            [found.id for found in one.findings if found.part == "essential" and found.strength < MET],
        )
        for one in card.skills
    }
    return (json.dumps(Glance(card.artifact.value, [*card.notices], [flag.id for flag in card.flags], rows)._asdict()),)


def cohort_of(
    catalog: Catalog,
    role: Role,
    folder: str,
    drafts: Mapping[str, Sequence[str]],
    earlier: Mapping[str, Mapping[str, int]] | None,
    unreadable: Sequence[Lost] = (),
    strays: Sequence[str] = (),
) -> Cohort:
    """The cohort; `drafts` has the glances of each candidate's drafts, `earlier` the levels of a run before."""
    glances = {name: list(_counted(catalog, texts)) for name, texts in drafts.items()}
    candidates = tuple(
        _candidate(name, some, role, earlier.get(name) if earlier is not None else None)
        for name, some in glances.items()
    )
    gaps = (_gap(row, candidates, glances) for row in role.rows)
    found = sorted((gap for gap in gaps if gap.candidates), key=lambda gap: -len(gap.candidates))
    return Cohort(
        folder=folder,
        role=role.id,
        title=role.title,
        rows=tuple((row.id, row.skill) for row in role.rows),
        candidates=candidates,
        gaps=tuple(found),
        gone=tuple(name for name in earlier or () if name not in drafts),
        strays=tuple(strays),
        unreadable=tuple(unreadable),
    )


def _counted(catalog: Catalog, texts: Iterable[str]) -> Iterator[Glance]:
    """The drafts of one candidate that can prove something."""
    for text in texts:
        one = Glance(**json.loads(text))
        kind = catalog.artifact(one.artifact) if one.artifact else None
        if not why_excluded(kind, one.notices, one.flags, catalog.flags):
            yield one


def _candidate(name: str, some: Sequence[Glance], role: Role, before: Mapping[str, int] | None) -> Candidate:
    levels = {row.id: max((one.rows[row.id][0] for one in some), default=0) for row in role.rows}
    moved = {row: level - before.get(row, 0) for row, level in levels.items()} if before is not None else None
    return Candidate(name, len(some), levels, moved)


def _gap(row: SkillRow, candidates: Sequence[Candidate], glances: Mapping[str, Sequence[Glance]]) -> Gap:
    """Who has not proven a row, and what is missing most often in the draft that comes nearest."""
    behind = [one.name for one in candidates if one.levels[row.id] < GOAL]
    missing: Counter[str] = Counter()
    for name in behind:
        nearest = max(glances[name], key=lambda one: one.rows[row.id][:2], default=None)
        if nearest and nearest.rows[row.id][0]:
            missing.update(nearest.rows[row.id][2])
    said = {rule.id: rule.say for rule in row.essentials}
    order = sorted(missing, key=lambda name: (-missing[name], list(said).index(name)))
    return Gap(row.id, row.skill, tuple(behind), tuple((said[name], missing[name]) for name in order[:_MISSING]))


def earlier_levels(path: Path, role: str) -> dict[str, dict[str, int]]:
    """Candidate to levels of an earlier run's JSON. Raises UserError for what is none, and for another role."""
    where = str(path)
    try:
        data: Any = json.loads(path.read_bytes())
    except OSError:
        raise UserError("cannot be read", where=where, remedy="check the name and your rights to it") from None
    except ValueError:
        data = None
    remedy = "say --since with what portfolio --cohort --json printed"
    if not isinstance(data, dict) or data.get("schema") != EARLIER:
        raise UserError(f"no JSON of {EARLIER}", where=where, remedy=remedy)
    if data.get("role") != role:
        raise UserError(f'it is for the role "{data.get("role")}", not {role}', where=where, remedy=remedy)
    try:
        return {
            str(name): {str(row): int(level) for row, level in one["levels"].items()}
            for name, one in data["candidates"].items()
        }
    except (KeyError, TypeError, AttributeError, ValueError):
        raise UserError(f"no JSON of {EARLIER}: candidates without levels", where=where, remedy=remedy) from None
