"""Bars painted with cell colours, as in a Gantt chart: nothing in them can be read as text."""

from __future__ import annotations

from showproof.formats.xlsx.sheet_cells import Sheet

_LEAST_ROWS = 3
_LEAST_CELLS = 6


def are_bars(sheet: Sheet) -> bool:
    """Whether rows with text carry coloured blank cells at places that differ from row to row."""
    painted: list[frozenset[int]] = []
    for row, looks in sheet.looks.items():
        filled = sheet.rows.get(row, {})
        if filled:
            blank = frozenset(column for column, look in looks.items() if look.fill and column not in filled)
            if blank:
                painted.append(blank)
    return len(set(painted)) >= _LEAST_ROWS and sum(map(len, painted)) >= _LEAST_CELLS
