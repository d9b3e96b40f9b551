"""What a text is built on, counted twice: `built on 14 calls`, and further down `of the 11 calls`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.figures import exact
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value

_SOURCES = (
    "calls|talks|interviews|conversations|sessions|answers|responses|surveys|tickets|cases|files|records|reviews"
    "|visits|documents|contracts|letters|invoices|claims|orders|drafts|recordings|chats|comments|readers|people"
    "|respondents|participants|customers|clients|sites|branches|teams|workshops|observations|samples|checks|audits"
    "|deals|incidents"
)
"""What people count when they say how much they looked at."""
_MADE = (
    r"\b(?:built on|based on|rests? on|draws? on|drawn from|comes? from|held|ran|made|read|listened to|went through"
    r"|looked at|looked through|reviewed|talked (?:to|with)|spoke (?:to|with)|interviewed|sampled|checked|counted"
    r"|surveyed|visited|collected|conducted|did|sample(?: of|:)|evidence:|sources?:|basis:)"
    r"(?: in| with| all)?(?: about| around)? $"
)
_DEFINITE = r"\b(?:of|across|in|from|over|all|among) (?:all )?(?:the|these|those|our|my|all) $"
_AND_MORE = (
    r"\b(?:and|plus|as well as|besides) (?:another |a further )?"
    r"(?:[0-9]+ |two|three|four|five|six|seven|eight|nine|ten)\b"
)
_FEW = Decimal(5)
"""Counts below this are parts more often than wholes."""
_PART = (
    r"^ (?:that|which|who|where|without|with (?!the )|in (?:may|june|july|march|april|week|q\d)|after|before|from"
    r"|since|of|by|for|on|not"
    r"|we lost|left)\b"
)
"""Words behind a count that make it one part of the things."""
_SHORTER = (
    r"\b(?:left out|excluded|dropped|removed|discarded|no[- ]shows?|cancel\w+|unusable|duplicates?|remaining|more"
    r"|further|additional|another|second (?:round|sample)|first round|usable|valid|planned|later|earlier|added)\b"
)
"""Words that say why a second count is another one."""


class Count(NamedTuple):
    """A count of things that were looked at."""

    observation: Observation
    value: Value
    noun: str

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The count's own words."""
        return self.observation, self.value.start, self.value.end


def two_bases(view: View) -> Iterator[Dispute]:
    """`The 11 calls` where 14 calls were made, 11 was said of nothing before, and nothing says what became of three."""
    made: defaultdict[str, list[Count]] = defaultdict(list)
    spoken: defaultdict[str, list[Count]] = defaultdict(list)
    told: list[tuple[Observation, Value]] = []
    for unit in view.draft.units:
        if "number" not in unit.traits:
            continue
        for observation in unit.observations:
            for value in observation.values:
                if value.kind not in ("number", "ratio") or value.low is None:
                    continue
                told.append((observation, value))
                definite = bool(re.search(_DEFINITE, words_before(observation, value)))
                if count := _count(observation, value, definite):
                    (spoken if definite else made)[count.noun].append(count)
    for noun, counts in spoken.items():
        bases = [count for count in made[noun] if re.search(_MADE, words_before(count.observation, count.value))]
        if len(made[noun]) == len(bases) == 1 and (wrong := _unexplained(bases[0], counts, told)):
            fault = f"it is {bases[0].value.low:,f} {noun} in one place and {wrong.value.low:,f} {noun} in another"
            yield dispute(fault, bases[0].place, wrong.place)


def _count(observation: Observation, value: Value, definite: bool) -> Count | None:
    """A count with its noun; none where it is one part of the things that were spoken of."""
    if value.kind != "number" or not exact(value) or value.low is None or value.low < _FEW:
        return None
    behind = words_behind(observation, value)
    found = re.search(rf"\b({_SOURCES})$", value.unit) if value.unit else None
    bare = None if found else re.match(rf"^ (?:[a-z-]+ )?({_SOURCES})\b", behind)
    if not found and not bare:
        return None
    after = behind[bare.end() :] if bare else behind
    if (definite and re.match(_PART, after)) or re.search(_SHORTER, observation.text.lower()):
        return None
    return Count(observation, value, found[1] if found else bare[1] if bare else "")


def _unexplained(base: Count, counts: list[Count], told: list[tuple[Observation, Value]]) -> Count | None:
    """The first count of the whole that is neither told elsewhere nor made of the base and another figure."""
    for count in counts:
        size, whole = count.value.low, base.value.low
        if size is None or whole is None:
            continue
        again = any(value.low == size and observation is not count.observation for observation, value in told)
        if size > whole and re.search(_AND_MORE, words_behind(base.observation, base.value)):
            continue
        if size != whole and not again and not any(_explains(abs(whole - size), base, *one) for one in told):
            return count
    return None


def _explains(difference: Decimal, base: Count, observation: Observation, value: Value) -> bool:
    """Whether a figure says what became of the difference: beside the base, of the same things, or as left out."""
    if value.low != difference:
        return False
    return (
        observation is base.observation
        or value.unit.endswith(base.noun)
        or bool(re.search(_SHORTER, observation.text.lower()))
    )
