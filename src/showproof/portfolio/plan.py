"""The plan: the cheapest fixes and new artifacts after which every row of the role is proven."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Role
from showproof.portfolio.cover import cheapest_cover
from showproof.portfolio.mending import cheapest_fixes
from showproof.portfolio.taken import Taken, hiring_side
from showproof.proof import GOAL, Row, Step

PART_COST = 3
"""What an essential part of a new artifact costs; docs/portfolio.md has the whole cost model."""
ASIDE_COST = 2
"""What a fix costs more in a draft whose type is no natural proof of the row: the text has to be led up to there."""
SHOWN = 2
"""The level from which a draft shows a row enough to be mended for it; what it says in passing is no start."""
INSTEAD = 2
"""How many other ways are named beside a step."""


Shows = Callable[[str], Mapping[str, int]]
"""The levels that the worked example of a type has in the rows of the role; nothing where the type has none for it."""


def plan_of(
    role: Role, rows: Sequence[Row], drafts: Sequence[Taken], kinds: Mapping[str, ArtifactType], shows: Shows
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """(steps, cheapest first; rows that nothing can prove). `kinds` are the types of the catalogue by their ids.

    A type is planned for those rows only that its own worked example proves, where it has one for the role: what we
    cannot show ourselves, we do not promise.
    """
    wanted = [row.id for row in rows if row.level < GOAL]
    options = options_of(role, wanted, drafts, kinds)
    while True:
        chosen, out_of_reach = _cheapest(options, wanted)
        kept = {step: _promised(step, shows) for step in chosen if step.kind == "new"}
        if all(step == promised for step, promised in kept.items()):
            break
        options = [held for one in options if (held := kept.get(one, one)) is not None]
    steps = sorted(chosen, key=lambda step: (step.cost, step.kind, step.target))
    return tuple(step._replace(instead=_instead(role, step, options)) for step in steps), out_of_reach


def options_of(
    role: Role, wanted: Sequence[str], drafts: Sequence[Taken], kinds: Mapping[str, ArtifactType]
) -> list[Step]:
    """Every single step that would prove one of the wanted rows or more."""
    return [*_fixes(role, wanted, drafts), *_new(role, wanted, drafts, kinds)]


def _promised(step: Step, shows: Shows) -> Step | None:
    """The step with those of its rows that the worked example proves; None where none is left."""
    levels = shows(step.target)
    rows = tuple(row for row in step.rows if levels.get(row, GOAL) >= GOAL)
    return step._replace(rows=rows) if rows else None


def _cheapest(options: Sequence[Step], wanted: Sequence[str]) -> tuple[list[Step], tuple[str, ...]]:
    reached = {row for step in options for row in step.rows}
    bits = {row: 1 << at for at, row in enumerate(row for row in wanted if row in reached)}
    masks = [(sum(bits[row] for row in step.rows), step.cost) for step in options]
    found = cheapest_cover(masks, sum(bits.values()))
    chosen = [options[number] for number in found.chosen] if found else []
    return chosen, tuple(row for row in wanted if row not in reached)


def _fixes(role: Role, wanted: Sequence[str], drafts: Sequence[Taken]) -> Iterator[Step]:
    """Drafts that show a row in part, or are its natural proof, with the cheapest findings that bring it to level 3."""
    for one in drafts:
        proves = one.kind.proves.get(role.id, ()) if one.kind else ()
        for row, rated in zip(role.rows, one.card.skills, strict=True):
            if row.id not in wanted or not one.sound or not (rated.level >= SHOWN or row.id in proves):
                continue
            fixes = cheapest_fixes(row, one)
            if fixes:
                aside = 0 if row.id in proves else ASIDE_COST
                command = f"showproof explain {shlex.quote(one.file)} {row.id} --role {role.id}"
                cost = sum(fix.cost for fix in fixes) + aside
                yield Step("fix", one.file, (row.id,), cost, command, fixes)


def _new(
    role: Role, wanted: Sequence[str], drafts: Sequence[Taken], kinds: Mapping[str, ArtifactType]
) -> Iterator[Step]:
    """Types that are the natural proof of rows and not in the set yet; those that the report names come first."""
    there = {one.card.artifact.value for one in drafts if one.sound}
    named = {one.artifact for one in role.named}
    for kind in sorted(kinds.values(), key=lambda kind: (kind.id not in named, kind.id)):
        rows = tuple(row for row in kind.proves.get(role.id, ()) if row in wanted)
        if rows and kind.id not in there and not hiring_side(kind):
            yield Step("new", kind.id, rows, new_cost(kind), _command(kind, role, drafts))


def new_cost(kind: ArtifactType) -> int:
    """What making one costs: by the parts without which it is incomplete."""
    return PART_COST * sum(part.essential for part in kind.parts)


def _command(kind: ArtifactType, role: Role, drafts: Sequence[Taken]) -> str:
    """The line that makes it, on the workflow and the metric that most drafts of the set name."""
    words = ["showproof", "new", kind.id, "--role", role.id]
    for name in ("workflow", "metric"):
        said = [text for one in drafts if one.counts and (text := one.said(name))]
        if said:
            words += [f"--{name}", max(said, key=lambda text: (said.count(text), -said.index(text)))]
    return shlex.join(words)


def _instead(role: Role, step: Step, options: Sequence[Step]) -> tuple[str, ...]:
    """Other single ways to prove the same rows: what the report names beside such a row first, then the cheapest."""
    lines = {row.line for row in role.rows if row.id in step.rows}
    named = {one.artifact for one in role.named if one.line in lines}
    same = [one for one in options if set(step.rows) <= set(one.rows) and one.target != step.target]
    first = sorted(same, key=lambda one: (one.target not in named, one.cost))
    return tuple(f"{one.kind} {one.target}" for one in first[:INSTEAD])
