"""Scorecards filled as a rater would, by a library that knows nothing of how they were made."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl

from showproof.catalog.store import Catalog
from showproof.formats.write import write_rating_form
from showproof.kit.scorecard import scorecard

ROLE = "operations-manager"
FIRST = 4
"""The sheet's row of the first row to rate."""
NOTES = (
    "“The carrier's file came at 02:10 UTC”,\nsaid twice; then the second cause.",
    "=no formula, but what was said",
    "Naïve façade, 東京, 🙂; 3 > 2 & 1 < 2",
    "12.5% on 2026-03-04",
    "Showed it; nothing more.",
)


def blank(catalog: Catalog, rater: str = "Ana Ruiz", candidate: str = "C-014") -> bytes:
    return write_rating_form(scorecard(catalog.role(ROLE), catalog.digest, rater, candidate, "letter"))


def changed(data: bytes, path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    """The workbook with a change, saved."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    book.save(path)
    return path


def fill(book: openpyxl.Workbook) -> None:
    """Every level and note, and the overall verdict."""
    for at, note in enumerate(NOTES):
        book["Rows"].cell(FIRST + at, 2).value = at
        cell = book["Rows"].cell(FIRST + at, 3)
        cell.value = note
        cell.data_type = "s"
    book["Overall"]["B4"] = 3
    book["Overall"]["B5"] = "Two causes shown; the check was weak."
    book["Overall"]["B6"] = "None heard."


def filled(catalog: Catalog, path: Path) -> Path:
    return changed(blank(catalog), path, fill)
