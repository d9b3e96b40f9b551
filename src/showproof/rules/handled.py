"""What is done when it goes wrong: a condition, and the act that follows it."""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.view import ANCHORS

_ACTS = frozenset(("action", "escalation", "rollback", "mitigation"))
_ARROWS = ("→", "->", "=>")
_WANTED = frozenset(("contingent", *_ACTS))


def handled(case: Case) -> Found:
    """Share of `at_least` statements that say what is done if something happens, tied to a level, a time or a name."""
    units = case.draft.units
    found = [unit for at, unit in enumerate(units) if _answers(unit, units[at + 1] if at + 1 < len(units) else None)]
    spoken = [unit for unit in units if unit.facets & _ACTS and "contingent" in unit.traits]
    detail = "" if len(found) >= case.rule.at_least else "too few say what is done, by whom and when, if it happens"
    if not found and not spoken:
        return Found(0.0)
    share = len(found) / case.rule.at_least
    return Found(max(grade(min(1.0, share)), grade(0.01)), quotes(found or spoken, _WANTED), detail)


def _answers(unit: Unit, following: Unit | None) -> bool:
    """A condition with an act, both in one statement or on the two sides of an arrow."""
    if unit.text.rstrip().endswith(_ARROWS):
        act = following.facets if following else unit.facets
        return bool(act & _ACTS and unit.traits & ANCHORS)
    conditional = "contingent" in unit.traits or any(arrow in unit.text for arrow in _ARROWS)
    return bool(conditional and unit.facets & _ACTS and unit.traits & (ANCHORS | {"role"}))
