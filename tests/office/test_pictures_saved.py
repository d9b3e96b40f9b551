"""Pictures of ours in files that LibreOffice has saved: known, not read, and making way for new ones."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from libreoffice import LibreOffice

from copied import copied, parts
from pictured import drawn
from showproof.api import Scorer, make_template
from showproof.formats.figure import HEADING


@pytest.mark.office
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_pictures_are_known_after_a_save(form: str, scorer: Scorer, office: LibreOffice, tmp_path: Path) -> None:
    path = tmp_path / f"mutual-action-plan.{form}"
    path.write_bytes(make_template(scorer.catalog, "mutual-action-plan", format_name=form, example="strong"))
    pair = copied(scorer, path, tmp_path / "drawn", pictures=True)
    (saved,) = office.save_as(form, [Path(pair.copy.copy)], tmp_path / "saved")
    before, after = scorer.score(path), scorer.score(saved)
    assert (after.level, after.score) == (before.level, before.score)
    assert not [notice for notice in after.notices if "picture" in notice]
    assert HEADING not in "".join(text for text, _ in scorer.account(saved).outline.standing())
    again = copied(scorer, saved, tmp_path / "again", pictures=True)
    assert pictures_in(again.after, form) == pictures_in(pair.after, form) == 3


def pictures_in(data: bytes, form: str) -> int:
    """How many pictures a file shows: one of the example, the same again at its end, and the levels."""
    if form == "docx":
        return len(drawn(data))
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames[-2:] == ["Pictures", "Showproof pictures"]
    return sum(len(drawn(data, name)) for name in parts(data) if name.startswith("xl/drawings/drawing"))
