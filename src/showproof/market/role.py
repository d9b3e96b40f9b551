"""The parts of a role from the sections of a report."""

from __future__ import annotations

from showproof.catalog.loop import Heading, Told
from showproof.catalog.rubric import Role, SkillRow
from showproof.catalog.store import Catalog
from showproof.market import loop_items
from showproof.market.bearing import Bearing
from showproof.market.context import context_of
from showproof.market.identity import Identity, variants_of
from showproof.market.named_types import NamedTypes
from showproof.market.report import Report
from showproof.market.role_words import role_words
from showproof.market.sections import Sections

BEARS, FLAGS = 0.5, 0.35
"""Share of the words of a row, or of a flag, that an item must say to bear on it."""
TELLING = ("summary", "market", "industry", "demand", "position", "roadmap", "risks")
"""Sections whose items are advice to a candidate."""


def role_of(
    report: Report, sections: Sections, identity: Identity, rows: tuple[SkillRow, ...], catalog: Catalog
) -> Role:
    """The role, with every list that the report has."""
    types = NamedTypes(catalog)
    bears = _bears(rows, catalog, types)
    variants = variants_of(report, sections)
    context = context_of(report, identity, variants, catalog.report_words)

    def told(*names: str) -> tuple[Told, ...]:
        return loop_items.told(sections.items(*names), bears)

    advice = sorted((*sections.items(*TELLING), *loop_items.answers(sections)), key=lambda line: line.number)
    return Role(
        id=identity.id,
        title=identity.title or "Role",
        segment=identity.segment,
        track=variants[0] if variants else "",
        variants=variants,
        workflows=context.workflows,
        metrics=context.metrics,
        constraints=context.constraints,
        stakeholders=context.stakeholders,
        teams=context.teams,
        stages=loop_items.stages(sections.items("stages"), bears),
        words=role_words(rows, context, catalog),
        rows=rows,
        source=identity.source,
        sections=tuple(Heading(title=one.title, line=one.line) for one in sections.found if one.heading),
        named=loop_items.named(sections, rows, types),
        scenarios=told("scenarios"),
        signals=told("signals"),
        triggers=loop_items.triggers(sections.items("triggers"), bears),
        weeks=told("weeks"),
        outcomes=told("outcomes"),
        preparation=told("preparation"),
        plan=told("plan"),
        advice=loop_items.told(advice, bears),
        improvements=told("improvements"),
        questions=loop_items.questions(sections.items("scope-checks"), sections.items("pay")),
    )


def _bears(rows: tuple[SkillRow, ...], catalog: Catalog, types: NamedTypes) -> loop_items.Bears:
    return loop_items.Bears(
        Bearing({row.id: f"{row.skill} {row.good}" for row in rows}, BEARS),
        Bearing({flag.id: flag.say for flag in catalog.flags.values()}, FLAGS),
        types,
    )
