"""A person, team or vendor is blamed."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quote
from showproof.rules.reproaches import reproaches
from showproof.rules.signals.base import Suspect


def blames(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Statements that lay the bad outcome to somebody's fault or attitude."""
    return tuple(quote(one) for one in reproaches(suspect.draft.units)[:3]) or None
