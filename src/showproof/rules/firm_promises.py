"""Promises that can be held to: a day, a level or a name, instead of watching as one goes."""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quotes

_TIED = frozenset(("date", "time", "percent", "ratio", "money", "comparator"))
_STORY = frozenset(("past",))


def firm_promises(case: Case) -> Found:
    """Met where nothing is put off in loose words; partly where it is, beside checks that were made."""
    loose = [unit for unit in case.draft.units if _is_loose(unit)]
    if not loose:
        return Found(MET)
    return Found(PARTLY if case.view.checked else CLAIMED, quotes(loose, frozenset(("loose", "verification"))), "")


def _is_loose(unit: Unit) -> bool:
    """A statement that puts off a look in words that nobody can hold anyone to."""
    return any(
        "loose" in one.traits and not one.traits & _TIED and not (one.traits & _STORY and "future" not in one.traits)
        for one in unit.observations
    )
