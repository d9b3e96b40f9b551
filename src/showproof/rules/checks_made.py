"""Checks that were made, each with what it showed; one that is only promised counts half."""

from __future__ import annotations

from showproof.rules.base import PARTLY, Case, Found, grade, quotes
from showproof.rules.before_after import before_after

_FIRM = frozenset(("when", "quantity", "person", "role"))
_WANTED = frozenset(("check", "checked", "verification", "quantity"))


def checks_made(case: Case) -> Found:
    """Met where `at_least` checks stand with what came out; partly where they are promised with a day or a name."""
    units, made = case.view.checks, case.view.checked
    firm = [unit for unit in units if unit not in made and unit.traits & _FIRM]
    wanted = case.rule.at_least
    share = (len(made) + 0.5 * min(len(firm), wanted)) / wanted
    if share < 0.5 and before_after(case).strength >= PARTLY:
        share = 0.5  # a figure before and after is half a check, whoever read it
    detail = "" if len(made) >= wanted else "promised, not made yet" if firm and not made else "too few with a result"
    if not units and not share:
        return Found(0.0)
    return Found(max(grade(min(1.0, share)), grade(0.01)), quotes(made or firm or units, _WANTED), detail)
