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
_PAIRS = (
    (
        ("start", "start date", "starts", "begin", "begins", "from", "planned start", "actual start"),
        ("end", "end date", "ends", "finish", "due", "due date", "until"),
    ),
    (
        ("opened", "raised", "reported", "detected", "created", "received", "date raised"),
        ("closed", "resolved", "contained", "fixed", "restored", "date closed"),
    ),
    (("date", "decided", "date of decision"), ("check date", "checked on", "review date", "reviewed on")),
)
"""Labels of columns or prompts of which the first cannot be later than the second."""


def dates_in_order(case: Case) -> Found:
    """Met where dates stand and none contradicts another; a single impossible pair fails it."""
    wrong = case.view.misdates
    if wrong:
        return Found(0.0, tuple(found for _, pair in wrong for found in pair)[:4], wrong[0][0])
    return Found(1.0 if any("date" in unit.traits for unit in case.draft.units) else 0.0)


def misdated(draft: Draft) -> list[tuple[str, tuple[Quote, ...]]]:
    """(what is wrong, quotes) for each impossible date."""
    found: list[tuple[str, tuple[Quote, ...]]] = []
    for unit in draft.units:
        if "date" not in unit.traits:
            continue
        dated = [(observation, day) for observation in unit.observations if (day := _only_date(observation))]
        for first, second in _PAIRS if len(dated) > 1 else ():
            starts = [pair for pair in dated if pair[0].label.replace("_", " ") in first]
            ends = [pair for pair in dated if pair[0].label.replace("_", " ") in second]
            if starts and ends and starts[0][1] > ends[0][1]:
                fault = f"{ends[0][1].isoformat()} is before {starts[0][1].isoformat()}"
                found.append((fault, (quote(starts[0][0]), quote(ends[0][0]))))
        for observation in unit.observations:
            fault = _weekday_fault(observation) or _no_such_day(observation)
            if fault:
                found.append((fault, (quote(observation),)))
    return found


def _only_date(observation: Observation) -> date | None:
    """The full date of a statement that holds one value, or None."""
    if (
        len(observation.values) != 1
        or observation.values[0].kind != "date"
        or not re.fullmatch(r"\d{4}-\d\d-\d\d", observation.values[0].iso)
    ):
        return None
    return date.fromisoformat(observation.values[0].iso)


def _no_such_day(observation: Observation) -> str:
    return next(
        (value.ambiguous for value in observation.values if value.ambiguous.endswith("is not a day of the calendar")),
        "",
    )


def _weekday_fault(observation: Observation) -> str:
    for value in observation.values:
        if value.kind != "date" or not re.fullmatch(r"\d{4}-\d\d-\d\d", value.iso):
            continue
        before = observation.text[: value.start].lower()
        said = re.search(r"\b(\w+day),?\s+(?:the\s+)?$", before) if "day" in before else None
        day = date.fromisoformat(value.iso)
        if said and said[1] in _DAYS and _DAYS[day.weekday()] != said[1]:
            return f"{value.text} was a {_DAYS[day.weekday()].capitalize()}, not a {said[1].capitalize()}"
    return ""
