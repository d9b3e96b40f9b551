"""The day that a draft says of itself; no clock and no time stamp of a file takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from showproof.portfolio.heads import DATES, Said
from showproof.values import find_values

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def own_date(head: Mapping[str, Said]) -> str:
    """The last whole day of its date, else of its version, else of its period, as 2026-04-30; nothing without one."""
    for name in DATES:
        days = list(_days(head[name].text)) if name in head else []
        if days:
            return max(days)
    return ""


def days_between(earlier: str, later: str) -> int | None:
    """Whole days from one ISO date to another; None where one of them is missing."""
    if not earlier or not later:
        return None
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _days(text: str) -> Iterator[str]:
    for value in find_values(text):
        if value.kind == "date":
            yield from (day for day in value.iso.split("/") if _DAY.fullmatch(day))
