"""What control tags, bookmarks and defined names stand for: one question each, or one cell of a part's table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showproof.catalog.artifact import Field, Part
from showproof.formats.identity import mark, tag

_ROW = re.compile(r"^(?:sp_)?(.+?)[._](\d{1,3})[._](.+)$")


class Place(NamedTuple):
    """A question of the artifact type: which part, which field, and the row of a table (0 outside one)."""

    part: Part
    field: Field
    row: int = 0

    @property
    def name(self) -> str:
        """`part.field`."""
        return f"{self.part.id}.{self.field.id}"


class Marks:
    """The marks of one type's questions, in every form that files keep."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._fields: dict[str, Place] = {}
        for part in parts:
            for field in part.fields:
                name = tag(part.id, field.id)
                self._fields[name.lower()] = self._fields[mark(name).lower()] = Place(part, field)
        self._columns = {
            (_squash(part.id), _squash(field.id)): Place(part, field)
            for part in parts
            if part.table
            for field in part.table.columns
        }
        self._tables = {mark(part.id).lower(): part for part in parts if part.table}

    def place(self, marks: Iterable[str]) -> Place | None:
        """The place that marks stand for, outermost mark first; the innermost known one decides."""
        for name in reversed(tuple(marks)):
            lower = name.lower()
            if lower in self._fields:
                return self._fields[lower]
            found = _ROW.match(lower)
            place = self._columns.get((_squash(found[1]), _squash(found[3]))) if found else None
            if found and place:
                return Place(place.part, place.field, int(found[2]))
        return None

    def table(self, name: str) -> Part | None:
        """The part whose Excel table has this name; office suites may add a number to it."""
        lower = name.lower()
        return self._tables.get(lower) or self._tables.get(re.sub(r"_?\d+$", "", lower))


def _squash(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "_", name.lower())
