"""The parts that this type of artifact needs, each there and filled."""

from __future__ import annotations

from showproof.catalog.artifact import Part
from showproof.model import Draft, Observation, PartState, Quote, Unit
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quotes

NEARLY_ALL, ENOUGH, MOSTLY, HALF, THIRD, ABSENT = 0.82, 0.75, 0.7, 0.5, 0.3, 0.2
"""Shares of what a part asks for: from which it is filled, below which the type is incomplete, the part missing."""

ANSWERED, DENSE, SHORTEST = 0.8, 0.6, 8
"""Share of the sections with an answer, share of the statements that can be checked, fewest statements of a whole."""


def filled(case: Case) -> Found:
    """Share of the essential parts that hold answers; of an unknown type, of the sections that hold particulars."""
    if not case.kind:
        return _sections(case.draft)
    states = {state.id: state for state in case.draft.parts}
    shares: list[float] = []
    missing: list[str] = []
    thin: list[str] = []
    for part in case.kind.parts:
        if not part.essential:
            continue
        share = _answered(states.get(part.id))
        if case.draft.artifact.by != "property":
            share = max(share, _told(part, case.draft))
        share = 1.0 if share >= ENOUGH else share
        shares.append(share)
        (missing if share < ABSENT else thin if share < ENOUGH else []).append(part.title)
    if not shares or not case.draft.units:
        return Found(0.0, (), _listed("missing", missing))
    mean = sum(shares) / len(shares)
    # A part left out of our own form leaves the type incomplete; in another layout its answers may have other names.
    own = case.draft.artifact.by == "property"
    whole = min(shares) >= THIRD and mean >= NEARLY_ALL if own else len(missing) <= 1 and mean >= MOSTLY
    strength = MET if whole else PARTLY if mean >= HALF else CLAIMED if mean > 0.05 else 0.0
    detail = "; ".join(filter(None, (_listed("missing", missing), _listed("hardly filled", thin))))
    return Found(strength, quotes(case.draft.units, frozenset(), 1), detail)


def _listed(label: str, titles: list[str]) -> str:
    return f"{label}: {', '.join(titles)}" if titles else ""


def _answered(state: PartState | None) -> float:
    """Share of the part's own questions that are answered."""
    return state.answered / max(1, state.asked) if state and state.found else 0.0


def _told(part: Part, draft: Draft) -> float:
    """Share of what the part asks for that a stranger's layout says somewhere, each in a statement of its own."""
    facets = [
        frozenset(field.facets)
        for field in (*part.fields, *(part.table.columns if part.table else ()))
        if field.required
    ]
    asked = [wanted for wanted in facets if wanted] or [frozenset(part.facets)]
    free = _free(draft, part.id)
    answered = 0
    for wanted in asked:
        at = next((at for at, one in enumerate(free) if wanted & one.facets), -1)
        if at >= 0:
            del free[at]
            answered += 1
    return answered / len(asked)


def _free(draft: Draft, part: str) -> list[Observation]:
    """Statements with something to check that answer no question of another part."""
    mine = ("", part)
    units = (unit for unit in draft.units if _says(unit))
    return [one for unit in units for one in unit.observations if one.field.partition(".")[0] in mine]


def _says(unit: Unit) -> bool:
    return "particular" in unit.traits or "condition" in unit.traits


def _sections(draft: Draft) -> Found:
    """Without a known type: sections hold an answer that could be checked, and most statements are such answers."""
    if not draft.units:
        return Found(0.0)
    sections: dict[int, list[Unit]] = {}
    for unit in draft.units:
        sections.setdefault(unit.section, []).append(unit)
    told = [units for units in sections.values() if any(map(_says, units))]
    filled, dense = len(told) / len(sections), sum(map(_says, draft.units)) / len(draft.units)
    if filled >= ANSWERED and dense >= DENSE and not draft.unfilled and len(draft.units) >= SHORTEST:
        strength = MET
    else:
        strength = PARTLY if filled >= 0.5 and dense >= 0.5 else CLAIMED
    detail = "" if strength == MET else _open(draft, len(sections) - len(told), len(sections))
    evidence: tuple[Quote, ...] = quotes([units[0] for units in told], frozenset(), 2)
    return Found(strength, evidence, detail)


def _open(draft: Draft, empty: int, sections: int) -> str:
    if empty > (1 - ANSWERED) * sections:
        return f"{empty} of {sections} sections hold nothing that could be checked"
    if draft.unfilled:
        return f"{len(draft.unfilled)} left open"
    if len(draft.units) < SHORTEST:
        return "there is too little to be the whole"
    general = sum(not _says(unit) for unit in draft.units)
    return f"{general} of {len(draft.units)} statements hold nothing that could be checked"
