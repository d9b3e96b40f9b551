"""The numbers that described documents are said to show are those that an office program shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from libreoffice import LibreOffice

from layouts.build import build
from layouts.documents import all_documents
from layouts.labels import bare, fold, unnumbered
from layouts.said import said

pytestmark = pytest.mark.office


def test_each_number_that_is_said_stands_before_its_text(office: LibreOffice, tmp_path: Path):
    documents = [document for document in all_documents() if document.format == "docx"]
    printed = office.save_as("txt", [build(document, tmp_path) for document in documents], tmp_path / "txt")
    wrong = []
    for document, path in zip(documents, printed, strict=True):
        lines = [fold(line) for line in path.read_text(encoding="utf-8-sig").splitlines()]
        for number, text in said(document).numbers:
            before = [line.removesuffix(text) for line in lines if unnumbered(line).endswith(text)]
            if number not in map(bare, before):
                wrong.append(f"{document.id}: {number} {text}, printed {before}")
    assert wrong == []
