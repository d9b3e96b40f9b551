"""Thresholds in an order in which they can work: the warning before the act, the more severe answered faster."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute, whole
from showproof.rules.ladder import crossed_cells
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value, minutes

_LEVEL = r"^\W*(p|sev|severity|priority|prio|s)[ -]?([0-5])\b"
_ANSWERED = (
    r"\brespon\w+|\banswer\w*|\brepl(?:y|ies|ied)\b|\backnowledg\w*|\bpick\w*|\breact\w*|\bfix\w*|\bresol\w+|\brestor\w+"
    r"|\bcall\w*|\bcontact\w*|\bwithin\b|\bnotif\w+|\bsolv\w+|\brepair\w*|\bcontain\w*|\bescalat\w+"
)
"""What is to be done the sooner the more severe a thing is."""
_TERSE = 24
"""Characters of a cell that is a length of time and little else."""
_PROSE = r"\b(?:warn\w*|amber|yellow)\b[^.;]{0,30}?(?:above|over|at|below|under|>=?|<=?|≥|≤)\s?$"
_ACT = (
    r"^[^.;]{0,12}[,;]? (?:and )?(?:act|stop|red|critical|page|escalate|roll back)\b[^.;]{0,24}?(?:above|over|at"
    r"|below|under|>=?|<=?|≥|≤)\s?$"
)
_RISES = r"(?:reach\w*|pass\w*|exceed\w*|hits?|(?:rises?|climbs?|grows?|goes) (?:to|above|over|past))"
_FALLS = r"(?:(?:falls?|drops?|sinks?|goes) (?:to|below|under))"
_WARNS = r"\b(?:warn\w*|amber|yellow)\b[^.;]{0,48}\b"
_ACTS = r"^[^.;]{0,24}\b(?:act|stop|red|page|escalate|roll back)\b[^.;]{0,48}\b"
"""`we warn when the queue reaches 20 and act when it reaches 30`, in two halves."""
_RISING, _FALLING = frozenset((">", ">=")), frozenset(("<", "<="))


def thresholds_in_order(case: Case) -> Found:
    """Met where no threshold stands behind the one that it should come before."""
    return agreed(case, crossed_thresholds, crossed_levels)


def crossed_thresholds(view: View) -> Iterator[Dispute]:
    """Warnings that come after the act, in a row or in one statement."""
    for unit in view.draft.units:
        if unit.kind == "row":
            pair = crossed_cells(unit)
            if pair:
                yield dispute(
                    f"it warns at {pair[0].text}, after it acts at {pair[1].text}", whole(pair[0]), whole(pair[1])
                )
        for observation in unit.observations:
            if len(observation.values) > 1:
                yield from _crossed_words(observation)


def _crossed_words(observation: Observation) -> Iterator[Dispute]:
    """`warn above 5 days, act above 3 days`."""
    for warn, act in pairwise(observation.values):
        if (
            warn.low is None
            or act.low is None
            or (warn.kind, warn.unit) != (act.kind, act.unit)
            or warn.comparator != act.comparator
        ):
            continue
        lead = f"{words_before(observation, warn)}{_sign(warn)}"
        gap = f"{words_behind(observation, warn)[: act.start - warn.end]}{_sign(act)}"
        rises = _moves(lead, gap, _RISES) and warn.low > act.low
        falls = _moves(lead, gap, _FALLS) and warn.low < act.low
        if rises or falls:
            yield dispute(f"it warns at {warn.text}, after it acts at {act.text}", (observation, warn.start, act.end))
        if not (re.search(_PROSE, lead) and re.search(_ACT, gap)):
            continue
        if (warn.comparator in _RISING and warn.low > act.low) or (warn.comparator in _FALLING and warn.low < act.low):
            yield dispute(f"it warns at {warn.text}, after it acts at {act.text}", (observation, warn.start, act.end))


def _moves(lead: str, gap: str, how: str) -> bool:
    """Whether both the warning and the act come when a measure moves in one way."""
    return bool(re.search(f"{_WARNS}{how} $", lead) and re.search(f"{_ACTS}{how} $", gap))


def _sign(value: Value) -> str:
    """The comparator that a value's words begin with."""
    found = re.match(r"[^\d$€£]*", value.text)
    return found[0].lower() if found else ""


def crossed_levels(view: View) -> Iterator[Dispute]:
    """A more severe level that is answered later than a less severe one, in one column or one list."""
    for _, group in groupby(view.draft.units, key=lambda unit: (unit.kind, unit.table, unit.section)):
        levels = [(name[0], name[1], unit) for unit in group if (name := _level(unit))]
        for (kind, level, unit), (same, below, other) in pairwise(levels):
            if kind == same and level < below:
                yield from _slower(unit, other)


def _level(unit: Unit) -> tuple[str, int] | None:
    found = re.match(_LEVEL, unit.observations[0].text.lower())
    return (found[1][0], int(found[2])) if found else None


def _slower(unit: Unit, other: Unit) -> Iterator[Dispute]:
    """Lengths of time of the more severe level that are longer than those in the same place of the next one."""
    for one in unit.observations:
        for two in other.observations:
            if one.label != two.label or not (_a_limit(one, unit) and _a_limit(two, other)):
                continue
            first, second = _lengths(one), _lengths(two)
            if (
                len(first) == len(second) == 1
                and first[0][1] > second[0][1]
                and not re.search(r"(?i)update|review|window|keep|retain|age\b", f"{one.label} {one.text}")
            ):
                fault = f"{first[0][0].text} for the more severe level, {second[0][0].text} for the next one"
                yield dispute(fault, (one, 0, first[0][0].end), (two, 0, second[0][0].end))


def _a_limit(observation: Observation, unit: Unit) -> bool:
    """Whether it says by when something is to be done: in a row under a column that says so, else in its own words."""
    if unit.kind == "row":
        return bool(re.search(_ANSWERED, observation.label)) and len(observation.text) <= _TERSE
    return bool(re.search(_ANSWERED, observation.text.lower()))


def _lengths(observation: Observation) -> Sequence[tuple[Value, Decimal]]:
    """The lengths of time in a statement that can be compared, in minutes."""
    values = [value for value in observation.values if value.kind == "duration"]
    found = [(value, length) for value in values if (length := minutes(value)) is not None]
    return found if len(found) == len(values) else []
