"""Many tracks claimed, no depth in one."""

from __future__ import annotations

from showproof.model import Observation, Quote
from showproof.rules.base import quote
from showproof.rules.signals.base import Suspect


def wanders(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Three or more of the role's variants are named in statements that carry nothing particular."""
    named: dict[str, Observation] = {}
    for unit in suspect.draft.units:
        for observation in unit.observations:
            if observation.traits & {"quantity", "when"}:
                continue
            text = observation.text.lower()
            for track in suspect.tracks:
                if track.lower() in text:
                    named.setdefault(track, observation)
    return (
        tuple(quote(observation) for observation in list(named.values())[:3])
        if len(named) >= suspect.flag.at_least
        else None
    )
