"""Less evidence never raises a level, more never lowers what it does not touch, order does not matter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from changed_examples import DRAWN, Change, changes, drawn, thinned
from hypothesis import given
from hypothesis import strategies as st

from example_drafts import TYPES, as_markdown, judged, levels, strong
from showproof.api import Scorer
from showproof.catalog.store import CRITERIA, Catalog

ASIDES = {
    "an office": """## The new office

The desk moved to Pier 9 on 2 March 2026. Ada Brook keeps the spare keys in drawer 4.
""",
    "a person": """## Thanks

Tomas Reyes left for the Lisbon branch on 30 April 2026; his phone is now with Ada Brook.
""",
    "a tool": """## Calendar

- The shared calendar moved to the new server on 6 May 2026.
- It keeps entries for 2 years.
""",
    "a table": """## Seats

| Seat | Who sits there | Since |
|---|---|---|
| A-12 | Ada Brook | 2 March 2026 |
| A-13 | Ines Okafor | 9 March 2026 |
""",
}
TOUCHED = ("overall", "scope", "clarity")
"""What a section on something else may touch: whether it is about one thing, and reads quickly."""


@given(changes)
@DRAWN
def test_the_same_draft_gets_the_same_scorecard(catalog: Catalog, scorer: Scorer, change: Change) -> None:
    text, answers = drawn(catalog, change)
    first = judged(scorer, text, answers.role, change.artifact)
    assert judged(scorer, text, answers.role, change.artifact) == first


@given(st.sampled_from(TYPES), st.sampled_from([2, 3, 4, 6]), st.integers(0, 5))
@DRAWN
def test_leaving_answers_out_of_a_good_draft_raises_no_level(
    catalog: Catalog, scorer: Scorer, artifact: str, dropped: int, seed: int
) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    before = levels(judged(scorer, as_markdown(kind, answers), answers.role, artifact))
    thin = thinned(kind, answers, dropped, seed)
    after = levels(judged(scorer, as_markdown(kind, thin), answers.role, artifact))
    assert {name: (before[name], after[name]) for name in before if after[name] > before[name]} == {}


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("artifact", TYPES)
def test_a_true_section_on_something_else_lowers_nothing_that_it_does_not_touch(
    artifact: str, aside: str, catalog: Catalog, scorer: Scorer
) -> None:
    for quality in ("strong", "weak"):
        kind, answers = catalog.artifact(artifact), catalog.answers(artifact, quality)
        assert answers
        text = as_markdown(kind, answers)
        before = levels(judged(scorer, text, answers.role, artifact))
        after = levels(judged(scorer, f"{text}\n{ASIDES[aside]}\n", answers.role, artifact))
        fallen = {name: (before[name], after[name]) for name in before if after[name] < before[name]}
        assert {name: pair for name, pair in fallen.items() if name not in TOUCHED} == {}


@given(st.sampled_from(TYPES), st.sampled_from(["strong", "weak"]), st.randoms(use_true_random=False))
@DRAWN
def test_the_order_of_parts_does_not_matter(
    catalog: Catalog, scorer: Scorer, artifact: str, quality: str, chance
) -> None:
    kind, answers = catalog.artifact(artifact), catalog.answers(artifact, quality)
    assert answers
    parts = list(answers.answers)
    chance.shuffle(parts)
    moved = replace(answers, answers={part: answers.answers[part] for part in parts})
    one, other = (levels(judged(scorer, as_markdown(kind, each), answers.role, artifact)) for each in (answers, moved))
    assert {name: (one[name], other[name]) for name in one if abs(one[name] - other[name]) > 1} == {}
    same = sum(one[name] == other[name] for name in one)
    assert same >= 0.8 * len(one)


def as_another(catalog: Catalog, scorer: Scorer, artifact: str) -> tuple[dict[str, int], dict[str, int]]:
    """Levels of the worked example of a type, and those that it gets as the next type."""
    answers = strong(catalog, artifact)
    text, other = as_markdown(catalog.artifact(artifact), answers), TYPES[(TYPES.index(artifact) + 1) % len(TYPES)]
    own, strange = (levels(judged(scorer, text, answers.role, kind)) for kind in (artifact, other))
    return own, strange


@pytest.mark.parametrize("artifact", TYPES)
def test_a_good_draft_of_another_type_shows_no_more_than_it_does(
    artifact: str, catalog: Catalog, scorer: Scorer
) -> None:
    """Rows of the role may gain or lose: what a column is about is read by what the type asks."""
    own, strange = as_another(catalog, scorer, artifact)
    assert {name: (own[name], strange[name]) for name in CRITERIA if strange[name] > own[name]} == {}


@pytest.mark.xfail(strict=True, reason="a part is told by what statements are about: rich drafts share it")
def test_a_good_draft_of_another_type_lacks_parts(catalog: Catalog, scorer: Scorer) -> None:
    both = {artifact: as_another(catalog, scorer, artifact) for artifact in TYPES}
    assert [artifact for artifact, (own, strange) in both.items() if strange["structure"] >= own["structure"]] == []
