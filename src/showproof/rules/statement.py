"""Statements about a topic that carry the particulars which the topic needs.

Bad: "Escalations are handled promptly by the team."
Good: "No file by 08:15: Ines Okafor calls the bank's desk; still none at 09:00, Tomas Reyes stops the run."
"""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import ANCHORS, Case, Found, grade, hollow, quotes, topical

WHO_AND_WHEN = frozenset(("owner", "person", "role", "when", "date", "time", "cadence", "duration", "quarter"))
"""Traits that a row says once for all its cells."""


NEARLY_EACH = 0.88
"""Share of the rows at which "each" holds: one row in eight without its owner does not make the rest unowned."""

REACH = (0.2, 0.6, 1.0)
"""Highest share of a statement tied to nothing, to one thing, to two or more that could be checked."""


def statement(case: Case) -> Found:
    """Best statements about the topic, by the share of what they must carry; with `each`, all of them."""
    rule = case.rule
    topic = frozenset(rule.about)
    gates, needs = _split(rule.carry, topic)
    candidates = [unit for unit in topical(case.draft, rule.about) if not rule.terms or _says(unit, rule.terms)]
    if not candidates:
        return Found(0.0)
    ranked = sorted(
        ((share(unit, gates, needs, case), -at, unit) for at, unit in enumerate(candidates)),
        key=lambda s: s[:2],
        reverse=True,
    )
    rows = [pair for pair in ranked if any(topic & observation.asked for observation in pair[2].observations)] if rule.each else []
    judged = rows if len(rows) >= 2 else ranked[: max(rule.at_least, 2 if rule.each else 1)]
    mean = sum(pair[0] for pair in judged) / max(len(judged), rule.at_least)
    wanted = topic | frozenset(name for need in (*gates, *needs) for name in need)
    shown = [unit for _, _, unit in ranked[: max(3, rule.at_least)]]
    # Naming the topic without anything that it must carry is a claim.
    return Found(
        max(grade(mean), grade(0.01)), quotes(shown, wanted), _lacking(judged, needs, case) if mean < 1 else ""
    )


def _split(carry: tuple[str, ...], topic: frozenset[str]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Needs that only say which side of the topic is meant, and needs that the statement must carry beyond it."""
    every = [frozenset(need.split("|")) for need in carry]
    gates = [need for need in every if need <= topic]
    return gates, [need for need in every if need not in gates] or [frozenset(("particular",))]


def share(unit: Unit, gates: list[frozenset[str]], needs: list[frozenset[str]], case: Case) -> float:
    """Share of the needs that a unit meets, itself or by what stands near it; 0 where it only names the topic."""
    own = carried(unit, frozenset(case.rule.about))
    reach = own | _nearby(unit, case) if case.rule.within != "statement" else own
    if not all(gate & (own | unit.context) for gate in gates):
        return 0.0
    return min(sum(bool(reach & need) for need in needs) / len(needs), REACH[min(2, anchors(unit, case))])


def anchors(unit: Unit, case: Case) -> int:
    """In how many ways a unit is tied to something that could be checked; its paragraph lends it one more."""
    own = len(unit.traits & ANCHORS)
    near = any(
        len(other.traits & ANCHORS) >= 2
        for other in case.draft.units
        if other.paragraph == unit.paragraph and other is not unit
    )
    return own + near


def carried(unit: Unit, topic: frozenset[str]) -> frozenset[str]:
    """What a unit says of the topic: of a row, its own cells on the topic, and who and when of the whole row."""
    if unit.kind != "row":
        return unit.facets | unit.traits if not hollow(unit.traits) else frozenset()
    solid = [observation for observation in unit.observations if not hollow(observation.traits)]
    on_topic = [observation for observation in solid if topic & observation.facets] or solid
    shared = frozenset().union(*(observation.traits & WHO_AND_WHEN for observation in solid))
    facets = frozenset().union(*(observation.facets for observation in solid))
    return facets | shared | frozenset().union(*(observation.traits for observation in on_topic))


def _nearby(unit: Unit, case: Case) -> frozenset[str]:
    if case.rule.within == "document":
        units = case.draft.units
    else:
        units = tuple(other for other in case.draft.units if other.section == unit.section)
    return frozenset().union(*(other.facets | other.traits for other in units))


def _says(unit: Unit, terms: tuple[str, ...]) -> bool:
    text = f" {unit.text.lower()} "
    return any(f" {term.rstrip('*')}" in text or f"-{term.rstrip('*')}" in text for term in terms)


def _lacking(judged: list[tuple[float, int, Unit]], needs: list[frozenset[str]], case: Case) -> str:
    """How many of the statements lack which need, in words."""
    if case.rule.within != "statement":
        return ""
    units = [carried(unit, frozenset(case.rule.about)) for _, _, unit in judged]
    parts = []
    for need in needs:
        without = sum(not own & need for own in units)
        named = next((NEEDS[name] for name in sorted(need) if name in NEEDS), "")
        if without and named:
            parts.append(f"{without} of {len(units)} without {named}")
    return "; ".join(parts)


NEEDS = {
    "owner": "a named owner",
    "quantity": "a number",
    "when": "a date or time",
    "due": "a due date",
    "limit": "a time limit",
    "action": "an action",
    "particular": "anything that could be checked",
    "condition": "a condition",
    "check": "a check",
    "money": "an amount",
    "percent": "a percentage",
    "source": "a source",
    "window": "a time window",
    "reason": "a reason",
    "because": "a reason",
    "cadence": "a recurring day",
    "threshold": "a threshold",
    "metric": "a measure",
    "evidence": "evidence",
    "date": "a date",
    "person": "a name",
}
"""How a need is called in a sentence."""
