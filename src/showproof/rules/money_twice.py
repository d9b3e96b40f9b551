"""A sum of money that has one value, told with two: the value of the contract, the saving of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.figures import bounds, exact
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value

_ONE_SUM = (
    r"(contract value|contract price|purchase price|total cost|total savings?|annual savings?|yearly savings?"
    r"|project budget|total budget|annual fee|license fee)"
)
_SAID = rf"\b(?:the|our|its|an|a|this)? ?{_ONE_SUM} (?:of|is|comes to|amounts to)(?: about)? $"
_SAVES = r"\b(?:saves?|saving)(?: us| the company| about| some| roughly)* $"
_YEARLY = r"^,? (?:a|per|each|every) year\b"
_APART = (
    r"\b(?:old|previous\w*|former|rose|fell|grew|was|were|would|could|if|option|scenario|before|first|second|renewal|per"
    r"|planned|originally|instead|without|up to|best|worst|case|of which|each|another|additional|extra|pilot|net|gross"
    r"|after|less|claimed?|estimate\w*|forecast|target|goal)\b"
)
_TOTAL_ROW = r"^\W*(?:grand )?total\b"


class Amount(NamedTuple):
    """A figure with the name of what it is."""

    name: str
    observation: Observation
    value: Value

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The figure's own words."""
        return self.observation, self.value.start, self.value.end


def money_twice(view: View) -> Iterator[Dispute]:
    """Each named sum against the first of its name, and the saving of a year against the total of its table."""
    known: dict[str, Amount] = {}
    for amount in _amounts(view):
        first = known.setdefault(amount.name, amount)
        if first.value.unit == amount.value.unit and not bounds(first.value).meets(bounds(amount.value)):
            fault = f"the {amount.name} is {first.value.text} in one place and {amount.value.text} in another"
            yield dispute(fault, first.place, amount.place)


def _amounts(view: View) -> Iterator[Amount]:
    """The sums of money that are told as the one of their name."""
    for unit in view.draft.units:
        for observation in unit.observations if "money" in unit.traits else ():
            for value in observation.values:
                if value.kind == "money" and exact(value) and (name := _name(observation, value)):
                    yield Amount(name, observation, value)
        first = unit.observations[0]
        if unit.kind == "row" and re.match(_TOTAL_ROW, first.text.lower()):
            for cell in unit.observations[1:]:
                yearly = re.search(r"\bsavings?\b", cell.label) and re.search(r"\byear|\bannual", cell.label)
                if yearly and len(cell.values) == 1 and cell.values[0].kind == "money" and exact(cell.values[0]):
                    yield Amount("saving of a year", cell, cell.values[0])


def _name(observation: Observation, value: Value) -> str:
    """The name of a sum, by its label or the words right before it; none where words make it another one."""
    before, behind = re.split(r"[.;]", words_before(observation, value))[-1], words_behind(observation, value)
    if re.search(_APART, f"{before} {behind[:40]}".replace(" per year", "")):
        return ""
    if len(observation.values) == 1 and re.fullmatch(_ONE_SUM, observation.label):
        return observation.label.removesuffix("s")
    if re.search(_SAVES, before) and re.match(_YEARLY, behind) and len(observation.values) == 1:
        return "saving of a year"
    found = re.search(_SAID, before)
    return found[1].removesuffix("s") if found else ""
