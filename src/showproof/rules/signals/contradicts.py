"""Two places that disagree on the same fact."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.signals.base import Suspect


def contradicts(suspect: Suspect) -> tuple[Quote, ...] | None:
    """The quotes of every contradiction of figures or dates."""
    return tuple(place for found in suspect.view.disputes for place in found.quotes)[:5] or None
