"""The texts of a draft in reading order, and which of their characters a place means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showproof.model import Location, Outline
from showproof.places import Run


class Stretch(NamedTuple):
    """Characters of one text of a draft."""

    text: int
    """Running number of the text, as `Outline.standing` gives them."""
    start: int
    end: int


class Texts:
    """Finds the characters at a place: `docs/places.md` says what is counted."""

    def __init__(self, outline: Outline) -> None:
        self._texts = tuple(outline.standing())
        self._by_line = bool(outline.source)
        self._at: dict[object, list[int]] = {}
        for number, (_, where) in enumerate(self._texts):
            for key in self._keys(where):
                self._at.setdefault(key, []).append(number)

    def at(self, where: Location) -> list[Stretch]:
        """The characters at a place, text by text; none where the draft shows no text there."""
        numbers = dict.fromkeys(number for key in self._keys(where) for number in self._at.get(key, ()))
        find = self._on_lines if self._by_line else self._in_one
        return [Stretch(number, *found) for number in numbers if (found := find(number, where))]

    def _keys(self, where: Location) -> Iterator[object]:
        if self._by_line:
            yield from range(where.line, max(where.line, where.end_line) + 1)
        else:
            yield where.part, where.paragraph, where.cell

    def _in_one(self, number: int, where: Location) -> tuple[int, int] | None:
        text, stands = self._texts[number]
        if where.start == where.end:
            return (0, len(text)) if stands.start == where.start or stands.start == stands.end else None
        return _cut(where.start - stands.start, where.end - stands.start, len(text))

    def _on_lines(self, number: int, where: Location) -> tuple[int, int] | None:
        text, stands = self._texts[number]
        runs = stands.runs or (Run(0, len(text), stands.line, stands.start, stands.end - stands.start),)
        found = [stretch for run in runs if (stretch := _of_run(run, where))]
        if not found:
            return None
        return _cut(min(start for start, _ in found), max(end for _, end in found), len(text))


def _of_run(run: Run, where: Location) -> tuple[int, int] | None:
    """The characters of a text that lie in this run and at the place."""
    last = where.end_line or where.line
    if not where.line <= run.line <= last:
        return None
    start = max(run.column, where.start if run.line == where.line else 0)
    end = min(run.column + run.length, where.end if run.line == last else run.column + run.length)
    if start >= end:
        return None
    if run.size != run.length:
        return run.at, run.at + run.size
    return run.at + start - run.column, run.at + end - run.column


def _cut(start: int, end: int, length: int) -> tuple[int, int] | None:
    start, end = max(0, start), min(length, end)
    return (start, end) if start < end else None
