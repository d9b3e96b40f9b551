"""One accountable person or role for what is to be done, not a group."""

from __future__ import annotations

from showproof.model import Draft, Unit
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quotes

DUTIES = frozenset(
    (
        "action", "milestone", "step", "decision", "mitigation", "escalation", "verification", "control", "metric",
        "threshold", "approval", "cadence", "due", "training", "communication",
    )
)  # fmt: skip
"""What somebody must answer for."""

MOSTLY, SOME = 0.75, 0.45
"""Shares of the duties with a named owner from which owning is met, and partly met."""

_NAMED = frozenset(("person", "role"))
_AHEAD = frozenset(("future", "when", "condition"))
_STANDING = frozenset(("future", "time", "cadence", "contingent"))
"""What a person is said to do at an hour, again and again or in a case is a duty, whatever the verb."""
_BEHIND = frozenset(("past",))


def accountable(case: Case) -> Found:
    """Share of the duties that one person or role answers for, of those that say who."""
    named: list[Unit] = []
    shared: list[Unit] = []
    for unit in case.draft.units:
        owned = _owned(unit)
        if owned is not None:
            (named if owned else shared).append(unit)
    if not named and not shared:
        return Found(0.0)
    unowned = sum("unowned" in unit.traits for unit in case.draft.units)
    open_ = _left_open(case.draft, unowned)
    share = len(named) / (len(named) + len(shared) + open_)
    if share >= MOSTLY and len(named) >= case.rule.at_least and not _mostly_blank(case.draft, unowned):
        strength = MET
    else:
        strength = PARTLY if share >= SOME and named else CLAIMED
    nobody = len(shared) + open_
    detail = f"{nobody} of {len(named) + nobody} name a group or nobody" if nobody else ""
    shown = shared if strength < MET and shared else named
    return Found(strength, quotes(shown, frozenset(("owner", "group", *DUTIES))), detail)


def _left_open(draft: Draft, unowned: int) -> int:
    """Placeholders typed for an owner, beside those of rows that are known to have none."""
    return max(0, sum("owner" in left.facets for left in draft.unfilled) - unowned)


def _mostly_blank(draft: Draft, unowned: int) -> bool:
    """Whether the tables that have a column for owners leave it blank more often than not."""
    rows = [unit for unit in draft.units if unit.kind == "row" and any("owner" in o.asked for o in unit.observations)]
    return unowned > len(rows)


def _owned(unit: Unit) -> bool | None:
    """Whether one person or role answers for a duty; None where the unit is no duty, or says of nobody."""
    if "unowned" in unit.traits:
        return False
    asked = [o for o in unit.observations if "owner" in o.asked]
    if asked:
        return any("owner" in o.traits for o in asked)
    if not unit.facets & DUTIES and not (unit.traits & _NAMED and unit.traits & _STANDING):
        return None
    if unit.traits & _NAMED or ("self" in unit.traits and unit.traits & _AHEAD):
        return True
    # What a group did is a story; what it is to do is a duty without an owner.
    told = unit.traits & _BEHIND and "future" not in unit.traits
    return False if "group" in unit.traits and not told else None
