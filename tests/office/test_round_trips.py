"""A document that LibreOffice has opened and saved is the same document to showproof."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_templates import filled
from libreoffice import LibreOffice
from readings import Reading, differences, read
from template_files import in_turn, made_as, write_all

from showproof.api import Scorer

pytestmark = pytest.mark.office


def check(before: dict[str, Reading], after: dict[str, Reading]) -> dict[str, list[str]]:
    """File to what LibreOffice changed in it, for the files where it changed anything."""
    told = {name: differences(before[name], after[name]) for name in before}
    return {name: lines for name, lines in told.items() if lines}


ROUTES = (("docx",), ("odt", "docx"), ("xlsx",), ("ods", "xlsx"))
SHARED = 3
"""Weak examples, blank templates and the longer routes take every third type; worked examples are all saved once."""


@pytest.mark.parametrize("route", ROUTES, ids="-".join)
def test_scores_and_answers_are_the_same_after_libreoffice_saved_the_file(
    route: tuple[str, ...], office: LibreOffice, scorer: Scorer, every_type: bool, tmp_path: Path
) -> None:
    types = made_as(scorer.catalog, route[-1])
    some = types if every_type else in_turn(types, ROUTES.index(route), SHARED)
    files = write_all(scorer.catalog, route[-1], tmp_path, ("strong",), types if len(route) == 1 else some)
    files += write_all(scorer.catalog, route[-1], tmp_path, ("weak", "blank"), some)
    files += filled(scorer.catalog, ["sop"], route[-1], tmp_path)
    before = {file.name: read(scorer, file) for file in files}
    after = {file.name: read(scorer, file) for file in office.along(route, files, tmp_path)}
    assert check(before, after) == {}
    assert {one.artifact.by for one in after.values()} | {one.role.by for one in after.values()} == {"property"}
    assert {
        name: one.levels["overall"] for name, one in after.items() if "-blank." in name and one.levels["overall"]
    } == {}
