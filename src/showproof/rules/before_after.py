"""A result beside its baseline, on the same measure and over a window.

Bad: "Review took about four days before; reviewers now rate it 4.3 out of 5."
Good: "Median days in review: 4.1 (1-28 February) to 2.6 (1-28 April), same query on closed files."
"""

from __future__ import annotations

import re
from itertools import pairwise

from showproof.model import Draft, Unit
from showproof.rules.base import Case, Found, grade, quotes
from showproof.values import Value

_FROM_TO = (
    r"(?i)\bfrom\b.{1,60}?\bto\b|→|->|\bto\b|\bagainst\b|\bversus\b|\bvs\b|\bdown\b|\bup\b|\bthen\b"
    r"|\bafter\b|\bnow\b"
)
_WINDOWS = frozenset(("date", "duration", "cadence", "quarter"))
_FIGURES = frozenset(("number", "money", "percent", "duration", "ratio"))


def before_after(case: Case) -> Found:
    """The best pair of figures for one measure, and whether a window is said."""
    best, shown = 0.0, None
    for unit in case.draft.units:
        worth = _pair_share(unit, case.draft)
        if worth > best:
            best, shown = worth, unit
        if best == 1.0:
            break
    if shown is None:
        claims = [unit for unit in case.draft.units if {"result", "baseline"} & unit.facets]
        return Found(grade(0.01) if claims else 0.0, quotes(claims, frozenset(("result", "baseline")), 1))
    detail = "" if best >= 0.85 else "the two figures are not said to be of the same measure and window"
    return Found(grade(best), quotes([shown], frozenset(("result", "baseline", "quantity"))), detail)


def _pair_share(unit: Unit, draft: Draft) -> float:
    """1 for two like figures with a window, 0.6 without one, 0 for no pair."""
    pair = paired(unit)
    if not pair:
        return 0.0
    own = [value for observation in unit.observations for value in observation.values if value not in pair]
    windowed = any(value.kind in _WINDOWS for value in own) or any("window" in o.asked for o in unit.observations)
    near = (other for other in draft.units if other.section == unit.section)
    windowed = windowed or any(other.traits & {"date", "quarter"} for other in near)
    return 1.0 if windowed else 0.6


def paired(unit: Unit) -> tuple[Value, Value] | None:
    """A figure before and a figure after of the same kind and unit, said in one statement or one row."""
    if unit.kind == "row" and unit.facets >= {"baseline", "result"}:
        before = _figure(unit, "baseline")
        after = _figure(unit, "result")
        if before and after and alike(before, after):
            return before, after
    for observation in unit.observations:
        if len(observation.values) < 2:
            continue
        told = {"baseline", "result"} & observation.facets or "past" in observation.traits
        figures = [value for value in observation.values if value.kind in _FIGURES]
        for one, other in pairwise(figures):
            if not alike(one, other):
                continue
            if observation.text[one.end : other.start].strip() in ("→", "->"):
                return one, other
            if told and re.search(_FROM_TO, observation.text[max(0, one.start - 40) : other.end]):
                return one, other
    return None


def _figure(unit: Unit, facet: str) -> Value | None:
    for observation in unit.observations:
        if facet in observation.facets:
            for value in observation.values:
                if value.low is not None and value.kind not in ("date", "time"):
                    return value
    return None


def alike(one: Value, other: Value) -> bool:
    """Whether two values can be of one measure: the same kind, and the same unit where both have one."""
    if one.kind != other.kind:
        return {one.kind, other.kind} == {"number", "duration"}
    return one.kind != "money" or one.unit == other.unit
