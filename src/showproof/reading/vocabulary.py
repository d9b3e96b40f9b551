"""The rubric's words compiled once: what headers, headings, phrases and names mean."""

from __future__ import annotations

from typing import NamedTuple

from showproof.catalog.rubric import Facet
from showproof.catalog.rubric import Lexicon as Words
from showproof.reading.blanks import fold
from showproof.reading.lexicon import Lexicon, merged
from showproof.reading.people import People

TRAIT = "~"
"""Marks a trait among the names that one lexicon returns for facets and traits alike."""

_SELF_WORDS = ("i", "i'll", "i'd", "i've", "i'm")

ROLE, SELF = "role", "self"
"""Traits of a statement that names somebody by the job, and of one in which the writer says `I`."""


class Vocabulary(NamedTuple):
    """Everything that turns words into facets and traits."""

    headers: dict[str, frozenset[str]]
    header_words: Lexicon
    headings: Lexicon
    cues: Lexicon
    people: People

    def header(self, text: str) -> frozenset[str]:
        """Facets of a column header or label: by the whole of it, else by the phrases in it."""
        return self.headers.get(fold(text)) or self.header_words.names(text)


def compile_vocabulary(facets: dict[str, Facet], words: Words) -> Vocabulary:
    """Vocabulary of a rubric."""
    headers = merged({name: facet.headers for name, facet in facets.items()})
    folded = merged({name: tuple(map(fold, facet.headers)) for name, facet in facets.items()})
    cues = {name: facet.cues for name, facet in facets.items()}
    traits = {**words.traits, ROLE: (*words.traits.get(ROLE, ()), *words.roles), SELF: _SELF_WORDS}
    return Vocabulary(
        headers={header: frozenset(names) for header, names in folded.items()},
        header_words=Lexicon({header: names for header, names in headers.items() if len(header) > 3}),
        headings=Lexicon(merged({name: facet.headings for name, facet in facets.items()})),
        cues=Lexicon(merged({**cues, **{TRAIT + name: phrases for name, phrases in traits.items()}})),
        people=People(words),
    )
