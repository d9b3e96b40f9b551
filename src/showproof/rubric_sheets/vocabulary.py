"""Which words the columns About and Must carry take."""

from __future__ import annotations

from showproof.catalog.store import Catalog
from showproof.reading.traits import QUANTITIES, WHENS
from showproof.reading.vocabulary import ROLE, SELF

_NAMED = ("comparator", "group", "owner", "particular", "person", "quantity", ROLE, SELF, "thing", "when")
"""Traits of a statement that come from values and names in it rather than from word lists."""


def words_known(catalog: Catalog) -> tuple[str, ...]:
    """Facets in the order of their file, then the traits that are no facets, sorted."""
    traits = {*catalog.lexicon.traits, *QUANTITIES, *WHENS, *_NAMED}
    return (*catalog.facets, *sorted(traits - set(catalog.facets)))
