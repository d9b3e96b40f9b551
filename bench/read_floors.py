"""The floor of reading: unzip, parse with lxml, walk once; texts with their style, cell and control, and no more."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TBL, _TR, _TC, _SDT = (_WORD + name for name in ("p", "tbl", "tr", "tc", "sdt"))
_T, _TAB, _BR, _CR = (_WORD + name for name in ("t", "tab", "br", "cr"))
_CONTENT, _TAG, _STYLE, _VAL = (_WORD + name for name in ("sdtContent", "tag", "pStyle", "val"))
_CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_C, _V, _F, _TEXT = (_CELLS + name for name in ("c", "v", "f", "t"))

Block = tuple[str | None, str | None, str]
"""Style of a paragraph or place of a cell, tag of its control, text."""


def docx_blocks(data: bytes) -> list[Block]:
    """Paragraphs and cells of a document in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return list(_blocks(root[0], None))


def _blocks(parent: etree._Element, tag: str | None) -> Iterator[Block]:
    for element in parent:
        if element.tag == _P:
            style = element.find(f"{_WORD}pPr/{_STYLE}")
            yield None if style is None else style.get(_VAL), tag, _paragraph(element)
        elif element.tag == _TBL:
            for number, row in enumerate(element.iter(_TR)):
                yield from _row(row, number)
        elif element.tag == _SDT:
            yield from _blocks(element.find(_CONTENT), _tag_of(element))


def _row(row: etree._Element, number: int) -> Iterator[Block]:
    for at, element in enumerate(row.iterchildren(_TC, _SDT)):
        tag = _tag_of(element) if element.tag == _SDT else None
        texts = []
        for part in element.iter(_P, _SDT):
            if part.tag == _P:
                texts.append(_paragraph(part))
            else:
                tag = tag or _tag_of(part)
        yield f"{number}.{at}", tag, "\n".join(texts)


def _tag_of(control: etree._Element) -> str | None:
    found = control.find(f"{_WORD}sdtPr/{_TAG}")
    return None if found is None else found.get(_VAL)


def _paragraph(element: etree._Element) -> str:
    signs = element.iter(_T, _TAB, _BR, _CR)
    return "".join([sign.text or "" if sign.tag == _T else "\t" if sign.tag == _TAB else "\n" for sign in signs])


Sheet = tuple[dict[str | None, tuple[object, str | None, str | None]], list[tuple[str | None, str | None]]]
"""Address to value, formula and style of its cells; ranges and kinds of its validations."""


def xlsx_sheets(data: bytes) -> tuple[dict[str | None, str | None], list[Sheet]]:
    """Defined names, and every sheet of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = etree.fromstring(archive.read("xl/workbook.xml"))
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
        strings = ["".join([text.text or "" for text in item.iter(_TEXT)]) for item in shared]
        named = {name.get("name"): name.text for name in book.iter(_CELLS + "definedName")}
        count = len(book.find(_CELLS + "sheets"))
        roots = [etree.fromstring(archive.read(f"xl/worksheets/sheet{at}.xml")) for at in range(1, count + 1)]
    return named, [_sheet(root, strings) for root in roots]


def _sheet(root: etree._Element, strings: list[str]) -> Sheet:
    cells: dict[str | None, tuple[object, str | None, str | None]] = {}
    for cell in root.iter(_C):
        value = formula = None
        for part in cell:
            if part.tag == _V:
                value = part.text
            elif part.tag == _F:
                formula = part.text
        if value is not None:
            kind = cell.get("t")
            told = strings[int(value)] if kind == "s" else float(value) if kind in (None, "n") else value
            cells[cell.get("r")] = told, formula, cell.get("s")
    return cells, [(one.get("sqref"), one.get("type")) for one in root.iter(_CELLS + "dataValidation")]
