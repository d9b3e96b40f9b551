"""A subject that a draft speaks of, and does not name in passing only."""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.view import ANCHORS, hollow

SURE = 2
"""Ties to what could be checked from which on a statement is no word in passing."""


def spoken_of(case: Case) -> Found:
    """Met by `at_least` statements on the subject, of which one that is tied to anything counts as two.

    A statement is on the subject where it, or the heading that it stands under, says one of the terms, and where that
    heading or its column is about it. One that is tied is enough under such a heading or column, and one that is tied
    twice anywhere.
    """
    rule, units, about = case.rule, case.draft.units, frozenset(case.rule.about)
    said = frozenset(case.view.topical((), rule.terms) if rule.terms else ())
    headed = case.view.headed(rule.terms)
    announced = {at for at, unit in enumerate(units) if unit.section in headed or _is_asked(unit, about)}
    found = sorted(said | announced)
    tied = [at for at in found if units[at].traits & ANCHORS]
    told = [at for at in found if not hollow(units[at].traits)]
    sure = any(at in announced or len(units[at].traits & ANCHORS) >= SURE for at in tied)
    share = 1.0 if sure else (len(told) + len(tied)) / rule.at_least
    shown = [units[at] for at in tied or told or found]
    return Found(max(grade(share), grade(0.01 * bool(found))), quotes(shown, about))


def _is_asked(unit: Unit, about: frozenset[str]) -> bool:
    return not about.isdisjoint(unit.context) or any(not about.isdisjoint(o.asked) for o in unit.observations)
