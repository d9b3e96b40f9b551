"""The formulas of a calibration's workbook give what was measured, when LibreOffice works them out."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest

from showproof.calibration.measuring.measure import measure
from showproof.calibration_papers.workbook import calibration_workbook
from small_studies import MIXED, QUICK, WITH_SCORER, study

pytestmark = pytest.mark.office
ODD = 'a"b*?~'
"""A scale whose name means something to formulas."""


def formulas(book):
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_libreoffice_works_out_the_same(office, tmp_path):
    tables = {"overall": MIXED, "scope": MIXED[::-1], ODD: MIXED[:12], "a": MIXED[3:9], "lonely": ["1..."]}
    data = calibration_workbook(measure(study(tables, WITH_SCORER), settings=QUICK))
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(bare, "w") as without:
        for name in whole.namelist():
            without.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", whole.read(name)))
    (saved,) = office.save_as("xlsx", [bare], tmp_path / "saved")
    ours = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    theirs = openpyxl.load_workbook(saved, data_only=True)
    found = formulas(openpyxl.load_workbook(io.BytesIO(data)))
    assert len(found) > 1000
    for sheet, cell in found:
        mine, computed = ours[sheet][cell].value, theirs[sheet][cell].value
        assert computed == (mine if isinstance(mine, str) else pytest.approx(mine, abs=1e-6)), (sheet, cell)
