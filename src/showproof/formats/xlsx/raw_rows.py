"""A worksheet part taken apart without a tree: its rows with their cells as stored, and what stands around them.

A part is cut at its tags, which takes half the time of a tree and none of its memory. A parser that builds nothing has
checked it before; what is not written in the usual shape is written anew in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.xlsx.usual_shape import NotXmlError, is_usual, pieces_of, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

RawCell = tuple[str, str, str, str, str, str, str, str]
"""The start of a row, or a cell: reference, style, type, the formula's tag, the formula, the value, the inline text's
XML. The first is '' for a cell, all others are '' for a row; '' too for what is missing."""


class Around(NamedTuple):
    """An element outside of the rows, by name and attributes."""

    name: str
    facts: dict[str, str]


_AROUND = ("col", "filterColumn", "mergeCell")
"""Elements outside of the rows that are given."""
_PASSED = ("conditionalFormatting", "dataValidation", "hyperlink", "brk", "ext")
"""Elements that a sheet may have many of, and that say nothing of its cells."""
_MOST_CELLS = 16_384
"""Cells of a row: as many as there are columns."""
_ATTRIBUTES = r"(?:[\s/](?:[^<>\"']++|\"[^\"]*\"|'[^']*')*+)?"
_ATTRIBUTE = re.compile(r"\s([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ELSE = re.compile(f"<({'|'.join(_AROUND)})({_ATTRIBUTES})>")
_ROW_OR_CELL = re.compile(
    rf"<(?:(row{_ATTRIBUTES})>|"
    r"c(?: r=\"([^\"<]*)\"| s=\"([^\"<]*)\"| t=\"([^\"<]*)\"| [\w:]+=\"[^\"<]*\")*+(?:/>|>\s*"
    r"(?:(<f(?: [\w:]+=\"[^\"<]*\")*+/?>)(?:([^<]*)</f>)?\s*)?(?:<v(?:/>|(?: [\w:]+=\"[^\"<]*\")*+>([^<]*)</v>)\s*)?"
    r"(?:<is>((?:[^<]++|<(?!/is>))*+)</is>\s*)?</c>))"
)


def facts_of(attributes: str) -> dict[str, str]:
    """Attributes by name."""
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(attributes)}


def cut_up(data: bytes) -> Iterator[list[RawCell] | Around]:
    """Rows with their cells, some hundreds at a time, and elements around them, in the order of the file.

    Raises NotXmlError where the part is broken.
    """
    if not is_usual(data, "worksheet"):
        yield from _rewritten(data)
        return
    start = data.find(b"<sheetData")
    end = data.find(b"</sheetData", start)
    if start < 0 or end < 0:
        start = end = len(data)
    yield from _others(data[:start].decode())
    for text in pieces_of(data, b"</row>", start, end):
        yield _cells(text)
    yield from _others(data[end:].decode())


def _rewritten(data: bytes) -> Iterator[list[RawCell] | Around]:
    for text in rewritten(data, ("row", *_AROUND), _PASSED):
        if text.startswith("<row"):
            yield _ROW_OR_CELL.findall(text)
        else:
            yield from _others(text)


def _others(text: str) -> Iterator[Around]:
    for match in _ELSE.finditer(text):
        yield Around(match[1], facts_of(match[2]))


def _cells(text: str) -> list[RawCell]:
    """The rows and cells of a text; where not every one is in the usual shape, all are written anew."""
    rows = text.count("<row")
    count = text.count("<c ") + text.count("<c>") + text.count("<c/")
    if count > _MOST_CELLS * max(rows, 1):
        raise NotXmlError(f"holds a row of more than {_MOST_CELLS:,} cells")
    cells = _ROW_OR_CELL.findall(text)
    if len(cells) != rows + count:
        anew = rewritten(f'<part xmlns="own"><rows>{text}</rows></part>'.encode(), ("row",), mended=True)
        cells = _ROW_OR_CELL.findall("".join(anew))
    return cells
