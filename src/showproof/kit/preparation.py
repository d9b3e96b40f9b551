"""The candidate's preparation sheet: what the loop is about, one page a stage, and what to ask before saying yes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showproof.catalog.loop import Stage, Told
from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog
from showproof.formats.handout import Cells, Column, Handout, Items, Leaf, Piece, Words
from showproof.kit.shared import properties, title_of_type
from showproof.kit.stages import rows_of, title_of, whys_of

MOST = 4
"""Lines of the role's own preparation on a stage's page; what is more goes to the first page."""


class Brought(NamedTuple):
    """A draft of the candidate's own, as it was scored."""

    file: str
    artifact: str
    level: int
    verdict: str
    skills: dict[str, int]
    """Row to level."""


def preparation_sheet(catalog: Catalog, role: Role, brought: Sequence[Brought], paper: str) -> Handout:
    """The sheet of a role, with the candidate's drafts where they serve."""
    steps, left = _shared_out(role.preparation, role.stages)
    scenarios, spare = _shared_out(role.scenarios, role.stages)
    idle = tuple(
        _told(catalog, one, ())
        for one in brought
        if not any(_serves(catalog, role, stage, one.artifact) for stage in role.stages)
    )
    stages = tuple(
        Leaf(
            id=f"s{at}",
            title=title_of(role, stage),
            tab=f"{at} {stage.title}",
            lead="",
            pieces=_stage(catalog, role, stage, brought, steps[stage.id], scenarios[stage.id]),
        )
        for at, stage in enumerate(role.stages, start=1)
    )
    digest = catalog.digest
    return Handout(
        artifact=role.id,
        kind_title="Preparation sheet for candidates",
        version=digest,
        title=f"Preparation: {role.title}",
        properties=properties("preparation-sheet", role, digest),
        paper=paper,
        small=18,
        leaves=(_opening(role, left, spare, idle), *stages, *_advice(role), _closing(role)),
    )


def _opening(role: Role, left: Sequence[Told], spare: Sequence[Told], idle: tuple[str, ...]) -> Leaf:
    pair = (Column(label="", share=1), Column(label="", share=4, lines=1))
    focus = tuple(
        (name, offered)
        for name, offered in (
            ("Track", role.track),
            ("My one workflow", next(iter(role.workflows), "")),
            ("The measure that moves", next(iter(role.metrics), "")),
            ("The limit it works under", next(iter(role.constraints), "")),
        )
    )
    pieces: list[Piece] = [
        Cells(title="One track, one workflow", columns=pair, rows=focus),
        Items(title="What passes a screen", items=_said(role.signals)),
        Items(title="What gets people rejected", items=_said(role.triggers)),
        Items(title="My 30, 60 and 90 days", items=_said(role.plan), boxes=True),
        Items(title="Before any stage", items=_said(left), boxes=True),
        Items(title="More scenarios to rehearse", items=_said(spare)),
        Items(title="Drafts of mine that serve no stage", items=idle),
    ]
    lead = "Change the first box to your own case, and keep to it in every stage: depth in one beats a little of many."
    return Leaf(id="first", title="What the loop is about", tab="The loop", lead=lead, pieces=_filled(*pieces))


def _stage(
    catalog: Catalog,
    role: Role,
    stage: Stage,
    brought: Sequence[Brought],
    steps: Sequence[Told],
    scenarios: Sequence[Told],
) -> tuple[Piece, ...]:
    rows = rows_of(role, stage)
    tested = Cells(
        title="What it tests",
        columns=(
            Column(label="Row", share=4),
            Column(label="Good looks like", share=6),
            Column(label="Be particular about", share=12),
        ),
        rows=tuple((row.skill, row.good, "; ".join(rule.say for rule in row.essentials)) for row in rows),
    )
    whys = Cells(
        title="Whys to rehearse aloud",
        columns=(Column(label="They ask", share=2), Column(label="My answer, in key words", share=3, lines=4)),
        rows=tuple((why, "") for why in whys_of(role, stage)),
    )
    return _filled(
        Words(title="How to go about it", text=stage.how),
        tested,
        Items(title="What to bring", items=_to_bring(catalog, role, stage, brought), boxes=True),
        whys,
        Items(title="Scenarios to rehearse", items=_said(scenarios)),
        Items(title="Ready when", items=(*_said(steps), *_READY), boxes=True),
    )


_READY = ("I can tell my case in two minutes, with its figure, its check and what I gave up.",)


