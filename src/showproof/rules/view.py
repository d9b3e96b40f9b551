"""A draft as rules look at it: what many of them ask for, worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from showproof.model import Draft, Quote, Unit

EMPTY = frozenset(("filler", "vague", "advice", "praise", "responsibilities"))
"""Traits of words that tell nothing by themselves."""

ANCHORS = frozenset(("quantity", "when", "person", "thing"))
"""Traits that tie a statement to something that could be checked."""

WHO_AND_WHEN = frozenset(("owner", "person", "role", "when", "date", "time", "cadence", "duration", "quarter"))
"""Traits that a row says once for all its cells."""


def hollow(traits: frozenset[str]) -> bool:
    """Whether a statement is empty words alone."""
    return bool(traits & EMPTY) and not traits & ANCHORS


class View:
    """One draft, with the answers to what rules ask of it again and again."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._said: dict[int, _Said] = {}
        self._bits: dict[str, int] = {}

    @cached_property
    def _by_facet(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, unit in enumerate(self.draft.units):
            for facet in unit.facets | unit.context:
                found.setdefault(facet, []).append(at)
        return found

    @cached_property
    def _lower(self) -> list[str]:
        return [f" {unit.text.lower()} " for unit in self.draft.units]

    @cached_property
    def miscounts(self) -> list[tuple[str, tuple[Quote, ...]]]:
        """(what disagrees, quotes) for every contradiction of figures."""
        from showproof.rules.arithmetic import contradictions

        return contradictions(self.draft)

    @cached_property
    def misdates(self) -> list[tuple[str, tuple[Quote, ...]]]:
        """(what is wrong, quotes) for every impossible date."""
        from showproof.rules.dates_in_order import misdated

        return misdated(self.draft)

    @property
    def disputes(self) -> list[tuple[str, tuple[Quote, ...]]]:
        """(what disagrees, quotes) for every contradiction of figures and dates."""
        return self.miscounts + self.misdates

    def topical(self, about: Iterable[str], terms: tuple[str, ...] = ()) -> list[int]:
        """Numbers of the units about one of the facets by their words, column, prompt or heading, and saying a term."""
        found = sorted({at for facet in about for at in self._by_facet.get(facet, ())})
        return [at for at in found if self._says(at, terms)] if terms else found

    def units(self, about: Iterable[str]) -> list[Unit]:
        """The units about one of the facets."""
        return [self.draft.units[at] for at in self.topical(about)]

    @cached_property
    def anchors(self) -> list[int]:
        """In how many ways each unit is tied to something that could be checked; its paragraph lends it one more."""
        owned = [(unit.paragraph, len(unit.traits & ANCHORS)) for unit in self.draft.units]
        rich = Counter(paragraph for paragraph, own in owned if own >= 2)
        return [own + (rich[paragraph] > (own >= 2)) for paragraph, own in owned]

    def mask(self, names: Iterable[str]) -> int:
        """A set of facets and traits as bits, so that many comparisons cost little."""
        found = 0
        for name in names:
            found |= self._bits.setdefault(name, 1 << len(self._bits))
        return found

    def carried(self, at: int, topic: int) -> int:
        """What a unit says of a topic: of a row, its own cells on the topic, and who and when of the whole row."""
        said = self._said.get(at)
        if said is None:
            said = self._said[at] = self._say(self.draft.units[at])
        found, own = said.whole, 0
        for facets, traits in said.cells:
            if facets & topic:
                own |= traits
        return found | (own or said.every)

    @cached_property
    def contexts(self) -> list[int]:
        """What the heading above each unit is about."""
        known = {context: self.mask(context) for context in dict.fromkeys(unit.context for unit in self.draft.units)}
        return [known[unit.context] for unit in self.draft.units]

    def _say(self, unit: Unit) -> _Said:
        """Empty words say nothing; a phrase about owning names no owner: that is left to the trait."""
        if unit.kind != "row":
            return _Said(0 if hollow(unit.traits) else self.mask((unit.facets - _NAMED_BY_TRAIT) | unit.traits))
        solid = [observation for observation in unit.observations if not hollow(observation.traits)]
        cells = tuple((self.mask(o.facets), self.mask(o.traits)) for o in solid)
        facets = traits = 0
        for own_facets, own_traits in cells:
            facets, traits = facets | own_facets, traits | own_traits
        shared = traits & self.mask(WHO_AND_WHEN)
        named = self.mask(_NAMED_BY_TRAIT)
        return _Said((facets & ~named) | shared, cells, traits)

    def _says(self, at: int, terms: tuple[str, ...]) -> bool:
        text = self._lower[at]
        return any(f" {term.rstrip('*')}" in text or f"-{term.rstrip('*')}" in text for term in terms)


class _Said(NamedTuple):
    """Bits of a unit's facets and shared traits; of a row also those of each cell, and of all cells' traits."""

    whole: int
    cells: tuple[tuple[int, int], ...] = ()
    every: int = 0


_NAMED_BY_TRAIT = frozenset(("owner", "cadence"))
"""Facets that are traits too: the name or the day decides, not a phrase about owning or about rhythm."""
