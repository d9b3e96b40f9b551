"""Copies that LibreOffice has saved: every comment at its words, every note at its cell, still known as ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from libreoffice import LibreOffice

from copied import Pair, comments, copied, notes
from showproof.api import Scorer, make_template

TYPES = ("sop", "rca", "dashboard-spec")


def annotated(scorer: Scorer, folder: Path, form: str) -> list[Pair]:
    """Copies of the weak examples of a few types."""
    made = []
    for artifact in TYPES:
        if form in scorer.catalog.artifact(artifact).formats:
            path = folder / f"{artifact}.{form}"
            path.write_bytes(make_template(scorer.catalog, artifact, format_name=form, example="weak"))
            made.append(copied(scorer, path, folder / "annotated"))
    return made


@pytest.mark.office
def test_comments_stay_at_their_words(scorer: Scorer, office: LibreOffice, tmp_path: Path) -> None:
    made = annotated(scorer, tmp_path, "docx")
    saved = office.save_as("docx", [Path(pair.copy.copy) for pair in made], tmp_path / "saved")
    for pair, path in zip(made, saved, strict=True):
        before, after = comments(pair.after), comments(path.read_bytes())
        assert [(one.about, one.initials) for one in after] == [(one.about, one.initials) for one in before]
        assert ["".join(one.lines) for one in after] == ["".join(one.lines) for one in before]
        assert copied(scorer, path, tmp_path / "again").copy.replaced == pair.copy.written


@pytest.mark.office
def test_notes_stay_at_their_cells(scorer: Scorer, office: LibreOffice, tmp_path: Path) -> None:
    made = annotated(scorer, tmp_path, "xlsx")
    saved = office.save_as("xlsx", [Path(pair.copy.copy) for pair in made], tmp_path / "saved")
    for pair, path in zip(made, saved, strict=True):
        before, after = notes(pair.after), notes(path.read_bytes())
        assert sorted((one.sheet, one.cell, one.text) for one in after) == sorted(
            (one.sheet, one.cell, one.text) for one in before
        )
        assert copied(scorer, path, tmp_path / "again").copy.replaced == pair.copy.written
