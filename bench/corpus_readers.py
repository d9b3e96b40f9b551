"""Readers by name for the files of a corpus: ours, and its peers where they are installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

FAMILIES = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "md": (".md", ".markdown"),
}


class Reader(NamedTuple):
    """A way to read a file: its words as one text ("" where only the reading counts), and what errors are its own."""

    name: str
    read: Callable[[Path], str]
    own: tuple[str, ...]
    """How the names of the errors begin by which it refuses a file in so many words."""


def readers(family: str, *, peers: bool) -> list[Reader]:
    """Ours first; peers only where they can be imported."""
    ours = [Reader("showproof", _showproof, _OURS), Reader("showproof score", _scorer(), _OURS)]
    return ours + [peer for name, peer in _PEERS.get(family, {}).items() if peers and _there(name)]


_OURS = ("showproof.errors.",)
_ZIP = ("zipfile.", "zlib.")


def _there(module: str) -> bool:
    if find_spec(module) is None:
        return False
    import_module(module)
    return True


def _showproof(path: Path) -> str:
    from showproof.formats.open import read_file
    from showproof.model import Block

    outline = read_file(path)
    said = []
    for item in outline.items:
        if isinstance(item, Block):
            said += [item.number, item.text]
        else:
            said += [cell.text for row in item.rows for cell in row]
    return "\n".join([*said, *(block.text for block in outline.hidden)])


def _scorer() -> Callable[[Path], str]:
    from showproof.api import open_catalog
    from showproof.scorer import Scorer

    scorer = Scorer(open_catalog())

    def score(path: Path) -> str:
        scorer.score(path)
        return ""

    return score


def _python_docx(path: Path) -> str:
    from docx import Document

    document = Document(str(path))
    said = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        said += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(said)


def _docx2python(path: Path) -> str:
    from docx2python import docx2python

    with docx2python(path) as document:
        parts = (document.body_runs, document.footnotes_runs, document.endnotes_runs)
        return "\n".join(
            "".join(paragraph)
            for part in parts
            for table in part
            for row in table
            for cell in row
            for paragraph in cell
        )


def _mammoth(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def _openpyxl(path: Path) -> str:
    from openpyxl import load_workbook

    book = load_workbook(path)
    return "\n".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def _calamine(path: Path) -> str:
    from python_calamine import load_workbook

    book = load_workbook(str(path))
    sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return "\n".join(str(value) for sheet in sheets for row in sheet.to_python() for value in row)


_PEERS = {
    "docx": {
        "docx": Reader("python-docx", _python_docx, ("docx.", *_ZIP)),
        "docx2python": Reader("docx2python", _docx2python, ("docx2python.", *_ZIP)),
        "mammoth": Reader("mammoth", _mammoth, ("mammoth.", *_ZIP)),
    },
    "xlsx": {
        "openpyxl": Reader("openpyxl", _openpyxl, ("openpyxl.", *_ZIP)),
        "python_calamine": Reader("python-calamine", _calamine, ("python_calamine.",)),
    },
}
