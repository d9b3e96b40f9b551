"""Dates that can be true: a start before its end, a weekday that fits its date.

Bad: "Start 14 May 2026, due 2 May 2026."
Good: "Start 2 May 2026, due 14 May 2026."
"""

from __future__ import annotations

import re
from datetime import date

from showproof.model import Draft, Observation, Quote
from showproof.rules.base import Case, Found, quote

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_START = re.compile(r"(?:^|[._])(?:start|begin|from|opened|raised|decided|date)$")
_END = re.compile(r"(?:^|[._])(?:due|end|finish|by|until|check_date|closed)$")


def dates_in_order(case: Case) -> Found:
    """Met where dates stand and none contradicts another; a single impossible pair fails it."""
    wrong = misdated(case.draft)
    if wrong:
        return Found(0.0, tuple(found for _, pair in wrong for found in pair)[:4], wrong[0][0])
    return Found(1.0 if case.draft.counts.get("trait:date", 0) else 0.0)


def misdated(draft: Draft) -> list[tuple[str, tuple[Quote, ...]]]:
    """(what is wrong, quotes) for each impossible date."""
    found = []
    for unit in draft.units:
        starts = [pair for o in unit.observations for pair in _dated(o, _START)]
        ends = [pair for o in unit.observations for pair in _dated(o, _END)]
        for (start, one), (end, other) in zip(starts, ends, strict=False):
            if start > end:
                found.append((f"{end.isoformat()} is before {start.isoformat()}", (quote(one), quote(other))))
        for observation in unit.observations:
            fault = _weekday_fault(observation)
            if fault:
                found.append((fault, (quote(observation),)))
    return found


def _dated(observation: Observation, column: re.Pattern[str]) -> list[tuple[date, Observation]]:
    if not column.search(observation.field) or len(observation.values) != 1:
        return []
    value = observation.values[0]
    return [(date.fromisoformat(value.iso), observation)] if value.kind == "date" and len(value.iso) == 10 and value.iso[0] != "-" else []


def _weekday_fault(observation: Observation) -> str:
    for value in observation.values:
        if value.kind != "date" or len(value.iso) != 10 or value.iso[0] == "-":
            continue
        said = re.search(r"\b(\w+day),?\s+(?:the\s+)?$", observation.text[: value.start].lower())
        day = date.fromisoformat(value.iso)
        if said and said[1] in _DAYS and _DAYS[day.weekday()] != said[1]:
            return f"{value.text} was a {_DAYS[day.weekday()].capitalize()}, not a {said[1].capitalize()}"
    return ""
