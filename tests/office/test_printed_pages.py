"""Every template and example opens in LibreOffice and prints with all that was written."""

from __future__ import annotations

import io
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pytest
from libreoffice import LibreOffice
from lxml import etree
from template_files import in_turn, made_as, write_all

from showproof.api import Scorer
from showproof.catalog.artifact import Answers
from showproof.examples import answer_texts

pytestmark = pytest.mark.office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHOLE = 0.95
"""Share of the answers that stand in one piece: a page may end in the midst of one."""


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_every_file_prints_all_its_sections_and_every_word_of_its_answers(
    ending: str, office: LibreOffice, pdftotext: str, scorer: Scorer, every_type: bool, tmp_path: Path
) -> None:
    types = made_as(scorer.catalog, ending)
    files = write_all(scorer.catalog, ending, tmp_path, ("strong",))
    files += write_all(scorer.catalog, ending, tmp_path, ("blank",), types if every_type else in_turn(types, 0, 3))
    for file, printed in zip(files, office.save_as("pdf", files, tmp_path / "pdf"), strict=True):
        text = text_of(printed, pdftotext)
        assert text.count("\f") >= least_pages(file), file.name
        artifact, _, quality = file.stem.rpartition("-")
        if quality == "strong":
            answers = scorer.catalog.answers(artifact, quality)
            assert answers is not None
            assert lost_words(answers, packed(text)) == [], file.name
            assert share_in_one_piece(answers, packed(text)) >= WHOLE, file.name


def text_of(printed: Path, pdftotext: str) -> str:
    """The text in the order in which it was drawn, cell by cell; each page ends with a form feed."""
    command = [pdftotext, "-raw", "-enc", "UTF-8", str(printed), "-"]
    return subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()


def least_pages(file: Path) -> int:
    """One page for each sheet of a workbook, and for each section of a document, which turns the paper."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        if file.suffix == ".xlsx":
            return sum(name.startswith("xl/worksheets/sheet") for name in package.namelist())
        return len(list(etree.fromstring(package.read("word/document.xml")).iter(f"{W}sectPr")))


def lost_words(answers: Answers, printed: str) -> list[str]:
    """Words of the answers that the paper lacks."""
    return [word for text in answer_texts(answers) for word in text.split() if packed(word) not in printed]


def share_in_one_piece(answers: Answers, printed: str) -> float:
    """The share of answers that stand on the paper from their first letter to their last."""
    whole = [packed(text) in printed for text in answer_texts(answers)]
    return sum(whole) / len(whole)


def packed(text: str) -> str:
    """The text without blanks, as cells break lines anywhere, and with letters joined in print taken apart."""
    return "".join(unicodedata.normalize("NFKC", text).split())
