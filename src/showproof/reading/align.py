"""Blocks of a draft to the questions of an artifact type, by the clues that survive people and office suites.

A control tag, bookmark or defined name decides; then the exact prompt; then synonyms of headers, labels and headings;
then a fuzzy match. A draft of no known type aligns to nothing, and is judged by its own words all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from showproof.catalog.artifact import ArtifactType, Field, Part
from showproof.formats.identity import mark, tag
from showproof.reading.blanks import fold

CLOSE = 88
"""Least similarity (0 to 100) at which two labels are taken for the same."""


class Place(NamedTuple):
    """A question of the artifact type: which part, which field, and the row of a table (0 outside one)."""

    part: Part
    field: Field
    row: int = 0

    @property
    def name(self) -> str:
        """`part.field`."""
        return f"{self.part.id}.{self.field.id}"


class Aligner:
    """Answers where a mark, label, heading or header row belongs in one artifact type."""

    def __init__(self, kind: ArtifactType | None, head: Part) -> None:
        self.parts: tuple[Part, ...] = (head, *(kind.parts if kind else ()))
        self._head = head
        self._marks: dict[str, Place] = {}
        for part in self.parts:
            for field in part.fields:
                for name in (tag(part.id, field.id), mark(tag(part.id, field.id))):
                    self._marks[name.lower()] = Place(part, field)
        self._columns = {
            (_squash(part.id), _squash(field.id)): Place(part, field)
            for part in self.parts
            if part.table
            for field in part.table.columns
        }
        self._row_mark = re.compile(r"^(?:sp_)?(.+?)[._](\d{1,3})[._](.+)$")
        self._tables = {mark(part.id).lower(): part for part in self.parts if part.table}
        self._titles = {fold(name): part for part in reversed(self.parts) for name in (part.title, *part.synonyms)}

    def by_mark(self, marks: Iterable[str]) -> Place | None:
        """The place that a control tag, bookmark or defined name stands for; the innermost known one decides."""
        for name in reversed(tuple(marks)):
            lower = name.lower()
            if lower in self._marks:
                return self._marks[lower]
            found = self._row_mark.match(lower)
            if found:
                place = self._columns.get((_squash(found[1]), _squash(found[3])))
                if place:
                    return Place(place.part, place.field, int(found[2]))
        return None

    def table_named(self, name: str) -> Part | None:
        """The part whose Excel table has this name; office suites may add a number to it."""
        lower = name.lower()
        return self._tables.get(lower) or self._tables.get(re.sub(r"_?\d+$", "", lower))

    def by_heading(self, text: str) -> Part | None:
        """The part that a heading opens."""
        plain = fold(re.sub(r"^[\d.\s)]+", "", text))
        if not plain or plain == fold(self._head.title):
            return self._titles.get(plain)
        return self._titles.get(plain) or (self._nearest(plain) if len(self.parts) > 1 else None)

    def by_label(self, text: str, part: Part | None) -> Place | None:
        """The question that a label asks: in its own part first, then in the head block."""
        plain = fold(text)
        for candidate in (part, self._head):
            if candidate is None:
                continue
            for field in candidate.fields:
                if plain == fold(field.label) or plain in field.synonyms:
                    return Place(candidate, field)
        return None

    def columns(self, headers: Sequence[str], part: Part | None) -> tuple[Part | None, list[Place | None]]:
        """The part whose table has these headers, and the column of each; the heading's own part is preferred."""
        best: tuple[float, Part | None, list[Place | None]] = (0.0, None, [None] * len(headers))
        for candidate in self.parts:
            if not candidate.table:
                continue
            places, score = _assign(headers, candidate)
            found = sum(place is not None for place in places)
            filled = max(1, sum(bool(header.strip()) for header in headers))
            share = score / filled + 0.5 * score / len(candidate.table.columns) + (0.35 if candidate is part else 0)
            if found >= min(2, filled) and score / filled >= (0.34 if candidate is part else 0.5) and share > best[0]:
                best = (share, candidate, places)
        return best[1], best[2]

    def _nearest(self, plain: str) -> Part | None:
        from rapidfuzz import fuzz, process

        found = process.extractOne(plain, list(self._titles), scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE)
        return self._titles[found[0]] if found else None


def _squash(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "_", name.lower())


def _assign(headers: Sequence[str], part: Part) -> tuple[list[Place | None], float]:
    """Each header to at most one column and each column to at most one header, best matches first."""
    assert part.table is not None
    pairs = []
    for at, header in enumerate(headers):
        plain = fold(header)
        if not plain:
            continue
        for field in part.table.columns:
            score = _likeness(plain, fold(field.label), field.synonyms)
            if score:
                pairs.append((-score, at, field.id, field))
    places: list[Place | None] = [None] * len(headers)
    total = 0.0
    used: set[str] = set()
    for negative, at, name, field in sorted(pairs, key=lambda pair: pair[:3]):
        if places[at] is None and name not in used:
            places[at] = Place(part, field)
            used.add(name)
            total -= negative
    return places, total


def _likeness(plain: str, label: str, synonyms: tuple[str, ...]) -> float:
    if plain == label:
        return 1.0
    if plain in synonyms:
        return 0.9
    return 0.7 if _close(plain, label) else 0.0


@lru_cache(maxsize=20_000)
def _close(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(one, other) >= CLOSE
