"""A workbook's visible cells by sheet and place, without a guess at what they mean: for forms whose shape is known."""

from __future__ import annotations

from typing import NamedTuple

from showproof.formats.package import Package
from showproof.formats.xlsx.noticed import Noticed
from showproof.formats.xlsx.read import open_book
from showproof.formats.xlsx.sheet_reader import SheetReader
from showproof.formats.xlsx.sheet_stream import sheet_elements
from showproof.formats.xlsx.workbook_parts import document_properties, workbook_parts


class Workbook(NamedTuple):
    """Document properties, and sheet name to row and column (from 1) to the text that a person sees there."""

    properties: dict[str, str]
    sheets: dict[str, dict[tuple[int, int], str]]


def plain_cells(package: Package) -> Workbook:
    """All cells with a text on sheets that are not hidden, row by row. Raises UnreadableError for no workbook."""
    parts = workbook_parts(package)
    book = open_book(package, parts, Noticed())
    sheets = {}
    for listed in parts.sheets:
        if not listed.part or listed.hidden:
            continue
        reader = SheetReader(listed.name, book, {})
        for element in sheet_elements(package, listed.part):
            reader.take(element)
        rows = reader.finish().rows
        sheets[listed.name] = {
            (row, column): rows[row][column].text
            for row in sorted(rows)
            for column in sorted(rows[row])
            if rows[row][column].text
        }
    return Workbook(document_properties(package), sheets)
