"""The parts that this type of artifact needs, each there and filled.

Bad: a dashboard specification whose thresholds table has headers and empty rows.
Good: every essential part answered, in our form or under headings of one's own.
"""

from __future__ import annotations

from showproof.catalog.artifact import Part
from showproof.model import Draft, PartState, Quote, Unit
from showproof.rules.base import CLAIMED, Case, Found, grade, quotes


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
        share = _share(part, states.get(part.id), case.draft)
        shares.append(share)
        (missing if share < 0.2 else thin if share < 0.75 else []).append(part.title)
    if not shares or not case.draft.units:
        return Found(0.0)
    mean = sum(shares) / len(shares)
    # One part missing leaves the type incomplete, however well the others are filled.
    strength = 1.0 if not missing and mean >= 0.85 else 0.5 if mean >= 0.5 else CLAIMED if mean > 0.05 else 0.0
    detail = "; ".join(filter(None, (_listed("missing", missing), _listed("hardly filled", thin))))
    return Found(strength, quotes(case.draft.units, frozenset(), 1), detail)


def _listed(label: str, titles: list[str]) -> str:
    return f"{label}: {', '.join(titles)}" if titles else ""


def _share(part: Part, state: PartState | None, draft: Draft) -> float:
    """How far a part is filled: by its questions, or by statements elsewhere that say what it asks for."""
    direct = state.answered / max(1, state.asked) if state and state.found else 0.0
    if direct >= 0.75:
        return 1.0
    facets = [
        frozenset(field.facets)
        for field in (*part.fields, *(part.table.columns if part.table else ()))
        if field.required
    ]
    asked = [wanted for wanted in facets if wanted] or [frozenset(part.facets)]
    covered = sum(any(_tells(unit, wanted) for unit in draft.units) for wanted in asked if wanted)
    return max(direct, 0.9 * covered / len(asked))


def _tells(unit: Unit, wanted: frozenset[str]) -> bool:
    return bool(wanted & unit.facets) and ("particular" in unit.traits or "condition" in unit.traits)


def _sections(draft: Draft) -> Found:
    """Without a known type: each headed section must hold something that could be checked."""
    if not draft.units:
        return Found(0.0)
    sections: dict[int, list[Unit]] = {}
    for unit in draft.units:
        sections.setdefault(unit.section, []).append(unit)
    told = [
        units for units in sections.values() if sum(_tells(u, u.facets | {""}) for u in units) >= min(2, len(units))
    ]
    share = len(told) / len(sections)
    if draft.unfilled:
        share -= 0.3
    if len(draft.units) < 8:
        share = min(share, 0.5)
    detail = (
        ""
        if share >= 0.85
        else f"{len(sections) - len(told)} of {len(sections)} sections hold nothing that could be checked"
    )
    evidence: tuple[Quote, ...] = quotes([units[0] for units in told], frozenset(), 2)
    return Found(max(grade(max(share, 0.0)), grade(0.01)), evidence, detail)
