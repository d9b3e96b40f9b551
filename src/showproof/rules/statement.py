"""Statements about a topic that carry the particulars which the topic needs.

Bad: "Escalations are handled promptly by the team."
Good: "No file by 08:15: Ines Okafor calls the bank's desk; still none at 09:00, Tomas Reyes stops the run."
"""

from __future__ import annotations

from typing import NamedTuple

from showproof.model import Unit
from showproof.rules.base import Case, Found, grade, quotes

NEARLY_EACH = 0.88
"""Share of the rows at which "each" holds: one row in eight without its owner does not make the rest unowned."""

REACH = (0.2, 0.6, 1.0)
"""Highest share of a statement tied to nothing, to one thing, to two or more that could be checked."""


def statement(case: Case) -> Found:
    """Best statements about the topic, by the share of what they must carry; with `each`, all of them."""
    rule, units = case.rule, case.draft.units
    topic = frozenset(rule.about)
    gates, needs = _split(rule.carry, topic)
    judge = _Judge(case, case.view.mask(topic), *([case.view.mask(need) for need in group] for group in (gates, needs)))
    candidates = case.view.topical(rule.about, rule.terms)
    if not candidates:
        return Found(0.0)
    ranked = sorted(((judge.share(at), -at) for at in candidates), reverse=True)
    asked = _asked(case, ranked, topic, needs) if rule.each else []
    judged = asked if len(asked) >= 2 else ranked[: max(rule.at_least, 2 if rule.each else 1)]
    mean = sum(share for share, _ in judged) / max(len(judged), rule.at_least)
    lacking = judge.lacking([-at for _, at in judged], needs) if mean < 1 else ""
    mean = mean / NEARLY_EACH if judged is asked else mean
    wanted = topic | frozenset(name for need in (*gates, *needs) for name in need)
    shown = [units[-at] for share, at in asked if share < 1] or [
        units[-at] for _, at in ranked[: max(3, rule.at_least)]
    ]
    # Naming the topic without anything that it must carry is a claim.
    return Found(max(grade(mean), grade(0.01)), quotes(shown, wanted), lacking)


def _split(carry: tuple[str, ...], topic: frozenset[str]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Needs that only say which side of the topic is meant, and needs that the statement must carry beyond it."""
    every = [frozenset(need.split("|")) for need in carry]
    gates = [need for need in every if need <= topic]
    return gates, [need for need in every if need not in gates] or [frozenset(("particular",))]


def _asked(
    case: Case, ranked: list[tuple[float, int]], topic: frozenset[str], needs: list[frozenset[str]]
) -> list[tuple[float, int]]:
    """The rows with a column for the topic, of tables that have a column for one of the needs too."""
    units = case.draft.units
    have = {_table_of(unit) for unit in units if any(need & o.asked for o in unit.observations for need in needs)}
    return [
        pair
        for pair in ranked
        if units[-pair[1]].kind == "row"
        and _table_of(units[-pair[1]]) in have
        and any(topic & o.asked for o in units[-pair[1]].observations)
    ]


def _table_of(unit: Unit) -> str:
    """The part that a row was aligned to, whose boxes are one table; a stranger's table by its number."""
    part = unit.observations[0].field.partition(".")[0]
    return part or f"table {unit.table}"


class _Judge(NamedTuple):
    """One rule's topic, gates and needs as bits over one draft."""

    case: Case
    topic: int
    gates: list[int]
    needs: list[int]

    def share(self, at: int) -> float:
        """Share of the needs that a unit meets; 0 where it only names the topic, less where little ties it down."""
        view = self.case.view
        own = view.carried(at, self.topic)
        if self.gates:
            reach = own | view.contexts[at]
            if not all(gate & reach for gate in self.gates):
                return 0.0
        met = sum(1 for need in self.needs if own & need)
        return min(met / len(self.needs), REACH[min(2, view.anchors[at])]) if met else 0.0

    def lacking(self, judged: list[int], needs: list[frozenset[str]]) -> str:
        """How many of the statements lack which need, in words."""
        carried = [self.case.view.carried(at, self.topic) for at in judged]
        parts = []
        for need, bits in zip(needs, self.needs, strict=True):
            without = sum(1 for own in carried if not own & bits)
            named = next((NEEDS[name] for name in sorted(need) if name in NEEDS), "")
            if without and named:
                parts.append(f"{without} of {len(carried)} without {named}")
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
