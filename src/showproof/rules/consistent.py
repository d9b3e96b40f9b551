"""Nothing in the draft contradicts the draft."""

from __future__ import annotations

from showproof.rules.base import PARTLY, Case, Found
from showproof.rules.dispute import SHOWN


def consistent(case: Case) -> Found:
    """Unmet at the first contradiction, with its places; partly met where it is a slip, such as a weekday."""
    wrong = case.view.disputes
    if wrong:
        places = tuple(place for found in wrong for place in found.quotes)[:SHOWN]
        strength = PARTLY if all(found.slip for found in wrong) else 0.0
        return Found(strength, places, "; ".join(found.say for found in wrong[:2]))
    return Found(1.0 if case.draft.words >= 40 else 0.0)
