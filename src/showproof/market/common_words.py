"""Words that tell nothing of a subject, because worked examples of all kinds say them."""

from __future__ import annotations

from collections import Counter

from showproof.catalog.artifact import answer_texts
from showproof.catalog.store import Catalog
from showproof.market.words import stems_of

COMMON = 0.15
"""Share of the worked examples that say a word, from which on it is common."""


def common_words(catalog: Catalog) -> frozenset[str]:
    """The stems that a good part of the catalogue's worked examples say."""
    worked = [one for name in catalog.artifact_ids if (one := catalog.answers(name, "strong"))]
    said = Counter(stem for one in worked for stem in {stem for text in answer_texts(one) for stem in stems_of(text)})
    return frozenset(stem for stem, examples in said.items() if examples >= COMMON * len(worked))
