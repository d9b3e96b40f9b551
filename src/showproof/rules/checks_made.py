"""Checks that were made, each with what it showed; one that is only promised counts half.

Bad: "We will monitor the results closely and track improvements."
Good: "Rosa Lindqvist, who did not build it, redrew 40 of the 512 files: 39 agreed, one was corrected on 6 March."
"""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import Case, Found, grade, quotes

_FIGURE = frozenset(("quantity", "counted"))
_OUTCOME = frozenset(("checked", "ratio"))
_FIRM = frozenset(("when", "quantity", "person", "role"))
_WANTED = frozenset(("check", "checked", "verification", "quantity"))


def checks_made(case: Case) -> Found:
    """Met where `at_least` checks stand with a figure that came out; partly where they are promised with day or name."""
    units = [unit for unit in case.draft.units if _is_check(unit)]
    made = [unit for unit in units if _has_outcome(unit)]
    firm = [unit for unit in units if unit not in made and unit.traits & _FIRM]
    wanted = case.rule.at_least
    share = (len(made) + 0.5 * min(len(firm), wanted)) / wanted
    detail = "" if len(made) >= wanted else "promised, not made yet" if firm and not made else "too few with a result"
    if not units:
        return Found(0.0)
    return Found(max(grade(min(1.0, share)), grade(0.01)), quotes(made or firm or units, _WANTED), detail)


def _is_check(unit: Unit) -> bool:
    return "check" in unit.traits or ("checked" in unit.traits and "verification" in unit.facets | unit.context)


def _has_outcome(unit: Unit) -> bool:
    return bool(unit.traits & _FIGURE and unit.traits & _OUTCOME) and "future" not in unit.traits
