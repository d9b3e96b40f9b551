"""The steps of a process as they are said: who does each, where it is decided, and where it goes from there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from showproof.pictures.rows import Row
from showproof.pictures.told import Told

NOBODY = "Nobody named"
"""The lane of steps without an actor."""
_DECIDES = re.compile(
    r"\?\s*$|^(?:if|decide|is|are|does|do|has|have|can|was|were)\b.*\?|^(?:if|decide|decision)\b|\byes\s*[:/]\s*\S.*\bno\b"
    r"|^(?:check|see|ask|test) (?:if|whether)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:^|[.;:,(–—→]\s*|\b(?:to|go|goto|repeat|redo|again|then|with|from|return)\s+)steps?\s+(\d{1,3})\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:\s*\([^)]{0,40}\))?\s*(?:,|,? or|,? and)\s+(?:step\s+)?(\d{1,3})\b(?!\s+\w+s\b)", re.IGNORECASE)


class Stop(NamedTuple):
    """One place of the way: a step, or a decision that is taken at one."""

    number: str
    """The number of the step."""
    text: str
    actor: str
    decides: bool
    leads_to: str = ""
    """Where a decision leads, in the draft's words."""
    limit: str = ""
    wait: str = ""
    """How long it waits before the next one."""
    fails: str = ""
    """What happens when it goes wrong."""
    back: str = ""
    """What comes back, and to where."""
    leads: tuple[str, ...] = ()
    """Numbers of the steps that it names as where it goes on, other than the next one."""


class Flow(NamedTuple):
    """The way through a process, and what is said of steps that do not exist."""

    stops: tuple[Stop, ...]
    lanes: tuple[str, ...]
    """Actors in the order in which they come."""
    adrift: tuple[str, ...]
    """Decisions that name no step of the table."""


def flow_of(told: Told) -> Flow:
    """The flow that the rows tell."""
    rows = [row for row in told.rows if row.text("step")]
    numbers = [row.number for row in rows]
    names = _lanes([row.text("actor") for row in rows] + [row.text("decider") for row in told.beside])
    decisions = [row for row in told.beside if row.text("asked") and _is_decision(row)]
    stops: list[Stop] = []
    for row in rows:
        stops.append(_step(row, names, numbers))
        stops += [_decision(one, row, names, numbers) for one in decisions if _at(one) == row.number]
    adrift = [row.text("asked") for row in decisions if _at(row) not in numbers]
    return Flow(tuple(stops), tuple(dict.fromkeys(stop.actor for stop in stops)), tuple(adrift))


def _is_decision(row: Row) -> bool:
    return not row.text("kind") or "decision" in row.text("kind").lower()


def _at(row: Row) -> str:
    found = re.search(r"\d{1,3}", row.text("at"))
    return str(int(found[0])) if found else ""


def _step(row: Row, names: Mapping[str, str], numbers: Sequence[str]) -> Stop:
    leads = (*_led_to(row.text("back"), row.number, numbers), *_led_to(row.text("fails"), row.number, numbers))
    text = row.name("step")
    return Stop(
        row.number, text, names.get(row.text("actor"), NOBODY), bool(_DECIDES.search(text)), "", row.text("limit"),
        row.text("wait"), row.text("fails"), row.text("back") if leads else "", tuple(dict.fromkeys(leads)),
    )  # fmt: skip


def _decision(row: Row, at: Row, names: Mapping[str, str], numbers: Sequence[str]) -> Stop:
    leads_to = row.text("leads_to")
    actor = names.get(row.text("decider")) or names.get(at.text("actor"), NOBODY)
    leads = tuple(_led_to(leads_to, at.number, numbers))
    return Stop(at.number, row.text("asked"), actor, decides=True, leads_to=leads_to, leads=leads)


def _led_to(text: str, number: str, numbers: Sequence[str]) -> Iterator[str]:
    """The steps that a text names as where it goes on: not the next one, to which the way leads anyway."""
    following = dict(pairwise(numbers)).get(number)
    for found in _LEADS.finditer(text):
        at: re.Match[str] | None = found
        while at:
            one = str(int(at[1]))
            if one in numbers and one not in (number, following):
                yield one
            at = _MORE.match(text, at.end())


def _lanes(actors: Iterable[str]) -> dict[str, str]:
    """Actor as written to the name of the lane: `Ana Ruiz, lead` goes with `Ana Ruiz` where that stands by itself."""
    named = [actor for actor in actors if actor]
    alone = {actor.lower(): actor for actor in reversed(named)}
    return {actor: alone.get(re.split(r"\s*[,(;]", actor)[0].lower(), alone[actor.lower()]) for actor in named}
