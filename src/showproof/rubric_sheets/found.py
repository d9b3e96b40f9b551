"""The lines of a sheet that people have edited: found by its titles, wherever they and the columns stand now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from showproof.catalog.near import nearest
from showproof.formats.xlsx.references import cell_name
from showproof.formats.xlsx.stored import Stored, StoredSheet
from showproof.rubric_sheets.columns import SheetPlan

MOST_ABOVE = 60
"""Rows of a sheet in which its column titles are looked for."""


@dataclass(slots=True)
class Read:
    """What was found out about a workbook so far: faults, each a line with its place, and what was not read."""

    file: str
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fault(self, place: str, found: str, allowed: str, remedy: str) -> None:
        """One fault; `found` as it stands in the sentence."""
        self.faults.append(f"{place}: found {found}; allowed: {allowed}; {remedy}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: cells by the key of their column."""

    sheet: str
    file: str
    row: int
    columns: dict[str, int]
    cells: dict[str, Stored]

    def place(self, key: str) -> str:
        """Where a cell stands, filled or not."""
        return f"{self.file}, sheet {self.sheet}, cell {cell_name(self.row, self.columns[key])}"

    def cell(self, key: str) -> Stored:
        """What stands in a column; an empty text where nothing does."""
        return self.cells.get(key, Stored(""))


def sheet_named(sheets: Sequence[StoredSheet], name: str) -> StoredSheet | None:
    """The sheet of this name, small and capital letters alike."""
    return next((sheet for sheet in sheets if plain(sheet.name) == plain(name)), None)


def lines_in(read: Read, sheets: Sequence[StoredSheet], plan: SheetPlan) -> list[Line]:
    """The lines of a sheet, blank ones left out; faults where the sheet or a column is missing or there twice."""
    sheet = sheet_named(sheets, plan.name) or _by_titles(sheets, plan)
    if sheet is None:
        names = ", ".join(one.name for one in sheets)
        close = nearest(plan.name, [one.name for one in sheets])
        remedy = f"name {close} so again" if close else "export it again"
        read.fault(read.file, f"the sheets {names}", f"also a sheet {plan.name}", remedy)
        return []
    header = _header(sheet, plan)
    if not header:
        read.fault(
            f"{read.file}, sheet {sheet.name}", "no titles of columns",
            f"{plan.columns[0].title}, {plan.columns[1].title} and so on in one row", "write them again as exported",
        )  # fmt: skip
        return []
    columns = _columns(read, sheet, plan, header)
    made = []
    for row in sorted(number for number in sheet.rows if number > header):
        cells = {key: sheet.rows[row][at] for key, at in columns.items() if at in sheet.rows[row]}
        if any(not cell.carried and plain(cell.text) for cell in cells.values()) or _uncounted(cells.values()):
            made.append(Line(sheet.name, read.file, row, columns, cells))
    return made if len(columns) == len(plan.columns) else []


def _uncounted(cells: Iterable[Stored]) -> bool:
    return any(cell.kind == "uncounted" for cell in cells)


def _by_titles(sheets: Sequence[StoredSheet], plan: SheetPlan) -> StoredSheet | None:
    """A renamed sheet: the one that has all titles."""
    wanted = {plain(column.title) for column in plan.columns}
    return next((sheet for sheet in sheets if any(wanted <= titles for titles in _titles(sheet).values())), None)


def _titles(sheet: StoredSheet) -> dict[int, set[str]]:
    rows = sorted(sheet.rows)[:MOST_ABOVE]
    return {row: {plain(cell.text) for cell in sheet.rows[row].values()} for row in rows}


def _header(sheet: StoredSheet, plan: SheetPlan) -> int:
    """The row with most of the titles; 0 where no row has two of them."""
    wanted = {plain(column.title) for column in plan.columns}
    found = {row: len(wanted & titles) for row, titles in _titles(sheet).items()}
    best = max(found, key=lambda row: (found[row], -row), default=0)
    return best if found.get(best, 0) >= min(2, len(wanted)) else 0


def _columns(read: Read, sheet: StoredSheet, plan: SheetPlan, header: int) -> dict[str, int]:
    """Key to number of each column that the sheet has."""
    standing: dict[str, list[int]] = {}
    for at, cell in sorted(sheet.rows[header].items()):
        standing.setdefault(plain(cell.text), []).append(at)
    where = f"{read.file}, sheet {sheet.name}"
    columns: dict[str, int] = {}
    for column in plan.columns:
        places = standing.pop(plain(column.title), [])
        if not places:
            remedy = f"write {column.title} above its column again"
            read.fault(f"{where}, row {header}", f'no column "{column.title}"', "every column as exported", remedy)
            continue
        columns[column.key] = places[0]
        if len(places) > 1:
            again = cell_name(header, places[1])
            read.fault(f"{where}, cell {again}", f'"{column.title}" a second time', "each title once", "rename one")
    known = {at: title for title, places in standing.items() for at in places if title}
    for at in sorted(known):
        title = " ".join(sheet.rows[header][at].text.split())
        read.notes.append(f'{where}, cell {cell_name(header, at)}: the column "{title}" is not read')
    return columns


def plain(text: str) -> str:
    """A title or word without regard to capitals, spaces around and within, and kinds of quotes."""
    return " ".join(straight(text).casefold().split())


def straight(text: str) -> str:
    """The text with straight quotes and plain spaces, which office programs change as one types."""
    return text.translate(_TYPED)


_TYPED = {
    **dict.fromkeys(map(ord, "‘’‚‛′"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f\t\r\n"), " "),
    **dict.fromkeys(map(ord, "\u200b\u2060\ufeff"), None),
}
