"""What a statement carries: kinds of value, persons, conditions, names of things."""

from __future__ import annotations

import re

from showproof.reading.people import People, Roster
from showproof.reading.vocabulary import ROLE, SELF, TRAIT, Vocabulary
from showproof.values import Value, find_values

QUANTITIES = frozenset(("number", "money", "percent", "points", "ratio", "duration"))
WHENS = frozenset(("date", "time", "cadence", "quarter", "duration"))

_THING = re.compile(
    r"(?<![\w.])(?:[A-Z][a-z]+[A-Z]\w*|[A-Z]{1,6}[-_ ]?\d{2,}[\w-]*|[A-Z]{1,4}-[A-Z]{0,3}\d+|[a-z]+_[a-z_]+|#\d+"
    r"|[\w-]+\.(?:csv|xlsx|sql|py|json|xml|log))\b"
    r"|[“\"`][^”\"`]{2,60}[”\"`]"
)
"""Names of things that one could look up: record ids, field and file names, quoted words of a form or message."""


Told = tuple[frozenset[str], frozenset[str], tuple[Value, ...]]
"""Facets by cue, traits, typed values."""


def read_statement(text: str, words: Vocabulary, roster: Roster) -> Told:
    """What one statement says by its own words."""
    names = words.cues.names(text)
    facets = frozenset(name for name in names if not name.startswith(TRAIT))
    traits = {name[1:] for name in names if name.startswith(TRAIT)}
    values = find_values(text)
    for value in values:
        traits.add(value.kind)
        if value.kind in QUANTITIES:
            traits.add("quantity")
        if value.kind in WHENS:
            traits.add("when")
        if value.comparator:
            traits.add("comparator")
    if words.people.persons(text, roster):
        traits |= {"person", "owner"}
    elif ROLE in traits or SELF in traits:
        # `I` takes the action on; `we` names nobody.
        traits.add("owner")
    if _THING.search(text):
        traits.add("thing")
    if traits & {"quantity", "when", "person", "thing"}:
        traits.add("particular")
    return facets, frozenset(traits), values


def read_owner_cell(text: str, people: People) -> frozenset[str]:
    """Traits of a cell that stands in an owner's column."""
    if people.names_owner(text):
        return frozenset(("owner", "particular"))
    return frozenset(("group",)) if people.is_group(text) else frozenset()
