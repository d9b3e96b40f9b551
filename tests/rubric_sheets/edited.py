"""Workbooks of rubrics, edited as people do it, and what an import says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from showproof.api import export_rubric, import_rubric
from showproof.catalog.store import Catalog
from showproof.errors import CatalogError
from showproof.rubric_sheets.importing import Imported

HEADER = 3
Edit = Callable[[openpyxl.Workbook], Any]


def column(sheet: Worksheet, title: str) -> int:
    """The column under a title."""
    return next(cell.column for cell in sheet[HEADER] if cell.value == title)


def row_of(sheet: Worksheet, **wanted: str) -> int:
    """The first row whose cells under these titles (`_` for a blank) hold these values."""
    at = {column(sheet, title.replace("_", " ")): value for title, value in wanted.items()}
    rows = range(HEADER + 1, sheet.max_row + 1)
    return next(row for row in rows if all(sheet.cell(row, number).value == value for number, value in at.items()))


def put(sheet: Worksheet, row: int, title: str, value: object) -> str:
    """Write into a cell; gives its address."""
    cell = sheet.cell(row, column(sheet, title))
    cell.value = value
    return cell.coordinate


def add(sheet: Worksheet, **values: object) -> int:
    """Write a line below the last one."""
    row = sheet.max_row + 1
    for title, value in values.items():
        put(sheet, row, title.replace("_", " "), value)
    return row


def edited(catalog: Catalog, folder: Path, name: str, edit: Edit) -> Path:
    """The workbook of a rubric after an edit."""
    path = folder / "rubric.xlsx"
    path.write_bytes(export_rubric(catalog, name))
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def imported(catalog: Catalog, folder: Path, name: str, edit: Edit, **how: Any) -> Imported:
    """What an import makes of an edited workbook."""
    return import_rubric(catalog, edited(catalog, folder, name, edit), **how)


def faults(catalog: Catalog, folder: Path, name: str, edit: Edit) -> list[str]:
    """The faults that an import finds, without the name of the file before them."""
    path = edited(catalog, folder, name, edit)
    with pytest.raises(CatalogError) as caught:
        import_rubric(catalog, path)
    return [line.removeprefix(f"{path}, ") for line in caught.value.faults]
