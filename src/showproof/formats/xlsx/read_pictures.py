"""Pictures of ours on a sheet: their captions and our lines are not read, all else on the sheet is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.figure import LINES, is_ours, one_line

if TYPE_CHECKING:
    from lxml import etree

    from showproof.formats.xlsx.sheet_cells import Sheet

_FACTS = "{*}nvPicPr/{*}cNvPr"


def name_of(picture: etree._Element) -> str:
    """The name of a picture, and nothing where it has none."""
    facts = picture.find(_FACTS)
    return "" if facts is None else str(facts.get("name") or "")


def caption_of(picture: etree._Element) -> str:
    """The caption of a picture of ours, and nothing for others."""
    facts = picture.find(_FACTS)
    return one_line(facts.get("title") or "") if facts is not None and is_ours(facts.get("name")) else ""


def without_captions(sheet: Sheet, captions: frozenset[str]) -> None:
    """Takes the cells with these captions, and those with our lines, out of what was read of a sheet."""
    said = captions | LINES
    for row, cells in list(sheet.rows.items()):
        for column in [column for column, cell in cells.items() if one_line(cell.text) in said]:
            del cells[column]
        if not cells:
            del sheet.rows[row]
