"""Figures as rules compare them: how exactly each was written, and which can be of one measure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from showproof.model import Observation
from showproof.values import Value, minutes

COUNTED = frozenset(("number", "money", "duration", "percent"))
"""Kinds of value that can be added up and compared."""

SOFT = Decimal("0.05")
"""How far off a figure may be that is said to be about right, as a share of it."""

_DECIMALS = r"\d(?:\.(\d+))?\s?(k|m|mm|mn|bn|b|thousand|million|billion)?\b"
_UNREAD = r"\s?([kmgtKMGT]?i?[bB](?:ytes)?|bytes|[µuμn]s|vCPUs?|cores?|nodes?|qps|rps|tps|Hz|kWh?)\b"
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mm": 6, "mn": 6, "million": 6, "bn": 9, "b": 9, "billion": 9}


class Bounds(NamedTuple):
    """The least and the most that a written figure can stand for."""

    low: Decimal
    high: Decimal

    def meets(self, other: Bounds) -> bool:
        """Whether the two can be the same."""
        return self.low <= other.high and other.low <= self.high


def exact(value: Value) -> bool:
    """Whether it is one amount: no range, no limit."""
    return value.low is not None and value.low == value.high and value.comparator in ("", "~")


def amount(value: Value) -> Decimal:
    """The amount of an exact value; of a duration in minutes, where its unit has a fixed length."""
    assert value.low is not None
    length = minutes(value) if value.kind == "duration" else None
    return value.low if length is None else length


def bounds(value: Value) -> Bounds:
    """What an exact value can stand for, by the digits that were written and by "about"."""
    assert value.low is not None
    middle, slack = value.low, _half_step(value)
    if value.comparator == "~":
        slack = max(slack, abs(middle) * SOFT)
    if value.kind == "duration" and middle:
        scale = amount(value) / middle
        return Bounds((middle - slack) * scale, (middle + slack) * scale)
    return Bounds(middle - slack, middle + slack)


def _half_step(value: Value) -> Decimal:
    """Half of the last digit that was written: 0.05 of "9.5", 50 of "$8.1k", 0.5 of "52"."""
    found = re.search(_DECIMALS, value.text.lower().replace(",", ""))
    if found is None:
        return Decimal(0)
    scale = _SCALES.get(found[2] or "", 0) if value.kind in ("money", "number") else 0
    return Decimal(1).scaleb(scale - len(found[1] or "")) / 2


def unread_unit(text: str, value: Value) -> str:
    """A unit behind a bare figure that values do not know, such as bytes: figures of different ones do not compare."""
    found = re.match(_UNREAD, text[value.end : value.end + 12]) if value.kind == "number" and not value.unit else None
    return found[1].lower() if found else ""


def of_one_measure(one: Value, other: Value) -> bool:
    """Whether two figures can be of one measure: the same kind, unit and currency, as far as they say."""
    if {one.kind, other.kind} == {"number", "duration"}:
        return not one.unit or not other.unit
    if one.kind != other.kind or one.kind not in COUNTED:
        return False
    if one.kind == "duration":
        return one.unit == other.unit or (minutes(one) is not None and minutes(other) is not None)
    return one.unit == other.unit or (one.kind == "number" and not (one.unit and other.unit))


def in_one_unit(one: Value, other: Value) -> tuple[Value, Value]:
    """Two figures of one measure with the unit that only one of them names: "from 52 to 41 hours"."""
    if one.kind == other.kind:
        return one, other
    if one.kind == "duration":
        return one, other._replace(kind="duration", unit=one.unit)
    return one._replace(kind="duration", unit=other.unit), other


def lone(observation: Observation) -> Value | None:
    """The one exact figure of a statement that holds no other value."""
    if len(observation.values) != 1:
        return None
    value = observation.values[0]
    return value if value.kind in COUNTED and exact(value) else None
