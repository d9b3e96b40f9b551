"""What a person writes into a blank template is found where it was asked for, and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_templates import filled, given
from readings import read
from template_files import blank

from showproof.api import Scorer

pytestmark = pytest.mark.office


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_answers_written_into_a_blank_template_are_found_in_their_fields(
    ending: str, scorer: Scorer, tmp_path: Path
) -> None:
    for file in filled(scorer.catalog, ending, tmp_path):
        artifact = file.stem.removesuffix("-filled")
        kind = scorer.catalog.artifact(artifact)
        wanted, found = given(kind), read(scorer, file)
        answered = {name: texts for name, texts in found.answers.items() if any(texts) and not name.startswith("head.")}
        expected = {f"{part}.{field}": [" ".join(text.split())] for (part, field), text in wanted.answers.items()}
        assert answered == expected, file.name
        assert found.rows == {wanted.part: [wanted.row]}, file.name


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_only_the_parts_that_were_filled_count_as_answered(ending: str, scorer: Scorer, tmp_path: Path) -> None:
    for file in filled(scorer.catalog, ending, tmp_path):
        artifact = file.stem.removesuffix("-filled")
        kind = scorer.catalog.artifact(artifact)
        empty = tmp_path / f"{artifact}.{ending}"
        empty.write_bytes(blank(scorer.catalog, artifact, ending))
        wanted = given(kind)
        required = {
            (part.id, field.id)
            for part in kind.parts
            for field in (*part.fields, *(part.table.columns if part.table else ()))
            if field.required
        }
        done = [*wanted.answers, *((wanted.part, column) for column in wanted.row)]
        before, after = read(scorer, empty).parts, read(scorer, file).parts
        assert {part: answered for part, (answered, _) in before.items()} == dict.fromkeys(before, 0), file.name
        assert {part: answered for part, (answered, _) in after.items()} == {
            part: sum(one in required for one in done if one[0] == part) for part in after
        }, file.name
        assert {part: asked for part, (_, asked) in after.items()} == {
            part: asked for part, (_, asked) in before.items()
        }
