"""What the tests with office programs share; they are left out where the programs are not installed."""

from __future__ import annotations

import pytest
from libreoffice import LibreOffice, program


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice with a fresh profile."""
    found = program("soffice", "libreoffice")
    if not found:
        pytest.skip("LibreOffice (soffice) is not installed; the checks before a change lands install it")
    return LibreOffice(found, tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """The program that reads a PDF's text."""
    found = program("pdftotext")
    if not found:
        pytest.skip("pdftotext (poppler-utils) is not installed; the checks before a change lands install it")
    return found
