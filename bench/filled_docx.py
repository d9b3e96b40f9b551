"""The filled document as Word leaves it: text split into runs, answers in controls of three kinds."""

from __future__ import annotations

import io
import zipfile
from itertools import count
from textwrap import wrap
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from bench.filled import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = "word/document.xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = 70
"""Characters of a run: Word begins a new one wherever a text was edited."""
LOOK = '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:lang w:val="en-GB"/></w:rPr>'
CHECKED = '<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>'
SPACED = '<w:spacing w:before="60" w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/>'
WHOLE = '<w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/>'
PROMPT = '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>'
FIELDS = {"Customer": "Northwind Traders Ltd", "Owner": "A. Rivera", "Version": "1.4", "Effective date": "2026-03-14"}
LEFT_OUT = ("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg")
PLAIN_COLUMNS = (0, 5)
"""Columns of a table that are typed without a control."""


def filled_docx() -> bytes:
    """The document's bytes in python-docx's package, less the table styles that it would not have from Word."""
    import docx

    package = io.BytesIO()
    docx.Document().save(package)
    made = io.BytesIO()
    with zipfile.ZipFile(package) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as taken:
        for name in given.namelist():
            if name not in LEFT_OUT:
                taken.writestr(name, _part(name, given.read(name)))
    return made.getvalue()


def _part(name: str, data: bytes) -> bytes:
    if name == MAIN:
        return _document().encode()
    if not name.endswith((".rels", "styles.xml", "[Content_Types].xml")):
        return data
    root = etree.fromstring(data)
    for entry in list(root):
        target = entry.get("Target") or entry.get("PartName") or ""
        styled = entry.get(f"{{{WORD}}}type") == "table" and entry.get(f"{{{WORD}}}styleId") != "TableGrid"
        if styled or target.endswith(("stylesWithEffects.xml", "thumbnail.jpeg")):
            root.remove(entry)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _document() -> str:
    body = "".join(_blocks(count(100_000)))
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def _blocks(ids: Iterator[int]) -> Iterator[str]:
    yield _paragraph(_runs("Mutual action plan and operating procedure"), '<w:pStyle w:val="Title"/>')
    for label, value in FIELDS.items():
        yield _control(_paragraph(_runs(f"{label}: {value}")), f"head.{label}", next(ids))
    for number, part in enumerate(parts()):
        yield _paragraph(_runs(part.heading), '<w:pStyle w:val="Heading1"/>')
        yield from (_paragraph(_runs(text), SPACED) for text in part.paragraphs)
        if part.rows:
            rows = (_row(texts, f"part{number}.row{at}", at, ids) for at, texts in enumerate(part.rows))
            yield f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>{"".join(rows)}</w:tbl>' + _paragraph("")


def _row(texts: tuple[str, ...], name: str, at: int, ids: Iterator[int]) -> str:
    if not at:
        cells = (f"<w:tc><w:tcPr>{WHOLE}</w:tcPr>{_paragraph(_runs(text))}</w:tc>" for text in texts)
        return f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"
    return f"<w:tr>{''.join(_cell(text, f'{name}.{column}', column, ids) for column, text in enumerate(texts))}</w:tr>"


def _cell(text: str, name: str, column: int, ids: Iterator[int]) -> str:
    """A cell's text in a control within its paragraph, around its paragraph, or around the whole cell; or in none."""
    properties = f"<w:tcPr>{WHOLE}</w:tcPr>"
    if column in PLAIN_COLUMNS:
        return f"<w:tc>{properties}{_paragraph(_runs(text))}</w:tc>"
    number = next(ids)
    if number % 5 == 3:
        return f"<w:tc>{properties}{_control(_paragraph(_runs(text)), name, number)}</w:tc>"
    if number % 5 == 4:
        return _control(f"<w:tc>{properties}{_paragraph(_runs(text))}</w:tc>", name, number)
    return f"<w:tc>{properties}{_paragraph(_control(_runs(text), name, number))}</w:tc>"


def _control(content: str, name: str, number: int) -> str:
    told = f'<w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/>{PROMPT}'
    return f"<w:sdt><w:sdtPr>{told}<w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _paragraph(runs: str, properties: str = '<w:spacing w:after="60"/>') -> str:
    return f'<w:p w:rsidR="00D10003" w:rsidRDefault="00D10003"><w:pPr>{properties}</w:pPr>{runs}</w:p>'


def _runs(text: str) -> str:
    pieces = wrap(text, RUN, drop_whitespace=False)
    shown = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
    return CHECKED.join(f'<w:r w:rsidR="00A10001">{LOOK}{piece}</w:r>' for piece in shown)
