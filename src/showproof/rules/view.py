"""A draft as rules look at it: what many of them ask for, worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

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

    @cached_property
    def _by_facet(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, unit in enumerate(self.draft.units):
            for facet in unit.facets | unit.context:
                found.setdefault(facet, []).append(at)
        return found

    @cached_property
    def _rich(self) -> Counter[int]:
        """Paragraph to the number of its statements that are tied to two things or more."""
        return Counter(unit.paragraph for unit in self.draft.units if len(unit.traits & ANCHORS) >= 2)

    @cached_property
    def _lower(self) -> list[str]:
        return [f" {unit.text.lower()} " for unit in self.draft.units]

    @cached_property
    def disputes(self) -> list[tuple[str, tuple[Quote, ...]]]:
        """(what disagrees, quotes) for every contradiction of figures and dates."""
        from showproof.rules.arithmetic import contradictions
        from showproof.rules.dates_in_order import misdated

        return contradictions(self.draft) + misdated(self.draft)

    def topical(self, about: Iterable[str], terms: tuple[str, ...] = ()) -> list[int]:
        """Numbers of the units about one of the facets, by their own words, column, prompt or heading; and saying a term."""
        found = sorted({at for facet in about for at in self._by_facet.get(facet, ())})
        return [at for at in found if self._says(at, terms)] if terms else found

    def units(self, about: Iterable[str]) -> list[Unit]:
        """The units about one of the facets."""
        return [self.draft.units[at] for at in self.topical(about)]

    def anchors(self, at: int) -> int:
        """In how many ways a unit is tied to something that could be checked; its paragraph lends it one more."""
        unit = self.draft.units[at]
        own = len(unit.traits & ANCHORS)
        return own + (self._rich[unit.paragraph] > (own >= 2))

    def carried(self, at: int, topic: frozenset[str]) -> frozenset[str]:
        """What a unit says of a topic: of a row, its own cells on the topic, and who and when of the whole row."""
        if at not in self._said:
            self._said[at] = _said(self.draft.units[at])
        said = self._said[at]
        own = [traits for facets, traits in said.cells if not topic.isdisjoint(facets)]
        return said.whole.union(*(own or [traits for _, traits in said.cells]))

    def _says(self, at: int, terms: tuple[str, ...]) -> bool:
        text = self._lower[at]
        return any(f" {term.rstrip('*')}" in text or f"-{term.rstrip('*')}" in text for term in terms)


@dataclass(frozen=True, slots=True)
class _Said:
    """A unit's facets and shared traits, and the facets and traits of each cell of a row."""

    whole: frozenset[str]
    cells: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()


def _said(unit: Unit) -> _Said:
    """Empty words say nothing; a phrase about owning names no owner, so that facet is left to the trait of its name."""
    if unit.kind != "row":
        return _Said(frozenset() if hollow(unit.traits) else (unit.facets - _NAMED_BY_TRAIT) | unit.traits)
    solid = [observation for observation in unit.observations if not hollow(observation.traits)]
    facets = frozenset().union(*(observation.facets for observation in solid)) - _NAMED_BY_TRAIT
    shared = frozenset().union(*(observation.traits for observation in solid)) & WHO_AND_WHEN
    return _Said(facets | shared, tuple((observation.facets, observation.traits) for observation in solid))


_NAMED_BY_TRAIT = frozenset(("owner",))
