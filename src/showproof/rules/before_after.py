"""A result beside its baseline, on the same measure and over a window."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from showproof.model import Draft, Observation, Unit
from showproof.reading.lexicon import words_of
from showproof.rules.base import Case, Found, grade, quotes
from showproof.values import Value

_ARROW = re.compile("→|->|=>")
_BETWEEN = re.compile(
    r"(?i)\b(?:now|then|after|before|against|versus|vs|compared (?:with|to)|instead of|down to|up to|down from|up from|"
    r"rather than|today)\b"
)
_TO = re.compile(r"(?i)\bto\b")
_MOVING = re.compile(
    r"(?i)\b(?:from|fell|falls|rose|rises|dropped|went|goes|came|cut|reduced|moved|improved|grew|shrank|down|up|was|were)\b"
)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|(?:jan|febr)uary|march|april|august|\w+ember|october"
    r"|q[1-4]|week|wk|\d{4})\b"
)
_NAMED_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|(?:Jan|Febr)uary|March|April|August|\w+ember|October|Q[1-4])\b"
)
_WINDOWS = frozenset(("date", "duration", "cadence", "quarter"))
_DAYS = frozenset(("date", "quarter"))
_FIGURES = frozenset(("number", "money", "percent", "duration", "ratio"))
_SURE = frozenset(("money", "percent", "duration", "ratio"))
"""Figures that are seldom a count of something else."""
_LIMITS = frozenset(("<", "<=", ">", ">="))
BEFORE = 40
"""Characters before a figure in which a word of change stands."""
UNWINDOWED = 0.6
"""Worth of a pair of figures without a window."""
LABELLED = 2
"""Cells of a row that is a label with what it says."""
SHARED = 2
"""Words that two statements of one measure share at least."""


def before_after(case: Case) -> Found:
    """The best pair of figures for one measure, and whether a window is said; with terms, of what says one of them."""
    draft, wanted = case.draft, frozenset(("result", "baseline", "quantity"))
    units = [draft.units[at] for at in case.view.topical((), case.rule.terms)]
    shown = [unit for unit in units if paired(unit)]
    best = next((unit for unit in shown if _windowed(unit, draft)), None)
    if best:
        return Found(grade(1.0), quotes([best], wanted))
    if told := next(_told_apart(units), None):
        return Found(grade(1.0), quotes(told, wanted))
    if shown:
        detail = "the two figures are not said to be of the same measure and window"
        return Found(grade(UNWINDOWED), quotes(shown[:1], wanted), detail)
    claims = [unit for unit in draft.units if {"result", "baseline"} & unit.facets]
    return Found(grade(0.01) if claims else 0.0, quotes(claims, frozenset(("result", "baseline")), 1))


def _windowed(unit: Unit, draft: Draft) -> bool:
    """Whether the statement of a pair, or one near it, says over which time it was read."""
    pair = paired(unit) or ()
    if any(value.kind in _WINDOWS and value not in pair for o in unit.observations for value in o.values):
        return True
    if any("window" in o.asked or _is_period(o.label) or _NAMED_MONTH.search(o.text) for o in unit.observations):
        return True
    return any(other.traits & _DAYS for other in draft.units if other.section == unit.section)


def paired(unit: Unit) -> tuple[Value, Value] | None:
    """A figure before and a figure after of the same kind and unit, said in one statement or one row."""
    if unit.kind == "row" and (cells := _columns(unit)):
        before, after = map(_figure, cells)
        if before and after and alike(before, after):
            return before, after
    for observation in unit.observations:
        figures = [value for value in observation.values if value.kind in _FIGURES]
        absolute = [value for value in figures if value.kind != "percent"]
        for one, other in (*pairwise(figures), *pairwise(absolute)):
            if _like(one, other) and _moves(observation, one, other):
                return one, other
    return None


def _columns(unit: Unit) -> tuple[Observation, Observation] | None:
    """The cells of a row that stand under before and after, or under two periods."""
    before = next((o for o in unit.observations if "baseline" in o.asked), None)
    after = next((o for o in unit.observations if "result" in o.asked and o is not before), None)
    if before and after:
        return before, after
    periods = [o for o in unit.observations if _is_period(o.label) and "target" not in o.asked]
    return (periods[0], periods[-1]) if len(periods) >= 2 else None


@lru_cache(maxsize=2_000)
def _is_period(label: str) -> bool:
    return bool(_MONTH.search(label))


def _figure(observation: Observation) -> Value | None:
    return next((value for value in observation.values if value.kind in _FIGURES and value.low is not None), None)


def _moves(observation: Observation, one: Value, other: Value) -> bool:
    """Whether two figures of a statement are one measure before and after, and not a range, a target or a plan."""
    text = observation.text
    lead, between = text[max(0, one.start - BEFORE) : one.start], text[one.end : other.start]
    moving = bool(_MOVING.search(lead) or _MOVING.search(between))
    past = "past" in observation.traits
    if "target" in observation.asked or (
        not past and ({"future", "target"} & (observation.traits | observation.facets))
    ):
        return False
    if not moving and {one.comparator, other.comparator} & _LIMITS:
        return False
    if not past and other.comparator == "~" != one.comparator:
        return False
    if _ARROW.search(between):
        return not words_of(between)
    changed = any(value.kind == "percent" for value in observation.values if value not in (one, other))
    if not (past or changed or {"baseline", "result"} & observation.facets):
        return False
    return bool(_BETWEEN.search(between)) or (moving and bool(_TO.search(between)))


def _told_apart(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Two statements of one measure, each with its figure and its own time: told as a story, or line under line."""
    dated = [(unit, days, figure) for unit in units if (days := _days(unit)) and (figure := _sure(unit))]
    for (one, days, figure), (other, later, after) in combinations(dated, 2):
        if days.isdisjoint(later) and _like(figure, after) and figure.low != after.low and _one_measure(one, other):
            yield [one, other]


def _days(unit: Unit) -> frozenset[str]:
    return frozenset(value.text.lower() for o in unit.observations for value in o.values if value.kind in _DAYS)


def _sure(unit: Unit) -> Value | None:
    """The figure of a statement that was read: no plan, no limit."""
    wide = unit.kind == "row" and len(unit.observations) > LABELLED
    if wide or "future" in unit.traits or "target" in unit.facets:
        return None
    figures = [v for o in unit.observations for v in o.values if v.kind in _FIGURES and not v.comparator]
    return next((value for value in figures if value.kind in _SURE), figures[0] if figures else None)


def _one_measure(one: Unit, other: Unit) -> bool:
    if one.section == other.section and "same" in words_of(other.text):
        return True
    return len(_measure_words(one.text) & _measure_words(other.text)) >= SHARED


@lru_cache(maxsize=2_000)
def _measure_words(text: str) -> frozenset[str]:
    """The words that can name a measure: long ones that are no month and no everyday word."""
    return frozenset(word for word in words_of(text) if len(word) >= 5 and word.isalpha() and not _MONTH.match(word))


def _like(one: Value, other: Value) -> bool:
    """Whether two figures count the same thing, as far as their nouns say."""
    if one.kind == other.kind == "number" and one.unit and other.unit:
        return one.unit == other.unit
    if one.kind != other.kind and (one.unit if one.kind == "number" else other.unit):
        return False
    return alike(one, other)


def alike(one: Value, other: Value) -> bool:
    """Whether two values can be of one measure: the same kind, and the same unit where both have one."""
    if one.kind != other.kind:
        return {one.kind, other.kind} == {"number", "duration"}
    return one.kind != "money" or one.unit == other.unit
