"""Figures that agree with each other: a stated percentage with its own numbers, a total with its parts.

Bad: "Cut from 52 to 41 hours, a 35% reduction."
Good: "Cut from 52 to 41 hours, a 21% reduction."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from showproof.model import Cell, Draft, Observation, Quote, Table, Unit
from showproof.rules.base import Case, Found, quote
from showproof.rules.before_after import alike
from showproof.values import Value, find_values

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_MOVED = (
    r"(?i)reduc|drop|fell|fall|cut|down|less|fewer|lower|declin|decreas|improv|faster|increas|rose|rise|up|grew|growth"
    r"|more|higher|sav|gain|jump"
)
_LINK = (
    r"(?i)[\s,:(=–—-]*(?:(?:an?|the|or|and|so|about|roughly|around|nearly|almost|some|approx|that|is|was|which|it|this|means"
    r"|by|of|on|in|until|down|up|cut|drop|fall|reduction|decrease|increase|rise|improvement|change|saving|savings|gain"
    r"|net|overall|total|minus|plus|per|each|every|week|weeks|day|days|month|months|hour|hours|minutes|year)[\s,:(.–—-]+)*"
)
"""What may stand between two figures and the percentage of their change, if it is theirs."""
_OF_ANOTHER = r"(?i)\s*(?:of (?:the|our|what|all|that|its|their)\b|sure|certain|confident|likely)"
_AMONG = ("date", "time", "cadence", "quarter")
_TOTAL = r"(?i)^\W*(?:grand |sub)?total(?:s)?\b(?! (?:cost of|time|days))"
_NO_SUM = r"(?i)average|avg|mean|median|rate|share|%|per\b|price|unit|max|min|p9\d"
"""Headers of columns whose figures are not added up."""
_LIKE = frozenset(("number", "money", "duration", "percent"))


def arithmetic(case: Case) -> Found:
    """Met where figures can be checked against each other and agree; a single disagreement fails it."""
    wrong = case.view.miscounts
    if wrong:
        return Found(0.0, tuple(found for _, pair in wrong for found in pair)[:4], wrong[0][0])
    return Found(1.0 if any("quantity" in unit.traits for unit in case.draft.units) else 0.0)


def contradictions(draft: Draft) -> list[tuple[str, tuple[Quote, ...]]]:
    """(what disagrees, quotes) for every place where the draft's own figures contradict each other."""
    found = [fault for unit in draft.units for fault in _unit_faults(unit)]
    for item in draft.outline.items:
        if isinstance(item, Table) and item.header:
            found += _total_faults(item)
    return found


def _unit_faults(unit: Unit) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """Figures contradict each other where there are two in one statement, or in one row."""
    for observation in unit.observations:
        if len(observation.values) < 2:
            continue
        fault = (
            _change_fault(observation)
            or _share_fault(observation)
            or _part_fault(observation)
            or _rest_fault(observation)
        )
        if fault:
            yield fault, (quote(observation),)
    if unit.kind == "row" and unit.facets >= {"baseline", "result"}:
        yield from _row_fault(unit)


def _change_fault(observation: Observation) -> str:
    """`from A to B, P%` or `by P%, from A to B` where P is neither the change nor the ratio of the two."""
    text = observation.text
    values = [value for value in observation.values if value.kind not in _AMONG]
    for first, second, third in zip(values, values[1:], values[2:], strict=False):
        if third.kind == "percent" and _moves(text, first, second) and _linked(observation, second, third):
            fault = _disagrees(first, second, third)
        elif first.kind == "percent" and _moves(text, second, third) and _announced(text, first, second):
            fault = _disagrees(second, third, first)
        else:
            continue
        if fault:
            return fault
    return ""


