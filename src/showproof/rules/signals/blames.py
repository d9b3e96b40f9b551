"""A person, team or vendor is blamed.

Bad: "The night agent was careless and did not bother to call."
Good: "The night job stopped at 02:10 and no alert was set for it."
"""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quote
from showproof.rules.reproaches import reproaches
from showproof.rules.signals.base import Suspect


def blames(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Statements that lay the bad outcome to somebody's fault or attitude."""
    return tuple(quote(one) for one in reproaches(suspect.draft.units)[:3]) or None
