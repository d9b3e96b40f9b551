"""A workbook of plain tables for people to edit: an opening sheet, then a table a sheet, with lists to choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.xlsx import cells
from showproof.formats.xlsx.book import workbook_file
from showproof.formats.xlsx.cells import Strings, letters
from showproof.formats.xlsx.grid import Grid
from showproof.formats.xlsx.sizes import SMALL, height, lines_in, room_in
from showproof.formats.xlsx.styles import STYLE
from showproof.formats.xlsx.text import escape, quote
from showproof.formats.xlsx.validations import entry_message
from showproof.formats.xlsx.worksheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from showproof.formats.form import Form


class Marked(NamedTuple):
    """A value that looks otherwise than its column, or has a note."""

    value: str | int | float
    look: str = ""
    note: str = ""


class Formula(NamedTuple):
    """A cell that the program works out, and what it shows now."""

    source: str
    value: str | int | float
    look: str = ""


Value = str | int | float | Marked | Formula
HEADER = 3
"""Row of the column titles: a heading and a line on how to edit stand above them."""
SPARE = 300
"""Rows below the last for which the rules of the columns hold too."""
_EDITED, _ASIDE, _OPENING = "FF2E6F9E", "FFB8C1CC", "FF1F3A5F"
"""Colours of the tabs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What a cell takes: values of a list, whole numbers or decimals between two bounds."""

    kind: str = ""
    """`list`, `whole`, `decimal`; '' for anything."""
    source: str = ""
    """Of a list, its formula: `"yes,no"` in quotes, or a range."""
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatColumn:
    """A column: its title, how wide it is, how its cells look, what they take, what they say when entered."""

    title: str
    width: float
    look: str = "flat text"
    header: str = "header"
    prompt: str = ""
    allowed: Allowed = Allowed()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatTable:
    """A sheet with one table. '' is an empty cell."""

    name: str
    heading: str
    guidance: str
    columns: tuple[FlatColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    pinned: int = 0
    """Columns that stay in sight."""
    edited: bool = True
    """Whether it is for editing; else it is there to look things up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The first sheet: heading and paragraphs, a small table of facts, and one line to fill in."""

    name: str
    heading: str
    subheading: str
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...]
    """A title and the points under it."""
    facts: tuple[tuple[str, ...], ...]
    """The first line holds the titles."""
    asked: tuple[str, str] | None = None
    """Label of the line to fill in, and what belongs there."""


def write_flat(form: Form, opening: Opening, tables: Sequence[FlatTable]) -> bytes:
    """The workbook; of the form, title, properties and paper count. Raises UserError for a text no cell can hold."""
    strings = Strings()
    sheets = [_opening(opening, strings)]
    sheets += [_sheet(table, number, strings) for number, table in enumerate(tables, start=1)]
    return workbook_file(form, sheets, [], strings)


def _opening(opening: Opening, strings: Strings) -> Sheet:
    grid = Grid((30.0, 22.0, 40.0), strings)
    grid.band("title", opening.heading, size=20, extra=8)
    grid.band("quiet", opening.subheading)
    for title, points in opening.paragraphs:
        grid.add("", 8)
        grid.band("subheading", title, size=12, extra=4)
        for point in points:
            grid.band("bullet", f"• {point}", extra=2)
    grid.add("", 12)
    for number, fact in enumerate(opening.facts):
        look, row = "flat kept" if number else "header", grid.next
        texts = (cells.text(f"{letters(at)}{row}", look, text, strings) for at, text in enumerate(fact, start=1))
        grid.add("".join(texts), 18)
    if opening.asked:
        _line_to_fill(grid, *opening.asked, strings)
    return Sheet(name=opening.name, grid=grid, colour=_OPENING, one_page=True)


def _line_to_fill(grid: Grid, label: str, meant: str, strings: Strings) -> None:
    grid.add("", 8)
    row = grid.next
    grid.add(
        cells.text(f"A{row}", "label", label, strings)
        + cells.blank(f"B{row}", STYLE["option"])
        + cells.text(f"C{row}", "quiet", meant, strings),
        height(lines_in(meant, room_in(grid.widths[2]))) + 3,
    )


def _sheet(table: FlatTable, number: int, strings: Strings) -> Sheet:
    grid = Grid(tuple(column.width for column in table.columns), strings)
    # Both run on over the cells beside them: what is merged would be cut where columns stay in sight.
    grid.add(cells.text("A1", "flat heading", table.heading, strings), 26, fixed=True)
    grid.add(cells.text("A2", "flat hint", table.guidance, strings), 18, fixed=True)
    titles = [column.title for column in table.columns]
    grid.add(_row(table, HEADER, titles, strings, header=True), _points(table, titles, bold=True) + 4, fixed=True)
    for row in table.rows:
        grid.add(_row(table, grid.next, row, strings), _points(table, row))
    last = grid.next - 1
    rules = [_rule(column, at, last + SPARE) for at, column in enumerate(table.columns, start=1)]
    return Sheet(
        name=table.name,
        grid=grid,
        colour=_EDITED if table.edited else _ASIDE,
        frozen=HEADER,
        pinned=table.pinned,
        validations=tuple(filter(None, rules)),
        landscape=True,
        titles=HEADER,
        table=_table(table, number, max(last, HEADER + 1)),
        notes=tuple(_notes(table)),
    )


def _notes(table: FlatTable) -> Iterator[tuple[str, str]]:
    for row, values in enumerate(table.rows, start=HEADER + 1):
        for at, value in enumerate(values, start=1):
            if isinstance(value, Marked) and value.note:
                yield f"{letters(at)}{row}", value.note


def _bare(value: Value) -> str | int | float:
    return value.value if isinstance(value, Marked | Formula) else value


def _seen(value: Value) -> str:
    """What of a value stands in its cell: of a figure, no more digits than its look has."""
    bare = _bare(value)
    return f"{bare:.3f}" if isinstance(bare, float) else str(bare)


def _row(table: FlatTable, row: int, values: Sequence[Value], strings: Strings, *, header: bool = False) -> str:
    made = []
    for at, (column, value) in enumerate(zip(table.columns, values, strict=True), start=1):
        ref, look = f"{letters(at)}{row}", column.header if header else column.look
        if isinstance(value, Marked | Formula) and value.look:
            look = value.look
        bare = _bare(value)
        if isinstance(value, Formula):
            made.append(cells.computed(ref, look, value.source, value.value))
        elif isinstance(bare, str):
            made.append(cells.text(ref, look, bare, strings))
        else:
            made.append(cells.number(ref, STYLE[look], repr(bare)))
    return "".join(made)


def _points(table: FlatTable, values: Sequence[Value], *, bold: bool = False) -> float:
    tall = (
        lines_in(_seen(value), room_in(column.width, SMALL, bold))
        for column, value in zip(table.columns, values, strict=True)
    )
    return height(max(tall), SMALL) + 3


def _rule(column: FlatColumn, at: int, last: int) -> str:
    """What the cells of a column take, and what they say."""
    allowed, message = column.allowed, entry_message(column.title, column.prompt)
    kind, limits, refused = "", "", ""
    if allowed.kind == "list":
        kind, limits, refused = ' type="list"', f"<formula1>{escape(allowed.source)}</formula1>", "one of the list"
    elif allowed.kind:
        kind = f' type="{allowed.kind}" operator="between"'
        limits = f"<formula1>{allowed.low}</formula1><formula2>{allowed.high}</formula2>"
        refused = f"{allowed.low} to {allowed.high}" if allowed.kind == "whole" else "a share from 0% to 100%"
    if not kind and not message:
        return ""
    error = f' showErrorMessage="1" errorTitle="Not taken" error="Allowed: {quote(refused)}."' if kind else ""
    where = f"{letters(at)}{HEADER + 1}:{letters(at)}{last}"
    return f'<dataValidation{kind} allowBlank="1"{error}{message} sqref="{where}">{limits}</dataValidation>'


def _table(table: FlatTable, number: int, last: int) -> str:
    """A real table, so that a line written below the last one takes its looks and rules, and lines can be filtered."""
    area = f"A{HEADER}:{letters(len(table.columns))}{last}"
    columns = "".join(
        f'<tableColumn id="{at}" name="{quote(column.title)}"/>' for at, column in enumerate(table.columns, start=1)
    )
    name = re.sub(r"\W", "_", f"{table.name}_table")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'id="{number}" name="{name}" displayName="{name}" ref="{area}" headerRowCount="1" totalsRowShown="0">'
        f'<autoFilter ref="{area}"/><tableColumns count="{len(table.columns)}">{columns}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" '
        'showColumnStripes="0"/></table>'
    )
