"""What the page of all drafts says of one: plain data that goes through a pipe as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from showproof.model import Rated, Scorecard
from showproof.outputs.terminal import guessed

Levels = tuple[tuple[str, str, int], ...]
"""Id, title and level of each."""


class Summary(NamedTuple):
    """One draft's line."""

    file: str
    level: int
    score: float
    verdict: str
    artifact: str
    """The id of its type, `?` behind one that was guessed from the words."""
    role: str
    criteria: Levels
    skills: Levels
    flags: tuple[str, ...]


def summary_json(card: Scorecard) -> str:
    """The line of a draft, as a line of JSON."""
    line = Summary(
        card.file,
        card.level,
        card.score,
        card.verdict,
        guessed(card.artifact),
        card.role.value,
        _levels(card.criteria),
        _levels(card.skills),
        tuple(flag.id for flag in card.flags),
    )
    return json.dumps(line)


def summary_of(text: str) -> Summary:
    """The line that `summary_json` made."""
    line = Summary(*json.loads(text))
    return line._replace(criteria=_tuples(line.criteria), skills=_tuples(line.skills), flags=tuple(line.flags))


def _levels(rated: tuple[Rated, ...]) -> Levels:
    return tuple((one.id, one.title, one.level) for one in rated)


def _tuples(levels: Iterable[Iterable[Any]]) -> Levels:
    return tuple((name, title, level) for name, title, level in levels)
