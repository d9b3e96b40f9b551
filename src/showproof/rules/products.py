"""A product that is worked out right: likelihood times impact, count times price, a calculation beside its result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute, whole
from showproof.rules.figures import amount, bounds, exact, lone, unread_unit
from showproof.rules.view import View
from showproof.values import Value

_FACTORS = (
    (
        r"^(?:p|l|prob\w*|lik\w*|likelihood)\b",
        r"^(?:i|s|imp\w*|harm|sev\w*|consequence|damage)\b",
        r"^(?:(?:risk |total )?(?:score|rating)|p ?[x×*] ?i|l ?[x×*] ?i)\b",
    ),
    (
        r"^(?:count|number|quantity|qty|units?|seats?|volume|hours?|items?|tickets?|cases?)\b",
        r"\b(?:unit cost|unit price|price|rate|cost per|each|per \w+)\b",
        r"\b(?:total|cost|amount|spend|value)\b",
    ),
)
"""Columns of which the first two, multiplied, give the third."""
_TIMES = r"\s*(?:[a-z' -]{0,24}\s)?[x×*]\s*(?:about |roughly )?"
_EQUALS = r"[^.;=]{0,24}(?:=|≈|→)\s*(?:about |roughly )?"
SHORT = 24
"""Characters up to which a cell is a figure and no sentence with one."""
_CLOSE = Decimal("0.02")
"""How far a product may be off by the rounding of what was multiplied, as a share of it."""


class Row(NamedTuple):
    """Two factors and the result that a row gives of them."""

    one: Observation
    other: Observation
    result: Observation


def products(case: Case) -> Found:
    """Met where every result is what its factors give."""
    return agreed(case, wrong_products, wrong_calculations)


def wrong_products(view: View) -> Iterator[Dispute]:
    """Rows whose result is not the product, in tables in which most rows multiply."""
    for units in view.tables:
        for factors in _FACTORS:
            rows = [row for unit in units if (row := _row(unit, factors))]
            right = sum(map(_multiplies, rows))
            if right >= 2 and right > len(rows) / 2:
                yield from (_dispute(row) for row in rows if not _multiplies(row))


def _row(unit: Unit, factors: Sequence[str]) -> Row | None:
    """The cells of a row that stand under the three columns, each with one figure."""
    found: list[Observation] = []
    for form in factors:
        cell = next(
            (
                o
                for o in unit.observations
                if o not in found and len(o.text) <= SHORT and re.search(form, o.label) and lone(o)
            ),
            None,
        )
        if cell is None:
            return None
        found.append(cell)
    return Row(*found)


def _multiplies(row: Row) -> bool:
    one, other, result = (cell.values[0] for cell in row)
    product = amount(one) * amount(other)
    return abs(product - amount(result)) <= abs(product) * _CLOSE


def _dispute(row: Row) -> Dispute:
    one, other = row.one.values[0], row.other.values[0]
    return dispute(
        f"{one.text} times {other.text} is {amount(one) * amount(other):,f}, not {row.result.text}", *map(whole, row)
    )


def wrong_calculations(view: View) -> Iterator[Dispute]:
    """`40 cases x 15 minutes = 12 hours`, in a statement or in the cell beside its result."""
    for unit in view.draft.units:
        if "quantity" not in unit.traits:
            continue
        for at, observation in enumerate(unit.observations):
            chain = _chain(observation)
            if not chain:
                continue
            last = observation.values.index(chain[-1])
            behind = observation.values[last + 1 : last + 2]
            if (
                behind
                and not unread_unit(observation.text, behind[0])
                and re.fullmatch(_EQUALS, observation.text[chain[-1].end : behind[0].start])
            ):
                if fault := _wrong(chain, behind[0]):
                    yield dispute(fault, (observation, chain[0].start, behind[0].end))
            elif not behind and unit.kind == "row" and at + 2 == len(unit.observations):
                result = unit.observations[at + 1]
                stated = lone(result)
                if stated and (fault := _wrong(chain, stated)):
                    yield dispute(fault, whole(observation), whole(result))


def _chain(observation: Observation) -> list[Value]:
    """The figures that a statement multiplies."""
    if len(observation.values) < 2 or not re.search(r"[x×*]", observation.text):
        return []
    chain: list[Value] = []
    for one, other in pairwise(observation.values):
        if re.fullmatch(_TIMES, observation.text[one.end : other.start].lower()):
            chain = chain or [one]
            chain.append(other)
        elif chain:
            break
    return chain if all(exact(value) for value in chain) else []


def _wrong(chain: Sequence[Value], stated: Value) -> str:
    """Why the product is not what is stated; factors in different units of time are not judged."""
    if not exact(stated) or sum(value.kind == "duration" for value in chain) > 1 or stated.kind == "percent":
        return ""
    timed = any(value.kind == "duration" for value in chain)
    if timed != (stated.kind == "duration") or (
        any(value.kind == "money" for value in chain) and stated.kind not in ("money", "number")
    ):
        return ""
    product = Decimal(1)
    for value in chain:
        product *= amount(value) / 100 if value.kind == "percent" else amount(value)
    said = bounds(stated)
    slack = abs(product) * (Decimal("0.15") if "~" in {value.comparator for value in (*chain, stated)} else _CLOSE)
    if said.low - slack <= product <= said.high + slack:
        return ""
    per = amount(stated) / stated.low if stated.kind == "duration" and stated.low else Decimal(1)
    shown = (product / per).quantize(Decimal("0.1"))
    return f"{' x '.join(value.text for value in chain)} is {shown:,f}, not {stated.text}"
