"""The page of all drafts: a heat map of criteria, and one of the rows of each role, in every order that one may want.

A page without scripts cannot sort, so each order is there and the address chooses: a column's head leads to its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from showproof import __version__
from showproof.outputs.html.environment import filled
from showproof.outputs.html.summary import Levels, Summary

SORTED_UP_TO = 500
"""Drafts up to which there is an order for each column; more are sorted by level alone, to keep the page small."""
ADVANCES = 3
"""The level from which a draft advances."""


class Entry(NamedTuple):
    """A draft's line and the address of its page."""

    line: Summary
    page: str


class Lost(NamedTuple):
    """A file that could not be read, and what would help."""

    file: str
    error: str
    remedy: str


class Column(NamedTuple):
    """One level of every draft."""

    id: str
    title: str


class Order(NamedTuple):
    """The drafts in one order; `by` is the id of the column, or nothing for the order in which they were given."""

    by: str
    entries: tuple[Entry, ...]


class Heat(NamedTuple):
    """A heat map: drafts against columns."""

    id: str
    title: str
    columns: tuple[Column, ...]
    levels: Callable[[Entry], Mapping[str, int]]
    orders: tuple[Order, ...]
    """The order given comes last, and is the one that is seen at first."""
    below: Mapping[str, int]
    """How many drafts are below the level that advances, by column."""


def index_page(entries: Sequence[Entry], lost: Iterable[Lost], *, complete: bool) -> str:
    """The page as HTML, whole; not `complete` where the run was stopped."""
    counts = [(level, sum(one.line.level == level for one in entries)) for level in range(5)]
    return filled(
        "index.html",
        version=__version__,
        entries=entries,
        counts=counts,
        heats=tuple(_heats(entries)),
        lost=tuple(lost),
        complete=complete,
        advances=ADVANCES,
    )


def _heats(entries: Sequence[Entry]) -> Iterator[Heat]:
    if not entries:
        return
    yield _heat("criteria", "Criteria", entries, lambda line: line.criteria)
    for role in dict.fromkeys(one.line.role for one in entries):
        of_role = [one for one in entries if one.line.role == role]
        yield _heat(f"role-{role}", f"Skill rows of the role {role}", of_role, lambda line: line.skills)


def _heat(name: str, title: str, entries: Sequence[Entry], levels: Callable[[Summary], Levels]) -> Heat:
    columns = (Column("overall", "Overall"), *(Column(one, named) for one, named, _ in levels(entries[0].line)))

    def of(entry: Entry) -> dict[str, int]:
        return {"overall": entry.line.level, **{one: level for one, _, level in levels(entry.line)}}

    by = columns if len(entries) <= SORTED_UP_TO else columns[:1]
    orders = [_ordered(column, entries, of) for column in by] if len(entries) > 1 else []
    below = {column.id: sum(of(one)[column.id] < ADVANCES for one in entries) for column in columns}
    return Heat(name, title, columns, of, (*orders, Order("", tuple(entries))), below)


def _ordered(column: Column, entries: Sequence[Entry], of: Callable[[Entry], Mapping[str, int]]) -> Order:
    """Lowest first: whoever sorts looks for where help is needed."""
    return Order(column.id, tuple(sorted(entries, key=lambda one: (of(one)[column.id], one.line.score))))
