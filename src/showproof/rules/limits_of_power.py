"""How much one role may do alone, told twice: `the desk lead may release up to $25,000`, and elsewhere $40,000."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.figures import exact
from showproof.rules.name_words import name_words
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value

_DEEDS = (
    ("release", r"\breleas\w*"),
    ("approve", r"\bapprov\w*"),
    ("sign", r"\bsign(?:s|ed|ing|off)?\b"),
    ("refund", r"\brefund\w*"),
    ("spend", r"\bspend\w*"),
    ("pay", r"\bpay(?:s|out|outs|ment|ments)?\b"),
    ("write off", r"\bwrit\w+[- ]offs?\b|\bwrite it off\b"),
    ("credit", r"\bcredit\w*"),
    ("waive", r"\bwaiv\w*"),
    ("discount", r"\bdiscount\w*"),
    ("order", r"\border\w*|\bpurchas\w*|\bbuy\w*"),
    ("decide", r"\bdecid\w*"),
    ("settle", r"\bsettl\w*"),
)
"""What a role may do up to a limit."""
_ALONE = (
    r"(?: (?:the|a|an|our|each|every))? ([a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?)"
    r" (?:alone|decides|approves|signs|releases|may)\b"
)
_MAY = (
    r"(?:^|\b(?:the|a|an|our|each|every) |[.;:,] )([a-z][a-z-]*(?: [a-z][a-z-]*){0,3}?)"
    r" (?:may|can|is allowed to|has the right to|is free to|alone may)\b[^.;]*$"
)
_UP_TO = r"\bup to\b|\bat most\b|\bmay\b|\blimit\b"
"""What the head of a column of limits says."""
_OTHER_CASE = (
    r"^for\b|\bin (?:the )?case of\b"
    r"|\b(?:if|unless|when|during|in (?:the )?(?:peak|q[1-4]|january|december|\w+ quarter)|until|since|now|old|new"
    r"|from (?:now|january)|before|used to|was|were|raise\w*|lower\w*|instead|proposed?|first|second|would"
    r"|per (?:day|week|month))\b"
)
"""Words that make it another time, another case or a thought."""
_VERBS = name_words("release approve sign spend write off waive order decide settle")
_LIMITED = frozenset(("<=", "<"))


class Power(NamedTuple):
    """A limit up to which a role may do something."""

    role: frozenset[str]
    deeds: frozenset[str]
    object: frozenset[str]
    """What it may be done with, where that stands between "may" and the limit."""
    observation: Observation
    limit: Value

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The limit's own words."""
        return self.observation, self.limit.start, self.limit.end


def two_powers(view: View) -> Iterator[Dispute]:
    """A role with two limits for one deed, in two statements of which neither says that it is another case."""
    by_role: defaultdict[frozenset[str], list[Power]] = defaultdict(list)
    for unit in view.draft.units:
        if unit.traits & {"money", "percent"}:
            for power in _powers(unit):
                by_role[power.role].append(power)
    for powers in by_role.values():
        for one, other in combinations(powers, 2):
            if one.observation is not other.observation and _alike(one, other) and one.limit.low != other.limit.low:
                deed = min(one.deeds & other.deeds)
                first, second = _plain(one.limit), _plain(other.limit)
                fault = f"one role may {deed} up to {first} in one place and up to {second} in another"
                yield dispute(fault, one.place, other.place)


def _alike(one: Power, other: Power) -> bool:
    """Whether both limit the same deed on the same thing, as far as they name it."""
    if not one.deeds & other.deeds or (one.limit.kind, one.limit.unit) != (other.limit.kind, other.limit.unit):
        return False
    return not (one.object and other.object) or bool((one.object & other.object) - _VERBS)


def _plain(limit: Value) -> str:
    """A limit without the words that make it one."""
    return re.sub(r"(?i)^(?:up to|at most|not more than|no more than|maximum|max\.?) ", "", limit.text)


def _powers(unit: Unit) -> Iterator[Power]:
    """The limits that a unit gives to a role, with what may be done up to them."""
    row = unit.text.lower() if unit.kind == "row" else ""
    for observation in unit.observations:
        for value in observation.values:
            limited = value.comparator in _LIMITED or (exact(value) and re.search(_UP_TO, observation.label))
            if value.kind not in ("money", "percent") or not limited:
                continue
            before = re.split(r"[.;]", words_before(observation, value))[-1].lstrip()
            behind = re.split(r"[.;]", words_behind(observation, value))[0]
            role = _role(unit, observation, before, behind)
            deeds = _deeds(f"{before} {behind[:24]}") or _deeds(f"{observation.label} {row}")
            if role and deeds and not re.search(_OTHER_CASE, f"{before} {behind}"):
                told = (
                    name_words(re.split(r"\b(?:may|can)\b", before)[-1]) if role <= name_words(before) else frozenset()
                )
                yield Power(role, deeds, told, observation, value)


def _role(unit: Unit, observation: Observation, before: str, behind: str) -> frozenset[str]:
    """Who may: the words before "may" or behind the limit, or the first cell of a row in a column of limits."""
    found = re.search(_MAY, before) or re.match(_ALONE, behind)
    if found:
        return name_words(found[1])
    first = unit.observations[0]
    if unit.kind == "row" and observation is not first and re.search(_UP_TO, observation.label):
        return name_words(first.text) if len(first.text) <= 40 and "group" not in first.traits else frozenset()
    return frozenset()


def _deeds(text: str) -> frozenset[str]:
    return frozenset(name for name, form in _DEEDS if re.search(form, text))
