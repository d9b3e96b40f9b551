"""Copies that LibreOffice has saved: every comment at its words, every note at its cell, still known as ours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from libreoffice import LibreOffice
from template_files import in_turn, made_as, write_all

from copied import Pair, comments, copied, notes
from showproof.api import Scorer

pytestmark = pytest.mark.office

FORMS = ("docx", "xlsx")
SHARED = 3
"""Weak examples and drafts of strangers take every third; `--every-type` takes all of both."""


def annotated(scorer: Scorer, files: Sequence[Path], folder: Path) -> list[Pair]:
    """A copy of each draft."""
    return [copied(scorer, path, folder / "annotated") for path in files]


def hung(data: bytes, form: str) -> list[tuple[str, ...]]:
    """What stands in the copy where: comments with the words that they hang on, or notes with their cells.

    LibreOffice keeps comments that begin at one spot in an order of its own.
    """
    if form == "docx":
        return sorted(("".join(one.lines), one.about, one.initials) for one in comments(data))
    return sorted((one.sheet, one.cell, one.text) for one in notes(data))


def check(scorer: Scorer, office: LibreOffice, made: Sequence[Pair], form: str, folder: Path) -> None:
    saved = office.save_as(form, [Path(pair.copy.copy) for pair in made], folder / "saved")
    for pair, path in zip(made, saved, strict=True):
        assert hung(path.read_bytes(), form) == hung(pair.after, form), path.name
        assert copied(scorer, path, folder / "again").copy.replaced == pair.copy.written


@pytest.mark.parametrize("form", FORMS)
def test_what_was_said_of_a_type_stays_where_it_was_said(
    form: str, office: LibreOffice, scorer: Scorer, every_type: bool, tmp_path: Path
) -> None:
    types = made_as(scorer.catalog, form)
    some = types if every_type else in_turn(types, FORMS.index(form), SHARED)
    files = write_all(scorer.catalog, form, tmp_path, ("weak",), some)
    check(scorer, office, annotated(scorer, files, tmp_path), form, tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_what_was_said_of_a_strangers_draft_stays_where_it_was_said(
    form: str, office: LibreOffice, scorer: Scorer, every_type: bool, shared: Path, tmp_path: Path
) -> None:
    files = sorted((shared / "corpus" / "dev" / "files").glob(f"*.{form}"))
    some = files if every_type else files[FORMS.index(form) :: SHARED]
    check(scorer, office, annotated(scorer, some, tmp_path), form, tmp_path)
