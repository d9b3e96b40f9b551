"""What is done when it goes wrong: a condition, and the act that follows it."""

from __future__ import annotations

import re

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.view import ANCHORS

_ACTS = frozenset(("action", "escalation", "rollback", "mitigation"))
_ARROWS = ("→", "->", "=>")
_LEAD = re.compile(
    r"(?i)(?=[^:;–—]{0,40}\b(?:no|not|none|without|late|short|again|time|down|red|empty|wrong|two|three|[0-9]+)\b)"
    r"[^.;–—]{6,60}(?::| [–—-]) (?=\S+ \S)"
)
"""A case in a few words before a colon or dash, as in "No file by 08:15: Ines calls"."""
_CASES = frozenset(("trigger", "threshold", "signal", "exception"))
_SOMEBODY = frozenset(("person", "role", "self"))
_TIES = ANCHORS | {"role"}
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
    """A condition with an act, both in one statement or on the two sides of an arrow, of a row or of two labels."""
    if following and _leads(unit) and (following.facets & _ACTS or following.traits & _SOMEBODY):
        return bool((unit.traits | following.traits) & _TIES)
    conditional = (
        any(map(_foresees, unit.observations)) or any(arrow in unit.text for arrow in _ARROWS) or _has_lead(unit)
    )
    acts = unit.facets & _ACTS or unit.traits & _SOMEBODY
    return bool(conditional and acts and unit.traits & _TIES)


def _leads(unit: Unit) -> bool:
    """Whether a unit is a condition alone, and what is done stands in the next one."""
    asked = unit.observations[0].asked
    return unit.text.rstrip().endswith(_ARROWS) or (unit.kind == "pair" and bool(asked & _CASES and not asked & _ACTS))


def _has_lead(unit: Unit) -> bool:
    """Whether a statement begins with a case; a day and what was done on it is a story."""
    return unit.kind != "pair" and "past" not in unit.traits and bool(_LEAD.match(unit.text))


def _foresees(said: Observation) -> bool:
    """Whether a condition is said of what may come; "when the file was late, we called" is a story."""
    return "contingent" in said.traits and not ("past" in said.traits and "future" not in said.traits)
