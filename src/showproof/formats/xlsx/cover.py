"""The cover: what the workbook is, the head block, what reviewers look for, and how complete it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.xlsx import cells
from showproof.formats.xlsx.completeness import Count, count, filled_formula, needed_formula
from showproof.formats.xlsx.grid import Grid
from showproof.formats.xlsx.highlights import empty_answers
from showproof.formats.xlsx.layout import Layout, needed
from showproof.formats.xlsx.lists import Lists, options
from showproof.formats.xlsx.names import COVER
from showproof.formats.xlsx.sizes import height, lines
from showproof.formats.xlsx.validations import validation
from showproof.formats.xlsx.worksheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showproof.formats.form import Form
    from showproof.formats.xlsx.cells import Strings

FIRST_HEAD = 6
"""Row of the head block's first question."""
_WIDTHS = (36.0, 12.0, 12.0, 12.0, 24.0)
_ONE_PAGE = 940.0
"""Points that are still legible when a page shows them all."""
_COLOUR = "FF1F3A5F"


def cover_sheet(form: Form, layouts: Sequence[Layout], lists: Lists, strings: Strings) -> Sheet:
    """The first sheet."""
    grid = Grid(_WIDTHS, strings)
    grid.band("title", form.title, size=20, extra=8)
    grid.band("quiet", f"{form.kind_title} · template {form.artifact}, version {form.version}")
    grid.add("", 8)
    grid.band("subheading", form.head.title, size=12, extra=4)
    grid.band("quiet", form.head.guidance)
    asked = form.head.questions
    addresses = [grid.pair(question, 1) for question in asked]
    rules = [
        validation(question, address, lists.sources[options(question)])
        for question, address in zip(asked, addresses, strict=True)
    ]
    _add_looked_for(grid, form)
    links = _add_completeness(grid, layouts)
    return Sheet(
        name=COVER,
        grid=grid,
        colour=_COLOUR,
        highlights=empty_answers([a for a, question in zip(addresses, asked, strict=True) if needed(question)]),
        validations=tuple(filter(None, rules)),
        links=links,
        one_page=sum(grid.points) <= _ONE_PAGE,
    )


def _add_looked_for(grid: Grid, form: Form) -> None:
    if not form.looked_for:
        return
    grid.add("", 12)
    grid.band("subheading", "What reviewers look for", size=12, extra=4)
    for title, essentials in form.looked_for:
        grid.band("point", title, extra=3)
        for essential in essentials:
            grid.band("bullet", f"• {essential}", extra=1)


def _add_completeness(grid: Grid, layouts: Sequence[Layout]) -> tuple[tuple[str, str], ...]:
    grid.add("", 12)
    grid.band("subheading", "Completeness", size=12, extra=4)
    heads = (
        ("A", "header", "Section"),
        ("B", "header centre", "Filled"),
        ("C", "header centre", "Needed"),
        ("D", "header centre", "%"),
    )
    row = grid.next
    grid.add("".join(cells.text(f"{c}{row}", look, text, grid.strings) for c, look, text in heads), 20)
    first, links, total = grid.next, [], Count(0, 0)
    for layout in layouts:
        counted = count(layout.section)
        total += counted
        row = grid.next
        links.append((f"A{row}", layout.sheet))
        title = layout.section.title
        figures = _figures(row, "", filled_formula(layout), needed_formula(layout), counted)
        name = cells.text(f"A{row}", "linked", title, grid.strings)
        grid.add(name + figures, height(lines(title, _WIDTHS[0])) + 1, fixed=True)
    row = grid.next
    sums = (f"SUM(B{first}:B{row - 1})", f"SUM(C{first}:C{row - 1})") if layouts else ("0", "0")
    grid.add(cells.text(f"A{row}", "total label", "Total", grid.strings) + _figures(row, "total ", *sums, total), 18)
    return tuple(links)


def _figures(row: int, kind: str, filled: str, needed_: str, counted: Count) -> str:
    return (
        cells.formula(f"B{row}", f"{kind}count", filled, counted.filled)
        + cells.formula(f"C{row}", f"{kind}count", needed_, counted.needed)
        + cells.formula(f"D{row}", f"{kind}share", f"IF(C{row}=0,1,B{row}/C{row})", counted.share)
    )
