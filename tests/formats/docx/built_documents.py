"""Small Word documents from XML, for tests: a body, and any other parts by name."""

from __future__ import annotations

from showproof.formats.docx.read import read_docx
from showproof.formats.package import Package, pack
from showproof.model import Block, Outline, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="House head"/><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Part"/>
<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Dark"><w:name w:val="Dark"/>
<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Banded"><w:name w:val="Banded"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr></w:style>
"""


def docx(body: str, parts: dict[str, str] | None = None, **inner: str) -> bytes:
    """A package whose body is `body`; `styles`, `numbering`, `footnotes`, ... are the insides of their parts."""
    inner = {"styles": STYLES, **inner}
    made = {
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": f"<w:{_root(name)} {NAMES}>{text}</w:{_root(name)}>" for name, text in inner.items()},
        "word/_rels/document.xml.rels": relations({name: (_kind(name), f"{name}.xml") for name in inner}),
        **(parts or {}),
    }
    return pack({name: text.encode() for name, text in made.items()})


def relations(targets: dict[str, tuple[str, str]]) -> str:
    """A part of relationships: id to kind and target."""
    lines = "".join(f'<R Id="{id_}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id_, (kind, to) in targets.items())
    return f'<Rs xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Rs>'


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _root(name: str) -> str:
    return {"header": "hdr", "footer": "ftr"}.get(_kind(name), _kind(name))


def read(body: str, parts: dict[str, str] | None = None, **inner: str) -> Outline:
    return read_docx(Package(docx(body, parts, **inner), "draft.docx"))


def p(text: str, style: str = "", run: str = "", more: str = "") -> str:
    """A paragraph with one run; `run` is the inside of w:rPr, `more` of w:pPr."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def sdt(content: str, tag: str, more: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def tbl(*rows: str, more: str = "") -> str:
    return f"<w:tbl><w:tblPr>{more}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cells)}</w:tr>"


def tc(content: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def blocks(outline: Outline) -> list[Block]:
    return [item for item in outline.items if isinstance(item, Block)]


def tables(outline: Outline) -> list[Table]:
    return [item for item in outline.items if isinstance(item, Table)]


def texts(outline: Outline) -> list[str]:
    return [block.text for block in blocks(outline)]
