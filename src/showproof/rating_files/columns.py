"""Small tables that a person writes: a CSV with certain columns, each line with its number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from showproof.errors import UnreadableError, UserError
from showproof.formats.csv_rows import csv_rows, separator_of
from showproof.formats.limits import USUAL, Limits
from showproof.formats.markdown.decode import decoded
from showproof.formats.package import read_bytes


class Line(NamedTuple):
    """One line of a table; `where` names it in a message."""

    where: str
    cells: dict[str, str]

    def refused(self, column: str, allowed: str) -> UserError:
        """What to raise for a cell that cannot be taken."""
        found = f"found “{self.cells[column][:60]}” as {column}" if self.cells[column] else f"found no {column}"
        return UserError(f"{found}; allowed: {allowed}", where=self.where, remedy="mend the line")


def read_columns(path: Path, wanted: Sequence[str], limits: Limits = USUAL) -> list[Line]:
    """The lines of a CSV that has these columns, in any order and among others; blank lines are left out.

    Raises UnreadableError for what is no CSV and where a column is missing.
    """
    shown = str(path)
    text, _ = decoded(read_bytes(path, limits), shown, limits)
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    rows = csv_rows(text, separator_of(text), shown)
    head = [" ".join(cell.split()).casefold() for cell in next(rows, (1, []))[1]]
    missing = [name for name in wanted if name not in head]
    if missing:
        found = f"no column {' and no column '.join(missing)}"
        raise UnreadableError(f"{found}; allowed: {', '.join(wanted)}", where=f"{shown}: line 1", remedy="add it")
    at = {name: head.index(name) for name in wanted}
    return [
        Line(f"{shown}: line {line}", {name: _cell(row, column) for name, column in at.items()})
        for line, row in rows
        if any(cell.strip() for cell in row)
    ]


def _cell(row: list[str], column: int) -> str:
    return " ".join(row[column].split()) if column < len(row) else ""
