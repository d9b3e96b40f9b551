"""Statements about a topic that carry the particulars which the topic needs.

Bad: "Escalations are handled promptly by the team."
Good: "No file by 08:15: Ines Okafor calls the bank's desk; still none at 09:00, Tomas Reyes stops the run."
"""

from __future__ import annotations

from showproof.model import Unit
from showproof.rules.base import Case, Found, grade, quotes, topical


def statement(case: Case) -> Found:
    """Best statements about the topic, by the share of what they must carry; with `each`, all of them."""
    rule = case.rule
    candidates = topical(case.draft, rule.about)
    if rule.terms:
        candidates = [unit for unit in candidates if _says(unit, rule.terms)] or []
    if not candidates:
        return Found(0.0)
    carried = rule.carry or ("particular",)
    shares = sorted(((share(unit, carried, case), -at, unit) for at, unit in enumerate(candidates)), key=lambda s: s[:2], reverse=True)
    every = [pair for pair in shares if pair[2].kind in ("row", "item") and set(rule.about) & pair[2].facets] if rule.each else []
    judged = every if len(every) >= 2 else shares[: max(rule.at_least, 2 if rule.each else 1)]
    needed = max(len(judged), rule.at_least)
    mean = sum(pair[0] for pair in judged) / needed
    wanted = frozenset(rule.about) | frozenset(name for need in carried for name in need.split("|"))
    shown = [unit for _, _, unit in shares[: max(3, rule.at_least)]]
    # Naming the topic without anything that it must carry is a claim.
    return Found(max(grade(mean), grade(0.01)), quotes(shown, wanted), _lacking(judged, carried, case) if mean < 1 else "")


def share(unit: Unit, carried: tuple[str, ...], case: Case) -> float:
    """Share of the needs that a unit meets, itself or by what stands near it."""
    own = unit.facets | unit.traits
    reach = own | _nearby(unit, case) if case.rule.within != "statement" else own
    met = sum(bool(reach & set(need.split("|"))) for need in carried)
    vague = 0.25 if "vague" in own and not own & {"quantity", "when", "person"} else 0.0
    return max(0.0, met / len(carried) - vague)


def _nearby(unit: Unit, case: Case) -> frozenset[str]:
    if case.rule.within == "document":
        units = case.draft.units
    else:
        units = tuple(other for other in case.draft.units if other.section == unit.section)
    return frozenset().union(*(other.facets | other.traits for other in units))


def _says(unit: Unit, terms: tuple[str, ...]) -> bool:
    text = f" {unit.text.lower()} "
    return any(f" {term.rstrip('*')}" in text or f"-{term.rstrip('*')}" in text for term in terms)


def _lacking(judged: list[tuple[float, int, Unit]], carried: tuple[str, ...], case: Case) -> str:
    """How many of the statements lack which need, in words."""
    units = [unit for _, _, unit in judged]
    parts = []
    for need in carried:
        without = [unit for unit in units if not (unit.facets | unit.traits) & set(need.split("|"))]
        if without and case.rule.within == "statement":
            parts.append(f"{len(without)} of {len(units)} without {NEEDS.get(need.split('|')[0], need.split('|')[0])}")
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
