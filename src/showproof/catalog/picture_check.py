"""What a declared picture needs: which columns play which part in it, and that they exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from showproof.catalog.artifact import Part, PictureKind, PictureOf

if TYPE_CHECKING:
    from showproof.catalog.load import Faults
    from showproof.catalog.marks import KeyPath


class Parts(NamedTuple):
    """The parts that columns play in one kind of picture; those of one group stand in one table."""

    needed: tuple[str, ...]
    may: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    """Of these at least one is needed besides."""
    apart: tuple[str, ...] = ()
    """A second group, which may stand in a table of its own."""
    alone: tuple[str, ...] = ()
    """Fields outside tables."""

    @property
    def known(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.needed, *self.one_of, *self.may, *self.apart, *self.alone)


PARTS: dict[PictureKind, Parts] = {
    "swimlanes": Parts(
        ("step", "actor"), ("limit", "wait", "fails", "back"), apart=("at", "asked", "leads_to", "decider", "kind")
    ),
    "schedule": Parts(("item", "end"), ("start", "length", "owner", "other_owner", "after", "status")),
    "risk-grid": Parts(("risk", "likelihood", "impact"), ("id", "treated"), apart=("level",)),
    "bands": Parts(("measure",), ("now", "before"), one_of=("warn", "act", "target")),
    "fan": Parts(("scenario", "result"), ("likelihood",), apart=("period", "forecast", "actual"), alone=("horizon",)),
}


def check_pictures(pictures: Sequence[PictureOf], parts: Sequence[Part], faults: Faults) -> None:
    """Add a fault for every part that no column can play, and for every column that does not exist."""
    columns = {f"{part.id}.{one.id}" for part in parts if part.table for one in part.table.columns}
    fields = {f"{part.id}.{one.id}" for part in parts for one in part.fields}
    for index, picture in enumerate(pictures):
        known, path = PARTS[picture.kind], ("pictures", index, "columns")
        for role, said in picture.columns.items():
            if role not in known.known:
                faults.among((*path, role), role, known.known, f"parts of {picture.kind}")
                continue
            among, what = (fields, "fields") if role in known.alone else (columns, "columns of tables")
            for name in picture.named(role) or (said,):
                faults.among((*path, role), name, among, what)
        for missing in _missing(picture, known):
            faults.add(path, "nothing", f"a column for {missing}", "add it, as part.column")
        _check_tables(picture, known, path, faults)


def _check_tables(picture: PictureOf, known: Parts, path: KeyPath, faults: Faults) -> None:
    """The columns of one group stand in the same table, or in the same tables."""
    for group in ((*known.needed, *known.one_of, *known.may), known.apart):
        tables = [{name.partition(".")[0] for name in picture.named(role)} for role in group if role in picture.columns]
        if tables and any(not one <= tables[0] for one in tables):
            found = ", ".join(sorted(set().union(*tables)))
            faults.add(path, found, f"one table for {', '.join(group)}", "name columns of one")


def _missing(picture: PictureOf, known: Parts) -> Iterator[str]:
    yield from (role for role in known.needed if role not in picture.columns)
    if known.one_of and not any(role in picture.columns for role in known.one_of):
        yield " or ".join(known.one_of)
