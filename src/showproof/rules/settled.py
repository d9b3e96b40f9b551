"""A draft that is finished: what it asks for is settled, not still to be decided or left to a feeling."""

from __future__ import annotations

from collections.abc import Iterator

from showproof.model import Observation
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quote

SHARE = 0.065
"""Share of all statements that are open from which a draft is unfinished; one of them is left to be decided."""


def settled(case: Case) -> Found:
    """Met where fewer than `at_least` statements about the topic are open, or without a topic few of the whole draft.

    Open is a placeholder, a thing that is still to be decided, and a standard without a figure.
    """
    rule = case.rule
    open_ = list(_open(case))
    if len(open_) < rule.at_least or (not rule.about and not _is_unfinished(case, open_)):
        return Found(MET)
    strength = PARTLY if rule.about and len(open_) == rule.at_least else CLAIMED
    places = "1 place is open" if len(open_) == 1 else f"{len(open_)} places are open"
    return Found(strength, tuple(quote(one) for one in open_[:4]), places)


def _is_unfinished(case: Case, open_: list[Observation]) -> bool:
    """Whether something is left to be decided, and not one thing among many."""
    undecided = case.draft.unfilled or any("undecided" in one.traits for one in open_)
    return bool(undecided) and len(open_) >= SHARE * len(case.draft.units)


def _open(case: Case) -> Iterator[Observation]:
    """Open statements: by their own words, their column or their heading about the topic, where there is one."""
    about = frozenset(case.rule.about)
    yield from (left for left in case.draft.unfilled if not about or left.facets & about)
    for unit in case.draft.units:
        for one in unit.observations:
            if ("undecided" in one.traits or _is_elastic(one)) and (not about or about & (one.facets | unit.context)):
                yield one


def _is_elastic(one: Observation) -> bool:
    """Whether a statement sets a standard in words that anybody may read as they like, and no figure beside them."""
    return "elastic" in one.traits and "quantity" not in one.traits