def _linked(observation: Observation, two: Value, stated: Value) -> bool:
    """Whether only words of change stand between the second figure and the percentage, dates left out."""
    text = observation.text
    between = text[two.end : stated.start]
    for value in observation.values:
        if value.kind in _AMONG and two.end <= value.start and value.end <= stated.start:
            between = between.replace(value.text, " ")
    changed = re.search(_MOVED, text[: stated.end + 20]) or "→" in text or "->" in text
    return bool(re.fullmatch(_LINK, between + " ") and changed and not re.compile(_OF_ANOTHER).match(text, stated.end))


def _announced(text: str, stated: Value, one: Value) -> bool:
    """`cut by 50%, from 90 to 60`."""
    return text[stated.end : one.start].lower().strip(" ,:") == "from" and bool(re.search(_MOVED, text[: stated.start]))


def _moves(text: str, one: Value, two: Value) -> bool:
    if one.kind not in _LIKE or two.kind not in _LIKE or one.kind == "percent" or not alike(one, two):
        return False
    if two.start - one.end > 45:
        return False
    before, between = text[max(0, one.start - 30) : one.start].lower(), text[one.end : two.start].lower()
    return bool(re.search(r"\bfrom\b", before) and re.search(r"\bto\b", between)) or "→" in between or "->" in between


def _disagrees(one: Value, two: Value, stated: Value) -> str:
    if (
        one.low is None
        or two.low is None
        or stated.low is None
        or not one.low
        or one.low != one.high
        or two.low != two.high
        or one.unit != two.unit
    ):
        return ""
    change = abs(two.low - one.low) / one.low * 100
    other = abs(two.low - one.low) / two.low * 100 if two.low else change
    ratio = two.low / one.low * 100
    slack = Decimal("1.0") if stated.low == stated.low.to_integral_value() else Decimal("0.15")
    slack += _rounding(one, two)
    if stated.comparator or any(abs(value - abs(stated.low)) <= slack for value in (change, other, ratio)):
        return ""
    return f"{one.text} to {two.text} is a change of {change.quantize(Decimal('0.1'))}%, not {stated.text}"


def _rounding(one: Value, two: Value) -> Decimal:
    """How far the percentage may move by the figures' own rounding."""
    assert one.low is not None
    places = min(_places(one.text), _places(two.text))
    step = Decimal(1).scaleb(-places) / 2
    soft = Decimal(3) if one.comparator == "~" or two.comparator == "~" else Decimal(1)
    return step / one.low * 100 * soft if one.low else Decimal(0)


def _places(text: str) -> int:
    found = re.search(r"\d\.(\d+)", text)
    return len(found[1]) if found else 0


def _share_fault(observation: Observation) -> str:
    """`19 of 30 (63%)` where the percentage is not that share."""
    text = observation.text
    for part, whole, stated, start in _shares(observation):
        if not re.fullmatch(r"[\s(,=:–-]{1,4}(?:or |i\.e\. |is |about )?", text[start : stated.start]):
            continue
        if re.compile(_OF_ANOTHER).match(text, stated.end) or not whole or part > whole:
            continue
        share = part / whole * 100
        assert stated.low is not None
        if abs(share - stated.low) > 1 and abs(100 - share - stated.low) > 1:
            return f"{part:f} of {whole:f} is {share.quantize(Decimal('0.1'))}%, not {stated.text}"
    return ""


def _shares(observation: Observation) -> Iterator[tuple[Decimal, Decimal, Value, int]]:
    """(part, whole, percentage, end of the whole) for every `a of b` that a percentage follows."""
    text, values = observation.text, observation.values
    for at, stated in enumerate(values):
        if stated.kind != "percent" or stated.low is None or not at:
            continue
        one = values[at - 1]
        if one.kind == "ratio" and one.low is not None and one.high is not None:
            yield one.low, one.high, stated, one.end
        elif at > 1 and values[at - 2].kind == one.kind == "number":
            part = values[at - 2]
            if (
                text[part.end : one.start].strip().lower() in ("of", "out of")
                and part.low is not None
                and one.low is not None
            ):
                yield part.low, one.low, stated, one.end


_NOT_LIMITED = r"(?i)target|goal|budget|plan|capacity|limit|quota|forecast"


