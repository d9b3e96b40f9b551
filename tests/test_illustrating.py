"""The pictures of worked and weak examples: where they stand, and that nothing else is other for them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest

from copied import parts
from example_drafts import TYPES
from pictured import drawn
from showproof import illustrating
from showproof.api import Scorer, make_template
from showproof.catalog.store import Catalog
from showproof.formats.open import read_draft
from showproof.formats.write import write_form
from showproof.model import Scorecard


@pytest.fixture(scope="module")
def pictured(catalog: Catalog) -> list[str]:
    return [name for name in TYPES if catalog.artifact(name).pictures]


def told(card: Scorecard) -> object:
    return (card.level, card.score, card.criteria, card.skills, card.flags, card.notices, card.unplaced)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_an_example_scores_and_reads_as_without_its_pictures(
    form: str, catalog: Catalog, scorer: Scorer, pictured: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [one for one in pictured if form in catalog.artifact(one).formats]
    count = 0
    for at, artifact in enumerate(made):
        data = make_template(catalog, artifact, format_name=form, example="strong")
        with monkeypatch.context() as patch:
            patch.setattr(illustrating, "illustrated", lambda _, __, whole, name: write_form(whole, name))
            bare = make_template(catalog, artifact, format_name=form, example="strong")
        count += data != bare
        outline, without = (read_draft(one, Path(f"{artifact}.{form}")) for one in (data, bare))
        assert outline == without
        if at % 12 == 0:
            assert told(scorer.judge(outline)) == told(scorer.judge(without))
    assert count > len(made) * 0.8


def test_in_a_document_each_stands_after_the_table_that_it_is_drawn_from(catalog: Catalog) -> None:
    data = make_template(catalog, "mutual-action-plan", format_name="docx", example="strong")
    (picture,) = drawn(data)
    assert picture.said.startswith("A schedule of 11 lines")
    part = catalog.artifact("mutual-action-plan").pictures[0].columns["item"].partition(".")[0]
    title = next(one.title for one in catalog.artifact("mutual-action-plan").parts if one.id == part)
    body = docx.Document(io.BytesIO(data)).element.body
    at = next(number for number, one in enumerate(body) if one.tag.endswith("}p") and "showproof picture" in one.xml)
    assert body[at - 1].tag.endswith("}tbl")
    headings = [one for one in body[:at] if one.tag.endswith("}p") and "Heading1" in one.xml]
    assert "".join(one.text or "" for one in headings[-1].iter() if one.tag.endswith("}t")) == title
    assert "<w:keepLines/>" in body[at].xml


def test_it_fits_the_page_and_every_number_and_name_is_another(catalog: Catalog, pictured: list[str]) -> None:
    for artifact in pictured[::3]:
        data = make_template(catalog, artifact, format_name="docx", example="strong")
        found = drawn(data) if b"word/media" in data else []
        assert len({one.id for one in found}) == len({one.name for one in found}) == len(found)
        assert all(one.size[0] <= 13680 * 635 and one.size[1] <= 13000 * 635 for one in found)
        assert re.findall(r"Picture (\d+)\. ", parts(data)["word/document.xml"].decode()) == [
            str(number) for number in range(1, len(found) + 1)
        ]


def test_in_a_workbook_they_have_a_sheet_of_their_own(catalog: Catalog) -> None:
    data = make_template(catalog, "mutual-action-plan", format_name="xlsx", example="strong")
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert names[-1] == "Pictures"
    assert len(drawn(data, "xl/drawings/drawing1.xml")) == 1


def test_a_blank_template_has_none(catalog: Catalog) -> None:
    for form in ("docx", "xlsx"):
        data = make_template(catalog, "mutual-action-plan", format_name=form)
        assert not [name for name in parts(data) if "media" in name or "drawing" in name]
