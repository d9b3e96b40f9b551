"""A table of Markdown that was pasted as plain lines: each line one row, its cells between upright bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from showproof.formats.headers import header_rows
from showproof.model import Block, Cell, Location, Table

_BAR = re.compile(r"(?<!\\)\|")
_LEAST = 2
"""Rows below the rule's header, or rows framed by bars, from which lines are a table."""

Line = tuple[str, Location]


def with_pasted_tables(items: list[Block | Table]) -> list[Block | Table]:
    """The same items, with lines that are a pasted table as one; where there is none, the very list."""
    if not any("|" in item.text for item in items if isinstance(item, Block)):
        return items
    found: list[Block | Table] = []
    waiting: list[Block] = []
    for item in items:
        if isinstance(item, Block) and item.kind != "heading" and _is_barred(item.text):
            waiting.append(item)
            continue
        found += _told(waiting)
        waiting = []
        found.append(item)
    return found + _told(waiting)


def _told(waiting: list[Block]) -> list[Block | Table]:
    """The waiting lines as one table where they are one, or else as they were."""
    lines = [line for block in waiting for line in _lines(block)]
    ruled = len(lines) > 1 and _is_rule(lines[1][0])
    framed = all(text.strip().startswith("|") and text.strip().endswith("|") for text, _ in lines)
    rows = [_cells(line) for line in lines if not _is_rule(line[0])]
    even = len({len(row) for row in rows}) == 1
    if len(rows) < _LEAST or not (ruled or (framed and even)) or max(map(len, rows)) < 2:
        return list(waiting)
    table = tuple(tuple(row) for row in rows)
    return [Table(table, waiting[0].location._replace(start=0, end=0), header_rows(table, int(ruled)))]


def _is_barred(text: str) -> bool:
    return all("|" in line for line in text.split("\n"))


def _is_rule(line: str) -> bool:
    """Whether the line is the rule below the header: dashes between bars."""
    return "--" in line and not line.strip("|:- \t\xa0")


def _lines(block: Block) -> Iterator[Line]:
    start = block.location.start
    for line in block.text.split("\n"):
        if line.strip():
            yield line, block.location._replace(start=start, end=start + len(line))
        start += len(line) + 1


def _cells(line: Line) -> list[Cell]:
    """The cells of a row with their spans; bars at both ends are its frame."""
    text, where = line
    bars = [bar.start() for bar in _BAR.finditer(text)]
    edges = [-1, *bars, len(text)]
    if bars and not text[: bars[0]].strip():
        edges = edges[1:]
    if bars and not text[bars[-1] + 1 :].strip():
        edges = edges[:-1]
    return [_cell(text[left + 1 : right], left + 1, where) for left, right in pairwise(edges)]


def _cell(raw: str, at: int, where: Location) -> Cell:
    text = raw.strip()
    start = where.start + at + raw.index(text)
    return Cell(text, where._replace(start=start, end=start + len(text)))
