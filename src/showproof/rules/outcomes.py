"""What a statement says of a check: that there is one, and what came out."""

from __future__ import annotations

from showproof.model import Unit

_FIGURE = frozenset(("quantity", "counted"))
_OUTCOME = frozenset(("checked", "ratio"))
_CHECKS = frozenset(("verification", "control"))


def is_check(unit: Unit) -> bool:
    """Whether a statement speaks of a check, made or promised."""
    if "check" in unit.traits:
        return True
    if "checked" in unit.traits and "verification" in unit.facets | unit.context:
        return True
    return "ratio" in unit.traits and any(one.asked & _CHECKS for one in unit.observations)


def has_outcome(unit: Unit) -> bool:
    """Whether a check was made and a figure came out, in one sentence or across a row."""
    if unit.kind == "row":
        return _came_out(unit.traits)
    return any(_came_out(one.traits) for one in unit.observations)


def _came_out(traits: frozenset[str]) -> bool:
    return bool(traits & _FIGURE and traits & _OUTCOME) and "future" not in traits
