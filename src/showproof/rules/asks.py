"""Questions that are put, each about something particular."""

from __future__ import annotations

from showproof.model import Observation
from showproof.rules.base import Case, Found, grade, quote

SHORTEST = 3
"""Words that a question has at least; "Why?" asks for nothing in particular."""


def asks(case: Case) -> Found:
    """Questions in the draft, as many as `at_least`; statements on the topic without one are a claim."""
    put = [(o, count) for unit in case.draft.units for o in unit.observations if (count := _questions(o))]
    if put:
        return Found(grade(sum(count for _, count in put) / case.rule.at_least), tuple(quote(o) for o, _ in put[:3]))
    about = case.view.topical(case.rule.about, case.rule.terms)
    return Found(grade(0.01 * bool(about)), tuple(quote(case.draft.units[at].observations[0]) for at in about[:1]))


def _questions(observation: Observation) -> int:
    return sum(len(part.split()) >= SHORTEST for part in observation.text.split("?")[:-1])
