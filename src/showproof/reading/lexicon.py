"""Phrase lists matched in one pass over the words of a text, however many phrases there are.

Phrases are looked up by their first word, so setting up costs next to nothing and a further list costs no further pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

MEMO = 50_000
"""Words remembered at most, so that a folder of drafts does not fill the memory."""

Entry = tuple[str, int, frozenset[str]]
"""The words after the first with a space behind each (none behind a stem), how many, and what the phrase stands for."""


class Lexicon:
    """Phrases to the names they stand for; `*` at a phrase's end lets its last word go on."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._phrases: dict[str, list[tuple[str, Iterable[str]]]] = {}
        """First word to the phrases that begin with it; they are taken apart when a text has the word."""
        self._stems: dict[str, frozenset[str]] = {}
        for phrase, names in phrases.items():
            plain = phrase.lower()
            first = plain.partition(" ")[0]
            if not first.isalnum():
                words = _WORD.findall(plain)
                if len(words) == 1 and plain.endswith("*"):
                    self._stems[words[0]] = self._stems.get(words[0], frozenset()).union(names)
                    continue
                first = words[0] if words else ""
            self._phrases.setdefault(first, []).append((plain, names))
        self._lengths = sorted({len(stem) for stem in self._stems}, reverse=True)
        self._memo: dict[str, tuple[Entry, ...]] = {}

    def find(self, text: str) -> list[tuple[int, int, frozenset[str]]]:
        """(start, end, names) of every phrase, the longest where several begin at one word, without overlap."""
        lower = text.lower()
        # A few letters grow when lowered (İ), which would shift every place after them.
        spans = [match.span() for match in _WORD.finditer(lower if len(lower) == len(text) else text)]
        words = [text[start:end].lower() for start, end in spans]
        return [(spans[at][0], spans[at + more][1], names) for at, more, names in self._hits(words)]

    def names(self, text: str) -> frozenset[str]:
        """All names that any phrase in the text stands for."""
        return frozenset().union(*(names for _, _, names in self._hits(_WORD.findall(text.lower()))))

    def _hits(self, words: list[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
        """(number of its first word, how many words follow in it, names) of every phrase in a run of words."""
        line = " ".join(words) + " "
        memo, after, skip = self._memo, 0, 0
        for at, word in enumerate(words):
            after += len(word) + 1
            if skip:
                skip -= 1
                continue
            entries = memo.get(word)
            if entries is None:
                entries = self._starting(word)
            for rest, more, names in entries:
                if line.startswith(rest, after):
                    yield at, more, names
                    skip = more
                    break

    def _starting(self, word: str) -> tuple[Entry, ...]:
        """The phrases that a word begins, the longest first."""
        entries = [_entry(plain, names) for plain, names in self._phrases.get(word, ())]
        entries.sort(key=lambda entry: -entry[1])
        stems = [self._stems[word[:n]] for n in self._lengths if word[:n] in self._stems and len(word) >= n]
        if stems:
            single = frozenset().union(*stems, *(names for _, more, names in entries if not more))
            entries = [entry for entry in entries if entry[1]] + [("", 0, single)]
        if len(self._memo) > MEMO:
            self._memo.clear()
        known = self._memo[word] = tuple(entries)
        return known


def _entry(plain: str, names: Iterable[str]) -> Entry:
    rest = _WORD.findall(plain)[1:]
    line = " ".join(rest) + ("" if plain.endswith("*") or not rest else " ")
    return line, len(rest), frozenset(names)


def merged(groups: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Name to phrases turned round: phrase to the names it stands for."""
    phrases: dict[str, tuple[str, ...]] = {}
    for name, members in groups.items():
        for phrase in members:
            plain = phrase.lower()
            phrases[plain] = (*phrases.get(plain, ()), name)
    return phrases
