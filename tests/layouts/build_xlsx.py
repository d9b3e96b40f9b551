"""Makes a workbook from the lines of a document, with the cached results that Excel leaves beside formulas.

Cells are typed as they look: `2026-05-03` is a date, `45%`, `1,200` and `€1,200.50` are numbers with their format,
`=SUM(B2:B4)->12` a formula with its result, `#` a filled empty cell, and an apostrophe keeps the rest as text.
Looks of a row: `b`, `i`, `wrap`, `ctr`, `fill:` and a size; `bl` makes every second filled cell bold, as labels are,
`b1` the first one.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from .documents import Document, Line
from .docx_frame import write_package

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NUMBER = re.compile(r"(?P<money>[€$£]?)(?P<value>-?\d[\d,]*(?:\.(?P<places>\d+))?)(?P<percent>%?)")
_NO_FILL = '<fill><patternFill patternType="none"/></fill>'
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Book:
    """What the sheets of a workbook share: texts and cell formats, each kept once."""

    def __init__(self, document: Document) -> None:
        self.dates = document.setting("dates") or "d-mmm-yy"
        self.inline = document.setting("strings") == "inline"
        self.texts: list[str] = []
        self.formats: list[tuple[str, tuple[str, ...]]] = [("", ())]

    def style(self, number: str, look: tuple[str, ...]) -> int:
        """The number of a cell format."""
        kept = tuple(
            word for word in look if word in ("b", "i", "wrap", "ctr") or word.isdigit() or word[:5] == "fill:"
        )
        if (number, kept) not in self.formats:
            self.formats.append((number, kept))
        return self.formats.index((number, kept))

    def text(self, text: str, place: str) -> str:
        """A cell with a text, beside the others or in the list that they share."""
        text = text.replace(r"\n", "\n")
        if self.inline:
            return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        if text not in self.texts:
            self.texts.append(text)
        return f'<c {place} t="s"><v>{self.texts.index(text)}</v></c>'


def write_xlsx(document: Document, path: Path) -> None:
    """Writes the document as a workbook; `S` lines open its sheets."""
    book = Book(document)
    sheets: list[tuple[str, list[Line]]] = []
    for line in document.written:
        if line.label == "S":
            sheets.append((line.text, []))
        elif line.label != "T":
            sheets[-1][1].append(line)
    parts = {f"xl/worksheets/sheet{n}.xml": _sheet(lines, book) for n, (_, lines) in enumerate(sheets, 1)}
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"/>' for n, (name, _) in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    ) + "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "sharedStrings")
    )
    parts |= {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/styles.xml": _styles(book),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">'
        + "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in book.texts)
        + "</sst>",
    }
    kinds = {"workbook": "sheet.main", "sharedStrings": "sharedStrings", "styles": "styles"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}.{kinds.get(Path(name).stem, "worksheet")}+xml"/>'
        for name in parts
    )
    write_package(path, parts, overrides, "xl/workbook.xml", {"xl/_rels/workbook.xml.rels": links})


def _sheet(lines: list[Line], book: Book) -> str:
    rows, merges = [], []
    grid = [line.cells if line.label != "_" else [] for line in lines]
    for number, (line, cells) in enumerate(zip(lines, grid, strict=True), 1):
        written = []
        for index, cell in enumerate(cells):
            merges += _merge(grid, number - 1, index)
            if cell and cell not in "<^>":
                label = ("bl" in line.look and len(written) % 2 == 0) or ("b1" in line.look and not written)
                look = (*line.look, "b") if label else line.look
                written.append(_cell(cell, f"{letter(index + 1)}{number}", look, book))
        if written:
            rows.append(f'<row r="{number}">{"".join(written)}</row>')
    joined = "".join(f'<mergeCell ref="{area}"/>' for area in merges)
    return (
        f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="30" width="20" customWidth="1"/></cols>'
        + f"<sheetData>{''.join(rows)}</sheetData>"
        + (f'<mergeCells count="{len(merges)}">{joined}</mergeCells>' if merges else "")
        + "</worksheet>"
    )


def _merge(grid: list[list[str]], row: int, column: int) -> list[str]:
    """The merged area that starts at a cell, if one does."""

    def at(r: int, c: int) -> str:
        return grid[r][c] if r < len(grid) and c < len(grid[r]) else ""

    if at(row, column) in ("<", "^"):
        return []
    right, down = column, row
    while at(row, right + 1) == "<":
        right += 1
    while at(down + 1, column) == "^":
        down += 1
    if (right, down) == (column, row):
        return []
    return [f"{letter(column + 1)}{row + 1}:{letter(right + 1)}{down + 1}"]


def _cell(cell: str, place: str, look: tuple[str, ...], book: Book) -> str:
    formula, arrow, value = cell.partition("->")
    if cell.startswith("=") and arrow:
        inner = _cell(value, place, look, book)
        if match := re.fullmatch(r'<c (r="\w+" s="\d+")(?: t="\w+")?>(.*)</c>', inner):
            shared = "<v>" + escape(value) + "</v>" if ' t="' in inner else match[2]
            kind = ' t="str"' if ' t="' in inner else ""
            return f"<c {match[1]}{kind}><f>{escape(formula[1:])}</f>{shared}</c>"
    if cell.startswith("**") and cell.endswith("**"):
        cell, look = cell[2:-2], (*look, "b")
    if cell == "#":
        return f'<c r="{place}" s="{book.style("", (*look, "fill:70AD47"))}"/>'
    number, kind = _typed(cell, book.dates)
    attributes = f'r="{place}" s="{book.style(kind, look)}"'
    if number is None:
        return book.text(cell.removeprefix("'"), attributes)
    return f"<c {attributes}><v>{number}</v></c>"


def _typed(cell: str, dates: str) -> tuple[str | None, str]:
    """The stored number and its format, or nothing for a text."""
    if _DATE.fullmatch(cell):
        return str((date.fromisoformat(cell) - date(1899, 12, 30)).days), dates
    match = _NUMBER.fullmatch(cell)
    if not match:
        return None, ""
    value = match["value"].replace(",", "")
    places = f".{'0' * len(match['places'])}" if match["places"] else ""
    if match["percent"]:
        return repr(round(float(value) / 100, 6)), f"0{places}%"
    if match["money"]:
        return value, f'"{match["money"]}"#,##0{places}'
    return value, f"#,##0{places}" if "," in cell else (f"0{places}" if places else "")


def letter(column: int) -> str:
    """The letters of a column, counted from 1."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _styles(book: Book) -> str:
    numbers, fonts, fills, formats = [], ['<font><sz val="11"/></font>'], [_NO_FILL, _NO_FILL], []
    for number, look in book.formats:
        font = "".join(f"<{mark}/>" for mark in ("b", "i") if mark in look)
        size = next((word for word in look if word.isdigit()), "11")
        fill = next((word[5:] for word in look if word.startswith("fill:")), "")
        numbers.append(number)
        fonts.append(f'<font>{font}<sz val="{size}"/></font>')
        solid = f'<fill><patternFill patternType="solid"><fgColor rgb="FF{fill}"/></patternFill></fill>'
        fills.append(solid if fill else _NO_FILL)
        ident = 164 + len(numbers) if number else 0
        wrap = '<alignment wrapText="1"/>' if "wrap" in look else ""
        filled = len(fills) - 1 if fill else 0
        formats.append(
            f'<xf numFmtId="{ident}" fontId="{len(fonts) - 1}" fillId="{filled}" borderId="0" xfId="0">{wrap}</xf>'
        )
    shown = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(number)}/>'
        for n, number in enumerate(numbers, 1)
        if number
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{shown}</numFmts>'
        f"<fonts>{''.join(fonts)}</fonts><fills>{''.join(fills)}</fills>"
        "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
        f"<cellXfs>{''.join(formats)}</cellXfs></styleSheet>"
    )
