"""Whether a table's first row names its columns, or its first column names what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showproof.model import Cell, Table

Rows = Sequence[Sequence[Cell]]

MAX_NAME_WORDS = 8
MAX_NAME_LENGTH = 60
MAX_FIGURE_LENGTH = 48
MAX_STRONG_LENGTH = 120
"""Characters of the name of a column that is set off."""
MAX_GROUP_ROWS = 3
"""Rows of names of groups above the names of columns."""

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_FIGURE = (
    r"(?i)[\s<>≤≥~±+\-−–(]*(?:[$€£¥]|usd|eur|gbp)?\s*\d[\d.,:/\s%-]*\s*\)?"
    r"(?:%|k|m|bn?|h|hrs?|hours?|min|mins|minutes?|days?|weeks?|months?|usd|eur|st|nd|rd|th)?\.?|n/?a|tbd|yes|no"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?i)\d{{1,2}}\.?\s+{_MONTH}(?:\s|,|$)|{_MONTH}\s+\d"
_YEAR = r"(?:19|20)\d\d"
_PERIOD = rf"(?i)(?:{_MONTH}(?:\s+{_YEAR})?|(?:week|month|quarter|day|phase|sprint|wk)\s+\d+|q[1-4](?:\s+{_YEAR})?)"
"""Names of columns over time, although they hold a number."""
_TICKED = r"yes|no|n/?a|x"
"""Names of columns in which a cell that is ticked may say the name again."""
_SERIAL = r"(?i)n[or]\.?"
"""The name of a column of numbers, which is also an answer."""
_ABBREVIATED = r"(?i)(?:.*\s)?(?:amt|approx|avg|dept|est|incl|max|min|no|nr|qty|ref|resp|vol)\."
"""What ends in a full stop and is no sentence."""
_SUBJECT = (
    r"(?i)action|activity|area|assumption|attribute|case|category|cause|check|claim|cost|criteria|criterion|day|decision|"
    r"element|event|field|goal|id|input|issue|item|key|kpi|measure|metric|milestone|month|name|no\.?|objection|option|"
    r"parameter|phase|question|requirement|risk|role|section|skill|source|stage|stakeholder|step|system|task|team|term|"
    r"test|time|tool|topic|trigger|type|week|what|who|#"
)
_ANSWER = (
    r"(?i)actions?|amount|answer|change|comments?|content|cost|count|data|date|deadline|decision|definition|description|"
    r"details?|due|duties|duty|email|frequency|level|limit|name|names|people|person|phone|price|role|team|threshold|time|"
    r"effect|event|evidence|example|explanation|how|impact|meaning|measure|mitigation|notes?|number|outcome|owner|purpose|"
    r"rationale|reason|reply|response|responsib(?:le|ility|ilities)|results?|score|source|status|target|task|total|values?|"
    r"weight|what|when|where|who|why"
)
"""Names that the two columns of a list have in practice, as the last word of each."""
LABEL = (
    r"(?i)(?:.{1,30}\s)?(?:account|amount|approved|approver|author|by|company|contact|cost|customer|date|department|due|"
    r"duration|email|end|frequency|id|lead|location|manager|name|no|number|owner|phone|prepared|priority|product|project|"
    r"ref|reference|reviewer|reviewed|revision|role|scope|site|sponsor|start|status|subject|team|title|type|unit|version)"
    r"(?:\s(?:by|date|id|name|no|number|of .{1,30}))?[.:：]?"
)
"""What stands as a label in forms: words for which a value is to be filled in beside them."""


def header_rows(rows: Rows, flagged: int = 0) -> int:
    """How many rows at the top name columns; `flagged` of them say so themselves.

    A title over the whole width counts with the names below it, names of groups with those of their columns. 0 for a
    table of labels and values, and for one column.
    """
    if len(rows) < 2 or flagged == len(rows):
        return min(flagged, 1)
    width = _width(rows)
    titles = next((at for at, row in enumerate(rows) if not _is_title(row, width)), len(rows))
    below = rows[titles:]
    if len(below) < 2 or width < 2 or is_label_value(below):
        return 0
    groups = _group_rows(below, width)
    if flagged > titles:
        return max(flagged, titles + groups + 1 if groups else 0)
    if groups:
        return titles + groups + 1
    return titles + 1 if _names(below[0]) and _stands_out(below[0], below[1:]) else 0


def goes_on(rows: Rows, header: int, above: Table) -> bool:
    """Whether a table right below another of its width has no header of its own: nothing sets its first row off."""
    if header != 1 or not above.header or _width(rows) != _width(above.rows):
        return False
    set_off = all(cell.strong for cell in above.rows[above.header - 1] if cell.text.strip())
    return set_off and not any(cell.strong for cell in rows[0]) and _said(rows[0]) != _said(above.rows[0])


def without_repeats(rows: Rows, header: int) -> list[Sequence[Cell]]:
    """The rows without those below the header that say the same as its last row, as long tables repeat it."""
    if not header:
        return list(rows)
    names = _said(rows[header - 1])
    if not any(names):
        return list(rows)
    return [row for at, row in enumerate(rows) if at < header or not _says(row, names)]


def _says(row: Sequence[Cell], names: list[str]) -> bool:
    """Whether a row says the names; the first cell tells most rows apart."""
    return bool(row) and row[0].text.strip().casefold() == names[0] and _said(row) == names


def is_label_value(rows: Rows) -> bool:
    """Whether rows of 2, 4 or 6 cells plainly hold labels, each with its value to the right."""
    if any(len(row) not in (2, 4, 6) for row in rows):
        return False
    labels = [cell for row in rows for cell in row[0::2] if cell.text.strip()]
    values = [cell for row in rows for cell in row[1::2]]
    if not labels or not all(_short(label.text) for label in labels):
        return False
    if 2 * sum(label.text.rstrip().endswith((":", "：")) for label in labels) > len(labels):
        return True
    if all(label.strong for label in labels) and not any(value.strong for value in values):
        return True
    if rows[0][0].strong:
        return False
    return any(is_figure(cell.text) for cell in rows[0][1::2]) or _are_form_labels(rows, labels, values)


def _are_form_labels(rows: Rows, labels: Sequence[Cell], values: Sequence[Cell]) -> bool:
    """Whether four columns or more hold words in turn that ask for a value, and what is no such word."""
    if min(len(row) for row in rows) < 4:
        return False
    distinct = len({label.text.strip().casefold() for label in labels}) == len(labels)
    asking = sum(bool(re.fullmatch(LABEL, label.text.strip())) for label in labels)
    answering = sum(bool(re.fullmatch(LABEL, value.text.strip())) for value in values)
    return distinct and 3 * asking >= 2 * len(labels) and 4 * answering <= len(values)


def is_figure(text: str) -> bool:
    """Whether the text is a number, an amount, a share, a time or a date rather than words; a bare year is a name."""
    text = text.strip()
    if len(text) > MAX_FIGURE_LENGTH or re.fullmatch(_YEAR, text):
        return False
    return bool(re.fullmatch(_FIGURE, text) or re.match(_DATE, text))


def _width(rows: Rows) -> int:
    return max((sum(cell.spans for cell in row) for row in rows), default=0)


def _is_title(row: Sequence[Cell], width: int) -> bool:
    filled = [cell for cell in row if cell.text.strip()]
    return len(filled) == 1 and (filled[0].spans == width or len(row) == 1)


def _group_rows(rows: Rows, width: int) -> int:
    """How many rows at the top name groups of the columns that the row after them names."""
    merged = _merged_rows(rows, width)
    if merged:
        return merged - 1
    for at, row in enumerate(rows[:MAX_GROUP_ROWS]):
        below = rows[at + 1 : at + 3]
        if len(below) < 2 or not _names_groups(row, below[0], below[1], width):
            return at
    return min(MAX_GROUP_ROWS, len(rows))


def _merged_rows(rows: Rows, width: int) -> int:
    """How many rows a name of the first row reaches down beside groups that do not; 0 where none does."""
    depth = max((cell.drops for cell in rows[0]), default=1)
    grouped = any(1 < cell.spans < width and 0 < cell.drops < depth for cell in rows[0] if cell.text.strip())
    if not grouped or not 1 < depth < len(rows) or depth > MAX_GROUP_ROWS + 1:
        return 0
    return depth if all(_is_name(cell) for row in rows[:depth] for cell in row if cell.text.strip()) else 0


def _names_groups(row: Sequence[Cell], names: Sequence[Cell], below: Sequence[Cell], width: int) -> bool:
    """Whether some cells of a row span several columns, and those below it are plainly names as well."""
    filled = [cell for cell in row if cell.text.strip() and cell.drops]
    spanned = any(1 < cell.spans < width for cell in filled)
    named = [cell for cell in names if cell.text.strip()]
    if not spanned or len(named) < 2 or not all(_is_name(cell) for cell in (*filled, *named)):
        return False
    merged_down = any(cell.drops > 1 for cell in filled)
    stands_out = all(cell.strong for cell in named) and not all(cell.strong for cell in below if cell.text.strip())
    return merged_down or stands_out


def _said(row: Sequence[Cell]) -> list[str]:
    return [cell.text.strip().casefold() for cell in row]


def _short(text: str) -> bool:
    text = text.strip()
    words = len(text.split())
    return (
        len(text) <= MAX_NAME_LENGTH
        and words <= MAX_NAME_WORDS
        and (words <= 2 or not text.endswith(".") or bool(re.fullmatch(_ABBREVIATED, text)))
    )


def _is_name(cell: Cell) -> bool:
    """Whether a cell could name a column: short and no figure; when it is strong, longer, and any figure."""
    text = cell.text.strip()
    if cell.strong:
        return len(text) <= MAX_STRONG_LENGTH
    counts = is_figure(text) and not re.fullmatch(_PERIOD, text) and any(map(str.isdigit, text))
    return _short(text) and not counts


def _names(row: Sequence[Cell]) -> bool:
    """Whether the row could be names of columns: short, distinct, no figures; only the corner may be empty.

    Between strong names others may be empty too, one between three or more; strong ones but the first may be figures.
    """
    texts = [cell.text.strip() for cell in row if cell.drops]
    filled = [cell for cell in row if cell.drops and cell.text.strip()]
    strong = all(cell.strong for cell in filled)
    gaps = sum(not text for text in texts[1:])
    if len(filled) < 2 or (
        gaps and not (strong and 2 * len(filled) > len(texts)) and not (gaps == 1 and len(filled) >= 3)
    ):
        return False
    distinct = len({cell.text.strip().casefold() for cell in filled}) == len(filled)
    return distinct and all(map(_is_name, filled)) and _opens(filled[0].text)


def _opens(name: str) -> bool:
    """Whether the first column could be called so."""
    return not is_figure(name) or bool(re.fullmatch(_SERIAL, name.strip()))


def _stands_out(first: Sequence[Cell], below: Rows) -> bool:
    """Whether the row is set apart: bold over plain, or the head of three columns or more, or of a list's two."""
    filled = [cell for cell in first if cell.text.strip()]
    if all(cell.strong for cell in filled):
        return not all(cell.strong for row in below for cell in row if cell.text.strip())
    if len(first) >= 3:
        return not _comes_again(first, below)
    subject, answer = (_last_word(cell.text) for cell in (filled[0], filled[-1]))
    values = [row[-1].text for row in below if row and row[-1].text.strip()]
    plain = bool(re.fullmatch(_SUBJECT, subject)) or len(filled[-1].text.split()) == 1
    return plain and bool(re.fullmatch(_ANSWER, answer)) and bool(values)


def _comes_again(first: Sequence[Cell], below: Rows) -> bool:
    """Whether a text of the row stands in its column again: then it is a value.

    A header may come again as a whole, on each page, but not where nothing else stands below it.
    """
    names = _said(first)
    others = [said for said in map(_said, below) if said != names]
    return not others or any(
        name and name == other and not re.fullmatch(_TICKED, name)
        for row in others
        for name, other in zip(names, row, strict=False)
    )


def _last_word(text: str) -> str:
    """The last word of a name of at most three words, else ''."""
    words = text.split()
    return words[-1].strip(":：") if 0 < len(words) <= 3 else ""
