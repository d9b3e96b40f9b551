"""A draft that is finished: what it asks for is settled, not still to be decided or left to a feeling."""

from __future__ import annotations

from showproof.model import Observation
from showproof.rules.base import CLAIMED, MET, Case, Found, quote

OPEN, SHARE = 2, 0.065
"""Open statements, and their share of all, from which a draft is unfinished; one of them is left to be decided."""


def settled(case: Case) -> Found:
    """Met where hardly anything is open: a placeholder, a thing to be decided, a standard without a figure."""
    said = [one for unit in case.draft.units for one in unit.observations]
    undecided = [*case.draft.unfilled, *(one for one in said if "undecided" in one.traits)]
    elastic = [one for one in said if _is_elastic(one)]
    open_ = len(undecided) + len(elastic)
    if not undecided or open_ < OPEN or open_ < SHARE * len(case.draft.units):
        return Found(MET)
    return Found(CLAIMED, tuple(quote(one) for one in [*undecided, *elastic][:4]), f"{open_} places are open")


def _is_elastic(one: Observation) -> bool:
    """Whether a statement sets a standard in words that anybody may read as they like, and no figure beside them."""
    return "elastic" in one.traits and "undecided" not in one.traits and "quantity" not in one.traits
