"""Whether a table's first row names its columns, or its first column names what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showproof.model import Cell

Rows = Sequence[Sequence[Cell]]

MAX_NAME_WORDS = 6
MAX_NAME_LENGTH = 48

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_FIGURE = (
    r"(?i)[\s<>≤≥~±+\-−–(]*(?:[$€£¥]|usd|eur|gbp)?\s*\d[\d.,:/\s%-]*\s*\)?"
    r"(?:%|k|m|bn?|h|hrs?|hours?|min|mins|minutes?|days?|weeks?|months?|usd|eur|st|nd|rd|th)?\.?|n/?a|tbd|yes|no"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?i)\d{{1,2}}\.?\s+{_MONTH}(?:\s|,|$)|{_MONTH}\s+\d"
_YEAR = r"(?:19|20)\d\d"
_VALUE_NAMES = frozenset(
    [
        "value",
        "values",
        "description",
        "definition",
        "detail",
        "details",
        "note",
        "notes",
        "owner",
        "status",
        "answer",
        "response",
        "responsibility",
        "date",
        "result",
        "results",
        "target",
        "count",
        "who",
        "what",
        "when",
        "why",
        "how",
        "meaning",
        "comment",
        "comments",
        "action",
        "purpose",
        "number",
        "amount",
    ]
)


def header_rows(rows: Rows, flagged: int = 0) -> int:
    """How many rows at the top name columns; `flagged` of them say so themselves.

    A title over the whole width counts with the names below it. 0 for a table of labels and values, and for one column.
    """
    if len(rows) < 2 or flagged == len(rows):
        return min(flagged, 1)
    width = _width(rows)
    titles = next((at for at, row in enumerate(rows) if not _is_title(row, width)), len(rows))
    below = rows[titles:]
    if len(below) < 2 or width < 2 or is_label_value(below):
        return 0
    if flagged > titles:
        return flagged
    return titles + 1 if _names(below[0]) and _stands_out(below[0], below[1:]) else 0


def is_label_value(rows: Rows) -> bool:
    """Whether rows of 2 or 4 cells plainly hold labels, each with its value to the right."""
    if any(len(row) not in (2, 4) for row in rows):
        return False
    labels = [cell for row in rows for cell in row[0::2] if cell.text.strip()]
    values = [cell for row in rows for cell in row[1::2]]
    if not labels or not all(_short(label.text) for label in labels):
        return False
    if 2 * sum(label.text.rstrip().endswith((":", "：")) for label in labels) > len(labels):
        return True
    if all(label.strong for label in labels) and not any(value.strong for value in values):
        return True
    return any(is_figure(cell.text) for cell in rows[0][1::2]) and not rows[0][0].strong


def is_figure(text: str) -> bool:
    """Whether the text is a number, an amount, a share, a time or a date rather than words; a bare year is a name."""
    text = text.strip()
    if len(text) > MAX_NAME_LENGTH or re.fullmatch(_YEAR, text):
        return False
    return bool(re.fullmatch(_FIGURE, text) or re.match(_DATE, text))


def _width(rows: Rows) -> int:
    return max((sum(cell.spans for cell in row) for row in rows), default=0)


def _is_title(row: Sequence[Cell], width: int) -> bool:
    filled = [cell for cell in row if cell.text.strip()]
    return len(filled) == 1 and (filled[0].spans == width or len(row) == 1)


def _short(text: str) -> bool:
    return len(text) <= MAX_NAME_LENGTH and len(text.split()) <= MAX_NAME_WORDS and not text.rstrip().endswith(".")


def _names(row: Sequence[Cell]) -> bool:
    """Whether the row could be names of columns: short, distinct, no figures; only the corner may be empty."""
    texts = [cell.text.strip() for cell in row if cell.drops]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(not text for text in texts[1:]):
        return False
    distinct = len({text.casefold() for text in filled}) == len(filled)
    return distinct and all(_short(text) and not is_figure(text) for text in filled)


def _stands_out(first: Sequence[Cell], below: Rows) -> bool:
    """Whether the row is set apart: bold over plain, or the head of three columns or more, or of a column of values."""
    filled = [cell for cell in first if cell.text.strip()]
    if all(cell.strong for cell in filled):
        return not all(cell.strong for row in below for cell in row if cell.text.strip())
    if len(first) >= 3:
        return True
    values = [row[-1].text for row in below if row and row[-1].text.strip()]
    return filled[-1].text.strip().casefold() in _VALUE_NAMES and bool(values)
