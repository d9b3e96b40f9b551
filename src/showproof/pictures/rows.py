"""The rows of a draft that a picture is drawn from: cells by the part that they play in it, and each row's number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from showproof.catalog.artifact import PictureOf
from showproof.model import Draft, Location, Observation, Table
from showproof.values import Value

_NUMBER = re.compile(r"(?:(?:step|no|nr|number|item|#)\W{0,2})?(\d{1,3})\W?", re.IGNORECASE)
_RECORD = re.compile(r"\D{0,40}\b(\d{1,3})\W?")


class Row(NamedTuple):
    """One row: what is written in it."""

    number: str
    """As printed in front of it, else counted from 1."""
    cells: Mapping[str, Observation]

    def text(self, role: str) -> str:
        """What the cell says, on one line; nothing where it is empty."""
        cell = self.cells.get(role)
        return " ".join(cell.text.split()) if cell else ""

    def name(self, role: str) -> str:
        """What the cell says as a name: a bare number stands behind the word above it, as `Stage 2`."""
        text, cell = self.text(role), self.cells.get(role)
        return f"{cell.label.capitalize()} {text}" if cell and cell.label and text.isdigit() else text

    def values(self, role: str) -> tuple[Value, ...]:
        """The typed values in a cell."""
        cell = self.cells.get(role)
        return cell.values if cell else ()


def rows_of(draft: Draft, picture: PictureOf, roles: Iterable[str]) -> tuple[Row, ...]:
    """The rows in which a cell plays one of these parts in the picture, in order."""
    names = {name: role for role in roles for name in picture.named(role)}
    found = []
    for unit in draft.units:
        if unit.kind == "row":
            cells = {names[one.field]: one for one in unit.observations if one.field in names}
            if cells:
                found.append(cells)
    return numbered(draft, found)


def numbered(draft: Draft, found: Iterable[Mapping[str, Observation]]) -> tuple[Row, ...]:
    """These rows with the numbers that are printed in front of them, or counted where not every row has one."""
    rows = list(found)
    printed = _printed(draft)
    numbers = [
        next((printed[key] for one in row.values() if (key := _key(one.location)) in printed), "") for row in rows
    ]
    if "" in numbers or len(set(numbers)) < len(numbers):
        numbers = [str(at) for at, _ in enumerate(rows, start=1)]
    return tuple(Row(number, row) for number, row in zip(numbers, rows, strict=True))


def _printed(draft: Draft) -> dict[tuple[str, str], str]:
    """Cell to the number that its row begins with, or that stands above the box that it is in."""
    return {key: number for item in draft.outline.items if isinstance(item, Table) for key, number in _numbers(item)}


def _numbers(table: Table) -> Iterator[tuple[tuple[str, str], str]]:
    head = table.rows[0] if table.rows else ()
    boxed = _RECORD.fullmatch(head[0].text) if len(head) == 1 and not table.header else None
    for row in table.rows:
        number = boxed or (_NUMBER.fullmatch(row[0].text.strip()) if len(row) > 1 else None)
        if number:
            yield from ((_key(cell.location), str(int(number[1]))) for cell in row)


def _key(where: Location) -> tuple[str, str]:
    return where.part, where.cell
