"""A draft that is finished: what it asks for is settled, not still to be decided or left to a feeling."""

from __future__ import annotations

from showproof.model import Observation, Unit
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quote

SHARE = 0.065
"""Share of all statements that are open from which a draft is unfinished; one of them is left to be decided."""
ELASTIC = 0.5
"""What a standard without a figure counts, beside a thing that is still to be decided."""


def settled(case: Case) -> Found:
    """Met where less than `at_least` is open about the topic, or without a topic little in the whole draft.

    Open is a placeholder, a thing that is still to be decided, and, for half, a standard without a figure.
    """
    rule = case.rule
    undecided, elastic = _open(case)
    places = len(undecided) + len(elastic)
    weight = len(undecided) + ELASTIC * len(elastic)
    if rule.about:
        strength = MET if weight < rule.at_least else PARTLY if weight < 2 * rule.at_least else CLAIMED
    else:
        unfinished = undecided and places >= max(rule.at_least, SHARE * len(case.draft.units))
        strength = CLAIMED if unfinished else MET
    if strength == MET:
        return Found(MET)
    said = "1 place is open" if places == 1 else f"{places} places are open"
    return Found(strength, tuple(quote(one) for one in [*undecided, *elastic][:4]), said)


def _open(case: Case) -> tuple[list[Observation], list[Observation]]:
    """What is still to be decided, and standards without a figure: about the topic by word, column or heading."""
    about, view = frozenset(case.rule.about), case.view

    def on_topic(said: list[tuple[Unit, Observation]]) -> list[Observation]:
        return [one for unit, one in said if not about or about & (one.facets | unit.context)]

    left = [one for one in case.draft.unfilled if not about or one.facets & about]
    return [*left, *on_topic(view.undecided)], on_topic(view.elastic)
