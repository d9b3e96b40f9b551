"""Two drafts read as one, so that the rules that find a contradiction in a draft find those between two drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from showproof.model import Draft, Location, Observation, Quote, Unit
from showproof.rules.dispute import Check
from showproof.rules.labelled_twice import labelled_twice
from showproof.rules.one_value import ONE_VALUE
from showproof.rules.two_owners import two_owners
from showproof.rules.view import View

BETWEEN: tuple[Check, ...] = (
    *ONE_VALUE,
    labelled_twice,
    two_owners,
)
"""The checks of one fact given two values; those of sums and orders hold within one document only."""
_OTHER = "\0"
"""Begins the part of every place of the second draft: no name of a sheet or story can hold it."""


def contradictions_between(one: Draft, other: Draft) -> Iterator[tuple[str, Quote, Quote]]:
    """(what disagrees, the words of the first draft, those of the second) for what neither says alone."""
    view = View(_joined(one, other))
    for check in BETWEEN:
        for found in view.disputed(check):
            first = [shown for shown in found.quotes if not _is_other(shown)]
            second = [shown for shown in found.quotes if _is_other(shown)]
            if len(first) == 1 and len(second) == 1:
                yield found.say.replace(_OTHER, ""), first[0], _plain(second[0])


def _joined(one: Draft, other: Draft) -> Draft:
    sections = 1 + max((unit.section for unit in one.units), default=0)
    paragraphs = 1 + max((unit.paragraph for unit in one.units), default=0)
    tables = 1 + max((unit.table for unit in one.units), default=0)

    def moved(unit: Unit) -> Unit:
        return unit._replace(
            observations=tuple(map(_marked, unit.observations)),
            section=unit.section + sections,
            paragraph=unit.paragraph + paragraphs,
            table=unit.table + tables if unit.table >= 0 else -1,
        )

    headings = tuple(
        heading._replace(section=heading.section + sections if heading.section >= 0 else -1)
        for heading in other.headings
    )
    return replace(
        one,
        headings=(*one.headings, *headings),
        units=(*one.units, *map(moved, other.units)),
        names=one.names | other.names,
    )


def _marked(observation: Observation) -> Observation:
    where = observation.location
    return observation._replace(location=where._replace(part=_OTHER + where.part))


def _is_other(shown: Quote) -> bool:
    return shown.location.part.startswith(_OTHER)


def _plain(shown: Quote) -> Quote:
    where: Location = shown.location
    return Quote(shown.quote, where._replace(part=where.part.removeprefix(_OTHER)))
