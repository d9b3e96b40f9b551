"""A table as a grid: one header row, one row an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.cells import cell, empty_texts, label, row, table
from showproof.formats.docx.text import paragraph, styled
from showproof.formats.docx.widths import widths
from showproof.formats.form import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from showproof.formats.docx.controls import Controls
    from showproof.formats.form import FormTable, Section

_CELL = styled("TableText")


def grid(section: Section, shown: FormTable, usable: int, controls: Controls) -> str:
    """The section's table, as wide as the page's usable width."""
    across = widths(shown.columns, usable)
    heads = [label(width, column.label, True) for width, column in zip(across, shown.columns, strict=True)]
    names = ", ".join(column.label for column in shown.columns)
    return table(
        across,
        [row(heads, header=True), *_entries(section.id, shown, across, controls)],
        section.title,
        f"One {shown.record.lower()} a row. Columns: {names}.",
    )


def _entries(part: str, shown: FormTable, across: list[int], controls: Controls) -> Iterator[str]:
    for number, (answers, empty) in enumerate(zip(shown.rows, empty_texts(shown), strict=True), start=1):
        cells = []
        for column, width, answer, shows in zip(shown.columns, across, answers, empty, strict=True):
            if column.type == "serial":
                content = paragraph(str(number), "TableText")
            else:
                content = controls.control(column, tag(part, column.id, number), answer, shows, _CELL)
            cells.append(cell(width, content))
        yield row(cells)