def _advice(role: Role) -> tuple[Leaf, ...]:
    """What helps at every stage, and what helps to prove single rows: a page each."""
    general = _filled(Items(title="", items=_said(one for one in role.advice if not one.rows), boxes=True))
    first = {one.id: next((row.id for row in role.rows if row.id in one.rows), "") for one in role.advice}
    by_row = ((row.skill, _said(one for one in role.advice if first[one.id] == row.id)) for row in role.rows)
    rows = _filled(*(Items(title=skill, items=said, boxes=True) for skill, said in by_row))
    leaves = (
        Leaf(id="all", title="Advice for the whole loop", tab="Advice", lead=_READ_ONCE, pieces=general),
        Leaf(id="rows", title="Advice row by row", tab="Advice by row", lead=_READ_ONCE, pieces=rows),
    )
    return tuple(leaf for leaf in leaves if leaf.pieces)


_READ_ONCE = "Read it once, tick three lines that are about you, and leave the rest."


def _closing(role: Role) -> Leaf:
    asked = {about: tuple(one.ask for one in role.questions if one.about == about) for about in ("scope", "pay")}
    pieces: list[Piece] = [
        Items(title="Ask about scope", items=asked["scope"], boxes=True),
        Items(title="Ask about level and pay", items=asked["pay"], boxes=True),
        Items(title="The first 90 days in the job", items=_said(role.weeks)),
        Items(title="How you will know that it went well", items=_said(role.outcomes)),
    ]
    lead = "Choose three for each talk. A vague answer on scope is an answer too."
    return Leaf(id="last", title="Before you say yes", tab="Before you say yes", lead=lead, pieces=_filled(*pieces))


def _to_bring(catalog: Catalog, role: Role, stage: Stage, brought: Sequence[Brought]) -> tuple[str, ...]:
    """The candidate's drafts that serve the stage, and the types named for it of which there is none."""
    mine = [one for one in brought if _serves(catalog, role, stage, one.artifact)]
    there = {one.artifact for one in mine}
    missing = [artifact for artifact in stage.artifacts if artifact not in there]
    return (
        *(_told(catalog, one, stage.rows) for one in mine),
        *(f"{title_of_type(catalog, artifact)}: showproof new {artifact}" for artifact in missing),
    )


def _serves(catalog: Catalog, role: Role, stage: Stage, artifact: str) -> bool:
    """Whether the role names the type for the stage, or the type proves a row that the stage tests."""
    if artifact in stage.artifacts or artifact not in catalog.artifact_ids:
        return artifact in stage.artifacts
    return bool({*catalog.artifact(artifact).proves.get(role.id, ())} & {*stage.rows})


def _told(catalog: Catalog, one: Brought, rows: Sequence[str]) -> str:
    """A draft with its level, and its levels in the rows."""
    levels = ", ".join(f"{row} {one.skills[row]}" for row in rows if row in one.skills)
    called = title_of_type(catalog, one.artifact) if one.artifact else "Of no known type"
    return f"{called}: {one.file}, level {one.level} ({one.verdict}){f'; here: {levels}' if levels else ''}"


def _shared_out(entries: Iterable[Told], stages: Sequence[Stage]) -> tuple[dict[str, list[Told]], list[Told]]:
    """Stage to what to prepare for it: each entry once, where it fits best; and those that fit nowhere."""
    given: dict[str, list[Told]] = {stage.id: [] for stage in stages}
    left = []
    for entry in entries:
        open_ = [stage for stage in stages if len(given[stage.id]) < MOST and _overlap(entry, stage)]
        if open_:
            given[max(open_, key=lambda stage: (_overlap(entry, stage), -len(given[stage.id]))).id].append(entry)
        else:
            left.append(entry)
    return given, left


def _overlap(entry: Told, stage: Stage) -> int:
    """How much an entry has to do with a stage: artifacts that it names count more than rows."""
    return 2 * len({*entry.artifacts} & {*stage.artifacts}) + len({*entry.rows} & {*stage.rows})


def _said(entries: Iterable[Told]) -> tuple[str, ...]:
    return tuple(entry.say for entry in entries)


def _filled(*pieces: Piece) -> tuple[Piece, ...]:
    """Those with something in them."""
    return tuple(
        piece
        for piece in pieces
        if (piece.text if isinstance(piece, Words) else piece.rows if isinstance(piece, Cells) else piece.items)
    )
