"""What a rule kind is: a pure function from a draft and parameters to what was found."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import EvidenceRule
from showproof.model import Draft, Observation, Quote, Unit
from showproof.rules.view import View

MET, PARTLY, CLAIMED = 1.0, 0.5, 0.15
"""What a rule's result counts: all there, some of it, only the topic named."""

QUOTE_LENGTH = 160
"""Characters of the draft that a quote shows at most."""


class Case(NamedTuple):
    """What a rule judges: the draft, its type where known, and the rule's words and parameters."""

    view: View
    kind: ArtifactType | None
    rule: EvidenceRule

    @property
    def draft(self) -> Draft:
        """The draft itself."""
        return self.view.draft


class Found(NamedTuple):
    """How far a rule is met, from 0 to 1, with the places that show it."""

    strength: float
    evidence: tuple[Quote, ...] = ()
    detail: str = ""
    """What is missing, where the rule can name it better than its fixed words do."""


Rule = Callable[[Case], Found]


def grade(share: float) -> float:
    """A share from 0 to 1 as one of the four strengths that levels are made of."""
    if share >= 0.85:
        return MET
    if share >= 0.45:
        return PARTLY
    return CLAIMED if share > 0 else 0.0


def quote(observation: Observation) -> Quote:
    """The observation's words, cut at a word where they are long, with the place of exactly these words."""
    text = observation.text
    if len(text) <= QUOTE_LENGTH:
        return Quote(text, observation.location)
    cut = text.rfind(" ", 0, QUOTE_LENGTH)
    cut = cut if cut > QUOTE_LENGTH // 2 else QUOTE_LENGTH
    return Quote(text[:cut], observation.location.within(0, cut))


def quotes(units: Iterable[Unit], wanted: frozenset[str], most: int = 3) -> tuple[Quote, ...]:
    """The most telling statement of each unit: the one that shares most with what is wanted."""
    found = []
    for unit in units:
        best = max(unit.observations, key=lambda o: (len(wanted & (o.facets | o.traits)), min(len(o.text), 80)))
        found.append(quote(best))
        if len(found) == most:
            break
    return tuple(found)
