"""The parts of the package beside the document itself: styles, numbering, settings, header, footer, properties."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from showproof.formats.docx.front import title_of
from showproof.formats.docx.page import Page
from showproof.formats.docx.text import attribute, escape, run
from showproof.formats.figure import PNG

if TYPE_CHECKING:
    from showproof.formats.form import Document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of the document and of most parts beside it."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

SAME = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/fontTable.xml",
)
"""Parts that say nothing of the form but, in the styles, its language and font."""

_STATIC = Path(__file__).parent / "static"
_DOCUMENT_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST_RUNNING_TITLE = 70


def picture_part(number: int) -> str:
    """The part with the pixels of a picture."""
    return f"word/media/picture-{number}.png"


def picture_id(number: int) -> str:
    """What leads the document to them."""
    return f"picture-{number}"


def around(form: Document, pictures: int = 0) -> dict[str, bytes]:
    """Every part but the document and its pictures, the content types first."""
    parts = {
        "[Content_Types].xml": _content_types(bool(pictures)),
        "_rels/.rels": _static("package-relations.xml"),
        "docProps/core.xml": _core(form),
        "docProps/app.xml": _static("app.xml"),
        "docProps/custom.xml": _custom(form),
        "word/_rels/document.xml.rels": _relations(pictures),
        "word/styles.xml": _styles(form.language, *form.face),
        "word/numbering.xml": _static("numbering.xml"),
        "word/settings.xml": _static("settings.xml"),
        "word/fontTable.xml": _static("fonts.xml"),
    }
    for page in (Page(form.paper), Page(form.paper, turned=True)):
        parts[f"word/header-{page.way}.xml"] = _header(form, page)
        parts[f"word/footer-{page.way}.xml"] = _footer(form, page)
    return parts


@cache
def _static(name: str) -> bytes:
    return (_STATIC / name).read_bytes()


def _content_types(drawn: bool) -> bytes:
    first = b'<Default Extension="rels"'
    own = f'<Default Extension="png" ContentType="{PNG}"/>\n  '.encode()
    return _static("content-types.xml").replace(first, own + first) if drawn else _static("content-types.xml")


def _relations(pictures: int) -> bytes:
    own = "".join(
        f'  <Relationship Id="{picture_id(number)}" Type="{_DOCUMENT_PROPERTIES}/relationships/image"'
        f' Target="{picture_part(number).removeprefix("word/")}"/>\n'
        for number in range(1, pictures + 1)
    )
    last = b"</Relationships>"
    return _static("document-relations.xml").replace(last, own.encode() + last)


@cache
def _styles(language: str, face: str, small: int) -> bytes:
    filled = _static("styles.xml").replace(b'"LANGUAGE"', attribute(language).encode())
    return filled.replace(b'"FACE"', attribute(face).encode()).replace(b'"SMALL"', f'"{small}"'.encode())


def _core(form: Document) -> bytes:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<dc:title>{escape(title_of(form))}</dc:title><dc:subject>{escape(form.kind_title)}</dc:subject>"
        f"<dc:language>{escape(form.language)}</dc:language></cp:coreProperties>"
    ).encode()


def _custom(form: Document) -> bytes:
    properties = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name={attribute(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(form.properties, start=2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_DOCUMENT_PROPERTIES}/custom-properties"'
        f' xmlns:vt="{_DOCUMENT_PROPERTIES}/docPropsVTypes">{properties}</Properties>'
    ).encode()


def _header(form: Document, page: Page) -> bytes:
    title = title_of(form)
    left = run(_shortened(title)) if title != form.kind_title else ""
    return _margin("hdr", "Header", page, f"{left}<w:r><w:tab/></w:r>{run(_shortened(form.kind_title))}")


def _footer(form: Document, page: Page) -> bytes:
    source = run(form.origin)
    number = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    return _margin("ftr", "Footer", page, f"{source}<w:r><w:tab/></w:r>{number}")


def _margin(element: str, style: str, page: Page, runs: str) -> bytes:
    """A header or footer: one paragraph with a tab stop at the right edge."""
    return (
        f'{DECLARATION}<w:{element} xmlns:w="{WORD}"><w:p><w:pPr><w:pStyle w:val="{style}"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{page.usable}"/></w:tabs></w:pPr>{runs}</w:p></w:{element}>'
    ).encode()


def _field(name: str) -> str:
    """A page number that office programs work out; 1 until they do."""
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST_RUNNING_TITLE:
        return line
    return line[: _LONGEST_RUNNING_TITLE - 1].rsplit(" ", 1)[0] + "…"
