"""The day that a draft says of itself; no clock and no time stamp of a file takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from showproof.model import Draft
from showproof.values import find_values

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LABELS = (
    ("version", "revision", "last updated", "updated", "document version", "in force from", "effective date"),
    ("date", "written", "as of", "issued"),
    ("period", "reporting period", "timeframe", "window"),
)
"""Labels behind which a document dates itself, the surest first."""


def own_date(draft: Draft) -> str:
    """The last day behind the surest label, as 2026-04-30; nothing where no whole date stands there."""
    said = dict(_said(draft))
    for labels in _LABELS:
        days = [day for label in labels for day in _days(said.get(label, ""))]
        if days:
            return max(days)
    return ""


def days_between(earlier: str, later: str) -> int | None:
    """Whole days from one ISO date to another; None where one of them is missing."""
    if not earlier or not later:
        return None
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _said(draft: Draft) -> Iterator[tuple[str, str]]:
    """Label to text: labelled statements outside tables, then the answers of the head block, which win."""
    for unit in draft.units:
        if unit.table < 0:
            yield from ((one.label, one.text) for one in unit.observations if one.label)
    yield from ((name, text) for name, text in sorted(draft.outline.properties.items()) if text)
    for answer in draft.answers:
        part, _, name = answer.field.partition(".")
        if part == "head" and not answer.blank:
            yield name, answer.text


def _days(text: str) -> Iterator[str]:
    for value in find_values(text):
        if value.kind == "date":
            yield from (day for day in value.iso.split("/") if _DAY.fullmatch(day))
