"""Texts to observations, and those that are said together to units, as they stand in the document."""

from __future__ import annotations

from showproof.model import Location, Observation, Unit
from showproof.reading.blanks import fold, left_in, says_to_come
from showproof.reading.control import disowned
from showproof.reading.marks import Place
from showproof.reading.observed import NO_FACETS, Observed
from showproof.reading.people import Roster
from showproof.reading.sentences import sentences
from showproof.reading.traits import Told, holds_only, read_owner_cell, read_statements
from showproof.reading.vocabulary import Vocabulary


class Statements:
    """Makes the observations and units of one draft; its public counters say where the text at hand stands.

    What statements say by their own words is read when all of them are known: the same cells come again and again, and
    looking for one kind of thing in all of them before the next is faster.
    """

    def __init__(self, words: Vocabulary, roster: Roster, seen: Observed) -> None:
        self.words = words
        self.seen = seen
        self.section = 0
        self.paragraph = 0
        self.table = -1
        self.context = NO_FACETS
        """What the heading above is about."""
        self.intro = NO_FACETS
        """What the line before a list or table is about."""
        self._roster = roster
        self._control: set[int] = set()
        """Numbers of the units that are document control."""

    def observe(
        self, text: str, where: Location, facets: frozenset[str], place: Place | None = None, label: str = ""
    ) -> Observation:
        """One statement, not read yet; `facets` are what its column or prompt asks for. Notes placeholders left in."""
        for start, end in left_in(text):
            self.seen.unfilled.append(bare(text[start:end], where.within(start, end), facets | self.context))
        label = fold(label or (place.field.label if place else ""))
        return Observation(text, where, facets, NO_FACETS, (), place.name if place else "", label, facets)

    def sentences(
        self, text: str, where: Location, facets: frozenset[str], place: Place | None = None, label: str = ""
    ) -> list[Observation]:
        """The sentences of a text, each at its own place."""
        return [
            self.observe(text[start:end], where.within(start, end), facets, place, label)
            for start, end in sentences(text)
        ]

    def prose(self, text: str, where: Location, facets: frozenset[str], kind: str) -> None:
        """Sentences as units of their own; those of a list item are said together."""
        observations = self.sentences(text, where, facets)
        if kind == "sentence":
            for observation in observations:
                self.unite([observation], "sentence")
        elif observations:
            self.unite(observations, kind)

    def unite(
        self,
        observations: list[Observation],
        kind: str,
        traits: frozenset[str] = NO_FACETS,
        *,
        control: bool = False,
    ) -> None:
        """Adds what is said together, as standing where the reader is, with traits that it has as a whole.

        Nobody owns anything in document control.
        """
        if control:
            self._control.add(len(self.seen.units))
        context = self.context | self.intro
        table = self.table if kind == "row" else -1
        text = " · ".join([observation.text for observation in observations])
        self.seen.units.append(
            Unit(tuple(observations), kind, NO_FACETS, context, traits, self.section, self.paragraph, table, text)  # type: ignore[arg-type]
        )

    def read_all(self) -> None:
        """Fills in what every statement says, and with it every unit."""
        units = self.seen.units
        texts = dict.fromkeys(observation.text for unit in units for observation in unit.observations)
        told = read_statements(tuple(texts), self.words, self._roster)
        for number, unit in enumerate(units):
            read = [self._read(observation, told[observation.text]) for observation in unit.observations]
            observations = tuple(map(disowned, read) if number in self._control else read)
            facets = NO_FACETS.union(*[observation.facets for observation in observations])
            traits = unit.traits.union(*[observation.traits for observation in observations])
            units[number] = unit._replace(observations=observations, facets=facets, traits=traits)

    def _read(self, observation: Observation, told: Told) -> Observation:
        text, where, asked, _, _, name, label, _ = observation
        cues, traits, values = told
        if "owner" in asked and values and "owner" not in traits and holds_only(values, text):
            asked = asked - {"owner"}  # `Done by: 7 March` asks for a date
        if "owner" in asked:
            traits = (traits - {"owner"}) | read_owner_cell(text, self.words.people)
        facets = asked if asked and len(text.split()) < 3 else asked | cues
        return Observation(text, where, facets, traits, values, name, label, asked)

    def note_unfilled(self, text: str, where: Location, asked: frozenset[str] = NO_FACETS) -> None:
        """Keeps a placeholder that a person typed or left in, with what was `asked` there; emptiness and dashes are no
        placeholders."""
        if says_to_come(text) or left_in(text):
            self.seen.unfilled.append(bare(text, where, asked | self.context))

    def note_unplaced(self, text: str, where: Location) -> None:
        """Keeps a text that belongs to no part of the type, so that nothing that was read is passed over."""
        if text.strip():
            self.seen.unplaced.append(bare(text, where))


def bare(text: str, where: Location, facets: frozenset[str] = NO_FACETS) -> Observation:
    """A text at its place of which nothing further is said than what it should be about."""
    return Observation(text, where, facets, NO_FACETS, ())
