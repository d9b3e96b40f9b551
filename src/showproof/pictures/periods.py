"""How long a period is, as people write it: `Jan to Jun 2025`, `Q1 2026`, `March 2026`, `FY2026`."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"((?:19|20)\d\d)"
_SPAN = re.compile(rf"\b{_NAME}(?:\s+{_YEAR})?\s*(?:to|through|until|–|—|-)\s*{_NAME}(?:\s+{_YEAR})?\b", re.IGNORECASE)
_NUMBERED = re.compile(rf"\b{_YEAR}-(\d\d)(?:-01)?\s*(?:to|until|through|–|—)\s*{_YEAR}-(\d\d)(?:-(?:28|29|30|31))?\b")
_LENGTHS = (
    (re.compile(r"\b(?:H[12]|half[- ]year|(?:first|second) half)\b", re.IGNORECASE), 6),
    (re.compile(r"\b(?:Q[1-4]|quarter)\b", re.IGNORECASE), 3),
    (re.compile(rf"\b{_NAME}\s+{_YEAR}\b|\b{_YEAR}-\d\d\b(?!-)|^\s*{_NAME}\s*$", re.IGNORECASE), 1),
    (re.compile(rf"^\s*(?:FY\s?|year\s)?{_YEAR}\s*$", re.IGNORECASE), 12),
)


def months_of(text: str) -> int | None:
    """The months that a period has; None where it is no span of whole months."""
    span = _SPAN.search(text)
    if span:
        first, last = _MONTHS.index(span[1].lower()), _MONTHS.index(span[3].lower())
        years = int(span[4]) - int(span[2]) if span[2] and span[4] else int(last < first)
        return last - first + 12 * years + 1
    numbered = _NUMBERED.search(text)
    if numbered:
        return 12 * (int(numbered[3]) - int(numbered[1])) + int(numbered[4]) - int(numbered[2]) + 1
    return next((months for pattern, months in _LENGTHS if pattern.search(text)), None)
