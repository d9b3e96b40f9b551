"""Artifact types that a text names, by their titles and synonyms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from showproof.catalog.store import Catalog, TypeSummary
from showproof.market.words import words_of

ACRONYM = 4
"""Letters up to which a name of one word counts only where it is written in capitals: SOP, RCA, MAP."""
LEAST_TYPES = 3
"""Types that have a name with the same last word, from which on that word is one for documents: plan, memo, spec."""
_CAPITALS = re.compile(r"\b[A-Z]{2,}s?\b")


class Named(NamedTuple):
    """A type that a text names, and by how many words."""

    id: str
    words: tuple[str, ...]


class NamedTypes:
    """The names of all types, to be looked for in one text after another."""

    def __init__(self, catalog: Catalog) -> None:
        self._names: dict[str, list[Named]] = defaultdict(list)
        for summary in catalog.summaries.values():
            for name in summary.names:
                words = _words(name)
                if words:
                    self._names[words[0]].append(Named(summary.id, words))
        for names in self._names.values():
            names.sort(key=lambda one: (-len(one.words), one.id))
        self._documents = _documents(catalog.summaries.values())

    def named(self, text: str) -> list[Named]:
        """Every type that is named, in the order of the text; a longer name hides those inside it."""
        words, capitals = _words(text), frozenset(_words(" ".join(_CAPITALS.findall(text))))
        found, at = [], 0
        while at < len(words):
            name = next((one for one in self._names.get(words[at], ()) if _stands(one, words, at, capitals)), None)
            if name:
                found.append(name)
            at += len(name.words) if name else 1
        return found

    def best(self, text: str) -> str:
        """The type that an item of a list is about: the first document named before its colon, or else any type."""
        head = self.named(text.partition(":")[0])
        named = self.named(text)
        ranked = [*filter(self._is_document, head), *head, *filter(self._is_document, named), *named]
        return ranked[0].id if ranked else ""

    def joined(self, text: str) -> list[str]:
        """The types that an item of a list, or a proof, asks for: one for each piece between plus signs, else ""."""
        pieces = text.partition(":")[0].split(" + ")
        found = dict.fromkeys(kind for piece in pieces if (kind := self.best(piece)))
        return list(found) or [self.best(text)]

    def surely(self, text: str) -> list[str]:
        """The types that running text names as documents, not as the things that they are about."""
        return list(dict.fromkeys(one.id for one in self.named(text) if self._is_document(one)))

    def _is_document(self, one: Named) -> bool:
        return one.words[-1] in self._documents if len(one.words) > 1 else one.words[0] == one.id


def _stands(one: Named, words: tuple[str, ...], at: int, capitals: frozenset[str]) -> bool:
    if words[at : at + len(one.words)] != one.words:
        return False
    return len(one.words) > 1 or len(one.words[0]) > ACRONYM or one.words[0] in capitals


def _documents(summaries: Iterable[TypeSummary]) -> frozenset[str]:
    """Words for documents: those at the end of a type's own title, and those at the end of names of several types."""
    types: dict[str, set[str]] = defaultdict(set)
    titles = set()
    for summary in summaries:
        for at, name in enumerate(summary.names):
            words = _words(name)
            if words and at == 0:
                titles.add(words[-1])
            if len(words) > 1:
                types[words[-1]].add(summary.id)
    return frozenset(titles | {word for word, ids in types.items() if len(ids) >= LEAST_TYPES})


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, of those in the plural the singular."""
    return tuple(word[:-1] if re.fullmatch(r".{2,}[^s]s", word) else word for word in words_of(text))
