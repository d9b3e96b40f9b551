"""What the opening sheet of a workbook says: which rubrics it was exported from, and the version wanted next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showproof.errors import UserError
from showproof.formats.xlsx.references import cell_name
from showproof.formats.xlsx.stored import StoredSheet
from showproof.rubric_sheets.columns import ABOUT
from showproof.rubric_sheets.found import plain, sheet_named

FACTS = ("Rubric", "Version", "Digest")
"""Titles of the table that says what a workbook was exported from."""
ASKED = "New version"
_REMEDY = "import a workbook that `showproof rubric export` made"


class Exported(NamedTuple):
    """A rubric as it was when the workbook was made."""

    id: str
    version: str
    digest: str


class Asked(NamedTuple):
    """The version that somebody wants, '' for none, and its cell."""

    version: str
    place: str


def exported_in(file: str, sheets: Sequence[StoredSheet]) -> tuple[tuple[Exported, ...], Asked]:
    """What the opening sheet says. Raises UserError where there is none, or where nothing can be made of it."""
    sheet = sheet_named(sheets, ABOUT)
    if sheet is None:
        raise UserError(f"no sheet {ABOUT}, which says what was exported", where=file, remedy=_REMEDY)
    titles = [plain(title) for title in FACTS]
    header, asked = 0, Asked("", f"{file}, sheet {sheet.name}")
    found: list[Exported] = []
    for row in sorted(sheet.rows):
        at, texts = zip(*((column, cell.text.strip()) for column, cell in sorted(sheet.rows[row].items())), strict=True)
        if [plain(text) for text in texts[:3]] == titles:
            header = row
        elif plain(texts[0]) == plain(ASKED):
            # The hint beside the cell stands two columns on.
            given = sheet.rows[row].get(at[0] + 1)
            place = f"{file}, sheet {sheet.name}, cell {cell_name(row, at[0] + 1)}"
            return _whole(file, sheet, found), Asked(given.text.strip() if given else "", place)
        elif header and len(texts) >= len(FACTS):
            found.append(Exported(*texts[:3]))
    return _whole(file, sheet, found), asked


def _whole(file: str, sheet: StoredSheet, found: list[Exported]) -> tuple[Exported, ...]:
    if not found:
        where = f"{file}, sheet {sheet.name}"
        raise UserError(f"no table of {', '.join(FACTS)}", where=where, remedy=_REMEDY)
    return tuple(found)
