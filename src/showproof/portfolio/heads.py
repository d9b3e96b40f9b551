"""What a draft says of itself at its top: workflow, metric, version and so on, in whatever form it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from showproof.catalog.artifact import Part
from showproof.model import Draft, Location, Unit
from showproof.reading.blanks import fold

_TOP = 16
"""Statements at the top of a draft among which it says what it is."""
_LINE = re.compile(r"([^:]{2,40}?)\s*:\s+(\S.*)", re.DOTALL)
DATES = ("date", "version", "period")
"""Head questions behind which a draft dates itself."""
_MORE = {"date": ("date", "written", "as of", "issued", "dated", "updated", "status date", "in force from")}


class Said(NamedTuple):
    """One answer at the top, and its place."""

    text: str
    location: Location


def head_of(draft: Draft, head: Part) -> dict[str, Said]:
    """Question of the head block to its answer: from the block itself, else from lines and rows of the same names."""
    names = {fold(name): field.id for field in head.fields for name in (field.label, *field.synonyms)}
    names |= {fold(name): field for field, more in _MORE.items() for name in more}
    found: dict[str, Said] = {}
    for answer in draft.answers:
        part, _, field = answer.field.partition(".")
        if part == head.id and not answer.blank:
            found.setdefault(field, Said(" ".join(answer.text.split()), answer.location._replace(runs=())))
    for label, said in _top(draft):
        if fold(label) in names and said.text:
            found.setdefault(names[fold(label)], said)
    for name, text in draft.outline.properties.items():
        if fold(name) in names and text:
            found.setdefault(names[fold(name)], Said(text, Location()))
    return found


def _top(draft: Draft) -> Iterator[tuple[str, Said]]:
    """Labels with what stands behind them, in the first statements."""
    for unit in draft.units[:_TOP]:
        one = unit.observations[0]
        where = one.location._replace(runs=())
        line = _LINE.fullmatch(one.text)
        if unit.kind == "row":
            yield from _row(unit)
        elif one.label:
            yield one.label, Said(" ".join(one.text.split()), where)
        elif line:
            yield line[1], Said(" ".join(line[2].split()), where)


def _row(unit: Unit) -> Iterator[tuple[str, Said]]:
    """A row of two cells is a label with its answer."""
    if len(unit.observations) == 2:
        label, answer = unit.observations
        yield label.text, Said(" ".join(answer.text.split()), answer.location._replace(runs=()))
