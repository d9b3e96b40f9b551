"""Where everything of a section stands on its sheet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from showproof.formats.xlsx.cells import letters
from showproof.formats.xlsx.grid import LINK_ROW
from showproof.formats.xlsx.names import quoted
from showproof.formats.xlsx.sizes import table_widths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from showproof.formats.form import FormTable, Question, Section

FIRST_QUESTION = LINK_ROW + 1
SPARE = 100
"""Rows below a table that count as its own, for people whose program does not extend tables."""
_LABELS, _ANSWERS = 28.0, 68.0
"""Characters of the two columns where there is no table."""
_LABEL_LEAST = 20.0
"""Characters that a label needs over a table's columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One section's sheet."""

    section: Section
    sheet: str
    widths: tuple[float, ...]
    """Characters a column."""
    labels: int
    """Columns that the questions' labels span; the answers span the rest."""
    header: int
    """The row of the table's header; 0 without a table."""

    @property
    def table(self) -> FormTable | None:
        """The section's table."""
        return self.section.table

    @property
    def last(self) -> int:
        """The table's last row; a table has one row at least."""
        return self.header + max(len(self.table.rows), 1) if self.table else 0

    def places(self, wanted: Iterable[bool]) -> list[str]:
        """Addresses of the answers to the wanted questions, runs of rows as ranges."""
        column = letters(self.labels + 1)
        return [f"${column}${FIRST_QUESTION + first}:${column}${FIRST_QUESTION + last}" for first, last in runs(wanted)]

    def columns(self, wanted: Iterable[bool]) -> list[str]:
        """Addresses of the wanted columns below the header, runs of columns as ranges."""
        first, last = self.header + 1, self.last + SPARE
        return [f"${letters(left + 1)}${first}:${letters(right + 1)}${last}" for left, right in runs(wanted)]

    def from_outside(self, address: str) -> str:
        """The address as it stands in formulas of other sheets."""
        return f"{quoted(self.sheet)}!{address}"


def lay_out(section: Section, sheet: str) -> Layout:
    """The section on its sheet: questions below the guidance, the table after them."""
    if section.table is None:
        return Layout(section=section, sheet=sheet, widths=(_LABELS, _ANSWERS), labels=1, header=0)
    widths = table_widths(section.table)
    if len(widths) == 1:
        widths = (*widths, _ANSWERS / 2)
    count = len(section.questions)
    header = FIRST_QUESTION + (count + 1 if count else 0)
    return Layout(section=section, sheet=sheet, widths=widths, labels=_label_columns(widths), header=header)


def _label_columns(widths: tuple[float, ...]) -> int:
    total = 0.0
    for count, width in enumerate(widths[:-1], start=1):
        total += width
        if total >= _LABEL_LEAST:
            return count
    return len(widths) - 1


def needed(question: Question) -> bool:
    """Whether an empty answer counts as unfilled; a row's number is no answer."""
    return question.required and question.type != "serial"


def runs(wanted: Iterable[bool]) -> list[tuple[int, int]]:
    """First and last index of each run of wanted ones."""
    groups = [list(group) for key, group in groupby(enumerate(wanted), key=lambda item: item[1]) if key]
    return [(group[0][0], group[-1][0]) for group in groups]
