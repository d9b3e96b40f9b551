"""The cheapest findings of one draft after which a row of the role stands at level 3."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations
from typing import NamedTuple

from showproof.catalog.rubric import SkillRow
from showproof.portfolio.taken import Taken
from showproof.proof import GOAL, Fix
from showproof.rating import TOP, Judged, Weighing, level_of, weighing_of
from showproof.rules.base import MET, PARTLY

UNMET_COST, PARTLY_COST = 2, 1
"""What a finding costs that is not met, and one that is met in part; docs/portfolio.md has the whole cost model."""
CONTRADICTION = "contradiction"
_MOST = 12
"""Findings of one row that are tried in all their sets."""


class _Mend(NamedTuple):
    """One thing that can be mended: a finding, or (None) the contradictions of the draft."""

    judged: Judged | None
    cost: int


def cheapest_fixes(row: SkillRow, one: Taken) -> tuple[Fix, ...]:
    """What is to be mended, in the order of the rubric; nothing where no set of findings brings it there."""
    weighing = weighing_of(row, one.view, one.kind, one.whole)
    mends = list(_mends(weighing))[:_MOST]
    sets = chain.from_iterable(combinations(mends, size) for size in range(1, len(mends) + 1))
    for chosen in sorted(sets, key=lambda some: (sum(mend.cost for mend in some), len(some))):
        if level_of(_mended(weighing, chosen))[0] >= GOAL:
            return tuple(_fix(row, mend) for mend in chosen)
    return ()


def _mends(weighing: Weighing) -> list[_Mend]:
    """Essentials that are not met and limits that hold the row down; supports do not lift a row to level 3."""
    found = [
        _Mend(one, PARTLY_COST if one.found.strength >= PARTLY else UNMET_COST)
        for one in weighing.judged
        if (one.part == "essential" and one.found.strength < MET) or (one.part == "limit" and one.allows < TOP)
    ]
    if weighing.whole.disputed:
        found.append(_Mend(None, UNMET_COST))
    return found


def _mended(weighing: Weighing, chosen: Sequence[_Mend]) -> Weighing:
    for mend in chosen:
        if mend.judged is None:
            weighing = weighing._replace(whole=weighing.whole._replace(disputed=frozenset()))
        else:
            weighing = weighing.mended(mend.judged)
    return weighing


def _fix(row: SkillRow, mend: _Mend) -> Fix:
    if mend.judged is None:
        say = "two places that this rests on contradict each other"
        return Fix(CONTRADICTION, say, "Find out which of the two is right, and write it in both places.", mend.cost)
    rule = mend.judged.rule
    return Fix(f"skills.{row.id}.{rule.id}", rule.say, rule.fix, mend.cost)
