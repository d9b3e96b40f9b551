"""A draft as rules look at it: what many of them ask for, worked out once."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from showproof.model import Draft, Observation, Quote, Unit
from showproof.reading.lexicon import words_of
from showproof.rules.calendar import Calendar, calendar_of
from showproof.rules.outcomes import has_outcome, is_check
from showproof.rules.passages import Figure, passages
from showproof.rules.told_as_fact import told_as_fact
from showproof.runs import Runs, runs

if TYPE_CHECKING:
    from showproof.rules.dispute import Check, Dispute

EMPTY = frozenset(("filler", "vague", "advice", "praise", "responsibilities"))
"""Traits of words that tell nothing by themselves."""

ANCHORS = frozenset(("quantity", "when", "person", "thing"))
"""Traits that tie a statement to something that could be checked."""

WHO_AND_WHEN = frozenset(("owner", "person", "role", "when", "date", "time", "cadence", "duration", "quarter"))
"""Traits that a row says once for all its cells."""

REACH = (0.2, 0.6, 1.0)
"""Highest share of a statement tied to nothing, to one thing, to two or more that could be checked."""


GENERAL = 0.25
"""A draft is general where the statements that can be checked, less the empty ones, are fewer than this share."""

EMPTY_SHARE = 0.4
"""Share of statements in empty words from which a draft is general, whatever names and figures stand among them."""

Names = tuple[str, ...] | frozenset[str]
"""Names of facets and traits."""


def hollow(traits: frozenset[str]) -> bool:
    """Whether a statement is empty words alone."""
    return bool(traits & EMPTY) and not traits & ANCHORS


class View:
    """One draft, with the answers to what rules ask of it again and again."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._bits: dict[str, int] = {}
        self._masks: dict[Names, int] = {}
        self._disputed: dict[Check, list[Dispute]] = {}
        self._runs: dict[str, Runs] = {}

    @cached_property
    def disputes(self) -> list[Dispute]:
        """Every contradiction of the draft with itself; a place that two checks accuse is named once."""
        from showproof.rules.checks import CHECKS

        found: dict[tuple[Quote, ...], Dispute] = {}
        for check in CHECKS:
            for one in self.disputed(check):
                found.setdefault(one.quotes, one)
        return list(found.values())

    def disputed(self, check: Check) -> list[Dispute]:
        """What one check finds: worked out once, however many rules ask."""
        if check not in self._disputed:
            self._disputed[check] = [one for one in check(self._facts) if not one.cited]
        return self._disputed[check]

    @cached_property
    def _facts(self) -> View:
        """The same draft, less what it shows as level, option, sample or trap."""
        facts = told_as_fact(self.draft)
        return self if facts is self.draft else View(facts)

    @cached_property
    def passages(self) -> list[list[Figure]]:
        """The figures of every paragraph, list item and cell that holds two or more, in order."""
        return list(passages(self.draft.units))

    def runs(self, text: str) -> Runs:
        """The runs of words of one of the draft's texts: worked out once, however many ask."""
        found = self._runs.get(text)
        if found is None:
            found = self._runs[text] = runs(text)
        return found

    @cached_property
    def anchored(self) -> int:
        """How many units are tied to something that could be checked."""
        return sum(bool(unit.traits & ANCHORS) for unit in self.draft.units)

    @cached_property
    def tables(self) -> list[list[Unit]]:
        """The rows of every table, in order."""
        found: defaultdict[int, list[Unit]] = defaultdict(list)
        for unit in self.draft.units:
            if unit.table >= 0:
                found[unit.table].append(unit)
        return list(found.values())

    @cached_property
    def undecided(self) -> list[tuple[Unit, Observation]]:
        """What is still to be decided, each with the unit that it stands in."""
        return [(unit, one) for unit in self.draft.units for one in unit.observations if "undecided" in one.traits]

    @cached_property
    def elastic(self) -> list[tuple[Unit, Observation]]:
        """Standards that anybody may read as they like, without a figure beside them, each with its unit."""
        loose = ((unit, one) for unit in self.draft.units for one in unit.observations if "elastic" in one.traits)
        return [(unit, one) for unit, one in loose if not one.traits & {"undecided", "quantity"}]

    @cached_property
    def checks(self) -> list[Unit]:
        """The units that speak of a check, made or promised."""
        return [unit for unit in self.draft.units if is_check(unit)]

    @cached_property
    def checked(self) -> list[Unit]:
        """Those of the checks that were made, with what came out."""
        return [unit for unit in self.checks if has_outcome(unit)]

    @cached_property
    def general(self) -> bool:
        """Whether it speaks in general words throughout."""
        units, told = self.draft.units, self.anchored
        vague = sum(bool(unit.traits & EMPTY) for unit in units)
        return told - vague < GENERAL * len(units) or vague > EMPTY_SHARE * len(units)

    @cached_property
    def apart(self) -> tuple[Quote, ...]:
        """Quotes that show that particulars of many texts are strung together; none where the draft hangs together."""
        from showproof.rules.coherence import apart

        return () if self.general else apart(self.draft)

    @cached_property
    def calendar(self) -> Calendar:
        """How the draft writes its dates."""
        return calendar_of(self.draft.units)

    def topical(self, about: Names, terms: tuple[str, ...] = ()) -> list[int]:
        """Numbers of the units about one of the facets by their words, column, prompt or heading, and saying a term.

        Without facets the terms alone decide.
        """
        found = sorted(set().union(*[self._among.get(name, ()) for name in about])) if about else self._every
        return self._saying(found, terms) if terms else found

    def headed(self, terms: tuple[str, ...]) -> frozenset[int]:
        """Numbers of the sections whose heading says one of the terms."""
        sought = _phrases(terms)
        return frozenset(section for section, words in self._heads if any(phrase in words for phrase in sought))

    def under(self, terms: tuple[str, ...]) -> Iterator[int]:
        """The units under a heading, in a column or behind a label that says one of the terms."""
        sections, sought = self.headed(terms), _phrases(terms)
        labels = {label for label, words in self._labels.items() if any(phrase in words for phrase in sought)}
        for at, unit in enumerate(self.draft.units):
            if unit.section in sections or any(one.label in labels for one in unit.observations):
                yield at

    @cached_property
    def _heads(self) -> list[tuple[int, str]]:
        """Section and words of each heading, with a space around each."""
        return [(one.section, f" {' '.join(words_of(one.text))} ") for one in self.draft.headings if one.section >= 0]

    @cached_property
    def _labels(self) -> dict[str, str]:
        """Each header of a column and each prompt with its words, a space around each."""
        labels = dict.fromkeys(one.label for unit in self.draft.units for one in unit.observations)
        return {label: f" {' '.join(words_of(label))} " for label in labels if label}

    @cached_property
    def _every(self) -> list[int]:
        return list(range(len(self.draft.units)))

    def units(self, about: Names) -> list[Unit]:
        """The units about one of the facets."""
        return [self.draft.units[at] for at in self.topical(about)]

    @cached_property
    def told(self) -> float:
        """The share of the units that are tied to something that could be checked."""
        return self.anchored / len(self.draft.units) if self.draft.units else 0.0

    @cached_property
    def reach(self) -> list[float]:
        """The highest share of each unit, by how it is tied to what could be checked; its paragraph lends one tie."""
        owned = [(unit.paragraph, len(unit.traits & ANCHORS)) for unit in self.draft.units]
        rich = Counter(paragraph for paragraph, own in owned if own >= 2)
        return [REACH[min(2, own + (rich[paragraph] > (own >= 2)))] for paragraph, own in owned]

    def mask(self, names: Names) -> int:
        """A set of facets and traits as bits, so that many comparisons cost little."""
        found = self._masks.get(names)
        if found is None:
            found, bits = 0, self._bits
            for name in names:
                found |= bits.setdefault(name, 1 << len(bits))
            self._masks[names] = found
        return found

    def carried(self, units: Iterable[int], topic: int) -> list[int]:
        """What each unit says of a topic: of a row, its cells on the topic, and who and when of the whole row."""
        said, told = self._said, []
        for at in units:
            whole, cells, every = said[at]
            own = 0
            for facets, traits in cells:
                if facets & topic:
                    own |= traits
            told.append(whole | (own or every))
        return told

    @cached_property
    def contexts(self) -> list[int]:
        """What the heading above each unit is about."""
        return [self.mask(unit.context) for unit in self.draft.units]

    @cached_property
    def _among(self) -> dict[str, list[int]]:
        """Facet to the units about it by their own words or by their heading, in order."""
        among: defaultdict[str, list[int]] = defaultdict(list)
        for at, unit in enumerate(self.draft.units):
            for name in unit.facets | unit.context:
                among[name].append(at)
        return among

    @cached_property
    def _said(self) -> list[_Said]:
        return [self._say(unit) for unit in self.draft.units]

    def _say(self, unit: Unit) -> _Said:
        """Empty words say nothing; a phrase about owning names no owner: that is left to the trait."""
        named = self.mask(_NAMED_BY_TRAIT)
        if unit.kind != "row":
            return _Said(0 if hollow(unit.traits) else self.mask(unit.facets) & ~named | self.mask(unit.traits))
        cells = tuple((self.mask(o.facets), self.mask(o.traits)) for o in unit.observations if not hollow(o.traits))
        facets = traits = 0
        for own_facets, own_traits in cells:
            facets, traits = facets | own_facets, traits | own_traits
        return _Said(facets & ~named | traits & self.mask(WHO_AND_WHEN), cells, traits)

    def _saying(self, units: list[int], terms: tuple[str, ...]) -> list[int]:
        """Those of the units in which one of the terms stands, word for word; a `*` lets its last word go on."""
        found = {at for term in terms for at in self._with_term(term)}
        return [at for at in units if at in found]

    def _with_term(self, term: str) -> Iterator[int]:
        """The units with a term: looked for only where its first word stands."""
        first, phrase = _sought(term)
        words, holders = self._words
        if phrase == first:
            for word in words[bisect_left(words, first) : bisect_left(words, first + _LAST)]:
                yield from holders[word]
        else:
            yield from (at for at in holders.get(first, ()) if phrase in self._worded[at])

    @cached_property
    def _words(self) -> tuple[list[str], dict[str, list[int]]]:
        """All words in order, and the units that hold each."""
        holders: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(self._worded):
            for word in dict.fromkeys(text.split()):
                holders[word].append(at)
        return sorted(holders), holders

    @cached_property
    def _worded(self) -> list[str]:
        """The words of each unit, with a space around each."""
        return [f" {' '.join(words_of(unit.text))} " for unit in self.draft.units]


class _Said(NamedTuple):
    """Bits of a unit's facets and shared traits; of a row also those of each cell, and of all cells' traits."""

    whole: int
    cells: tuple[tuple[int, int], ...] = ()
    every: int = 0


@lru_cache(maxsize=10_000)
def _sought(term: str) -> tuple[str, str]:
    """First word of a term, and the whole as it stands among words; both are the same for a single stem."""
    words = words_of(term)
    if not words:
        return "", ""
    phrase = " ".join(words)
    if term.endswith("*"):
        return words[0], phrase if len(words) == 1 else f" {phrase}"
    return words[0], f" {phrase} "


def _phrases(terms: tuple[str, ...]) -> list[str]:
    """The terms as they stand among words with a space around each."""
    return [f" {_sought(term)[1].lstrip()}" for term in terms]


_LAST = chr(sys.maxunicode)
"""A sign behind every other one, in the order of words."""

_NAMED_BY_TRAIT = frozenset(("owner", "cadence"))
"""Facets that are traits too: the name or the day decides, not a phrase about owning or about rhythm."""
