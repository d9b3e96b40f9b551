"""Terms by which a stranger's draft of this role is recognised: its workflows, measures and the names of its rows."""

from __future__ import annotations

from showproof.catalog.rubric import SkillRow
from showproof.catalog.store import Catalog
from showproof.market.context import Context
from showproof.market.words import folded

MOST = 40


def role_words(rows: tuple[SkillRow, ...], context: Context, catalog: Catalog) -> tuple[str, ...]:
    """Phrases in small letters that no other role of the catalogue is known by, or that are this role's workflows."""
    others = {word for role in catalog.role_ids for word in catalog.role(role).words}
    workflows = [folded(one) for one in context.workflows]
    phrases = [*workflows, *map(folded, context.metrics), *(folded(row.skill) for row in rows)]
    return tuple(dict.fromkeys(one for one in phrases if one in workflows or one not in others))[:MOST]
