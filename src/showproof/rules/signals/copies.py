"""The worked example, or the template's own words, handed in as one's own.

Bad: the shipped example with other names in it.
Good: the same parts, filled with one's own case.
"""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quote
from showproof.rules.runs import runs
from showproof.rules.signals.base import Suspect

LEAST, SHARE = 20, 6
"""Runs of words from which a draft is judged, and the part of them (a sixth) that makes it a copy: of people's own
texts on the same subject it is a fiftieth."""


def copies(suspect: Suspect) -> tuple[Quote, ...] | None:
    """A sixth or more of the draft's runs of words stand in what showproof ships; numbers do not count as words."""
    if not suspect.shipped:
        return None
    total = shared = 0
    taken = []
    for unit in suspect.draft.units:
        for observation in unit.observations:
            own = runs(observation.text)
            same = len(own & suspect.shipped)
            total, shared = total + len(own), shared + same
            if same:
                taken.append((-same / len(own), observation))
    if total < LEAST or shared * SHARE < total:
        return None
    return tuple(quote(observation) for _, observation in sorted(taken, key=lambda pair: pair[0])[:3])
