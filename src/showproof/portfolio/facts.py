"""Named facts of a draft that other drafts may name too: definitions of measures, named figures, owners of things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from showproof.model import Draft, Observation, Unit
from showproof.rules.figures import lone
from showproof.rules.name_words import name_words
from showproof.rules.told_as_fact import told_as_fact
from showproof.values import Value

_ASPECTS = ("target", "goal", "baseline", "budget", "threshold", "limit", "result", "actual", "current")
_OF_A_DAY = ("result", "actual", "current")
"""What a measure is at one time: two files may say two things of two weeks."""
_ALIKE = {"goal": "target", "limit": "threshold", "actual": "result", "current": "result"}
_OWNERS = frozenset(("owner",))
_MOST_WORDS = 8
"""Words of a first cell that still names a thing; longer ones tell of it."""
_DEFINES = re.compile(
    r"^(?:[\w\s-]{0,40}:\s*)?(?:the |our )?([A-Za-z][\w -]{2,40}?) (?:means|counts|is defined as|is counted"
    r"|is measured|is the (?:time|share|number|count|days|hours|percentage|part)|runs from|starts when)\b",
)


class Fact(NamedTuple):
    """Something that a draft says of a named thing."""

    name: frozenset[str]
    """The thing, in stems of its words."""
    called: str
    """The thing, as it is written."""
    aspect: str
    """`definition`, `owner`, or which figure of it: `target`, `baseline`, `threshold` and so on."""
    periods: frozenset[str]
    text: str
    observation: Observation
    value: Value | None = None


def facts_of(draft: Draft) -> Iterator[Fact]:
    """Every definition, figure and owner that is told of a named thing, less what is shown as sample or option."""
    for unit in told_as_fact(draft).units:
        if unit.kind == "row":
            yield from _of_row(unit)
        else:
            yield from _of_prose(unit)


def _of_row(unit: Unit) -> Iterator[Fact]:
    first, *cells = unit.observations
    called = " ".join(first.text.split())
    name = name_words(called)
    if not name or len(called.split()) > _MOST_WORDS:
        return
    periods = _periods(unit)
    for cell in cells:
        if "definition" in cell.asked and len(cell.text.split()) >= 3:
            yield Fact(name, called, "definition", frozenset(), cell.text, cell)
        elif _OWNERS & cell.asked:
            yield Fact(name, called, "owner", frozenset(), cell.text, cell)
        elif (aspect := _aspect(cell.label)) and (value := lone(cell)):
            dated = periods if aspect in _OF_A_DAY else frozenset[str]()
            yield Fact(name, called, aspect, dated, cell.text, cell, value)


def _of_prose(unit: Unit) -> Iterator[Fact]:
    for one in unit.observations:
        defined = _DEFINES.match(one.text)
        if defined and (name := name_words(defined[1])):
            yield Fact(name, defined[1], "definition", frozenset(), one.text, one)
        aspect = _aspect(one.label)
        name = name_words(re.sub(rf"\b{aspect}\b", " ", one.label)) if aspect else frozenset()
        value = lone(one)
        if name and value and aspect not in _OF_A_DAY:
            yield Fact(name, one.label, _ALIKE.get(aspect, aspect), frozenset(), one.text, one, value)


def _aspect(label: str) -> str:
    """Which figure of a thing a label asks for."""
    words = label.lower().split()
    found = next((word for word in _ASPECTS if word in words), "")
    return _ALIKE.get(found, found)


def _periods(unit: Unit) -> frozenset[str]:
    said = (value.iso for one in unit.observations for value in one.values if value.kind in ("date", "quarter"))
    return frozenset(iso[:7] for iso in said if iso)
