"""The table of skills, what good looks like and how to prove it, in whatever shape it was copied."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from showproof.catalog.report_words import ReportWords
from showproof.market.cells import Spelling, split_cells
from showproof.market.columns import USUAL, Columns, columns_of, glued_columns
from showproof.market.headings import SURE, HeadingNames
from showproof.market.report import Line, Report
from showproof.market.seams import seams

MOST_WORDS = 45
"""Words of a row; a longer line is running text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table with its three cells."""

    skill: str
    good: str
    proof: str
    line: int
    sure: bool = True


@dataclass(slots=True)
class Table:
    """The rows, and the numbers of the lines that they and their header stand on."""

    rows: list[Row] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    headed: bool = True
    """Whether its header was found."""


class Known(NamedTuple):
    """By what tables are known and cut."""

    words: ReportWords
    names: HeadingNames
    spelling: Spelling


def table_of(report: Report, known: Known) -> Table:
    """The table; without rows where there is none."""
    for find in (_barred, _glued, _stacked, _unheaded):
        table = find(report.lines, known)
        if table.rows:
            return table
    return Table()


def _barred(lines: tuple[Line, ...], known: Known) -> Table:
    """Rows that have cells of their own, below a header that names them."""
    table = Table()
    for at, line in enumerate(lines):
        columns = columns_of(line.cells, known.words) if line.kind == "row" else None
        if columns is None:
            continue
        table.taken.add(line.number)
        for below in lines[at + 1 :]:
            if below.kind != "row":
                break
            if columns_of(below.cells, known.words) is None:
                table.rows += _row(below.cells, columns, below.number)
            table.taken.add(below.number)
        if table.rows:
            break
    return table


def _glued(lines: tuple[Line, ...], known: Known) -> Table:
    """Lines whose cells were run together, below a header that was too."""
    table = Table()
    for at, line in enumerate(lines):
        columns = glued_columns(line.text, known.words) if line.kind != "row" else None
        if columns is not None:
            table.taken.add(line.number)
            _take_glued(table, lines[at + 1 :], columns, known)
            break
    return table


def _take_glued(table: Table, lines: tuple[Line, ...], columns: Columns, known: Known) -> None:
    """Rows down to the next heading, to running text, or to a line after a gap that has no seam."""
    for at, line in enumerate(lines):
        seamed = bool(seams(line.text, known.spelling.spelled))
        below = lines[at + 1] if at + 1 < len(lines) else None
        goes_on = below is not None and below.kind == "text" and bool(seams(below.text, known.spelling.spelled))
        ended = (
            line.kind in ("heading", "row")
            or known.names.match(line.text).likeness >= SURE
            or len(line.text.split()) > MOST_WORDS
            or (not seamed and (line.apart or line.kind == "item" or not goes_on))
        )
        if ended:
            break
        split = split_cells(line.text, columns.cells, known.spelling)
        table.rows += _row(split.cells, columns, line.number, sure=split.sure)
        table.taken.add(line.number)


def _stacked(lines: tuple[Line, ...], known: Known) -> Table:
    """Cells each on a line of its own, below a header of which each cell is a line too."""
    table = Table()
    for at in range(len(lines) - 3):
        head = lines[at : at + 3]
        columns = columns_of([line.text for line in head], known.words) if all(map(_is_text, head)) else None
        if columns is None or columns.good < 0 or columns.proof < 0:
            continue
        below = list(lines[at + 3 :])
        while len(below) >= 3 and all(map(_is_text, below[:3])):
            if any(known.names.match(line.text).likeness >= SURE for line in below[:2]):
                break
            table.rows += _row([line.text for line in below[:3]], columns, below[0].number)
            table.taken.update(line.number for line in below[:3])
            del below[:3]
        table.taken.update(line.number for line in head)
        break
    return table


def _unheaded(lines: tuple[Line, ...], known: Known) -> Table:
    """Rows without a header, below the heading of the section that has the table."""
    table = Table(headed=False)
    for at, line in enumerate(lines):
        if line.kind in ("item", "row") or known.names.match(line.text).id != "table":
            continue
        below = lines[at + 1 :]
        while below and below[0].kind == "text" and below[0].text[-1] in ".:!":
            below = below[1:]
        for one in below:
            if one.kind != "row":
                break
            table.rows += _row(one.cells, USUAL._replace(cells=len(one.cells)), one.number, sure=False)
            table.taken.add(one.number)
        if not table.rows:
            _take_glued(table, below, USUAL, known)
            table.rows = [Row(row.skill, row.good, row.proof, row.line, sure=False) for row in table.rows]
        break
    return table


def _is_text(line: Line) -> bool:
    return line.kind == "text" and len(line.text.split()) <= 14


def _row(cells: tuple[str, ...] | list[str], columns: Columns, line: int, *, sure: bool = True) -> list[Row]:
    """A row by its columns; none where it names no skill."""
    skill, good, proof = (cells[at] if 0 <= at < len(cells) else "" for at in columns[:3])
    return [Row(skill, good, proof, line, sure)] if skill else []
