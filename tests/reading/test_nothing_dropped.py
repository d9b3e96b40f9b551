"""Every word of a draft is accounted for at its place, whatever people and programs did to the document."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from mutations import HARMLESS, MUTATIONS, Items, mutated, unmarked
from passed_over import passed_over
from small_outlines import text

from showproof.api import Scorer, make_template
from showproof.catalog.expected import looked_for
from showproof.formats.identity import CONTEXT
from showproof.formats.open import read_draft, read_file
from showproof.model import Draft, Outline
from showproof.reading.blanks import fold
from showproof.reading.draft import COVER_WORDS, instructions
from showproof.scorer import Said

Change = Callable[[Items], Items]

QUALITIES = ("strong", "weak")
ENDINGS = ("docx", "xlsx")


def printed(scorer: Scorer, outline: Outline, draft: Draft) -> set[str]:
    """What the template itself says: prompts, guidance, titles of entries, what reviewers look for."""
    catalog = scorer.catalog
    kind = catalog.artifact(draft.artifact.value) if draft.artifact.value else None
    expected = looked_for(kind, catalog.role(draft.role.value)) if kind else ()
    sayings = [line for title, lines in expected for line in (title, *lines)]
    context = json.loads(outline.properties.get(CONTEXT, "{}"))
    tables = [part.table for part in (kind.parts if kind else ()) if part.table]
    titles = {f"{fold(table.record)} {number}" for table in tables for number in range(1, 30)}
    return {*instructions(kind, catalog.head, context, [*sayings, *COVER_WORDS]), *titles}


def missing(scorer: Scorer, outline: Outline, said: Said | None = None) -> list[str]:
    draft = scorer.observe(outline, said or Said())
    return passed_over(outline, draft, printed(scorer, outline, draft))


def one_of_each(examples: dict[str, Outline]) -> dict[str, Outline]:
    """The worked example of every type, in one format and the other by turns."""
    strong = [name for name in examples if "-strong" in name]
    return {name: examples[name] for at, name in enumerate(strong) if at % 4 in (0, 3)}


@pytest.fixture(scope="module")
def examples(scorer: Scorer) -> dict[str, Outline]:
    """Every type's template and examples in both formats."""
    return {
        f"{artifact}-{quality or 'blank'}.{ending}": read_draft(
            make_template(scorer.catalog, artifact, format_name=ending, example=quality), Path(f"a.{ending}")
        )
        for artifact in scorer.catalog.artifact_ids
        for ending in scorer.catalog.artifact(artifact).formats
        for quality in ("", *QUALITIES)
    }


def test_templates_and_examples_are_accounted_for_whole(scorer: Scorer, examples: dict[str, Outline]) -> None:
    assert {name: lines for name, outline in examples.items() if (lines := missing(scorer, outline))} == {}


@pytest.mark.parametrize("change", MUTATIONS, ids=lambda change: change.__name__)
@pytest.mark.parametrize("before", [(), (unmarked,)], ids=["marked", "unmarked"])
def test_changed_examples_are_accounted_for_whole(
    change: Change, before: tuple[Change, ...], scorer: Scorer, examples: dict[str, Outline]
) -> None:
    changed = {name: mutated(outline, *before, change) for name, outline in one_of_each(examples).items()}
    assert {name: lines for name, outline in changed.items() if (lines := missing(scorer, outline))} == {}


def test_drafts_of_any_type_are_accounted_for_whole_as_whatever_type_they_are_read(
    scorer: Scorer, shared: Path
) -> None:
    with (shared / "corpus/dev/drafts.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    lost = {}
    for row, other in zip(rows, cycle(scorer.catalog.artifact_ids), strict=False):
        outline = read_file(shared / "corpus/dev/files" / row["file"])
        for artifact in ("", other):
            gone = missing(scorer, outline, Said(artifact=artifact))
            if gone:
                lost[f"{row['file']} as {artifact}"] = gone
    assert lost == {}


@pytest.mark.parametrize(
    "changes",
    [*[(change,) for change in HARMLESS], HARMLESS[:1] + HARMLESS[3:5]],
    ids=lambda changes: "+".join(change.__name__ for change in changes),
)
def test_answers_stay_in_their_fields(
    changes: tuple[Change, ...], scorer: Scorer, examples: dict[str, Outline]
) -> None:
    for name, outline in one_of_each(examples).items():
        before, after = placed(scorer.observe(outline)), placed(scorer.observe(mutated(outline, *changes)))
        assert before - after == set(), name


def placed(draft: Draft) -> set[tuple[str, str]]:
    """Field and text of every answer and cell."""
    cells = {(one.field, one.text) for unit in draft.units for one in unit.observations if one.field}
    return cells | {(answer.field, answer.text) for answer in draft.answers if not answer.blank}


def test_the_guard_itself_sees_a_lost_word(scorer: Scorer) -> None:
    outline = Outline("a.md", "md", (text("Cats sleep. Dogs bark.", line=3),))
    draft = scorer.observe(outline)
    blind = Draft(**{**{name: getattr(draft, name) for name in draft.__slots__}, "units": draft.units[:1]})
    assert passed_over(outline, draft, ()) == []
    assert passed_over(outline, blind, ()) == ["line 3: 'Cats sleep. Dogs bark.' without ['dogs', 'bark']"]
