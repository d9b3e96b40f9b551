"""Whether files agree: definitions, figures and owners of the same thing, and what rules call contradictions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from showproof.model import Quote
from showproof.portfolio.both import contradictions_between
from showproof.portfolio.facts import Fact, facts_of
from showproof.portfolio.taken import Taken
from showproof.portfolio.tracks import same_workflow
from showproof.proof import Check, Place
from showproof.receipts import quotes_as_written
from showproof.rules.base import quote
from showproof.rules.figures import COUNTED, bounds, exact, of_one_measure
from showproof.rules.name_words import name_words
from showproof.values import find_values

_CLOCKS = ("working", "business", "calendar", "clock", "weekday", "wall-clock")
_SAME_CLOCK = {"business": "working", "weekday": "working", "clock": "calendar", "wall-clock": "calendar"}
_ENDS = r"\b(?:until|to|stops? (?:when|at|with)|ends? (?:when|at|with)) (?:the )?([a-z][a-z -]{3,40})"
_LEFT_OUT = r"\b(?:excludes?|excluding|without|not counted|do(?:es)? not count|leaves? out|except)\b"
_TAKEN_IN = r"\b(?:includes?|including|counts? too|also counts?)\b"
_SHOWN = 4
"""Disagreements that a check names; more are counted."""


class Said(NamedTuple):
    """A fact and the draft that says it."""

    draft: Taken
    fact: Fact


Differ = Callable[[Fact, Fact], str]
"""Says how two facts of one aspect disagree; nothing where they agree."""


def agreement(drafts: Sequence[Taken]) -> Iterator[Check]:
    """One check each for definitions, figures and owners; two versions of one draft are not held against each other."""
    said = [Said(one, fact) for one in drafts for fact in facts_of(one.draft)]
    figures = [found for pair in combinations(drafts, 2) if comparable(*pair) for found in _contradicted(*pair)]
    yield _check("definitions", "measures are defined the same", *_compared(said, ("definition",), _definitions))
    aspects = tuple(dict.fromkeys(one.fact.aspect for one in said if one.fact.value))
    pairs, found = _compared(said, aspects, _figures)
    yield _check("figures", "figures of the same thing agree", pairs, [*found, *figures])
    yield _check("owners", "the same thing has the same owner", *_compared(said, ("owner",), _owners))


def comparable(one: Taken, other: Taken) -> bool:
    """Whether two drafts must agree: two artifacts on one workflow, and not two versions of one."""
    same_type = bool(one.card.artifact.value) and one.card.artifact.value == other.card.artifact.value
    versions = same_type and name_words(one.workflow) == name_words(other.workflow)
    return not versions and same_workflow(one, other)


Found = tuple[str, tuple[Place, ...]]


def _compared(said: Sequence[Said], aspects: Sequence[str], differ: Differ) -> tuple[int, list[Found]]:
    """(facts of one thing that two drafts have, what disagrees among them)."""
    compared = 0
    found: list[Found] = []
    for one, other in combinations(said, 2):
        first, second = one.fact, other.fact
        if first.aspect not in aspects or first.aspect != second.aspect or first.name != second.name:
            continue
        if one.draft is other.draft or not comparable(one.draft, other.draft) or first.periods != second.periods:
            continue
        compared += 1
        if how := differ(first, second):
            found.append((f"{first.called}: {how}", (_place(one), _place(other))))
    return compared, found


def _place(said: Said) -> Place:
    shown = quotes_as_written((quote(said.fact.observation),), said.draft.draft.outline)
    return Place(said.draft.file, shown[0])


def _contradicted(one: Taken, other: Taken) -> Iterator[Found]:
    for say, first, second in contradictions_between(one.draft, other.draft):
        yield say, (_as_place(one, first), _as_place(other, second))


def _as_place(one: Taken, shown: Quote) -> Place:
    return Place(one.file, quotes_as_written((shown,), one.draft.outline)[0])


def _check(name: str, good: str, compared: int, found: list[Found]) -> Check:
    """What one check says: the first disagreements with their places, or how much agrees."""
    once = {tuple(sorted((place.file, place.quote.location) for place in places)): one for one in reversed(found)
            for places in (one[1],)}  # fmt: skip
    faults = list(reversed(once.values()))
    if faults:
        more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        say = "; ".join(say for say, _ in faults[:_SHOWN]) + more
        return Check(name, "warning", say, tuple(place for _, places in faults[:_SHOWN] for place in places))
    if not compared:
        return Check(name, "unknown", "no two drafts say this of the same thing")
    return Check(name, "holds", f"{good} ({compared} compared)")


def _definitions(one: Fact, other: Fact) -> str:
    """Two clocks, two figures, two ends, or something left out here and taken in there."""
    clocks = [_clock(fact.text) for fact in (one, other)]
    if all(clocks) and clocks[0] != clocks[1]:
        return f"counted in {clocks[0]} time in one and {clocks[1]} time in the other"
    figures = [[v for v in find_values(fact.text) if v.kind in COUNTED and exact(v)] for fact in (one, other)]
    if all(len(some) == 1 for some in figures):
        first, second = figures[0][0], figures[1][0]
        if of_one_measure(first, second) and not bounds(first).meets(bounds(second)):
            return f"{first.text} in one and {second.text} in the other"
    ends = [name_words(found[1]) if (found := re.search(_ENDS, fact.text.lower())) else None for fact in (one, other)]
    if ends[0] and ends[1] and not ends[0] & ends[1]:
        return "the clock stops at two different points"
    for first_fact, second_fact in ((one, other), (other, one)):
        left, taken = _behind(_LEFT_OUT, first_fact.text), _behind(_TAKEN_IN, second_fact.text)
        if left & taken:
            return "what one leaves out the other takes in"
    return ""


def _clock(text: str) -> str:
    found = {
        _SAME_CLOCK.get(word, word) for word in _CLOCKS if re.search(rf"\b{word}[ -](?:hour|day|minute)", text.lower())
    }
    return found.pop() if len(found) == 1 else ""


def _behind(pattern: str, text: str) -> frozenset[str]:
    found = re.search(pattern + r"([^.;]*)", text.lower())
    return name_words(found[1]) if found else frozenset()


def _figures(one: Fact, other: Fact) -> str:
    first, second = one.value, other.value
    if first is None or second is None or not of_one_measure(first, second) or bounds(first).meets(bounds(second)):
        return ""
    return f"the {one.aspect} is {first.text} in one and {second.text} in the other"


def _owners(one: Fact, other: Fact) -> str:
    """Two persons; a role, a team or a first name for a full one is no disagreement."""
    if not all("person" in fact.observation.traits for fact in (one, other)):
        return ""
    first, second = (set(re.findall(r"[A-Z][\w’'-]+", fact.text)) for fact in (one, other))
    return "" if first & second else f"{one.text.strip()} in one and {other.text.strip()} in the other"
