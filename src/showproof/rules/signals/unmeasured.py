"""Improvement told without a metric: in words, or with a figure before and another measure after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from showproof.model import Observation, Quote, Unit
from showproof.rules.base import quotes
from showproof.rules.before_after import alike, paired
from showproof.rules.signals.base import Suspect
from showproof.values import Value

_UNIT_SAID = frozenset(("duration", "money", "percent"))
"""Kinds of value that say by themselves what they measure in: two of them in one paragraph can be compared."""
_BETTER = frozenset(("betterment", "praise"))
_STORY = frozenset(("baseline", "result"))
SHARE = 10
"""The part of all statements (a tenth) from which improvement is what the draft tells of."""


def unmeasured(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Betterment in words again and again, and nowhere two figures of one measure."""
    units = suspect.draft.units
    claims = [unit for unit in units if _claims(unit)]
    if len(claims) < suspect.flag.at_least or len(claims) * SHARE < len(units) or _compares(units):
        return None
    return quotes(sorted(claims, key=lambda unit: -len(unit.facets & _STORY)), _BETTER | _STORY)


def _claims(unit: Unit) -> bool:
    """Betterment in words; in a row with a cell for before and one for after, whatever the cells hold."""
    if unit.kind == "row" and all(any(side in one.asked for one in unit.observations) for side in _STORY):
        return True
    return bool(unit.traits & _BETTER) and "quantity" not in unit.traits


def _compares(units: Sequence[Unit]) -> bool:
    """Whether two figures that can be of one measure stand together: in a statement, a row or a paragraph."""
    if any(paired(unit) or any(map(_tells_two, unit.observations)) for unit in units):
        return True
    paragraphs: defaultdict[int, list[Value]] = defaultdict(list)
    for unit in units:
        if unit.kind != "row":
            paragraphs[unit.paragraph] += _said(unit.observations)
    return any(alike(one, other) for values in paragraphs.values() for one, other in combinations(values, 2))


def _tells_two(said: Observation) -> bool:
    """Two like figures in a statement about before and after."""
    told = said.facets & _STORY or "past" in said.traits
    numbers = [value for value in said.values if value.kind == "number"]
    return bool(told) and any(alike(one, other) for one, other in pairwise(numbers))


def _said(observations: Iterable[Observation]) -> list[Value]:
    return [value for said in observations for value in said.values if value.kind in _UNIT_SAID]
