"""A filled packet says the same after LibreOffice saved it; the guide is one page, and a sheet prints on one."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from libreoffice import LibreOffice

from showproof.catalog.store import Catalog
from showproof.packets.study import Blinded, packets
from showproof.studies import make_packets, read_ratings

pytestmark = pytest.mark.office

ROLE = "operations-manager"
NOTES = ("“At 02:10 UTC”,\nsaid twice", "=no formula", "東京 🙂; 3 > 2 & 1 < 2", "12.5% on 2026-03-04")


def study(catalog: Catalog) -> dict[str, bytes]:
    texts = [f"# Draft {number}\n".encode() for number in range(len(NOTES))]
    drafts = [Blinded(f"{at}.md", sha256(text).hexdigest(), "", ".md", text, ()) for at, text in enumerate(texts)]
    return packets(catalog, catalog.role(ROLE), drafts, ("Ana Ruiz", "Ben Okoye"), overlap=0, seed=7).files


def fill(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["Start"]["B5"] = "2026-04-30"
    for sheet in book.worksheets[1:]:
        top = next(cell.row for cell in sheet["A"] if cell.value == "Draft")
        for at, note in enumerate(NOTES):
            sheet.cell(top + 1 + at, 2).value = at
            sheet.cell(top + 1 + at, 3).value = note
            sheet.cell(top + 1 + at, 3).data_type = "s"
    book.save(path)


@pytest.mark.parametrize("route", [("xlsx",), ("ods", "xlsx")], ids="-".join)
def test_a_filled_packet_says_the_same_after_libreoffice_saved_it(
    route: tuple[str, ...], office: LibreOffice, catalog: Catalog, tmp_path: Path
) -> None:
    path = tmp_path / "card.xlsx"
    path.write_bytes(study(catalog)["raters/ana-ruiz/scorecard-ana-ruiz.xlsx"])
    fill(path)
    before = read_ratings(catalog, [path])
    assert (before.faults, before.lost, len(before.ratings.given)) == ((), (), 60)
    (saved,) = office.along(route, [path], tmp_path / "-".join(route))
    after = read_ratings(catalog, [saved])
    assert (after.faults, after.lost) == ((), ())
    assert [one._replace(place="") for one in after.ratings.given] == [
        one._replace(place="") for one in before.ratings.given
    ]
    assert (after.files[0].rubric, after.files[0].study) == (before.files[0].rubric, before.files[0].study)
    shown = openpyxl.load_workbook(saved, data_only=True)["Start"]
    assert {shown.cell(row, 2).value for row in range(18, 33)} == {"4 of 4"}
    rules = openpyxl.load_workbook(saved)
    assert all(sheet.protection.sheet for sheet in rules)
    assert "0,1,2,3,4" in rules["1 Scope"].data_validations.dataValidation[0].formula1


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_guide_is_one_page_for_every_role(
    paper: str, office: LibreOffice, pdftotext: str, catalog: Catalog, tmp_path: Path
) -> None:
    draft = tmp_path / "one.md"
    draft.write_text("# One draft\n\nRead it.\n", encoding="utf-8")
    files = []
    for role in catalog.role_ids:
        made, _ = make_packets(catalog, [draft], role, ("A", "B"), seed=1, paper=paper)
        assert made
        files.append(tmp_path / f"{role}.docx")
        files[-1].write_bytes(made.files["raters/a/norming-guide.docx"])
    for printed in office.save_as("pdf", files, tmp_path / "pdf"):
        command = [pdftotext, "-raw", "-enc", "UTF-8", str(printed), "-"]
        text = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()
        assert text.count("\f") == 1, printed.name
        assert "level-0" in text
        assert "level-4" in text
