"""Vocabulary without content: word lists, the same statement again and again, hidden text.

Bad: "SLA, escalation, rollback, root cause, KPI, governance, guardrails, showback."
Good: any one of these words in a sentence that says who does what at which level.
"""

from __future__ import annotations

from collections import Counter

from showproof.formats.instructions import guides
from showproof.model import Observation, Quote
from showproof.rules.base import quote
from showproof.rules.signals.base import Suspect
from showproof.rules.view import ANCHORS

LEAST_TOPICS = 4
"""Topics of one text from which it is a list of them."""
LEAST_HIDDEN = 8
"""Words of a hidden text that is more than a remark."""


def stuffs(suspect: Suspect) -> tuple[Quote, ...] | None:
    """Comma lists of topics, statements repeated word for word, or hidden text that speaks of the rubric's topics."""
    draft = suspect.draft
    observations = [observation for unit in draft.units for observation in unit.observations]
    lists = [observation for observation in observations if _word_list(observation)]
    repeated = _repeated(observations)
    hidden = [_hidden(one) for one in draft.hidden if _is_stuffing(one)]
    if len(lists) >= 2 or len(repeated) * 4 >= max(8, len(observations)) or (lists and _mostly(lists, observations)):
        return tuple(quote(observation) for observation in (lists + repeated)[:3])
    return tuple(hidden[:3]) or None


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


def _repeated(observations: list[Observation]) -> list[Observation]:
    """Statements of eight words or more that stand at least three times."""
    long = [
        (observation.text.lower(), observation) for observation in observations if len(observation.text.split()) >= 8
    ]
    texts = Counter(text for text, observation in long)
    return [observation for text, observation in long if texts[text] >= 3]
