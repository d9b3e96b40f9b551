"""How much of a section is filled: counted here, and as formulas that count the same while people type."""

from __future__ import annotations

from dataclasses import dataclass
from operator import and_
from typing import TYPE_CHECKING

from showproof.formats.xlsx.cells import letters
from showproof.formats.xlsx.layout import SPARE, Layout, needed
from showproof.formats.xlsx.text import clean

if TYPE_CHECKING:
    from showproof.formats.form import FormTable, Section


@dataclass(frozen=True, slots=True)
class Count:
    """Answers that are there and that are needed."""

    filled: int
    needed: int

    @property
    def share(self) -> float:
        """Filled of needed, from 0 to 1; where nothing is needed, all of it is there."""
        return self.filled / self.needed if self.needed else 1.0

    def __add__(self, other: Count) -> Count:
        return Count(self.filled + other.filled, self.needed + other.needed)


def count(section: Section) -> Count:
    """Required questions; of a table, the required columns in its started rows, `least` rows at any rate."""
    wanted = [question for question in section.questions if needed(question)]
    fields = Count(sum(bool(clean(question.answer)) for question in wanted), len(wanted))
    return fields + _count_table(section.table) if section.table else fields


def _count_table(table: FormTable) -> Count:
    asked = [column.type != "serial" for column in table.columns]
    wanted = [needed(column) for column in table.columns]
    filled = started = 0
    for row in table.rows:
        there = [clean(cell) != "" for cell in row]
        started += any(map(and_, there, asked))
        filled += sum(map(and_, there, wanted))
    return Count(filled, sum(wanted) * max(table.least, started))


def filled_formula(layout: Layout) -> str:
    """Formula of the section's filled answers."""
    places = layout.places(map(needed, layout.section.questions))
    if layout.table:
        places += layout.columns(map(needed, layout.table.columns))
    return "+".join(f"SUMPRODUCT(--(LEN({layout.from_outside(place)})>0))" for place in places) or "0"


def needed_formula(layout: Layout) -> str:
    """Formula of the section's needed answers: it grows with the rows that people start."""
    fields = sum(map(needed, layout.section.questions))
    wide = sum(map(needed, layout.table.columns)) if layout.table else 0
    if not layout.table or not wide:
        return str(fields)
    first, last = layout.header + 1, layout.last + SPARE
    lengths = "+".join(
        f"LEN({layout.from_outside(f'${letters(number)}${first}:${letters(number)}${last}')})"
        for number, column in enumerate(layout.table.columns, start=1)
        if column.type != "serial"
    )
    return f"{fields}+{wide}*MAX({layout.table.least},SUMPRODUCT(--({lengths}>0)))"
