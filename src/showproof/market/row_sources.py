"""Rows and criteria of the catalogue from which an imported row may take its rules, weighed by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log
from typing import NamedTuple

from showproof.catalog.rubric import Criterion, SkillRow
from showproof.catalog.store import Catalog
from showproof.market.named_types import NamedTypes
from showproof.market.table import Row
from showproof.market.words import EMPTY, stem, words_of

CELLS, RULES, TERMS = 1.0, 0.8, 0.6
"""What a word counts in the cells of a row, in what a rule looks for, or in its terms or facets."""
PROVEN = 0.15
"""What is added where the row's proof is an artifact type that proves the source."""
COMMON = 2
"""Sources that an unknown word is taken to stand in: it tells a row from others, but not more than any rare word."""
SKILL, GOOD, PROOF = 3.0, 2.0, 1.5
"""How much the words of each cell of an imported row weigh."""
CRITERION = 0.85
"""What a criterion's share counts: a row says more of a role than what any document is asked for."""


class Source(NamedTuple):
    """A row, as `role/row`, or a criterion, and what each stem counts in it."""

    name: str
    holder: SkillRow | Criterion
    weights: dict[str, float]


class Likeness(NamedTuple):
    """The source that looks for most of a row's words."""

    source: Source
    share: float
    """The part of the row's words that it looks for, 0 to 1."""
    missing: tuple[str, ...]
    """Words of the row that none of its rules look for."""


class RowSources:
    """All sources, to be asked for one row after another."""

    def __init__(self, catalog: Catalog) -> None:
        self.sources = [
            *(_source(f"{role}/{row.id}", row) for role in catalog.role_ids for row in catalog.role(role).rows),
            *(_source(criterion.id, criterion) for criterion in catalog.criteria),
        ]
        self._catalog, self._types = catalog, NamedTypes(catalog)
        self._said_by = Counter(one for source in self.sources for one in source.weights)

    def nearest(self, row: Row) -> Likeness:
        """The source that looks for the greatest part of the row's words; of several, the first."""
        proven = self._proven(row.proof)
        likes = (self._likeness(row, source, proven) for source in self.sources)
        return max(likes, key=lambda like: like.share)

    def _proven(self, proof: str) -> frozenset[str]:
        """The rows that the types named in a proof are the natural proof of."""
        kinds = [self._catalog.artifact(named.id) for named in self._types.named(proof)]
        return frozenset(f"{role}/{row}" for kind in kinds for role, rows in kind.proves.items() for row in rows)

    def _likeness(self, row: Row, source: Source, proven: frozenset[str]) -> Likeness:
        asked = _weighed(((row.skill, SKILL), (row.good, GOOD), (row.proof, PROOF)))
        weights = {one: weight * self._rare(one) for one, weight in asked.items()}
        found = sum(weight * source.weights.get(one, 0.0) for one, weight in weights.items())
        share = found / sum(weights.values()) if weights else 0.0
        share = min(1.0, share + PROVEN * (share > 0 and source.name in proven))
        missing = [
            word
            for word in words_of(f"{row.skill} {row.good} {row.proof}")
            if word not in EMPTY and stem(word) not in source.weights
        ]
        counts = CRITERION if isinstance(source.holder, Criterion) else 1.0
        return Likeness(source, round(share * counts, 2), tuple(dict.fromkeys(missing)))

    def _rare(self, one: str) -> float:
        """A word that few sources look for tells more."""
        return log(1 + len(self.sources) / max(COMMON, self._said_by[one]))


def _source(name: str, holder: SkillRow | Criterion) -> Source:
    cells = (
        (holder.skill, holder.good, holder.proof) if isinstance(holder, SkillRow) else (holder.title, holder.question)
    )
    return Source(
        name,
        holder,
        _weighed(
            (
                *((cell, CELLS) for cell in cells),
                *((rule.say, RULES) for rule in holder.rules),
                *((term, TERMS) for rule in holder.rules for term in (*rule.terms, *rule.about)),
            )
        ),
    )


def _weighed(texts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each stem with the highest weight of the texts that say it."""
    weights: dict[str, float] = {}
    for text, weight in texts:
        for word in words_of(text):
            if word not in EMPTY:
                one = stem(word)
                weights[one] = max(weight, weights.get(one, 0.0))
    return weights
