"""What a contradiction is: two places that cannot both be right, and a rule that is met where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from showproof.model import Observation, Quote
from showproof.rules.base import MET, PARTLY, Case, Found, quote
from showproof.rules.told_as_fact import cited

if TYPE_CHECKING:
    from showproof.rules.view import View

SHOWN = 4
"""Places that are shown where more contradict each other."""


class Dispute(NamedTuple):
    """Places of one draft that cannot both be right."""

    say: str
    """What disagrees, as one plain sentence."""
    quotes: tuple[Quote, ...]
    """The words that disagree, each at its place."""
    said: tuple[str, ...]
    """The whole statements that they stand in, as quotes show them."""
    slip: bool = False
    """Whether it is a small thing, such as a weekday, on which nothing else rests."""
    cited: bool = False
    """Whether one of the places is in quotation marks: an example, or what others said."""


Check = Callable[["View"], Iterator[Dispute]]
"""Looks for one kind of contradiction in a draft."""


def dispute(say: str, *places: tuple[Observation, int, int], slip: bool = False) -> Dispute:
    """A contradiction of the spans of some statements."""
    said = tuple(quote(observation).quote for observation, _, _ in places)
    quoted = any(cited(observation.text, start, end) for observation, start, end in places)
    return Dispute(say, tuple(span(*place) for place in places), said, slip, quoted)


def whole(observation: Observation) -> tuple[Observation, int, int]:
    """A statement with its whole length as the span that disagrees."""
    return observation, 0, min(len(observation.text), 160)


def span(observation: Observation, start: int, end: int) -> Quote:
    """The words of a statement from `start` to `end`, at exactly their place."""
    return Quote(observation.text[start:end], observation.location.within(start, end))


def agreed(case: Case, *checks: Check) -> Found:
    """Met where the checks find no contradiction; unmet at the first one, with its places."""
    wrong = [found for check in checks for found in case.view.disputed(check)]
    if wrong:
        return Found(0.0, tuple(place for found in wrong for place in found.quotes)[:SHOWN], wrong[0].say)
    return Found(MET)


def agreed_but_for_slips(case: Case, *checks: Check) -> Found:
    """The same, but partly met where there are slips only."""
    found = agreed(case, *checks)
    slips = all(one.slip for check in checks for one in case.view.disputed(check))
    return found._replace(strength=PARTLY) if found.strength < MET and slips else found
