"""Other libraries only reading the same files: the texts of a document, values and formulas of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def python_docx(path: Path) -> Callable[[], object]:
    """Paragraphs, and tables a row's cells at once; the text in controls is not among them."""
    import docx

    def read() -> object:
        document = docx.Document(str(path))
        prose = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
        return prose, [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]

    return read


def openpyxl(path: Path) -> Callable[[], object]:
    """Values and formulas, for which it opens the file twice."""
    import openpyxl

    def read() -> object:
        books = [openpyxl.load_workbook(path, data_only=only) for only in (True, False)]
        return [[list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets] for book in books]

    return read
