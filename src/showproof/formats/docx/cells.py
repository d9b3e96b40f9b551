"""The pieces that every table is made of: its properties, rows, cells, and what an empty cell shows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from showproof.formats.docx.controls import BLANK, hint
from showproof.formats.docx.text import attribute, clean, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from showproof.formats.form import FormTable

SHADE = "EEF2F6"
"""Behind labels and headers."""


def table(columns: list[int], rows: Iterable[str], caption: str, description: str) -> str:
    """A table of fixed column widths, with its caption and description for those who listen to it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={attribute(caption)}/>'
        f"<w:tblDescription w:val={attribute(description)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], *, header: bool = False, tall: int = 0) -> str:
    """A row that no page break splits, at least `tall` twentieths of a point; a header row is repeated on each page."""
    flag = f'<w:trHeight w:val="{tall}" w:hRule="atLeast"/>' if tall else ""
    flag += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{flag}</w:trPr>{''.join(cells)}</w:tr>"


def cell(width: int, content: str, *, span: int = 1, shade: str = "") -> str:
    """A cell around block content."""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{fill}</w:tcPr>{content}</w:tc>'


@lru_cache(maxsize=1024)
def label(width: int, text: str, keep: bool) -> str:
    """A shaded cell with a header or label; `keep` holds its row on the page of the next."""
    return cell(width, paragraph(text, "TableLabel", keep=keep), shade=SHADE)


def empty_texts(shown: FormTable) -> list[list[str]]:
    """What each cell shows while it is empty, row by row.

    The first row that is wholly empty carries the guidance; without such a row, each column's first empty cell does.
    """
    answered = [index for index, column in enumerate(shown.columns) if column.type != "serial"]
    whole = next((n for n, cells in enumerate(shown.rows) if not any(_said(cells[i]) for i in answered)), None)
    texts = [[BLANK] * len(shown.columns) for _ in shown.rows]
    for index in answered:
        first = whole
        if first is None:
            first = next((n for n, cells in enumerate(shown.rows) if not _said(cells[index])), None)
        if first is not None:
            texts[first][index] = hint(shown.columns[index])
    return texts


def _said(text: str) -> str:
    return clean(text).strip()