def _part_fault(observation: Observation) -> str:
    """`22 of 18 passed`: a part that is larger than its whole."""
    for one, other in pairwise(observation.values):
        between = observation.text[one.end : other.start].strip().lower()
        if one.kind != "number" or other.kind != "number" or between not in ("of", "out of", "of the", "of all"):
            continue
        if (
            one.low is not None
            and other.high is not None
            and one.low > other.high
            and not re.search(_NOT_LIMITED, observation.text[other.end : other.end + 24])
        ):
            return f"{one.text} cannot be a part of {other.text}"
    return ""


_OTHER_YEAR = r"(?i)\b(?:last|previous|prior|next) (?:year|month|quarter)"
_REST = r"(?i)\b(?:left|remaining|remains|balance|unspent)\b"


def _rest_fault(observation: Observation) -> str:
    """`Budget $41,200, spent $38,915, left $6,480`: a rest that is not the difference."""
    amounts = [
        value
        for value in observation.values
        if value.kind == "money" and value.low is not None and value.low == value.high and not value.comparator
    ]
    if (
        len(amounts) != 3
        or len({value.unit for value in amounts}) != 1
        or not re.search(_REST, observation.text)
        or re.search(_OTHER_YEAR, observation.text)
    ):
        return ""
    high, middle, low = sorted((value.low for value in amounts if value.low is not None), reverse=True)
    if abs(high - middle - low) <= high * Decimal("0.005"):
        return ""
    return f"{amounts[0].text}, {amounts[1].text} and {amounts[2].text} do not add up"


_CHANGES = ("change", "difference", "delta", "reduction", "improvement", "% change", "variance")


def _row_fault(unit: Unit) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """A row with before, after and change where the change is not that of the two."""
    columns: dict[str, tuple[Observation, Value]] = {}
    for observation in unit.observations:
        for facet in ("baseline", "result"):
            if facet in observation.facets and len(observation.values) == 1 and observation.values[0].kind in _LIKE:
                columns.setdefault(facet, (observation, observation.values[0]))
    changes = [
        o for o in unit.observations if o.label in _CHANGES and len(o.values) == 1 and o.values[0].kind == "percent"
    ]
    if len(columns) == 2 and changes:
        fault = _disagrees(columns["baseline"][1], columns["result"][1], changes[0].values[0])
        if fault:
            yield fault, (quote(columns["baseline"][0]), quote(columns["result"][0]), quote(changes[0]))


def _total_faults(table: Table) -> list[tuple[str, tuple[Quote, ...]]]:
    """A last row called total whose figure is not the sum of those above it."""
    rows = table.rows[table.header :]
    if (
        len(rows) < 3
        or not rows[-1]
        or not re.match(_TOTAL, next((cell.text for cell in rows[-1] if cell.text.strip()), ""))
    ):
        return []
    if any(re.match(_TOTAL, cell.text) for row in rows[:-1] for cell in row[:2]):
        return []
    found: list[tuple[str, tuple[Quote, ...]]] = []
    for at, cell in enumerate(rows[-1]):
        if re.search(_NO_SUM, " ".join(row[at].text for row in table.rows[: table.header] if at < len(row))):
            continue
        stated = _single(cell)
        parts = [_single(row[at]) for row in rows[:-1] if at < len(row) and row[at].text.strip()]
        if stated is None or len(parts) < 2 or any(part is None or part.kind != stated.kind for part in parts):
            continue
        total = sum((part.low for part in parts if part is not None and part.low is not None), Decimal(0))
        if (
            stated.low is not None
            and abs(total - stated.low) > max(Decimal("0.01"), abs(total) * Decimal("0.005"))
            and stated.kind != "percent"
        ):
            found.append((f"the parts add up to {total:,f}, not {stated.text}", (Quote(cell.text, cell.location),)))
    return found


def _single(cell: Cell) -> Value | None:
    values = find_values(cell.text)
    return values[0] if len(values) == 1 and values[0].kind in _LIKE and values[0].low == values[0].high else None
