"""The rubric's words compiled once: what headers, headings, phrases and names mean."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Vocabulary:
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
    cues: dict[str, set[str]] = merged({name: facet.cues for name, facet in facets.items()})
    for trait, phrases in merged(words.traits).items():
        cues.setdefault(trait, set()).update(TRAIT + name for name in phrases)
    for trait, named in ((ROLE, words.roles), (SELF, _SELF_WORDS)):
        for word in named:
            cues.setdefault(word.lower(), set()).add(TRAIT + trait)
    return Vocabulary(
        headers={fold(header): frozenset(names) for header, names in headers.items()},
        header_words=Lexicon({header: names for header, names in headers.items() if len(header) > 3}),
        headings=Lexicon(merged({name: facet.headings for name, facet in facets.items()})),
        cues=Lexicon(cues),
        people=People(words),
    )
