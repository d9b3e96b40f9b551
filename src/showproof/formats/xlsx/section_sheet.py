"""A section's sheet: title, guidance, questions with their answers, then the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.xlsx import cells
from showproof.formats.xlsx.cells import Strings, letters
from showproof.formats.xlsx.grid import LINK_ROW, Grid
from showproof.formats.xlsx.highlights import empty_answers, empty_cells
from showproof.formats.xlsx.layout import SPARE, Layout, needed
from showproof.formats.xlsx.lists import Lists, options
from showproof.formats.xlsx.names import COVER, column_names
from showproof.formats.xlsx.sizes import SMALL, height, lines, lines_in, room_in
from showproof.formats.xlsx.tables import table_part
from showproof.formats.xlsx.validations import validation
from showproof.formats.xlsx.worksheet import Sheet

if TYPE_CHECKING:
    from showproof.formats.form import FormTable, Question

_COLOUR = "FF8FA3B8"
_MANY_COLUMNS = 5
"""Columns beyond which the sheet is printed landscape."""
_SIGHT = 250.0
"""Points that may stay in sight: more would leave no room for the rows on a small screen."""


def section_sheet(layout: Layout, lists: Lists, strings: Strings, number: int, name: str) -> Sheet:
    """The sheet; `number` and `name` are those of its table, which may be absent."""
    grid = Grid(layout.widths, strings)
    section = layout.section
    grid.head(section.title, section.guidance)
    addresses = [grid.pair(question, layout.labels) for question in section.questions]
    rules = [
        validation(question, address, lists.sources[options(question)])
        for question, address in zip(section.questions, addresses, strict=True)
    ]
    table = ""
    if section.table:
        headers = column_names(column.label for column in section.table.columns)
        _add_table(grid, layout, section.table, headers)
        rules += _column_rules(layout, section.table, lists)
        table = table_part(layout, number, name, headers)
    return Sheet(
        name=layout.sheet,
        grid=grid,
        colour=_COLOUR,
        frozen=_frozen(layout, grid),
        highlights=empty_answers([a for a, q in zip(addresses, section.questions, strict=True) if needed(q)])
        + empty_cells(layout),
        validations=tuple(filter(None, rules)),
        links=((f"A{LINK_ROW}", COVER),),
        landscape=section.table is not None and len(section.table.columns) > _MANY_COLUMNS,
        titles=layout.header or 1,
        table=table,
    )


def _add_table(grid: Grid, layout: Layout, table: FormTable, headers: tuple[str, ...]) -> None:
    if layout.section.questions:
        grid.add()
    row = grid.next
    content = "".join(
        cells.text(
            f"{letters(index)}{row}", "header centre" if column.type == "serial" else "header", label, grid.strings
        )
        for index, (label, column) in enumerate(zip(headers, table.columns, strict=True), start=1)
    )
    tall = max(lines(label, width, SMALL, bold=True) for label, width in zip(headers, layout.widths, strict=False))
    grid.add(content, height(tall, SMALL) + 6, fixed=True)
    across = enumerate(zip(table.columns, grid.widths, strict=False), start=1)
    columns = [(letters(index), room_in(width, SMALL), column) for index, (column, width) in across]
    for number, answers in enumerate(table.rows or (("",) * len(columns),), start=1):
        _add_row(grid, columns, number, answers)


def _add_row(grid: Grid, columns: list[tuple[str, float, Question]], number: int, answers: tuple[str, ...]) -> None:
    row, content, tall = grid.next, [], 1
    for (letter, room, column), given in zip(columns, answers, strict=True):
        address = f"{letter}{row}"
        if column.type == "serial":
            content.append(cells.serial(address, column, given or str(number), grid.strings))
            continue
        content.append(cells.answer(address, "cell", column, given, grid.strings))
        if given:
            tall = max(tall, lines_in(given, room))
    grid.add("".join(content), height(tall, SMALL) + 3)


def _column_rules(layout: Layout, table: FormTable, lists: Lists) -> list[str]:
    first, last = layout.header + 1, layout.last + SPARE
    return [
        validation(column, f"{letters(index)}{first}:{letters(index)}{last}", lists.sources[options(column)])
        for index, column in enumerate(table.columns, start=1)
    ]


def _frozen(layout: Layout, grid: Grid) -> int:
    """Rows down to the table's header where that leaves room to scroll, else down to the link."""
    if layout.header and sum(grid.points[: layout.header]) <= _SIGHT:
        return layout.header
    return LINK_ROW
