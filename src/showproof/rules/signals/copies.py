"""The worked example, or the template's own words, handed in as one's own."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quote
from showproof.rules.signals.base import Suspect
from showproof.runs import marked

LEAST, SHARE = 4, 6
"""Marks in common from which a draft is a copy, where they are a sixth of all: of people's own texts on the same
subject it is a fiftieth."""


def copies(suspect: Suspect) -> tuple[Quote, ...] | None:
    """A sixth or more of the marks of the draft's texts are marks of what showproof ships; numbers do not count."""
    if not suspect.shipped:
        return None
    total = shared = 0
    taken = []
    for unit in suspect.draft.units:
        for observation in unit.observations:
            own = marked(suspect.view.runs(observation.text))
            same = len(own & suspect.shipped)
            total, shared = total + len(own), shared + same
            if same:
                taken.append((-same, observation))
    if shared < LEAST or shared * SHARE < total:
        return None
    return tuple(quote(observation) for _, observation in sorted(taken, key=lambda pair: pair[0])[:3])
