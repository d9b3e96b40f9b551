"""What is kept of a sheet: its visible cells with their looks, and what all sheets of a workbook share."""

from __future__ import annotations

from dataclasses import dataclass, field

from showproof.formats.xlsx.looks import PLAIN, Look
from showproof.formats.xlsx.noticed import Noticed
from showproof.formats.xlsx.shared_text import Rich
from showproof.model import Block, Cell

MAX_CELLS = 2_000_000
"""Cells of a workbook that are looked at, blank ones included."""
MAX_FILLED = 400_000
"""Cells of a workbook that are kept: beyond them lies a data set, no document."""
MAX_TEXT = 20_000_000
"""Characters of a workbook that are kept: some ten novels; a text that a million cells share is counted for each."""
LONGEST = 32_767
"""Characters that a cell can hold and a person can see."""
MAX_STYLES = 8 * 1024 * 1024
"""Bytes of the list of cell styles: thousands of times a usual one."""
MAX_MERGED = 1_000
"""Cells of a merged range up to which values below the first one are looked for."""


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
    hidden: list[Block] = field(default_factory=list)
    visited: int = 0
    filled: int = 0
    characters: int = 0
    cut: bool = False
    """Whether something was left out for its sheer amount."""

    def is_full(self) -> bool:
        """Whether so much was read that this is a data set and no document; said once for all."""
        if self.visited <= MAX_CELLS and self.filled <= MAX_FILLED and self.characters <= MAX_TEXT:
            return False
        if not self.cut:
            self.cut = True
            found = f"{MAX_TEXT:,} characters" if self.characters > MAX_TEXT else f"{MAX_FILLED:,} filled cells"
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
    carried: set[tuple[int, int]] = field(default_factory=set)
    """Cells below the first of a range merged downwards: its value holds for their rows too."""
    vacant: list[Cell] = field(default_factory=list)
    """Numbers and formulas of rows that are ready for entries and have none: filled while tables are found."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def look(self, row: int, column: int) -> Look:
        """How a cell looks, filled or blank."""
        return self.looks.get(row, {}).get(column, PLAIN)
