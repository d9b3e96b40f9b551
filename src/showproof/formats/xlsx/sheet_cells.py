"""What is kept of a sheet: its visible cells with their looks, and what all sheets of a workbook share."""

from __future__ import annotations

from dataclasses import dataclass, field

from showproof.formats.limits import USUAL, Limits
from showproof.formats.xlsx.looks import PLAIN, Look
from showproof.formats.xlsx.noticed import Noticed
from showproof.formats.xlsx.shared_text import Rich
from showproof.model import Block, Cell


@dataclass(slots=True)
class Book:
    """What all sheets of a workbook share while they are read."""

    strings: dict[str, str]
    """The shared strings by their numbers."""
    rich: dict[str, Rich]
    """Those of which a part cannot be seen."""
    looks: tuple[Look, ...]
    since_1904: bool
    noticed: Noticed
    limits: Limits = USUAL
    hidden: list[Block] = field(default_factory=list)
    visited: int = 0
    filled: int = 0
    characters: int = 0
    cut: bool = False
    """Whether something was left out for its sheer amount."""

    def is_full(self) -> bool:
        """Whether so much was read that this is a data set and no document; said once for all."""
        limits = self.limits
        if self.visited <= limits.cells and self.filled <= limits.filled and self.characters <= limits.characters:
            return False
        if not self.cut:
            self.cut = True
            wordy = self.characters > limits.characters
            found = f"{limits.characters:,} characters" if wordy else f"{limits.filled:,} filled cells"
            self.noticed.add(f"more than {found}: the rest is not read")
        return True


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible cells of a sheet by row and column, empty ones only where a name or a missing value marks them."""

    name: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    looks: dict[int, dict[int, Look]] = field(default_factory=dict)
    """Looks of cells that differ from plain text; blank cells too where they can be seen."""
    computed: set[tuple[int, int]] = field(default_factory=set)
    """Cells with a formula."""
    carried: dict[tuple[int, int], int] = field(default_factory=dict)
    """Cells below the first of a range merged downwards, and its row: its value holds for their rows too."""
    vacant: list[Cell] = field(default_factory=list)
    """Numbers and formulas of rows that are ready for entries and have none: filled while tables are found."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def look(self, row: int, column: int) -> Look:
        """How a cell looks, filled or blank."""
        return self.looks.get(row, {}).get(column, PLAIN)
