"""What a person writes into a blank template is found where it was asked for, and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_templates import Given, filled, given, with_more_below
from readings import Reading, read
from template_files import blank, made_as

from showproof.api import Scorer
from showproof.catalog.artifact import ArtifactType
from showproof.formats.open import read_file


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_answers_written_into_a_blank_template_are_found_in_their_fields(
    ending: str, scorer: Scorer, tmp_path: Path
) -> None:
    for file in filled(scorer.catalog, made_as(scorer.catalog, ending), ending, tmp_path):
        before, wanted, found = as_made(scorer, file), wanted_in(scorer, file), read(scorer, file)
        written = {name: " ".join(texts) for name, texts in found.answers.items() if texts != before.answers[name]}
        expected = {f"{part}.{field}": " ".join(text.split()) for (part, field), text in wanted.answers.items()}
        assert written == expected, file.name
        assert found.rows == {wanted.part: [wanted.row]}, file.name


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_only_what_was_written_counts_as_answered(ending: str, scorer: Scorer, tmp_path: Path) -> None:
    for file in filled(scorer.catalog, made_as(scorer.catalog, ending), ending, tmp_path):
        before, wanted, after = as_made(scorer, file).parts, wanted_in(scorer, file), read(scorer, file).parts
        places = [*wanted.answers, *((wanted.part, column) for column in wanted.row)]
        required = [part for part, field in places if (part, field) in required_in(scorer, file)]
        # What the template filled in counts where somebody wrote something beside it.
        required += prefilled_beside(artifact_of(scorer, file), {part for part, _ in places}, before)
        more = {part: (answered + required.count(part), asked) for part, (answered, asked) in before.items()}
        assert after == more, file.name


def test_a_bold_line_in_an_answer_and_a_paragraph_added_below_it_belong_to_the_answer(
    scorer: Scorer, tmp_path: Path
) -> None:
    file = tmp_path / "sop.docx"
    text = "Together they are 6,060 cases in 20 weekdays."
    file.write_bytes(with_more_below(blank(scorer.catalog, "sop", "docx"), "purpose.excluded", text))
    draft = scorer.observe(read_file(file))
    found = [answer.text for answer in draft.answers if answer.field == "purpose.excluded"]
    assert found == ["Three queues of one vendor", text]
    assert draft.unplaced == ()


def prefilled_beside(kind: ArtifactType, written: set[str], before: dict[str, tuple[int, int]]) -> list[str]:
    """A part's id for each required question that the template filled in, where a part had none answered."""
    return [
        part.id
        for part in kind.parts
        if part.id in written and before[part.id][0] == 0
        for field in part.fields
        if field.required and field.prefill
    ]


def artifact_of(scorer: Scorer, file: Path) -> ArtifactType:
    """The type that a filled template is named for."""
    return scorer.catalog.artifact(file.stem.removesuffix("-filled"))


def wanted_in(scorer: Scorer, file: Path) -> Given:
    """What was written into it."""
    return given(artifact_of(scorer, file))


def as_made(scorer: Scorer, file: Path) -> Reading:
    """The same template before anybody wrote in it."""
    empty = file.with_name(f"empty{file.suffix}")
    empty.write_bytes(blank(scorer.catalog, artifact_of(scorer, file).id, file.suffix[1:]))
    return read(scorer, empty)


def required_in(scorer: Scorer, file: Path) -> set[tuple[str, str]]:
    """Part and field of every question and column that needs an answer."""
    return {
        (part.id, field.id)
        for part in artifact_of(scorer, file).parts
        for field in (*part.fields, *(part.table.columns if part.table else ()))
        if field.required
    }
