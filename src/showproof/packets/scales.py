"""What raters judge drafts by: the criteria, the rows of a role and the whole, each with a line for every level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof.catalog.rubric import EvidenceRule, Role
from showproof.catalog.store import Catalog

NAMES = ("missing", "claimed", "shown", "demonstrated", "defensible")
"""The levels 0 to 4 on every scale but that of the whole."""


class Scale(NamedTuple):
    """One thing to rate by."""

    id: str
    """`overall`, a criterion's id, or `skill:` and a row's id."""
    tab: str
    title: str
    question: str
    anchors: tuple[str, ...]
    """A line for each level from 0 to 4."""


def scales_of(catalog: Catalog, role: Role) -> tuple[Scale, ...]:
    """The criteria in their order, the role's rows as its table has them, and at last the whole."""
    return tuple(_scales(catalog, role))


def _scales(catalog: Catalog, role: Role) -> Iterator[Scale]:
    for one in catalog.criteria:
        tab = one.id.replace("-", " ").capitalize()
        yield Scale(one.id, tab, one.title, one.question, _anchors(one.essentials, one.supports))
    for row in role.rows:
        question = f"Skill row. What good looks like: {row.good[:1].lower()}{row.good[1:]}."
        yield Scale(f"skill:{row.id}", row.skill, row.skill, question, _anchors(row.essentials, row.supports))
    says = {line.level: line.say for line in catalog.screen.lines}
    whole = tuple(says[level] for level in sorted(says))
    yield Scale("overall", "Overall", "Overall verdict", "Where does the draft as a whole stand?", whole)


def _anchors(essentials: Sequence[EvidenceRule], supports: Sequence[EvidenceRule]) -> tuple[str, ...]:
    needed = "; ".join(rule.say for rule in essentials)
    more = "; ".join(rule.say for rule in supports) or "how it was checked, and what was given up"
    return (
        "missing: nothing to the point; blank, left-in guidance, or only about something else",
        "claimed: said in general words; nothing that could be checked",
        "shown: some particulars, but a part of level 3 is missing, vague, or at odds with another place",
        f"demonstrated: {needed}",
        f"defensible: level 3, and it says how it was checked; and at least half of: {more}",
    )
