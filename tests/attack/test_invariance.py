"""The same answers in another order, under other names, in another shape or format: levels stay within one.

The strong example of every type meets each shape and one of its formats, the weak one a shape and a format in turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from example_drafts import TYPES, as_form, as_markdown, format_in_turn, judged, levels, strong
from showproof.api import Scorer
from showproof.catalog.artifact import Answers, ArtifactType, Field, Part
from showproof.catalog.store import Catalog


def reordered(kind: ArtifactType, answers: Answers) -> str:
    """The parts from the last to the first."""
    return as_markdown(kind, replace(answers, answers=dict(reversed(answers.answers.items()))))


def renamed(kind: ArtifactType, answers: Answers) -> str:
    """Headings, labels and headers as other people write them."""

    def named(asked: Part | Field) -> str:
        own = asked.title if isinstance(asked, Part) else asked.label
        return next((name for name in asked.synonyms if name != own.lower()), own).capitalize()

    return as_markdown(kind, answers, named)


def in_bullets(kind: ArtifactType, answers: Answers) -> str:
    """Every row of a table as a list item."""
    return as_markdown(kind, answers, tables=False)


def in_prose(kind: ArtifactType, answers: Answers) -> str:
    """No labels and no tables: the answers of a part as sentences one after the other."""
    lines = [f"# {answers.head.get('title') or kind.title}"]
    for part in kind.parts:
        given = answers.answers.get(part.id, {})
        rows = given.get("rows")
        told = [text.rstrip(".") for field in part.fields if isinstance(text := given.get(field.id), str)]
        told += [
            "; ".join(text.rstrip(".") for text in row.values() if text)
            for row in (rows if isinstance(rows, list) else [])
        ]
        lines += [f"## {part.title}", *(f"{one}.".replace("\n", " ") for one in told)]
    return "\n\n".join(lines)


SHAPES: dict[str, Callable[[ArtifactType, Answers], str]] = {
    "parts in reverse order": reordered,
    "other names": renamed,
    "bullets for tables": in_bullets,
}


def apart(one: dict[str, int], other: dict[str, int]) -> dict[str, tuple[int, int]]:
    return {name: (one[name], other[name]) for name in one if abs(one[name] - other[name]) > 1}


KNOWN = {
    ("rca", "strong", "docx"): "a row that the type does not prove is opened by single words",
    ("sop", "strong", "bullets for tables"): "a cadence is read from a bullet that is not found in its column",
    ("measurement-definition-note", "strong", "bullets for tables"): "a bullet of a ruling reads like a cause",
    ("quality-checklist", "strong", "bullets for tables"): "who checks when is not found in bullets without columns",
}
"""What is known to move further, and why."""


def known_or_not(case: tuple[str, str, str]) -> Any:
    """A case as a parameter, marked where it is known to move further."""
    marks = [pytest.mark.xfail(strict=True, reason=KNOWN[case])] if case in KNOWN else []
    return pytest.param(*case, marks=marks, id="-".join(case))


CASES = [
    known_or_not(case)
    for at, artifact in enumerate(TYPES)
    for case in (*product((artifact,), ("strong",), SHAPES), (artifact, "weak", list(SHAPES)[at % len(SHAPES)]))
]


@pytest.mark.parametrize(("artifact", "quality", "shape"), CASES)
def test_the_shape_of_a_text_moves_no_level_by_more_than_one(
    artifact: str, quality: str, shape: str, catalog: Catalog, scorer: Scorer
) -> None:
    kind, answers = catalog.artifact(artifact), catalog.answers(artifact, quality)
    assert answers
    plain = levels(judged(scorer, as_markdown(kind, answers), answers.role, artifact))
    assert apart(plain, levels(judged(scorer, SHAPES[shape](kind, answers), answers.role, artifact))) == {}


@pytest.mark.parametrize("artifact", TYPES)
def test_without_tables_and_labels_no_criterion_moves_by_more_than_one(
    artifact: str, catalog: Catalog, scorer: Scorer
) -> None:
    """Rows of a role may: what a cell is about is said by its header alone."""
    kind, answers = catalog.artifact(artifact), strong(catalog, artifact)
    plain = judged(scorer, as_markdown(kind, answers), answers.role, artifact)
    prose = judged(scorer, in_prose(kind, answers), answers.role, artifact)
    assert apart(*({one.id: one.level for one in card.criteria} for card in (plain, prose))) == {}


@pytest.mark.parametrize(
    ("artifact", "quality", "form"),
    [
        known_or_not((artifact, quality, format_in_turn(artifact, at + turn)))
        for at, artifact in enumerate(TYPES)
        for turn, quality in enumerate(("strong", "weak"))
    ],
)
def test_the_format_moves_no_level_by_more_than_one(
    artifact: str, quality: str, form: str, catalog: Catalog, scorer: Scorer
) -> None:
    kind, answers = catalog.artifact(artifact), catalog.answers(artifact, quality)
    assert answers
    plain = levels(judged(scorer, as_markdown(kind, answers), answers.role, artifact))
    assert apart(plain, levels(judged(scorer, as_form(catalog, answers, form), form=form))) == {}
