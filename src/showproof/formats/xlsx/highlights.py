"""Conditional formats: answers that are needed and still empty stand in amber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.xlsx.cells import letters
from showproof.formats.xlsx.layout import SPARE, Layout, needed, runs

if TYPE_CHECKING:
    from collections.abc import Sequence


def _amber(ranges: str, test: str, priority: int) -> str:
    test = test.replace("<", "&lt;").replace(">", "&gt;")
    return (
        f'<conditionalFormatting sqref="{ranges}"><cfRule type="expression" dxfId="0" priority="{priority}">'
        f"<formula>{test}</formula></cfRule></conditionalFormatting>"
    )


def empty_answers(addresses: Sequence[str]) -> str:
    """Amber for each of these cells while it is empty."""
    return _amber(" ".join(addresses), f"LEN({addresses[0]})=0", 1) if addresses else ""


def empty_cells(layout: Layout) -> str:
    """Amber for the table's needed cells while they are empty, in rows that are started and in the first few."""
    if not layout.table:
        return ""
    row, last = layout.header + 1, layout.last + SPARE
    asked = runs(column.type != "serial" for column in layout.table.columns)
    started = "+".join(
        f"SUMPRODUCT(--(LEN(${letters(left + 1)}{row}:${letters(right + 1)}{row})>0))" for left, right in asked
    )
    found = []
    for priority, (left, right) in enumerate(runs(map(needed, layout.table.columns)), start=2):
        cell = f"{letters(left + 1)}{row}"
        early = f"ROW({cell})-ROW(${letters(left + 1)}${layout.header})<={layout.table.least}"
        test = f"AND(LEN({cell})=0,OR({early},{started}>0))"
        found.append(_amber(f"{cell}:{letters(right + 1)}{last}", test, priority))
    return "".join(found)
