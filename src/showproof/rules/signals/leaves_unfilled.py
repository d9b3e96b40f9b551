"""Placeholder or instruction text left in."""

from __future__ import annotations

import re

from showproof.model import Location, Observation, Quote, Unit
from showproof.rules.base import quote
from showproof.rules.signals.base import Suspect

FEW = 3
"""Open points within answered rows and sentences from which a draft is not finished."""
_COLUMN = re.compile(r"^[A-Z]+(?=\d)|column \d+$")
_OPEN = re.compile(r"\W*(?:tb[dac]|to be \w+|pending|coming soon|todo\b.*|\?+)\W*", re.IGNORECASE)
"""Words with which a writer leaves a point open; any other placeholder is the template's own text."""
_ANSWERS_NOTHING = re.compile(
    r"\W*(?:tb[dac]|to be \w+|pending)\s*[-–—:;,.(]|(?:.{2,48}:)?\W*(?:tb[dac]|to be \w+|pending)\W*$", re.IGNORECASE
)
"""An answer, with its label or without, that is such a word, or breaks off after it to say when the rest will come."""

Place = tuple[str, int, str, int]
"""Part, paragraph, row of cells, line."""


def leaves_unfilled(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Prompts of a template, and answers of which nothing stands; a date still open in a full row is no such answer."""
    draft = suspect.draft
    answered = _answered(draft.units)
    left = [one for one in draft.unfilled if not _OPEN.fullmatch(one.text) or not _stands_among(one, answered)]
    if not left and len(draft.unfilled) >= FEW:
        left = list(draft.unfilled)
    return tuple(quote(one) for one in left[:5]) or None


def _answered(units: tuple[Unit, ...]) -> dict[Place, list[Observation]]:
    """What was written in each row of a table, paragraph or line."""
    places: dict[Place, list[Observation]] = {}
    for unit in units:
        for observation in unit.observations:
            places.setdefault(_row_of(observation.location), []).append(observation)
    return places


def _stands_among(left: Observation, answered: dict[Place, list[Observation]]) -> bool:
    """Whether a placeholder stands in a row with two answers or more, or within a sentence that says more."""
    beside = answered.get(_row_of(left.location), [])
    return len(beside) >= 2 or any(left.text in one.text and not _ANSWERS_NOTHING.match(one.text) for one in beside)


def _row_of(where: Location) -> Place:
    return where.part, 0 if where.cell else where.paragraph, _COLUMN.sub("", where.cell), where.line
