"""A handout as a workbook: a sheet a leaf, each printed on one page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from showproof.formats.handout import Cells, Items, Words
from showproof.formats.xlsx import cells
from showproof.formats.xlsx.book import workbook_file
from showproof.formats.xlsx.cells import Strings, letters
from showproof.formats.xlsx.grid import Grid
from showproof.formats.xlsx.names import sheet_names
from showproof.formats.xlsx.sizes import SMALL, height, lines
from showproof.formats.xlsx.styles import ANSWER, STYLE
from showproof.formats.xlsx.validations import inline
from showproof.formats.xlsx.worksheet import Sheet

if TYPE_CHECKING:
    from showproof.formats.handout import Handout, Leaf, Piece

UNITS = 24
"""Narrow columns of every sheet; what stands side by side is merged out of them."""
_UNIT = 4.2
"""Characters of one of them: a page's width together."""
_COLOUR = "FF1F3A5F"
_BOX = ("\N{BALLOT BOX}", "\N{BALLOT BOX WITH CHECK}")


def write_handout_xlsx(handout: Handout) -> bytes:
    """The workbook's bytes; the same handout gives the same bytes."""
    strings = Strings()
    names = sheet_names(leaf.tab for leaf in handout.leaves)
    sheets = [_sheet(handout, leaf, name, strings) for leaf, name in zip(handout.leaves, names, strict=True)]
    return workbook_file(handout, sheets, (), strings)


def _sheet(handout: Handout, leaf: Leaf, name: str, strings: Strings) -> Sheet:
    grid = Grid((_UNIT,) * UNITS, strings)
    if leaf is handout.leaves[0]:
        grid.band("title", handout.title, size=20, extra=8)
        grid.band("quiet", handout.kind_title)
    grid.band("heading", leaf.title, size=15, extra=6)
    if leaf.lead:
        grid.band("quiet", leaf.lead, extra=2)
    boxes: list[str] = []
    for piece in leaf.pieces:
        grid.add("", 8)
        if piece.title:
            grid.band("subheading", piece.title, size=12, extra=3)
        boxes += _add(grid, piece)
    rules = (f'<dataValidation type="list" sqref="{" ".join(boxes)}"><formula1>{inline(_BOX)}</formula1>'
             "</dataValidation>",) if boxes else ()  # fmt: skip
    return Sheet(name=name, grid=grid, colour=_COLOUR, validations=rules, one_page=True)


def _add(grid: Grid, piece: Piece) -> list[str]:
    """The piece below what stands there; gives the addresses of its boxes to tick."""
    if isinstance(piece, Words):
        grid.band("told", piece.text, extra=1)
    elif isinstance(piece, Items):
        if piece.boxes:
            return [_add_box(grid, item) for item in piece.items]
        for item in piece.items:
            grid.band("told", f"• {item}", extra=1)
    else:
        _add_cells(grid, piece)
    return []


def _add_box(grid: Grid, item: str) -> str:
    row = grid.next
    content = (
        cells.text(f"A{row}", "tick", _BOX[0], grid.strings)
        + cells.text(f"B{row}", "told", item, grid.strings)
        + grid.join(2, UNITS, STYLE["told"])
    )
    grid.add(content, height(lines(item, _UNIT * (UNITS - 1))) + 1, fixed=True)
    return f"A{row}"


def _add_cells(grid: Grid, piece: Cells) -> None:
    spans = _spans([column.share for column in piece.columns])
    widths = [_UNIT * (last - first + 1) for first, last in spans]
    if piece.labels:
        _add_row(grid, spans, piece.labels, ["header"] * len(spans), max(map(lines, piece.labels, widths)))
    room = max(column.lines for column in piece.columns)
    for texts in piece.rows:
        looks = ["" if column.lines else "cell" for column in piece.columns]
        _add_row(grid, spans, texts, looks, max(room, *(map(_small, texts, widths))))


def _small(text: str, width: float) -> int:
    return lines(text, width, SMALL)


def _add_row(grid: Grid, spans: list[tuple[int, int]], texts: tuple[str, ...], looks: list[str], count: int) -> None:
    """One row of merged cells; a look of '' is a cell to write in."""
    row, content = grid.next, []
    for (first, last), text, look in zip(spans, texts, looks, strict=True):
        style = STYLE[look] if look else ANSWER["cell", "General"]
        content.append(cells.string(f"{letters(first)}{row}", style, text, grid.strings))
        content.append(grid.join(first, last, style))
    grid.add("".join(content), height(count, SMALL) + 3, fixed=True)


def _spans(shares: list[int]) -> list[tuple[int, int]]:
    """First and last unit of each column."""
    total, ends, sofar = sum(shares), [0], 0
    for share in shares:
        sofar += share
        ends.append(max(round(UNITS * sofar / total), ends[-1] + 1))
    return [(first + 1, last) for first, last in pairwise(ends)]
