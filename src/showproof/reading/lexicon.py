"""Phrase lists matched in one pass over the words of a text, however many phrases there are.

Phrases are looked up by their first word, so setting up costs next to nothing and a further list costs no further pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W_]++(?:['’][^\W_]++)*+")
_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Every sign of plain text that is no letter or figure, to a space."""

MEMO = 50_000
"""Words remembered at most, so that a folder of drafts does not fill the memory."""

Entry = tuple[str, int, frozenset[str]]
"""The words after the first with a space behind each (none behind a stem), how many, and what the phrase stands for."""

Starting = tuple[dict[str, tuple[Entry, ...]], tuple[Entry, ...]]
"""Second word to the phrases that can go on with it, and those that can with any other; the longest stand first."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    lower = text.lower()
    # The same words a few times as fast, where no apostrophe can stand inside one.
    return lower.translate(_GAPS).split() if lower.isascii() and "'" not in lower else _WORD.findall(lower)


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
        self._starting = _Remembered(self._read_starting)

    def find(self, text: str) -> list[tuple[int, int, frozenset[str]]]:
        """(start, end, names) of every phrase, the longest where several begin at one word, without overlap."""
        lower = text.lower()
        # A few letters grow when lowered (İ), which would shift every place after them.
        places = lower if len(lower) == len(text) else text
        words = words_of(text) if places is lower else [word.lower() for word in _WORD.findall(text)]
        hits = list(self._hits(words))
        spans = [match.span() for match in _WORD.finditer(places)] if hits else []
        return [(spans[at][0], spans[at + more][1], names) for at, more, names in hits]

    def names(self, text: str) -> frozenset[str]:
        """All names that any phrase in the text stands for."""
        return frozenset().union(*self.hits(words_of(text)))

    def hits(self, words: list[str]) -> list[frozenset[str]]:
        """The names of every phrase in a run of words."""
        return [names for _, _, names in self._hits(words)]

    def _hits(self, words: list[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
        """(number of its first word, how many words follow in it, names) of every phrase in a run of words."""
        starting, free, last = self._starting, 0, len(words) - 1
        for at, begun in [(at, begun) for at, word in enumerate(words) if (begun := starting[word])]:
            if at < free:
                continue
            seconds, others = begun
            entries = seconds.get(words[at + 1], others) if seconds and at < last else others
            if not entries:
                continue
            after = " ".join(words[at + 1 : at + 1 + entries[0][1]]) + " "
            for rest, more, names in entries:
                if after.startswith(rest):
                    yield at, more, names
                    free = at + 1 + more
                    break

    def _read_starting(self, word: str) -> Starting | None:
        """The phrases that a word begins, by their second word; None where it begins none."""
        phrases = self._phrases.get(word, ())
        stems = [self._stems[word[:n]] for n in self._lengths if word[:n] in self._stems and len(word) >= n]
        if not phrases and not stems:
            return None
        entries = sorted((_entry(*phrase) for phrase in phrases), key=lambda entry: (-entry[1], -len(entry[0])))
        entries = _joined(entries)
        if stems:
            single = frozenset().union(*stems, *(names for _, more, names in entries if not more))
            entries = [entry for entry in entries if entry[1]] + [("", 0, single)]
        seconds = {rest.partition(" ")[0] for rest, _, _ in entries if " " in rest}
        by_second = {second: tuple(entry for entry in entries if _goes_on(entry, second)) for second in seconds}
        return by_second, tuple(entry for entry in entries if " " not in entry[0])


def _joined(entries: list[Entry]) -> list[Entry]:
    """A phrase stands for what the stem of the same words stands for too: "dry run" for all of "dry run*"."""
    return [
        (rest, more, names.union(*[other for stem, words, other in entries if words == more and rest.startswith(stem)]))
        for rest, more, names in entries
    ]


def _goes_on(entry: Entry, second: str) -> bool:
    """Whether a phrase can go on with this word; the last word of a phrase may be a stem."""
    head, space, _ = entry[0].partition(" ")
    return head == second if space else second.startswith(head)


class _Remembered(dict[str, "Starting | None"]):
    """The phrases that each word begins, read when a text first has the word."""

    def __init__(self, read: Callable[[str], Starting | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> Starting | None:
        if len(self) > MEMO:
            self.clear()
        found = self[word] = self._read(word)
        return found


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
