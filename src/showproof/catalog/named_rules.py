"""Every evidence rule of a catalogue by name: `measures.defined`, `root-cause.chain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showproof.catalog.rubric import Criterion, EvidenceRule, SkillRow
from showproof.catalog.store import Catalog


class NamedRule(NamedTuple):
    """An evidence rule, and where it counts."""

    measure: Criterion | SkillRow
    rule: EvidenceRule
    role: str = ""
    """The role whose row it stands in, if it is one of a row."""

    @property
    def id(self) -> str:
        """The name that findings have too; rows of two roles may share it."""
        return f"{self.measure.id}.{self.rule.id}"

    @property
    def key(self) -> str:
        """The name that no other rule has."""
        return f"{self.role}/{self.id}" if self.role else self.id

    @property
    def of(self) -> str:
        """Title of its criterion or row."""
        return self.measure.title if isinstance(self.measure, Criterion) else self.measure.skill

    @property
    def part(self) -> str:
        """Essential, support or limit."""
        measure, rule = self.measure, self.rule
        return "essential" if rule in measure.essentials else "support" if rule in measure.supports else "limit"


def named_rules(catalog: Catalog) -> Iterator[NamedRule]:
    """Rules of the criteria, then of the rows of every role."""
    for criterion in catalog.criteria:
        yield from (NamedRule(criterion, rule) for rule in criterion.rules)
    for name in catalog.role_ids:
        for row in catalog.role(name).rows:
            yield from (NamedRule(row, rule, name) for rule in row.rules)
