"""Promises that can be held to: a day, a level or a name, instead of watching as one goes."""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quotes
from showproof.rules.checks_made import has_outcome, is_check

_TIED = frozenset(("date", "time", "percent", "ratio", "money", "comparator"))
_STORY = frozenset(("past",))


def firm_promises(case: Case) -> Found:
    """Met where nothing is put off in loose words; partly where it is, beside checks that were made."""
    units = case.draft.units
    loose = [unit for unit in units if _is_loose(unit)]
    if not loose:
        return Found(MET)
    made = any(has_outcome(unit) for unit in units if is_check(unit))
    return Found(PARTLY if made else CLAIMED, quotes(loose, frozenset(("loose", "verification"))), "")


def _is_loose(unit: Unit) -> bool:
    """A statement that puts off a look in words that nobody can hold anyone to."""
    return any(
        "loose" in one.traits and not one.traits & _TIED and not (one.traits & _STORY and "future" not in one.traits)
        for one in unit.observations
    )
