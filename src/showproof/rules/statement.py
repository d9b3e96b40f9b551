"""Statements about a topic that carry the particulars which the topic needs."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from showproof.model import Quote, Unit
from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.view import View

NEARLY_EACH = 0.88
"""Share of the rows at which "each" holds: one row in eight without its owner does not make the rest unowned."""


class _Picked(NamedTuple):
    """The statements about the topic that a rule goes by, as (share of the needs met, number as a negative)."""

    ranked: list[tuple[float, int]]
    asked: list[tuple[float, int]]
    judged: list[tuple[float, int]]
    gates: list[frozenset[str]]
    needs: list[frozenset[str]]


def statement(case: Case) -> Found:
    """Best statements about the topic, by the share of what they must carry; with `each`, all of them."""
    rule, view, units = case.rule, case.view, case.draft.units
    picked = _pick(case)
    if picked is None:
        return Found(0.0)
    ranked, asked, judged, gates, needs = picked
    mean = sum(share for share, _ in judged) / max(len(judged), rule.at_least)
    lacking = _lacking(view, [-at for _, at in judged], view.mask(rule.about), needs) if mean < 1 else ""
    mean = mean / NEARLY_EACH if judged is asked else mean
    wanted = frozenset(rule.about).union(*gates, *needs)
    shown = [units[-at] for share, at in asked if share < 1] or [
        units[-at] for _, at in ranked[: max(3, rule.at_least)]
    ]
    # Naming the topic without anything that it must carry is a claim.
    return Found(max(grade(mean), grade(0.01)), quotes(shown, wanted), lacking)


def weighed(case: Case) -> tuple[tuple[Quote, tuple[str, ...]], ...]:
    """The statements that decided, the best first, each with the needs that it lacks, in words."""
    picked = _pick(case)
    if picked is None:
        return ()
    view, units, topic = case.view, case.draft.units, case.view.mask(case.rule.about)
    wanted = frozenset(case.rule.about).union(*picked.gates, *picked.needs)
    numbers = [-at for _, at in picked.judged]
    found = []
    for at, own in zip(numbers, view.carried(numbers, topic), strict=True):
        lacks = tuple(_named(need) or " or ".join(sorted(need)) for need in picked.needs if not own & view.mask(need))
        found.append((quotes([units[at]], wanted, 1)[0], lacks))
    return tuple(found)


def _pick(case: Case) -> _Picked | None:
    rule, view = case.rule, case.view
    candidates = view.topical(rule.about, rule.terms)
    if rule.headed:
        candidates = sorted({*candidates, *view.under(rule.terms)})
    if not candidates:
        return None
    gates, needs = _split(rule.carry, rule.about)
    ranked = _ranked(view, candidates, view.mask(rule.about), list(map(view.mask, gates)), list(map(view.mask, needs)))
    asked = _asked(case, ranked, frozenset(rule.about), needs) if rule.each else []
    judged = asked if len(asked) >= 2 else ranked[: max(rule.at_least, 2 if rule.each else 1)]
    return _Picked(ranked, asked, judged, gates, needs)


@lru_cache(maxsize=2_000)
def _split(carry: tuple[str, ...], about: tuple[str, ...]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Needs that only say which side of the topic is meant, and needs that the statement must carry beyond it."""
    every = [frozenset(need.split("|")) for need in carry]
    gates = [need for need in every if need.issubset(about)]
    return gates, [need for need in every if need not in gates] or [frozenset(("particular",))]


def _ranked(view: View, units: list[int], topic: int, gates: list[int], needs: list[int]) -> list[tuple[float, int]]:
    """(share of the needs that it meets, its number as a negative) of every unit, the best and earliest first.

    The share is 0 where a unit only names the topic, and less where little ties it down.
    """
    ranked, reach, shares = [], view.reach, [met / len(needs) for met in range(len(needs) + 1)]
    for at, own in zip(units, view.carried(units, topic), strict=True):
        met = 0
        for need in needs:
            if own & need:
                met += 1
        if met and gates:
            named = own | view.contexts[at]
            for gate in gates:
                if not gate & named:
                    met = 0
        ranked.append((min(shares[met], reach[at]), -at))
    return sorted(ranked, reverse=True)


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


def _lacking(view: View, judged: list[int], topic: int, needs: list[frozenset[str]]) -> str:
    """How many of the statements lack which need, in words."""
    carried = view.carried(judged, topic)
    parts = []
    for need in needs:
        bits = view.mask(need)
        without = sum(1 for own in carried if not own & bits)
        named = _named(need)
        if without and named:
            parts.append(f"{without} of {len(carried)} without {named}")
    return "; ".join(parts)


def _named(need: frozenset[str]) -> str:
    """A need in words; of several that would do, the first."""
    return next((NEEDS[name] for name in sorted(need) if name in NEEDS), "")


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
