"""Drafts drawn from the worked and weak examples: answers left out, figures blurred, a fault planted."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from example_drafts import TYPES, Asked, as_markdown, changed
from showproof.catalog.artifact import Answers, ArtifactType
from showproof.catalog.store import Catalog
from showproof.model import Draft
from showproof.reading.sentences import sentences

DRAWN = settings(
    deadline=None,
    derandomize=True,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

FAULT = "\nLate files fell from 80 to 60 a week, a cut of 70%.\n"
_FIGURE = re.compile(r"\d[\d,.:%-]*")


class Change(NamedTuple):
    """What is done to an example."""

    artifact: str
    quality: str
    dropped: int
    """One in so many answers is left out; 0 for none."""
    blurred: bool
    faulty: bool
    seed: int


changes = st.builds(
    Change,
    artifact=st.sampled_from(TYPES),
    quality=st.sampled_from(["strong", "weak"]),
    dropped=st.sampled_from([0, 2, 3, 5]),
    blurred=st.booleans(),
    faulty=st.booleans(),
    seed=st.integers(0, 6),
)


def thinned(kind: ArtifactType, answers: Answers, dropped: int, seed: int) -> Answers:
    """The answers without one in so many of them, whichever type they belong to."""
    count = iter(range(seed, 1_000_000))
    return changed(kind, answers, lambda asked, text: "" if dropped and next(count) % dropped == 0 else text)


def drawn(catalog: Catalog, change: Change) -> tuple[str, Answers]:
    """The Markdown of a changed example, and its answers."""
    kind, answers = catalog.artifact(change.artifact), catalog.answers(change.artifact, change.quality)
    assert answers
    answers = thinned(kind, answers, change.dropped, change.seed)
    if change.blurred:
        answers = changed(kind, answers, lambda asked, text: _FIGURE.sub("some", text))
    return as_markdown(kind, answers) + (FAULT if change.faulty else ""), answers


def silent_on(kind: ArtifactType, answers: Answers, draft: Draft, about: AbstractSet[str]) -> Answers:
    """The answers without the sentences that are about one of the facets."""
    told = [
        " ".join(one.text.split())
        for unit in draft.units
        for one in unit.observations
        if about & (one.facets | unit.context)
    ]

    def kept(asked: Asked, text: str) -> str:
        found = [" ".join(text[start:end].split()) for start, end in sentences(text)]
        return " ".join(one for one in found if not any(one in other or other in one for other in told))

    return replace(changed(kind, answers, kept), head={"title": answers.head.get("title", kind.title)})
