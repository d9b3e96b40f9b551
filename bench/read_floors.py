"""The floor of reading: unzip, parse with lxml, walk once, collect the text."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def docx_texts(data: bytes) -> list[str]:
    """The text of every paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    texts: list[str] = []
    for element in root.iter(_WORD + "p", _WORD + "t"):
        if element.tag == _WORD + "p":
            texts.append("")
        else:
            texts[-1] += element.text or ""
    return texts


def xlsx_texts(data: bytes) -> list[tuple[str, str]]:
    """Address and text of every cell of every sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
        strings = ["".join(item.itertext()) for item in shared.iterchildren(_CELLS + "si")]
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    return [cell for sheet in sheets for cell in _sheet(etree.fromstring(sheet), strings)]


def _sheet(root: etree._Element, strings: list[str]) -> list[tuple[str, str]]:
    found = []
    for cell in root.iter(_CELLS + "c"):
        value = cell.findtext(_CELLS + "v")
        if value is not None:
            found.append((cell.get("r", ""), strings[int(value)] if cell.get("t") == "s" else value))
    return found
