"""The papers of a kit print a page a leaf, and a filled scorecard says the same after LibreOffice saved it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import openpyxl
import pytest
from libreoffice import LibreOffice

from showproof.catalog.store import Catalog
from showproof.formats.write import write_handout, write_rating_form
from showproof.kit.interview import interview_kit
from showproof.kit.preparation import preparation_sheet
from showproof.kit.ratings import read_scorecard
from showproof.kit.scorecard import scorecard

pytestmark = pytest.mark.office

ROLE = "operations-manager"
NOTES = ("“At 02:10 UTC”,\nsaid twice", "=no formula", "東京 🙂; 3 > 2 & 1 < 2", "12.5% on 2026-03-04", "Showed it.")


def pages(printed: Path, pdftotext: str) -> list[str]:
    command = [pdftotext, "-raw", "-enc", "UTF-8", str(printed), "-"]
    text = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()
    return text.split("\f")[:-1]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_leaf_is_one_page(
    paper: str, office: LibreOffice, pdftotext: str, catalog: Catalog, tmp_path: Path
) -> None:
    files, wanted = [], []
    for name in catalog.role_ids:
        role = catalog.role(name)
        for handout in (preparation_sheet(catalog, role, [], paper), interview_kit(role, catalog.digest, paper)):
            for ending in ("docx", "xlsx"):
                kind = dict(handout.properties)["showproof.kit"]
                files.append(tmp_path / f"{name}-{kind}-{ending}.{ending}")
                files[-1].write_bytes(write_handout(handout, ending))
                wanted.append([leaf.title for leaf in handout.leaves])
    for file, titles, printed in zip(files, wanted, office.save_as("pdf", files, tmp_path / "pdf"), strict=True):
        found = pages(printed, pdftotext)
        assert len(found) == len(titles), file.name
        assert all(flat(title) in flat(page) for title, page in zip(titles, found, strict=True)), file.name


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_a_blank_scorecard_prints_three_pages(
    office: LibreOffice, pdftotext: str, catalog: Catalog, tmp_path: Path
) -> None:
    files = []
    for name in catalog.role_ids:
        files.append(tmp_path / f"{name}.xlsx")
        form = scorecard(catalog.role(name), catalog.digest, "Ana", "C-1", "letter")
        files[-1].write_bytes(write_rating_form(form))
    for printed in office.save_as("pdf", files, tmp_path / "pdf"):
        found = pages(printed, pdftotext)
        assert len(found) == 3
        assert "0 of 5 rows have a level and a note: rows first." in found[2]


@pytest.mark.parametrize("route", [("xlsx",), ("ods", "xlsx")], ids="-".join)
def test_a_filled_scorecard_says_the_same_after_libreoffice_saved_it(
    route: tuple[str, ...], office: LibreOffice, catalog: Catalog, tmp_path: Path
) -> None:
    path = tmp_path / "card.xlsx"
    path.write_bytes(write_rating_form(scorecard(catalog.role(ROLE), catalog.digest, "Ana Ruiz", "C-014", "letter")))
    book = openpyxl.load_workbook(path)
    for at, note in enumerate(NOTES):
        book["Rows"].cell(4 + at, 2).value = at
        book["Rows"].cell(4 + at, 3).value = note
        book["Rows"].cell(4 + at, 3).data_type = "s"
    book["Overall"]["B4"], book["Overall"]["B5"], book["Overall"]["B6"] = 2, "Thin on checks.", "None."
    book.save(path)
    before = read_scorecard(catalog, path)
    assert before.faults == ()
    assert [one.level for one in before.ratings] == [0, 1, 2, 3, 4, 2]
    (saved,) = office.along(route, [path], tmp_path / "-".join(route))
    assert read_scorecard(catalog, saved)._replace(file=before.file) == before
    after = openpyxl.load_workbook(saved, data_only=True)
    assert after["Start"]["B7"].value == "5 of 5"
    assert after["Overall"]["B3"].value == "Every row has a level and a note: choose."
    rules = openpyxl.load_workbook(saved)
    assert "IF(" in rules["Overall"].data_validations.dataValidation[0].formula1
    assert all(sheet.protection.sheet for sheet in rules)
