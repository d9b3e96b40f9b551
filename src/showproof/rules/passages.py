"""Figures in the order in which they are read: those of one paragraph, list item or cell follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.values import Value

WHEN = frozenset(("date", "time", "cadence", "quarter"))
"""Kinds of value that say when, and can stand between two figures that belong together."""

END = "¶"
"""Stands for the end of a statement between two figures."""


REACH = 200
"""Characters around a figure in which the words that belong to it are looked for."""


def words_before(observation: Observation, value: Value) -> str:
    """What a statement says right before a value, in small letters."""
    return observation.text[max(0, value.start - REACH) : value.start].lower()


def words_behind(observation: Observation, value: Value) -> str:
    """What a statement says right behind a value, in small letters."""
    return observation.text[value.end : value.end + REACH].lower()


class Figure(NamedTuple):
    """A value with the statement that it stands in."""

    observation: Observation
    value: Value
    at: int
    """Number of its statement in the passage."""

    @property
    def text(self) -> str:
        """The whole statement."""
        return self.observation.text

    @property
    def before(self) -> str:
        """What its statement says right before it, in small letters."""
        return words_before(self.observation, self.value)

    @property
    def after(self) -> str:
        """What its statement says right behind it, in small letters."""
        return words_behind(self.observation, self.value)


def passages(units: Sequence[Unit]) -> Iterator[list[Figure]]:
    """The figures of every paragraph, list item and cell that holds two or more."""
    for _, group in groupby(enumerate(units), key=_same_passage):
        together = [unit for _, unit in group]
        if together[0].kind == "row":
            for observation in together[0].observations:
                if len(observation.values) > 1:
                    yield [Figure(observation, value, 0) for value in observation.values]
            continue
        said = [observation for unit in together for observation in unit.observations]
        found = [Figure(one, value, at) for at, one in enumerate(said) for value in one.values]
        if len(found) > 1:
            yield found


def _same_passage(place: tuple[int, Unit]) -> tuple[int, int]:
    """Sentences of one paragraph are read on; every other unit stands alone."""
    at, unit = place
    return (unit.section, unit.paragraph) if unit.kind == "sentence" else (-1, at)


def between(one: Figure, other: Figure) -> str:
    """The words from one figure to the next in small letters, with a sign where a statement ends; a long way is cut."""
    if one.at == other.at:
        return one.text[one.value.end : min(other.value.start, one.value.end + REACH)].lower()
    return f"{one.after} {END * (other.at - one.at)} {other.before}"
