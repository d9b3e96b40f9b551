"""Names that a workbook keeps unique without regard to case: of sheets, table columns and places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from showproof.formats.xlsx.text import cut, one_line, units

if TYPE_CHECKING:
    from collections.abc import Iterable

COVER, LISTS = "Cover", "Lists"
"""Our own sheets."""
_RESERVED = (COVER, LISTS, "History")
"""Names that no section's sheet may take; Excel keeps the last for itself."""
_JOINING = ("a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with")
_SHEET, _COLUMN = 31, 255
"""Longest name of a sheet, and of a table's column, in Excel."""


def unique(name: str, taken: set[str], limit: int, link: str = " ") -> str:
    """The name, or the name with a number where it is taken; it counts as taken from then on."""
    given, count = name, 1
    while given.lower() in taken:
        count += 1
        given = cut(name, limit - len(f"{link}{count}"), end="") + f"{link}{count}"
    taken.add(given.lower())
    return given


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """One sheet name a title, short enough and without the characters that Excel refuses."""
    taken = {name.lower() for name in _RESERVED}
    return tuple(unique(_sheet_name(title), taken, _SHEET) for title in titles)


def _sheet_name(title: str) -> str:
    name = one_line(re.sub(r"[\[\]:*?]", " ", re.sub(r"[/\\]", "-", title))).strip("' ")
    if units(name) > _SHEET:
        name = cut(name, _SHEET, end="")
        name = _whole_words(name)
    return name.strip("' ") or "Part"


def _whole_words(name: str) -> str:
    """The name without its last word, which was cut, and without words that then lead nowhere."""
    words = name.split(" ")[:-1]
    while words and words[-1].lower() in _JOINING:
        words.pop()
    return " ".join(words).rstrip(",;-") or name


def column_names(labels: Iterable[str]) -> tuple[str, ...]:
    """Header texts of a table, as a real table needs them: one line each, none empty, no two the same."""
    taken: set[str] = set()
    return tuple(
        unique(cut(one_line(label), _COLUMN) or f"Column {number}", taken, _COLUMN)
        for number, label in enumerate(labels, start=1)
    )


def quoted(sheet: str) -> str:
    """The sheet's name as it stands in a formula."""
    return "'" + sheet.replace("'", "''") + "'"
