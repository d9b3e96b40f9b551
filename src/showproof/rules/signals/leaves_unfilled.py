"""Placeholder or instruction text left in."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quote
from showproof.rules.signals.base import Suspect


def leaves_unfilled(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Every placeholder, with its place."""
    return tuple(quote(observation) for observation in suspect.draft.unfilled[:5]) or None
