"""Tables with a header as evidence: each row is said together, its cells known by their marks or their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showproof.catalog.artifact import Part
from showproof.model import Cell, Observation, Table
from showproof.reading.align import Aligner, Columns
from showproof.reading.answers import Answers
from showproof.reading.blanks import is_empty_entry, is_sample
from showproof.reading.control import is_control
from showproof.reading.marks import Place
from showproof.reading.observed import NO_FACETS
from showproof.reading.shapes import Placed, column_headers, grid_columns
from showproof.reading.statements import Statements, bare

UNOWNED = frozenset(("unowned",))
"""The trait of a row whose owner's cell is blank."""


class Grid(NamedTuple):
    """A table's columns: what each asks by the type, what each is about by its header, and the header."""

    columns: Columns
    facets: list[frozenset[str]]
    headers: list[str]
    control: bool = False
    """Whether it is a history or an approval of the document, in which nobody owns anything."""


class Numbers:
    """Gives each row of a part its number: that of its mark, or the next where it has none or was copied."""

    def __init__(self) -> None:
        self._used: set[tuple[str, int]] = set()
        self._top: Counter[str] = Counter()

    def reserve(self, places: Iterable[Place]) -> None:
        """Leaves the numbers that marks name to them."""
        for place in places:
            self._top[place.part.id] = max(self._top[place.part.id], place.row)

    def take(self, part: Part, wanted: int) -> int:
        """The number of a row; `wanted` is that of its mark, 0 where it has none."""
        if not wanted or (part.id, wanted) in self._used:
            self._top[part.id] += 1
            wanted = self._top[part.id]
        self._used.add((part.id, wanted))
        return wanted


class Grids:
    """Reads the grids of one draft."""

    def __init__(self, statements: Statements, aligner: Aligner, answers: Answers, numbers: Numbers) -> None:
        self._statements = statements
        self._aligner = aligner
        self._answers = answers
        self._numbers = numbers
        self._last: Grid | None = None

    def read_marked(self, table: Table, rows: Sequence[Placed]) -> None:
        """A grid of our own: marks name the columns, and rows that were added have them too."""
        self._numbers.reserve(place for row in rows for _, place in row if place)
        first = next(number for number, row in enumerate(rows) if any(place for _, place in row))
        headers = column_headers(table._replace(header=max(table.header, first)))
        fields: dict[int, Counter[str]] = {}
        known: dict[str, Place] = {}
        columns = grid_columns(table.rows)
        for row, starts in zip(rows, columns, strict=True):
            for at, (_, place) in zip(starts, row, strict=True):
                if place:
                    known[place.name] = place
                    fields.setdefault(at, Counter())[place.name] += 1
        part = known[Counter(name for names in fields.values() for name in names.elements()).most_common(1)[0][0]].part
        named = self._aligner.columns(headers, part)
        places = [
            known[fields[at].most_common(1)[0][0]]
            if at in fields
            else (named.places[at] if at < len(headers) else None)
            for at in range(max(len(headers), *(at + 1 for at in fields)))
        ]
        first = max(table.header, first)
        self._take(Grid(Columns(part, places), self._facets(headers), headers), rows[first:], columns[first:])

    def read(self, table: Table, part: Part | None, prompt: Place | None, placed: Sequence[Placed]) -> None:
        """A grid whose header tells its columns; one right below another of its width goes on with that one's."""
        headers = column_headers(table)
        named = self._aligner.table_named(table.name) or part
        columns = self._aligner.columns(headers, named)
        if columns.part or not self.goes_on(table):
            control = columns.part is None and is_control(headers)
            grid = Grid(columns, self._facets(headers), headers, control)
            self._take(grid, placed[table.header :], grid_columns(table.rows)[table.header :], prompt)
        else:
            assert self._last is not None
            self._take(self._last, placed, grid_columns(table.rows))

    def goes_on(self, table: Table) -> bool:
        """Whether rows without a header of their own are further rows of the grid right above them."""
        above = self._last
        if above is None or not above.columns.part or any(cell.strong for cell in table.rows[0]):
            return False
        return all(len(row) == len(above.headers) for row in table.rows)

    def read_on(self, row: Sequence[Cell]) -> bool:
        """Takes a line of cells that was pasted right below a grid as a row of it, where it has as many cells."""
        above = self._last
        if above is None or not above.columns.part or len(row) != len(above.headers):
            return False
        self._take(above, [[(cell, None) for cell in row]], [range(len(row))])
        return True

    def leave(self) -> None:
        """Something else came: what follows is no row of the grid above."""
        self._last = None

    def _facets(self, headers: Iterable[str]) -> list[frozenset[str]]:
        return [self._statements.words.header(header) for header in headers]

    def _take(
        self, grid: Grid, rows: Sequence[Placed], columns: Sequence[Sequence[int]], prompt: Place | None = None
    ) -> None:
        prompt = None if grid.columns.part else prompt
        merged: dict[int, Observation | None] = {}
        for row, starts in zip(rows, columns, strict=True):
            if self._passes(row):
                merged = {}
                continue
            numbers: dict[str, int] = {}
            told = [
                self._cell(grid, at, cell, mark, numbers, row, prompt) if cell.drops else merged.get(at)
                for at, (cell, mark) in zip(starts, row, strict=True)
            ]
            merged.update((at, one) for at, one, (cell, _) in zip(starts, told, row, strict=True) if cell.drops)
            observations = [one for one in told if one]
            if observations:
                traits = UNOWNED if len(observations) > 1 and self._unowned(grid, starts, told) else NO_FACETS
                self._statements.unite(observations, "row", traits, control=grid.control)
                if prompt:
                    self._answers.add(prompt, observations)
        self._last = grid

    def _unowned(self, grid: Grid, starts: Sequence[int], told: Sequence[Observation | None]) -> bool:
        """Whether the table has a column for owners that the row leaves blank."""
        cells = list(zip(starts, told, strict=True))
        return not grid.control and any(one is None and "owner" in self._asked(grid, at) for at, one in cells)

    def _asked(self, grid: Grid, at: int) -> frozenset[str]:
        """What a column asks for, where it must be answered."""
        place = grid.columns.places[at] if at < len(grid.columns.places) else None
        if place:
            return frozenset(place.field.facets) if place.field.required else NO_FACETS
        return grid.facets[at] if at < len(grid.facets) else NO_FACETS

    def _passes(self, row: Placed) -> bool:
        """Whether a row is nobody's: a sample that the template shows, or a number with nothing behind it."""
        texts = [cell.text for cell, _ in row]
        if is_sample(texts):
            self._statements.seen.unfilled += [bare(cell.text, cell.location) for cell, _ in row if cell.text.strip()]
            return True
        return is_empty_entry(texts) and not any(place for _, place in row)

    def _cell(
        self,
        grid: Grid,
        at: int,
        cell: Cell,
        mark: Place | None,
        numbers: dict[str, int],
        row: Placed,
        prompt: Place | None,
    ) -> Observation | None:
        place = mark or (grid.columns.places[at] if at < len(grid.columns.places) else None)
        label = grid.headers[at] if at < len(grid.headers) else ""
        if place is None:
            facets = grid.facets[at] if at < len(grid.facets) else NO_FACETS
            return self._answers.free_cell(cell, facets, label, prompt)
        part = place.part
        if part.id not in numbers:
            wanted = next((one.row for _, one in row if one and one.part is part), 0)
            numbers[part.id] = self._numbers.take(part, wanted)
        return self._answers.cell(place._replace(row=numbers[part.id]), cell, label)
