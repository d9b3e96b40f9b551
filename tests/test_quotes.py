"""Every quote of a scorecard, and every text of an outline, is what stands at its place: docs/places.md."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from checked_places import ENDINGS, misplaced
from drawn_drafts import excel_files, markdown_files, word_files
from showproof.api import Scorer, demo_files
from showproof.catalog.store import Catalog
from showproof.formats.open import read_draft

DRAFTS = Path(os.environ.get("SHOWPROOF_DRAFTS", Path(__file__).parents[2] / "shared" / "corpus" / "dev" / "files"))
DRAWN = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.large_base_example],
)


def checked(scorer: Scorer, data: bytes, path: Path, count: Counter[str] | None = None) -> list[str]:
    """What stands elsewhere in a file of these bytes."""
    path.write_bytes(data)
    return misplaced(data, read_draft(data, path), scorer.score(path), count)


def test_the_quotes_of_all_examples_stand_at_their_places(scorer: Scorer, catalog: Catalog, tmp_path: Path) -> None:
    count = Counter[str]()
    for name, make in demo_files(catalog).items():
        if name.endswith((".docx", ".xlsx")):
            assert checked(scorer, make(), tmp_path / Path(name).name, count) == [], name
    assert min(count["quotes"], count["texts"]) > 1000


@pytest.mark.skipif(not DRAFTS.is_dir(), reason="the labelled drafts are not beside the project")
def test_the_quotes_of_the_labelled_drafts_stand_at_their_places(scorer: Scorer, tmp_path: Path) -> None:
    count = Counter[str]()
    for path in sorted(DRAFTS.iterdir()):
        if path.suffix in ENDINGS:
            assert checked(scorer, path.read_bytes(), tmp_path / path.name, count) == [], path.name
    assert count["quotes"] > 1000


@DRAWN
@given(data=markdown_files())
def test_quotes_of_any_text_file(scorer: Scorer, tmp_path: Path, data: bytes) -> None:
    assert checked(scorer, data, tmp_path / "draft.md") == []


@DRAWN
@given(data=word_files())
def test_quotes_of_any_document(scorer: Scorer, tmp_path: Path, data: bytes) -> None:
    assert checked(scorer, data, tmp_path / "draft.docx") == []


@DRAWN
@given(data=excel_files())
def test_quotes_of_any_workbook(scorer: Scorer, tmp_path: Path, data: bytes) -> None:
    assert checked(scorer, data, tmp_path / "draft.xlsx") == []
