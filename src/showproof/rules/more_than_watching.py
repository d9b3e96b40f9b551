"""Answers to risks that do something, instead of watching them."""

from __future__ import annotations

from showproof.model import Observation
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quote

_TIED = frozenset(("quantity", "when", "person", "role", "contingent", "thing"))
_ANSWERS = frozenset(("mitigation", "escalation"))


def more_than_watching(case: Case) -> Found:
    """Met where the answers to risks name an act; unmet where half of them or more only watch, discuss or take care."""
    asked = [o for unit in case.draft.units for o in unit.observations if o.asked & _ANSWERS]
    idle = [o for o in asked if _only_watches(o)]
    if len(idle) < 2:
        return Found(MET)
    detail = f"{len(idle)} of {len(asked)} only watch or take care"
    strength = CLAIMED if 2 * len(idle) >= len(asked) else PARTLY
    return Found(strength, tuple(quote(o) for o in idle[:3]), detail)


def _only_watches(answer: Observation) -> bool:
    return bool(answer.traits & {"watch", "vague", "filler"}) and not answer.traits & _TIED
