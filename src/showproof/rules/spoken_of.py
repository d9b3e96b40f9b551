"""A subject that a draft speaks of: in one statement that could be checked, or again and again in general words."""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.view import ANCHORS, hollow


def spoken_of(case: Case) -> Found:
    """Met by one statement on the subject that is tied to anything, or by `at_least` that are not.

    A statement is on the subject where it, or the heading that it stands under, says one of the terms, and where that
    heading or its column is about it.
    """
    rule, about = case.rule, frozenset(case.rule.about)
    said = frozenset(case.view.topical((), rule.terms) if rule.terms else ())
    headed = case.view.headed(rule.terms)
    found = [
        unit
        for at, unit in enumerate(case.draft.units)
        if at in said or unit.section in headed or _is_asked(unit, about)
    ]
    tied = [unit for unit in found if unit.traits & ANCHORS]
    told = [unit for unit in found if not hollow(unit.traits)]
    share = 1.0 if tied else len(told) / rule.at_least
    return Found(max(grade(share), grade(0.01 * bool(found))), quotes(tied or told or found, about))


def _is_asked(unit: Unit, about: frozenset[str]) -> bool:
    return not about.isdisjoint(unit.context) or any(not about.isdisjoint(o.asked) for o in unit.observations)
