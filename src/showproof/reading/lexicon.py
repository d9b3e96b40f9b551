"""Phrase lists matched in one pass over the words of a text, however many phrases there are.

Phrases are looked up by their first word, so setting up costs next to nothing and a further list costs no further pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

MEMO = 50_000
"""Words remembered at most, so that a folder of drafts does not fill the memory."""

Entry = tuple[tuple[str, ...], bool, frozenset[str]]
"""The words after the first, whether the last one is a stem, and the names that the phrase stands for."""


class Lexicon:
    """Phrases to the names they stand for; `*` at a phrase's end lets its last word go on."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[Entry]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        for phrase, names in phrases.items():
            stem = phrase.endswith("*")
            plain = phrase.lower().rstrip("*")
            words = plain.split() if plain.replace(" ", "").isalnum() else _WORD.findall(plain)
            if not words:
                continue
            if len(words) == 1 and stem:
                self._stems[words[0]] = self._stems.get(words[0], frozenset()) | frozenset(names)
            else:
                self._whole.setdefault(words[0], []).append((tuple(words[1:]), stem, frozenset(names)))
        for entries in self._whole.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._lengths = sorted({len(stem) for stem in self._stems}, reverse=True)
        self._memo: dict[str, tuple[Entry, ...]] = {}

    def find(self, text: str) -> list[tuple[int, int, frozenset[str]]]:
        """(start, end, names) of every phrase, the longest where several begin at one word, without overlap."""
        lower = text.lower()
        # A few letters grow when lowered (İ), which would shift every place after them.
        spans = [match.span() for match in _WORD.finditer(lower if len(lower) == len(text) else text)]
        words = [text[start:end].lower() for start, end in spans]
        found = []
        index = 0
        while index < len(words):
            step = 1
            for rest, stem, names in self._starting(words[index]):
                if not rest or _go_on(words, index + 1, rest, stem):
                    step += len(rest)
                    found.append((spans[index][0], spans[index + len(rest)][1], names))
                    break
            index += step
        return found

    def names(self, text: str) -> frozenset[str]:
        """All names that any phrase in the text stands for."""
        words = _WORD.findall(text.lower())
        found: set[str] = set()
        memo, index, count = self._memo, 0, len(words)
        while index < count:
            entries = memo.get(words[index])
            if entries is None:
                entries = self._starting(words[index])
            step = 1
            for rest, stem, names in entries:
                if not rest or _go_on(words, index + 1, rest, stem):
                    step += len(rest)
                    found |= names
                    break
            index += step
        return frozenset(found)

    def _starting(self, word: str) -> tuple[Entry, ...]:
        known = self._memo.get(word)
        if known is None:
            entries = list(self._whole.get(word, ()))
            stems = [self._stems[word[:n]] for n in self._lengths if word[:n] in self._stems and len(word) >= n]
            if stems:
                single = frozenset().union(*stems, *(names for rest, _, names in entries if not rest))
                entries = [entry for entry in entries if entry[0]] + [((), False, single)]
            if len(self._memo) > MEMO:
                self._memo.clear()
            known = self._memo[word] = tuple(entries)
        return known


def _go_on(words: list[str], index: int, rest: tuple[str, ...], stem: bool) -> bool:
    """Whether the words from an index on are the rest of a phrase."""
    end = index + len(rest)
    there = words[index:end]
    if len(there) < len(rest):
        return False
    return there[:-1] == list(rest[:-1]) and (there[-1].startswith(rest[-1]) if stem else there[-1] == rest[-1])


def merged(groups: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Name to phrases turned round: phrase to the names it stands for."""
    phrases: dict[str, set[str]] = {}
    for name, members in groups.items():
        for phrase in members:
            phrases.setdefault(phrase.lower(), set()).add(name)
    return phrases
