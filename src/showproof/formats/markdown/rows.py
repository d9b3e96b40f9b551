"""The cells of a pipe table's row, with the columns of the line on which they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from showproof.formats.markdown.source import Piece, Source

_CONTAINERS = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*\|?")
_EDGE = re.compile(r"[ \t]*\|?")
_PIPE = re.compile(r"(?<!\\)\||\Z")


class RowCell(NamedTuple):
    """The content of one cell with its source."""

    content: str
    source: Source

    @property
    def whole(self) -> Piece:
        """All of the content as it stands."""
        return Piece(self.content, 0, len(self.content))


def row_cells(line: str, number: int, *, contained: bool) -> list[RowCell]:
    """The cells of a row as a renderer parts them: at pipes without a backslash, which goes from the others.

    Marks of lists and quotes before the row are none of it where the table is `contained` in one.
    """
    opens = (_CONTAINERS if contained else _EDGE).match(line)
    start = opens.end() if opens else 0
    cells = []
    for pipe in _PIPE.finditer(line, start):
        cells.append(_row_cell(line, number, start, pipe.start()))
        start = pipe.end()
    return cells


def cell_source(cells: list[RowCell], at: int, content: str, line: int) -> Source:
    """The source of the content at this place in its row."""
    return cells[at].source if at < len(cells) and cells[at].content == content else Source([0], [(line, 0)])


def _row_cell(line: str, number: int, start: int, end: int) -> RowCell:
    raw = line[start:end]
    start += len(raw) - len(raw.lstrip())
    end = start + len(raw.strip())
    content, starts, places = "", [0], [(number, start)]
    while (pipe := line.find("\\|", start, end)) >= 0:
        content += line[start:pipe]
        start = pipe + 1
        starts.append(len(content))
        places.append((number, start))
    return RowCell(content + line[start:end], Source(starts, places))
