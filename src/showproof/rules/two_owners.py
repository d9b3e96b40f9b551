"""One task with two owners: `Dana Whitfield owns the rollback`, and behind the label: `Rollback owner: Luis Ortega`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.dispute import Dispute, dispute, whole
from showproof.rules.name_words import name_words
from showproof.rules.view import View

_PERSON = r"[A-Z][a-z]+(?: [A-Z][a-z'’-]+){0,2}"
_OWNS = re.compile(
    rf"^({_PERSON}) (?:owns|is the owner of|is responsible for) (?:the |our )?([a-z][a-z -]{{2,40}}?)(?=[.,;]| and\b|$)"
)
_LABEL = r"^(?:owner of (?:the )?([a-z -]{3,40})|([a-z -]{3,40}) owner)$"
_OTHER_TIME = (
    r"(?i)\b(?:if|until|from|since|when|away|deputy|backup|stand-in|then|was|former|before|after|night|weekend"
    r"|week)\b"
)
_ROLES = name_words(
    "task process risk action step measure control document system data product service business policy"
)
"""Words of labels such as "process owner", which name no task."""


class Owned(NamedTuple):
    """A task with the one person who is said to own it."""

    task: frozenset[str]
    owner: str
    observation: Observation


def two_owners(view: View) -> Iterator[Dispute]:
    """Two places that give one task to two persons of whom neither takes the other's place."""
    owned = [one for unit in view.draft.units if unit.table < 0 for one in _owned(unit)]
    for one, other in combinations(owned, 2):
        if one.task == other.task and one.owner.split()[0] != other.owner.split()[0]:
            fault = f"it belongs to {one.owner} in one place and to {other.owner} in another"
            yield dispute(fault, whole(one.observation), whole(other.observation))


def _owned(unit: Unit) -> Iterator[Owned]:
    """The task and the person of a sentence that says who owns it, and of a label that does."""
    for observation in unit.observations:
        text = observation.text.strip()
        if "person" not in observation.traits or re.search(_OTHER_TIME, text):
            continue
        said, label = _OWNS.match(text), re.match(_LABEL, observation.label)
        if said and (task := name_words(said[2])):
            yield Owned(task, said[1], observation)
        elif label and re.fullmatch(_PERSON, text) and (task := name_words(label[1] or label[2]) - _ROLES):
            yield Owned(task, text, observation)
