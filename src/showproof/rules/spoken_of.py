"""A subject that a draft speaks of: in one statement that could be checked, or again and again in general words.

Bad: "Cost, quality and people all matter to us."
Good: "We hired 3 reviewers in June."
"""

from __future__ import annotations

from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.view import ANCHORS, hollow


def spoken_of(case: Case) -> Found:
    """Met by one statement on the subject that is tied to anything, or by `at_least` that are not."""
    units = [case.draft.units[at] for at in case.view.topical(case.rule.about, case.rule.terms)]
    tied = [unit for unit in units if unit.traits & ANCHORS]
    said = [unit for unit in units if not hollow(unit.traits)]
    share = 1.0 if tied else len(said) / case.rule.at_least
    return Found(max(grade(share), grade(0.01 * bool(units))), quotes(tied or said or units, frozenset(case.rule.about)))
