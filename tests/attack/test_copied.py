"""The shipped worked example handed in as one's own, in several disguises, is known for a copy."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from attacks import SEED

from example_drafts import TYPES, Asked, as_form, as_markdown, changed, judged, read, strong
from showproof.api import Scorer, make_template
from showproof.catalog.artifact import Answers, ArtifactType
from showproof.catalog.store import Catalog
from showproof.reading.sentences import sentences

OTHERS = ("Nerea", "Bram", "Svea", "Kofi", "Aylin", "Duc", "Ruta", "Enzo", "Hana", "Milo", "Zofia", "Tariq")
IN_PLACE_OF = {
    "the": "this", "because": "as", "before": "ahead of", "each": "every", "and": "plus", "must": "has to", "a": "one",
    "more": "greater", "until": "till", "who": "that", "are": "get", "its": "their", "for": "towards", "from": "off",
}  # fmt: skip

Disguise = Callable[[str], str]


def other_digits(text: str) -> str:
    return re.sub(r"\d", lambda found: str((int(found[0]) + 3) % 10), text)


def reworded(text: str) -> str:
    """One common word in two replaced."""
    words = text.split(" ")
    common = [at for at, word in enumerate(words) if word in IN_PLACE_OF]
    return " ".join(IN_PLACE_OF[word] if at in common[::2] else word for at, word in enumerate(words))


def reordered(text: str) -> str:
    """The sentences of an answer in another order."""
    found = [text[start:end] for start, end in sentences(text)]
    random.Random(SEED).shuffle(found)
    return " ".join(found)


def renaming(names: frozenset[str]) -> Disguise:
    """Another name in place of each that the example names."""
    swapped = {name: OTHERS[at % len(OTHERS)] for at, name in enumerate(sorted(names))}
    return lambda text: re.sub(r"\b[A-ZÀ-Þ][a-zà-ž]+\b", lambda found: swapped.get(found[0], found[0]), text)


def disguised(kind: ArtifactType, answers: Answers, how: Disguise) -> Answers:
    return changed(kind, answers, lambda asked, text: how(text))


def reversed_rows(kind: ArtifactType, answers: Answers) -> Answers:
    given = {
        part: {name: list(reversed(answer)) if isinstance(answer, list) else answer for name, answer in old.items()}
        for part, old in answers.answers.items()
    }
    return replace(answers, answers=given)


def assert_copied(scorer: Scorer, kind: ArtifactType, answers: Answers) -> None:
    card = judged(scorer, as_markdown(kind, answers), answers.role, kind.id)
    flag = next((flag for flag in card.flags if flag.id == "copied"), None)
    assert flag
    assert flag.evidence
    assert card.level <= 1


@pytest.mark.parametrize("artifact", TYPES)
def test_the_example_with_another_author_is_a_copy(artifact: str, catalog: Catalog, scorer: Scorer) -> None:
    answers = strong(catalog, artifact)
    own = replace(answers, head={**answers.head, "owner": "Nerea Vidal", "title": "My own work"})
    assert_copied(scorer, catalog.artifact(artifact), own)


@pytest.mark.parametrize("artifact", TYPES)
def test_the_example_with_other_names_and_figures_is_a_copy(artifact: str, catalog: Catalog, scorer: Scorer) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    names = read(scorer, as_markdown(kind, answers), answers.role, artifact).names
    rename = renaming(names)
    assert_copied(scorer, kind, disguised(kind, answers, lambda text: other_digits(rename(text))))


@pytest.mark.parametrize("how", [reordered, reworded], ids=lambda how: how.__name__)
@pytest.mark.parametrize("artifact", TYPES)
def test_the_example_in_other_order_or_other_words_is_a_copy(
    artifact: str, how: Disguise, catalog: Catalog, scorer: Scorer
) -> None:
    kind = catalog.artifact(artifact)
    assert_copied(scorer, kind, reversed_rows(kind, disguised(kind, strong(catalog, artifact), how)))


@pytest.mark.parametrize("artifact", TYPES)
def test_the_example_of_one_type_handed_in_as_another_is_a_copy(
    artifact: str, catalog: Catalog, scorer: Scorer
) -> None:
    other = TYPES[TYPES.index(artifact) - 1]
    text = as_markdown(catalog.artifact(artifact), strong(catalog, artifact))
    card = judged(scorer, text, catalog.artifact(other).usual_role, other)
    assert "copied" in {flag.id for flag in card.flags}
    assert card.level <= 1


@pytest.mark.parametrize("artifact", TYPES)
def test_rows_of_the_example_three_times_over_gain_nothing(artifact: str, catalog: Catalog, scorer: Scorer) -> None:
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    given = {
        part: {name: answer * 3 if isinstance(answer, list) else answer for name, answer in old.items()}
        for part, old in answers.answers.items()
    }
    once = judged(scorer, as_markdown(kind, answers), answers.role, artifact)
    thrice = judged(scorer, as_markdown(kind, replace(answers, answers=given)), answers.role, artifact)
    assert {"copied", "stuffed"} <= {flag.id for flag in thrice.flags}
    assert all(after.level <= before.level for before, after in zip(once.criteria, thrice.criteria, strict=True))


@pytest.mark.parametrize("artifact", TYPES)
def test_the_example_as_it_was_made_is_called_what_it_is(artifact: str, catalog: Catalog, scorer: Scorer) -> None:
    for form in catalog.artifact(artifact).formats:
        card = judged(scorer, make_template(catalog, artifact, format_name=form, example="strong"), form=form)
        assert any("nobody's work" in notice for notice in card.notices)
        assert "copied" not in {flag.id for flag in card.flags}


@pytest.mark.parametrize("artifact", TYPES)
def test_an_own_form_with_the_answers_of_the_example_is_a_copy(artifact: str, catalog: Catalog, scorer: Scorer) -> None:
    kind = catalog.artifact(artifact)
    half = changed(kind, strong(catalog, artifact), lambda asked, text: _half_own(asked, text))
    for form in kind.formats:
        assert judged(scorer, as_form(catalog, half, form), form=form).level <= 1


def _half_own(asked: Asked, text: str) -> str:
    """Every second part in the words of the example, the others short and one's own."""
    return text if sum(map(ord, asked.part.id)) % 2 else "4 files, Nerea Vidal, 12 May 2026"
