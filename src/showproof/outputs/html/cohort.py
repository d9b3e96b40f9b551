"""The page of a cohort: every candidate against every row in each order, common gaps, and what has moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showproof import __version__
from showproof.outputs.html.environment import filled
from showproof.outputs.html.index import SORTED_UP_TO
from showproof.proof import GOAL, Candidate, Cohort


class Order(NamedTuple):
    """The candidates in one order; `by` is the id of a row, `proven`, or nothing for that of their names."""

    by: str
    title: str
    candidates: tuple[Candidate, ...]


def cohort_page(told: Cohort) -> str:
    """The page as HTML, whole."""
    compared = [one for one in told.candidates if one.moved is not None]
    return filled(
        "cohort.html",
        told=told,
        orders=tuple(_orders(told)),
        proven={one.name: _proven(one) for one in told.candidates},
        below={row: sum(one.levels[row] < GOAL for one in told.candidates) for row, _ in told.rows},
        done=sum(_proven(one) == len(told.rows) for one in told.candidates),
        skills=dict(told.rows),
        since=bool(compared or told.gone),
        moved=[one for one in compared if any((one.moved or {}).values())],
        fresh=[one for one in told.candidates if one.moved is None],
        goal=GOAL,
        version=__version__,
    )


def _proven(one: Candidate) -> int:
    return sum(level >= GOAL for level in one.levels.values())


def _orders(told: Cohort) -> Iterator[Order]:
    """Lowest first, since whoever sorts looks for where help is needed; that of the names last, and seen at first."""
    if len(told.candidates) > 1:
        yield Order("proven", "Rows proven", tuple(sorted(told.candidates, key=_proven)))
        for row, skill in told.rows if len(told.candidates) <= SORTED_UP_TO else ():
            yield Order(row, skill, _lowest_first(told.candidates, row))
    yield Order("", "", told.candidates)


def _lowest_first(candidates: tuple[Candidate, ...], row: str) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda one: one.levels[row]))
