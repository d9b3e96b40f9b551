"""How much of what is said of the documents the reader finds, and how much of what it finds is said of them."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from showproof.formats.open import read_file

from .build import build
from .documents import Document
from .found import found
from .labels import Labels, Pair, unnumbered
from .said import said

MEASURES = ("headers", "columns", "pairs", "headings", "numbers")


@dataclass
class Tally:
    """Counts of one measure, and its misses as lines to print."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of what is said, the part that was found."""
        return self.right / (self.right + len(self.missed)) if self.right or self.missed else 1.0

    @property
    def precision(self) -> float:
        """Of what was found, the part that is said."""
        return self.right / (self.right + len(self.wrong)) if self.right or self.wrong else 1.0

    def add(self, other: Tally) -> None:
        """Takes in the counts of another document."""
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong


@dataclass
class Result:
    """What was measured on one document: a tally for each measure, and agreements that have no threshold."""

    document: Document
    tallies: dict[str, Tally]
    agreements: dict[str, tuple[int, int]]
    """Kind to (right, asked for)."""


def measure(documents: Iterable[Document]) -> list[Result]:
    """Builds, reads and compares each document."""
    with tempfile.TemporaryDirectory() as folder:
        return [compare(document, found(read_file(build(document, Path(folder))))) for document in documents]


def compare(document: Document, got: Labels) -> Result:
    """The result of one document, from what the reader found in it."""
    asked = said(document)
    either = {unnumbered(text) for text in asked.either}
    sheets = {line.text.casefold() for line in document.lines if line.label == "S"}
    named = [text for text in got.either if text in asked.headings and text not in got.headings]
    beside = _beside(asked, got)
    pairs = [pair for pair in got.pairs if not _is_either(pair, asked)]
    headings = [text for text in got.headings if text not in either | sheets] + named
    tallies = {
        "headers": _tally(document, asked.headers, got.headers),
        "columns": _tally(document, asked.columns, got.columns),
        "pairs": _tally(document, list(_less(asked.pairs, beside)), pairs),
        "headings": _tally(document, asked.headings, headings),
        "numbers": _tally(document, asked.numbers, [number for number in got.numbers if number.text not in either]),
    }
    tallies["pairs"].right += len(beside)
    return Result(document, tallies, _agreements(asked, got))


def _beside(asked: Labels, got: Labels) -> list[Pair]:
    """The pairs that stand as neighbours in a table without a header, or as a heading over its text.

    An outline has no other way to say these.
    """
    missing = (Counter(asked.pairs) - Counter(got.pairs)).elements()
    return [pair for pair in missing if f"{pair.label}\n{pair.value}" in got.either]


def _less(pairs: list[Pair], taken: list[Pair]) -> Iterator[Pair]:
    left = Counter(taken)
    for pair in pairs:
        if left[pair]:
            left[pair] -= 1
        else:
            yield pair


def _is_either(pair: Pair, asked: Labels) -> bool:
    joined = f"{pair.label}: {pair.value}"
    return pair not in asked.pairs and any(joined.startswith(text) or text == joined for text in asked.either)


def _tally(document: Document, asked: list, got: list) -> Tally:  # type: ignore[type-arg]
    """Compares two lists as they are ordered: what stands out of order is a miss and a wrong one.

    What stands on a sheet has no order but its place, as things stand beside one another there.
    """
    if document.format == "xlsx":
        asked, got = sorted(asked), sorted(got)
    kept = _common(asked, got)
    missed, wrong = Counter(asked) - Counter(kept), Counter(got) - Counter(kept)
    return Tally(
        len(kept),
        [f"{document.id}: missed {_shown(item)}" for item in missed.elements()],
        [f"{document.id}: wrong {_shown(item)}" for item in wrong.elements()],
    )


def _shown(item: Hashable) -> str:
    return " · ".join(map(str, item)) if isinstance(item, tuple) else repr(item)


def _common(asked: list, got: list) -> list:  # type: ignore[type-arg]
    """The longest part that both lists have in the same order."""
    best = [[0] * (len(got) + 1) for _ in range(len(asked) + 1)]
    for i in range(len(asked) - 1, -1, -1):
        for j in range(len(got) - 1, -1, -1):
            same = asked[i] == got[j]
            best[i][j] = best[i + 1][j + 1] + 1 if same else max(best[i + 1][j], best[i][j + 1])
    kept, i, j = [], 0, 0
    while i < len(asked) and j < len(got):
        if asked[i] == got[j]:
            kept.append(asked[i])
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return kept


def _agreements(asked: Labels, got: Labels) -> dict[str, tuple[int, int]]:
    levels = [got.levels[text] == level for text, level in asked.levels.items() if text in got.levels]
    rows = [got.rows[header] == count for header, count in asked.rows.items() if header in got.rows]
    guidance = [any(text in line for line in got.guidance) for text in asked.guidance]
    return {
        "heading levels": (sum(levels), len(levels)),
        "data rows": (sum(rows), len(rows)),
        "instruction rows": (sum(guidance), len(guidance)),
    }
