"""One worksheet part: the grid with its view, its rules and how it prints, in the order that the schema wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from showproof.formats.xlsx.cells import letters
from showproof.formats.xlsx.names import quoted
from showproof.formats.xlsx.text import cut, escape, one_line, quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from showproof.formats.form import Document
    from showproof.formats.xlsx.grid import Grid

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
_PRINT = (
    '<printOptions horizontalCentered="1"/>'
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>'
)
_SEAL = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
_PAPER = {"letter": 1, "a4": 9}
_SIDE = 80
"""Characters of the artifact's name in the footer: the whole footer may have 255."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a worksheet part is made of besides its grid."""

    name: str
    grid: Grid
    colour: str
    frozen: int = 0
    """Rows that stay in sight."""
    pinned: int = 0
    """Columns that stay in sight; with them, rows must too."""
    highlights: str = ""
    validations: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """Address and the sheet that it leads to."""
    landscape: bool = False
    one_page: bool = False
    """Whether it is printed on one page, smaller where it has to be."""
    titles: int = 0
    """The row that is printed on top of each page."""
    table: str = ""
    """The table part's XML."""
    sealed: bool = False
    """Whether only the cells of answers can be changed; there is no password."""


def worksheet(sheet: Sheet, form: Document, *, first: bool = False) -> bytes:
    """The worksheet part; the first one is the one in sight when the workbook opens."""
    grid = sheet.grid
    merges = "".join([f'<mergeCell ref="{ref}"/>' for ref in grid.merges])
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width:.1f}" customWidth="1"/>'
        for number, width in enumerate(grid.widths, start=1)
    )
    extent = f"A1:{letters(len(grid.widths))}{len(grid.rows)}"
    return "".join(
        (
            _OPEN,
            f'<sheetPr><tabColor rgb="{sheet.colour}"/><pageSetUpPr fitToPage="1"/></sheetPr>',
            f'<dimension ref="{extent}"/>',
            _view(sheet, first),
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols>',
            f"<sheetData>{''.join(grid.rows)}</sheetData>",
            _SEAL if sheet.sealed else "",
            _counted("mergeCell", merges, len(grid.merges)),
            sheet.highlights,
            _counted("dataValidation", "".join(sheet.validations), len(sheet.validations)),
            _links(sheet.links),
            _PRINT,
            _page(sheet, form),
            f'<ignoredErrors><ignoredError sqref="{extent}" numberStoredAsText="1"/></ignoredErrors>',
            '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' if sheet.table else "",
            "</worksheet>",
        )
    ).encode()


def _counted(name: str, content: str, count: int) -> str:
    return f'<{name}s count="{count}">{content}</{name}s>' if count else ""


def _view(sheet: Sheet, first: bool) -> str:
    frozen, pinned = sheet.frozen, sheet.pinned
    side = f'xSplit="{pinned}" ' if pinned else ""
    corner, part = f"{letters(pinned + 1)}{frozen + 1}", "bottomRight" if pinned else "bottomLeft"
    pane = (
        f'<pane {side}ySplit="{frozen}" topLeftCell="{corner}" activePane="{part}" state="frozen"/>'
        f'<selection pane="{part}"/>'
        if frozen
        else ""
    )
    chosen = ' tabSelected="1"' if first else ""
    view = f'<sheetView showGridLines="0"{chosen} zoomScale="100" zoomScaleNormal="100" workbookViewId="0">'
    return f"<sheetViews>{view}{pane}</sheetView></sheetViews>"


def _links(links: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f'<hyperlink ref="{ref}" location="{quote(quoted(name))}!A1" display="{quote(name)}"/>' for ref, name in links
    )
    return f"<hyperlinks>{items}</hyperlinks>" if items else ""


def _page(sheet: Sheet, form: Document) -> str:
    paper = _PAPER.get(form.paper.lower(), 1)
    direction = "landscape" if sheet.landscape else "portrait"
    made_from = cut(one_line(form.origin), _SIDE).replace("&", "&&")
    return (
        f'<pageSetup paperSize="{paper}" fitToHeight="{int(sheet.one_page)}" orientation="{direction}"/>'
        '<headerFooter scaleWithDoc="0">'
        f"<oddFooter>&amp;L&amp;8{escape(made_from)}"
        "&amp;R&amp;8&amp;A, &amp;P of &amp;N</oddFooter></headerFooter>"
    )
