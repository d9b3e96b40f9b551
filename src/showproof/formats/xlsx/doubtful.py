"""What a workbook says in a way that a person may have meant otherwise: said, never mended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from showproof.model import Block, Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from showproof.formats.xlsx.noticed import Noticed

_TEXT_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})")
_LAST_MONTH = 12
_EXAMPLE = re.compile(r"\b(?:example|sample|demo)s?\b", re.IGNORECASE)
_TO_FILL = re.compile(r"\b(?:template|blank|clean|empty)\b", re.IGNORECASE)


def notice_dates(items: Iterable[Block | Table], noticed: Noticed) -> None:
    """Note columns where dates typed as text stand beside real ones, and where day and month may have been swapped.

    A program that expects the month first keeps `14/05/2027` as text and takes `10/05/2027` for the fifth of October:
    then no real date of the column has a day after the twelfth, and the texts have nothing else.
    """
    for table in items:
        if isinstance(table, Table):
            dated = {at for row in table.rows for at, cell in enumerate(row) if cell.kind == "date"}
            for column in sorted(dated):
                _notice_column([row[column] for row in table.rows[table.header :] if column < len(row)], noticed)


def _notice_column(cells: list[Cell], noticed: Noticed) -> None:
    texts = [cell for cell in cells if cell.kind == "text" and cell.text]
    typed = [(cell, match) for cell in texts if (match := _TEXT_DATE.fullmatch(cell.text))]
    real = [cell for cell in cells if cell.kind == "date"]
    if not real or not typed:
        return
    noticed.add("dates typed as text stand beside real dates", typed[0][0].location.where())
    beyond = [max(int(match[1]), int(match[3])) > _LAST_MONTH for _, match in typed]
    if all(beyond) and all(_day(cell) <= _LAST_MONTH for cell in real):
        noticed.add("day and month of these dates may be swapped", real[0].location.where())


def _day(cell: Cell) -> int:
    day = cell.text[8:10]
    return int(day) if day.isdecimal() else _LAST_MONTH + 1


def notice_worked_example(names: list[str], noticed: Noticed) -> None:
    """Note a sheet that is named an example beside one that is named a form to fill."""
    example = next((name for name in names if _EXAMPLE.search(name)), "")
    form = next((name for name in names if _TO_FILL.search(name) and name != example), "")
    if example and form:
        noticed.add(f"sheet '{example}' seems to be an example beside the form '{form}': both are read")
