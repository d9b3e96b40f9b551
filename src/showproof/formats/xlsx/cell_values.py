"""A cell's stored value as text with its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from showproof.formats.xlsx.numbers import shown_date, shown_number
from showproof.formats.xlsx.shared_text import string_text, unescaped

if TYPE_CHECKING:
    from lxml import etree

Shown = tuple[str, str]
"""Text, and kind as in the model."""


@dataclass(frozen=True, slots=True)
class CellTags:
    """Names of the elements in a cell, with the namespace of the file."""

    cell: str
    value: str
    formula: str
    inline: str


def cell_tags(space: str) -> CellTags:
    """The names for a namespace in braces."""
    return CellTags(space + "c", space + "v", space + "f", space + "is")


def stored(cell: etree._Element, tags: CellTags) -> tuple[str | None, bool]:
    """The raw value of a `c` element, None where it has none, and whether a formula stands behind it."""
    raw, formula = None, False
    for child in cell:
        tag = child.tag
        if tag == tags.value:
            raw = child.text or ""
        elif tag == tags.formula:
            formula = True
        elif tag == tags.inline:
            raw = string_text(child, tags.inline[:-2])
    return raw, formula


def shown_value(stored_as: str | None, raw: str, code: str, strings: list[str], since_1904: bool) -> Shown | None:
    """Text and kind of a raw value; None where it is not what its type says."""
    if stored_as == "s":
        index = int(raw[:9]) if raw.isdecimal() else len(strings)
        return (strings[index], "text") if index < len(strings) else None
    if stored_as in ("str", "inlineStr"):
        return unescaped(raw).strip(), "text"
    if raw == "":
        return "", "text"
    if stored_as in (None, "n"):
        return shown_number(raw, code, since_1904=since_1904)
    if stored_as == "b":
        return {
            "1": ("TRUE", "bool"),
            "true": ("TRUE", "bool"),
            "0": ("FALSE", "bool"),
            "false": ("FALSE", "bool"),
        }.get(raw)
    if stored_as == "d":
        return shown_date(raw)
    return (unescaped(raw).strip(), "error") if stored_as == "e" else None
