"""Pictures of ours on a sheet: their captions and our lines are not read, all else on the sheet is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.figure import LINES, is_caption, one_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

    from showproof.formats.xlsx.sheet_cells import Sheet


def name_of(picture: etree._Element) -> str:
    """The name of a picture, and nothing where it has none."""
    facts = picture.find("{*}nvPicPr/{*}cNvPr")
    return "" if facts is None else str(facts.get("name") or "")


def is_said_by_us(text: str, names: Collection[str]) -> bool:
    """Whether a cell on the sheet of our pictures of these names is one of our lines or captions."""
    return one_line(text) in LINES or is_caption(text, names)


def without_captions(sheet: Sheet, names: Collection[str]) -> None:
    """Takes the cells with our lines and the captions of these pictures out of what was read of a sheet."""
    for row, cells in list(sheet.rows.items()):
        for column in [column for column, cell in cells.items() if is_said_by_us(cell.text, names)]:
            del cells[column]
        if not cells:
            del sheet.rows[row]
