"""No answer left open where the topic is asked for."""

from __future__ import annotations

from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quote
from showproof.rules.view import ANCHORS


def nothing_left_open(case: Case) -> Found:
    """Met where no placeholder stands under the topic; unmet where as much is open as is answered."""
    about = frozenset(case.rule.about)
    left = [one for one in case.draft.unfilled if one.facets & about]
    if not left:
        return Found(MET)
    answered = sum(bool(unit.traits & ANCHORS) for unit in case.view.units(case.rule.about))
    strength = CLAIMED if len(left) >= answered else PARTLY
    return Found(strength, tuple(quote(one) for one in left[:3]), f"{len(left)} left open")
