"""One workflow, named, and kept to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from showproof.model import Draft, Unit
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quote, quotes

_SITUATION = frozenset(("workflow", "goal", "constraint", "impact"))
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "to",
        "in",
        "on",
        "our",
        "my",
        "we",
        "with",
        "under",
        "from",
        "at",
        "by",
        "is",
        "are",
        "this",
        "that",
        "it",
        "its",
        "as",
        "be",
        "or",
        "plan",
        "log",
        "spec",
        "specification",
        "document",
        "memo",
        "report",
        "sop",
        "procedure",
        "policy",
        "template",
        "note",
        "notes",
        "guide",
        "summary",
        "draft",
        "version",
        "case",
        "study",
        "write",
        "up",
        "story",
        "recap",
        "update",
        "answer",
        "checklist",
        "register",
        "dashboard",
        "decision",
        "decisions",
        "mutual",
        "action",
        "reconciliation",
        "standard",
        "operating",
        "framework",
        "overview",
        "strategy",
        "best",
        "practices",
        "approach",
        "initiative",
        "improvement",
        "process",
        "walkthrough",
        "review",
        "analysis",
        "project",
        "management",
    ]
)
"""Words of a title that name no workflow."""

COMES_BACK = 2
"""Statements that say a word of an opening, itself among them, from which the opening names what the draft is about."""


def one_workflow(case: Case) -> Found:
    """Whether the title or opening names a particular workflow, and whether the rest comes back to it."""
    draft = case.draft
    if not draft.units:
        return Found(0.0)
    early = draft.units[: max(6, len(draft.units) // 8)]
    named = [unit for unit in early if unit.facets & _SITUATION and "particular" in unit.traits]
    topic = _topic(draft, named)
    evidence = tuple(quote(unit.observations[0]) for unit in named[:2]) or quotes(early, frozenset(("workflow",)), 1)
    if not topic and not named:
        return Found(CLAIMED, evidence, "neither the title nor the opening names one workflow")
    if len(topic) < 2:
        return Found(PARTLY, evidence, "the workflow is named in general words only")
    # The topic must come back: a title that the text leaves is no scope.
    kept = named or len(draft.units) < 12 or _kept(draft.units, topic) >= 0.04
    return Found(MET if kept else PARTLY, evidence, "" if kept else "the text leaves what the title names")


def _topic(draft: Draft, openings: list[Unit]) -> set[str]:
    """The content words of the title, else of the first heading or line, else of an opening that comes back."""
    lines = [unit.text for unit in draft.units[:1] if not unit.text.endswith((".", "!", "?"))]
    names = [_content(text) for text in (draft.title, *(heading.text for heading in draft.headings[:1]), *lines)]
    spoken = (_content(unit.observations[0].text) for unit in openings)
    kept = (topic for topic in spoken if sum(_returns(draft.units, topic)) >= COMES_BACK)
    return next((topic for topic in chain(names, kept) if len(topic) >= 2), next(filter(None, names), set()))


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z][a-z-]{2,}", text.lower()) if word not in _STOP}


def _kept(units: tuple[Unit, ...], topic: set[str]) -> float:
    return sum(_returns(units, topic)) / len(units)


def _returns(units: tuple[Unit, ...], topic: set[str]) -> Iterator[bool]:
    """Of each unit whether it says a word of the topic."""
    stems = {word[:6] for word in topic}
    return (any(word[:6] in stems for word in _content(unit.text)) for unit in units)
