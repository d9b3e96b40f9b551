"""Statements in a voice that counts against the draft: duties, blame, general advice, speed alone."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quote
from showproof.rules.signals.base import Suspect


def says(suspect: Suspect) -> tuple[Quote, ...] | None:
    """At least so many statements carry the trait, and none of the traits that would redeem them."""
    wanted, redeemed = set(suspect.flag.terms), set(suspect.flag.carry)
    found = [
        observation
        for unit in suspect.draft.units
        if wanted & unit.traits
        for observation in unit.observations
        if wanted & observation.traits and not redeemed & (observation.traits | observation.facets)
    ]
    share = len(found) / max(1, len(suspect.draft.units))
    if len(found) < suspect.flag.at_least or (suspect.flag.at_least > 1 and share < 0.06):
        return None
    return tuple(quote(observation) for observation in found[:3])
