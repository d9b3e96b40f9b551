"""What a rule or a flag looks for, in words: its kind and its parameters."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from inspect import getdoc
from typing import Any, NamedTuple

from showproof.catalog.page import Given, KindPage
from showproof.catalog.rubric import EvidenceRule, Facet, Flag
from showproof.rules import RULES
from showproof.rules.signals import SIGNALS
from showproof.rules.statement import NEEDS


class Words(NamedTuple):
    """Names of the catalogue in words."""

    facets: Mapping[str, Facet]
    pages: Mapping[str, KindPage]

    def kind_line(self, kind: str) -> str:
        """What a kind of rule or of flag looks for, in a sentence."""
        return kind_lines()[kind]

    def parameters(self, one: EvidenceRule | Flag | Given, kind: str) -> tuple[str, ...]:
        """Each parameter that the kind reads, with what it is set to; those left at nothing are not said."""
        page = self.pages.get(kind)
        meanings = page.parameters if page else {}
        return tuple(
            f"{meaning}: {said}" if said else meaning
            for name, meaning in meanings.items()
            for said in self._set(one, name)
        )

    def bounds(self, flag: Flag) -> tuple[str, ...]:
        """Which drafts a flag is not for, and how high one with it can get."""
        due = "; ".join(self.named(name) for name in flag.due)
        return tuple(
            said
            for holds, said in (
                (flag.due, f"only where the type, or a heading of the draft, is about: {due}"),
                (flag.told < 1, f"not where more than {flag.told:.0%} of the statements could be checked"),
                (flag.cap < 4, f"a draft with it reaches level {flag.cap} overall at most"),
            )
            if holds
        )

    def _set(self, one: EvidenceRule | Flag | Given, name: str) -> Iterator[str]:
        """What a parameter is set to, in words; nothing for a switch that is on; no entry where it is not set."""
        value: bool | int | float | tuple[str, ...] = getattr(one, name, ())
        if isinstance(value, bool):
            yield from [""] if value else []
        elif isinstance(value, float):
            yield from [f"{value:.0%}"] if value else []
        elif isinstance(value, int):
            yield str(value)
        elif value and name == "terms" and isinstance(one, EvidenceRule):
            yield ", ".join(f"“{term}”" for term in value)
        elif value:
            yield "; ".join(self.named(term) for term in value)

    def named(self, need: str) -> str:
        """A facet or trait in words; of `a|b`, either."""
        return " or ".join(dict.fromkeys(self._one(name) for name in need.split("|")))

    def _one(self, name: str) -> str:
        if name in NEEDS:
            return NEEDS[name]
        if name in self.facets:
            return self.facets[name].label
        return _TRAITS.get(name, name.replace("-", " "))


@cache
def kind_lines() -> dict[str, str]:
    """Every kind of rule and of flag with the sentence that says what it looks for."""
    kinds: dict[str, Callable[..., Any]] = {**RULES, **SIGNALS}
    pages = {name: getdoc(sys.modules[rule.__module__]) or "" for name, rule in sorted(kinds.items())}
    return {name: page.splitlines()[0] for name, page in pages.items()}


_TRAITS = {
    "advice": "general advice",
    "ask-first": "a recommendation or a request",
    "because-evidence": "what shows it",
    "comparator": "a level such as above 5",
    "confirmed": "a word that it was confirmed",
    "contrast": "what it cost or replaced",
    "duration": "a length of time",
    "duty": "duties",
    "filler": "words that tell nothing",
    "future": "what will be done",
    "guard": "a measure that must not get worse",
    "packaged": "what is handed over",
    "past": "what was done",
    "people-step": "a step with a person",
    "quarter": "a quarter",
    "ratio": "a share such as 3 of 40",
    "reproduce": "how it was reproduced",
    "responsibilities": "duties",
    "role": "a job",
    "rollout": "going live",
    "ruled": "what was ruled in or out",
    "scenario-name": "a named scenario",
    "speed": "doing it faster",
    "status-path": "the statuses passed",
    "system-cause": "a part of the system",
    "taught": "teaching or checking people",
    "thing": "a record or system by name",
    "time": "a time of day",
    "told": "who is told",
    "training-form": "a form of training",
    "update": "the next update",
}
"""Traits that are no facets, in words."""
