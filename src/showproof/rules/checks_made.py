"""Checks that were made, each with what it showed; one that is only promised counts half."""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import PARTLY, Case, Found, grade, quotes
from showproof.rules.before_after import before_after

_FIGURE = frozenset(("quantity", "counted"))
_OUTCOME = frozenset(("checked", "ratio"))
_CHECKS = frozenset(("verification", "control"))
_FIRM = frozenset(("when", "quantity", "person", "role"))
_WANTED = frozenset(("check", "checked", "verification", "quantity"))


def checks_made(case: Case) -> Found:
    """Met where `at_least` checks stand with what came out; partly where they are promised with a day or a name."""
    units = [unit for unit in case.draft.units if is_check(unit)]
    made = [unit for unit in units if has_outcome(unit)]
    firm = [unit for unit in units if unit not in made and unit.traits & _FIRM]
    wanted = case.rule.at_least
    share = (len(made) + 0.5 * min(len(firm), wanted)) / wanted
    if share < 0.5 and before_after(case).strength >= PARTLY:
        share = 0.5  # a figure before and after is half a check, whoever read it
    detail = "" if len(made) >= wanted else "promised, not made yet" if firm and not made else "too few with a result"
    if not units and not share:
        return Found(0.0)
    return Found(max(grade(min(1.0, share)), grade(0.01)), quotes(made or firm or units, _WANTED), detail)


def is_check(unit: Unit) -> bool:
    """Whether a statement speaks of a check, made or promised."""
    if "check" in unit.traits:
        return True
    if "checked" in unit.traits and "verification" in unit.facets | unit.context:
        return True
    return "ratio" in unit.traits and any(one.asked & _CHECKS for one in unit.observations)


def has_outcome(unit: Unit) -> bool:
    """Whether a check was made and a figure came out, in one sentence or across a row."""
    if unit.kind == "row":
        return _came_out(unit.traits)
    return any(_came_out(one.traits) for one in unit.observations)


def _came_out(traits: frozenset[str]) -> bool:
    return bool(traits & _FIGURE and traits & _OUTCOME) and "future" not in traits
