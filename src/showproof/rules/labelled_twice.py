"""A target, a baseline or a budget that stands behind its label, and once more with another figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.figures import amount, bounds, exact, of_one_measure
from showproof.rules.name_words import name_words
from showproof.rules.passages import words_before
from showproof.rules.view import View
from showproof.values import Value

_HEADS = r"\b(target|goal|baseline|budget|promise|limit)\b"
_DEFINITE = r"\b(target|goal|promise|limit)\b(?! (?:for|price|group|date))[^.;:]{0,40}?\bof (?:at most |at least )?$"
_OTHER = (
    r"\b(?:old|previous\w*|earlier|former|last|stretch|interim|pilot|first|next|new|minimum|was|were|until|before|raise\w*"
    r"|lower\w*|instead|credit\w*|warn\w*|from|if|per)\b"
)
_MEASURES = frozenset(("percent", "duration", "money"))


_TERSE = 32
"""Characters of a cell that is a figure and little else."""


class Fact(NamedTuple):
    """A figure with what it is the target, baseline or budget of."""

    head: str
    name: frozenset[str]
    observation: Observation
    value: Value

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The figure's own words."""
        return self.observation, self.value.start, self.value.end


def labelled_twice(view: View) -> Iterator[Dispute]:
    """A labelled figure against the row of the same name, and against what a sentence says that it is."""
    alone = (unit for unit in view.draft.units if unit.table < 0)
    labelled = [fact for unit in alone for one in unit.observations if (fact := _labelled(one))]
    cells = [fact for unit in view.draft.units if unit.table >= 0 for fact in _cells(unit)]
    for fact in labelled:
        alike = [cell for cell in cells if _same(fact, cell)]
        if len(alike) == 1 and _differ(fact.value, alike[0].value):
            yield _dispute(fact, alike[0])
    for unit in view.draft.units:
        for observation in unit.observations if unit.traits & _MEASURES else ():
            yield from _spoken_of(observation, [*labelled, *cells])


def _labelled(observation: Observation) -> Fact | None:
    """A label with its value of which the first figure is meant."""
    head = re.search(_HEADS, observation.label)
    value = next((value for value in observation.values if value.kind in _MEASURES), None)
    if not head or value is None or value.low is None or value.low != value.high:
        return None
    if len(observation.values) > 1 and observation.values[0] is not value:
        return None
    name = name_words(f"{re.sub(_HEADS, '', observation.label)} {observation.text}")
    return Fact(head[1], name, observation, value)


def _cells(unit: Unit) -> Iterator[Fact]:
    """The cells of a row that stand under such a head and hold one figure and little else."""
    first = unit.observations[0]
    for cell in unit.observations[1:]:
        head = re.search(_HEADS, cell.label)
        if not head or len(cell.values) != 1 or len(cell.text) > _TERSE or re.search(_HEADS, first.label):
            continue
        if cell.values[0].kind in _MEASURES and cell.values[0].low is not None:
            yield Fact(head[1], name_words(first.text), cell, cell.values[0])


def _same(fact: Fact, cell: Fact) -> bool:
    """Whether a row is named with words that the label or its text says too; one word alone must be the label's own."""
    own = name_words(re.sub(_HEADS, "", fact.observation.label))
    named = cell.name <= fact.name and (len(cell.name) > 1 or cell.name == own)
    return fact.head == cell.head and bool(cell.name) and named and of_one_measure(fact.value, cell.value)


def _spoken_of(observation: Observation, facts: list[Fact]) -> Iterator[Dispute]:
    """`the target of 12 working hours` where the only target in working hours is another one."""
    for value in observation.values:
        before = words_before(observation, value)
        found = re.search(_DEFINITE, before) if value.kind in _MEASURES and value.low is not None else None
        if found is None or re.search(_OTHER, before[max(0, found.start() - 40) :]):
            continue
        alike = [
            fact
            for fact in facts
            if fact.head == found[1] and (fact.value.kind, fact.value.unit) == (value.kind, value.unit)
        ]
        if len(alike) == 1 and alike[0].observation is not observation and _differ(alike[0].value, value):
            yield _dispute(alike[0], Fact(found[1], frozenset(), observation, value))


def _differ(one: Value, other: Value) -> bool:
    if exact(one) and exact(other):
        return not bounds(one).meets(bounds(other))
    return amount(one) != amount(other)


def _dispute(one: Fact, other: Fact) -> Dispute:
    fault = f"the {one.head} is {one.value.text} in one place and {other.value.text} in another"
    return dispute(fault, one.place, other.place)
