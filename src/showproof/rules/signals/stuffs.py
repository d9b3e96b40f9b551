"""Vocabulary without content: word lists, the same statements again and again, lines of no text, hidden text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from showproof.formats.instructions import guides
from showproof.model import Observation, Quote, Unit
from showproof.rules.base import quote
from showproof.rules.signals.base import Suspect
from showproof.rules.view import ANCHORS, View

LEAST_TOPICS = 4
"""Topics of one text from which it is a list of them."""
SAME = 6
"""Places with one and the same answer from which it was put in without looking at the question."""
LEAST_HIDDEN = 8
"""Words of a hidden text that is more than a remark."""
LONG, ALIKE = 5, 0.75
"""Runs of words from which a statement is no short answer, and the share of them that makes it the same as others."""
AGAIN = ((3, 1 / 3), (2, 2 / 3))
"""How often a run of words stands that is repeated, and the share of a text from which it is stuffed with such runs."""


def stuffs(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Comma lists of topics, the same again and again, lines that do not make a text, or topics in hidden text."""
    draft = suspect.draft
    observations = [observation for unit in draft.units for observation in unit.observations]
    lists = [observation for observation in observations if _word_list(observation)]
    repeated = _repeated(suspect.view) or _one_answer(observations)
    if len(lists) >= 2 or repeated or (lists and _mostly(lists, observations)):
        return tuple(quote(observation) for observation in (lists + repeated)[:3])
    hidden = tuple(_hidden(one) for one in draft.hidden if _is_stuffing(one))
    return suspect.view.apart or hidden[:3] or None


def _is_stuffing(hidden: Observation) -> bool:
    """Whether hidden text speaks of several topics, and is no guidance for whoever fills a template."""
    words = len(hidden.text.split())
    return words >= LEAST_HIDDEN and len(hidden.facets) >= LEAST_TOPICS and not guides(hidden.text)


def _hidden(hidden: Observation) -> Quote:
    """The first words of a hidden text; in a document it has no characters of its own among those that show."""
    text, where = hidden.text[:80], hidden.location
    return Quote(text, where.within(0, len(text)) if where.end > where.start or where.end_line else where)


def _word_list(observation: Observation) -> bool:
    """Six or more short pieces between commas, on several topics, with nothing particular in them."""
    if len(observation.facets) < LEAST_TOPICS or observation.traits & ANCHORS:
        return False
    pieces = [piece.split() for piece in observation.text.replace(";", ",").replace("|", ",").split(",")]
    short = [piece for piece in pieces if 0 < len(piece) <= 3]
    return len(short) >= 6 and len(short) * 5 >= len(pieces) * 4


def _mostly(lists: list[Observation], observations: list[Observation]) -> bool:
    words = sum(len(observation.text.split()) for observation in observations)
    return sum(len(observation.text.split()) for observation in lists) * 3 >= words


def _repeated(view: View) -> list[Observation]:
    """Statements and rows that stand three times and are a third of the text, or twice and are two thirds of it."""
    told = [(unit, view.runs(unit.text)) for unit in view.draft.units]
    times = Counter(run for _, own in told for run in own)
    long = [(unit, own) for unit, own in told if len(own) >= LONG]
    for often, much in AGAIN:
        again = [unit for unit, own in long if sum(times[run] >= often for run in own) >= ALIKE * len(own)]
        if again and _words(again) >= much * _words(unit for unit, _ in told):
            return [max(unit.observations, key=lambda observation: len(observation.text)) for unit in again]
    return []


def _one_answer(observations: list[Observation]) -> list[Observation]:
    """The same answer of several words in a quarter of all places: nobody has one answer to so many questions."""
    times = Counter(observation.text for observation in observations if len(observation.text.split()) >= LONG)
    text, often = next(iter(times.most_common(1)), ("", 0))
    if often < SAME or often * 4 < len(observations):
        return []
    return [observation for observation in observations if observation.text == text]


def _words(units: Iterable[Unit]) -> int:
    return sum(len(unit.text.split()) for unit in units)
