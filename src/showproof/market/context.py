"""What a report names again and again: workflows, measures, limits, functions and teams of the role."""

from __future__ import annotations

from typing import NamedTuple

from showproof.catalog.report_words import ReportWords
from showproof.market.identity import Identity
from showproof.market.phrases import Said, people, phrases
from showproof.market.report import Report


class Context(NamedTuple):
    """The context that templates of the role offer; of each list the first one is the usual one."""

    workflows: tuple[str, ...]
    metrics: tuple[str, ...]
    constraints: tuple[str, ...]
    stakeholders: tuple[str, ...]
    teams: tuple[str, ...]


def context_of(report: Report, identity: Identity, variants: tuple[str, ...], words: ReportWords) -> Context:
    """Limits first, then measures, then workflows: none is named twice, and none is the role or a variant."""
    said = Said(report.lines)
    without = (identity.name, identity.industry, *variants, *words.stock)
    constraints = tuple(phrases(said, words.phrases["constraints"], identity.name, without))
    metrics = tuple(phrases(said, words.phrases["metrics"], identity.name, (*without, *constraints)))
    known = (*without, *constraints, *metrics)
    workflows = tuple(phrases(said, words.phrases["workflows"], identity.name, known))
    functions = tuple(people(said.texts))
    return Context(workflows, metrics, constraints, functions, tuple(dict.fromkeys((*_own(identity), *functions))))


def _own(identity: Identity) -> tuple[str, ...]:
    """The role's own team, by the words before the noun of the job: Operations, of an operations manager."""
    before = identity.title.partition(",")[0].split()[:-1]
    return (" ".join(before),) if before else ()
