"""What a statement carries: kinds of value, persons, conditions, names of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from showproof.reading.people import People, Roster
from showproof.reading.vocabulary import ROLE, SELF, TRAIT, Vocabulary
from showproof.values import Value, find_values

QUANTITIES = frozenset(("number", "money", "percent", "points", "ratio", "duration"))
WHENS = frozenset(("date", "time", "cadence", "quarter", "duration"))
_BY_KIND = {
    kind: frozenset((kind, *(("quantity",) if kind in QUANTITIES else ()), *(("when",) if kind in WHENS else ())))
    for kind in QUANTITIES | WHENS
}
"""Kind of value to the traits of a statement that holds one."""
_COMPARED, _OWNED, _TOLD = frozenset(("comparator",)), frozenset(("owner",)), frozenset(("particular",))
_NAMED, _THINGS = frozenset(("person", "owner")), frozenset(("thing", "particular"))
_PARTICULAR = frozenset(("quantity", "when", "person", "thing"))

_CODE = re.compile(r"[A-Z](?<![\w.].)(?:[a-z]++[A-Z]\w*|[A-Z]{0,5}[-_ ]?\d{2,}[\w-]*|[A-Z]{0,3}-[A-Z]{0,3}\d+)\b")
_MARK = re.compile(r"[_#“\"`.](?:(?<!\.)|(?:csv|xlsx|sql|py|json|xml|log)\b)")
_MARKED = re.compile(
    r"(?<![\w.])(?:[a-z]++_[a-z_]+|#\d+|[\w-]++\.(?:csv|xlsx|sql|py|json|xml|log))\b|[“\"`][^”\"`]{2,60}[”\"`]"
)
"""Names of things that one could look up: record ids; field and file names, quoted words of a form or message."""


Told = tuple[frozenset[str], frozenset[str], tuple[Value, ...]]
"""Facets by cue, traits, typed values."""


def read_statements(texts: Sequence[str], words: Vocabulary, roster: Roster) -> dict[str, Told]:
    """What each statement says by its own words."""
    named = [words.cues.names(text) for text in texts]
    values = [find_values(text) for text in texts]
    persons = [bool(words.people.persons(text, roster)) for text in texts]
    things = [_names_thing(text) for text in texts]
    return dict(zip(texts, map(_told, named, values, persons, things), strict=True))


def _told(names: frozenset[str], values: tuple[Value, ...], person: bool, thing: bool) -> Told:
    facets, traits = _parted(names)
    if values:
        traits = traits.union(*[_BY_KIND[value.kind] for value in values])
        if any(value.comparator for value in values):
            traits |= _COMPARED
        if any(value.ambiguous.endswith(f" of {value.text.rpartition('/')[2]}") for value in values if value.ambiguous):
            traits |= _BY_KIND["ratio"]  # `6/6` is the sixth of June or all six
    if person:
        traits |= _NAMED
    elif ROLE in traits or SELF in traits:
        # `I` takes the action on; `we` names nobody.
        traits |= _OWNED
    if thing:
        traits |= _THINGS
    elif not traits.isdisjoint(_PARTICULAR):
        traits |= _TOLD
    return facets, traits, values


def _names_thing(text: str) -> bool:
    return bool(_CODE.search(text) or (_MARK.search(text) and _MARKED.search(text)))


@lru_cache(maxsize=10_000)
def _parted(names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Facets, and traits without their mark."""
    return (
        frozenset(name for name in names if not name.startswith(TRAIT)),
        frozenset(name[1:] for name in names if name.startswith(TRAIT)),
    )


def holds_only(values: Sequence[Value], text: str) -> bool:
    """Whether a cell holds nothing but figures and dates, and the few words around them."""
    left = len(text.split()) - sum(len(value.text.split()) for value in values)
    return left <= 3 and not _names_thing(text)


def read_owner_cell(text: str, people: People) -> frozenset[str]:
    """Traits of a cell that stands in an owner's column."""
    if people.names_owner(text):
        return frozenset(("owner", "particular"))
    return frozenset(("group",)) if people.is_group(text) else frozenset()
