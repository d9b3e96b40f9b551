"""The parts of a Word file around its text: styles, numbering, and the package itself."""

from __future__ import annotations

import re
import shlex
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from .documents import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = (
    "Normal | Normal",
    "Title | Title | 28",
    "Subtitle | Subtitle | i",
    "Heading1 | heading 1 | b 16 o:1",
    "Heading2 | heading 2 | b 13 o:2",
    "Heading3 | heading 3 | b o:3",
    "ListParagraph | List Paragraph",
    "ListBullet | List Bullet | n:bullet.0",
    "Caption | caption | i 9",
    "Quote | Quote | i",
)


def styles(document: Document) -> str:
    """styles.xml: the usual ones, and those of the settings `style: Id | name | look`."""
    rows = [] if document.setting("styles") == "none" else list(_STYLES)
    own = "".join(_style(row, document) for row in rows + document.every("style"))
    grid = (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders></w:tblPr></w:style>"
    )
    return f"<w:styles {W}>{own}{grid}</w:styles>"


def _style(row: str, document: Document) -> str:
    ident, name, look = [*(part.strip() for part in row.split("|")), ""][:3]
    words = look.split()
    based = next((word[6:] for word in words if word.startswith("based:")), "")
    return (
        f'<w:style w:type="paragraph" w:styleId={quoteattr(ident)}><w:name w:val={quoteattr(name)}/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + f"<w:pPr>{paragraph_look(words, document)}</w:pPr><w:rPr>{run_look(words)}</w:rPr></w:style>"
    )


def paragraph_look(words: list[str] | tuple[str, ...], document: Document) -> str:
    """The inside of w:pPr: `s:` style, `n:A.0` list and level, `ctr`, `ind:` twips, `o:` outline level from 1."""
    inside = {word.partition(":")[0]: word.partition(":")[2] for word in words}
    parts = []
    if "s" in inside:
        parts.append(f'<w:pStyle w:val="{inside["s"]}"/>')
    if "keep" in inside:
        parts.append("<w:keepNext/>")
    if "n" in inside:
        name, _, level = inside["n"].partition(".")
        parts.append(
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_names(document).index(name) + 1}"/></w:numPr>'
        )
    if "n0" in inside:
        parts.append('<w:numPr><w:numId w:val="0"/></w:numPr>')
    if "rule" in inside:
        parts.append('<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>')
    if "ind" in inside:
        parts.append(f'<w:ind w:left="{inside["ind"]}"/>')
    if "ctr" in inside:
        parts.append('<w:jc w:val="center"/>')
    if "o" in inside:
        parts.append(f'<w:outlineLvl w:val="{int(inside["o"]) - 1}"/>')
    return "".join(parts)


def run_look(words: list[str] | tuple[str, ...]) -> str:
    """The inside of w:rPr: `b`, `i`, `u`, `caps`, a size in points, `color:`, `font:`."""
    parts = {
        "font": lambda value: f'<w:rFonts w:ascii="{value}" w:hAnsi="{value}"/>',
        "b": lambda value: "<w:b/>",
        "i": lambda value: "<w:i/>",
        "caps": lambda value: "<w:caps/>",
        "color": lambda value: f'<w:color w:val="{value}"/>',
        "size": lambda value: f'<w:sz w:val="{int(value) * 2}"/>',
        "hl": lambda value: '<w:highlight w:val="yellow"/>',
        "u": lambda value: '<w:u w:val="single"/>',
    }
    named = ["size:" + word if word.isdigit() else word for word in words]
    inside = {word.partition(":")[0]: word.partition(":")[2] for word in named}
    return "".join(make(inside[key]) for key, make in parts.items() if key in inside)


def list_names(document: Document) -> list[str]:
    """The lists of a document in the order of their numbers; `bullet` is always there."""
    return ["bullet", *(key[5:] for key, _ in document.settings if key.startswith("list "))]


def numbering(document: Document) -> str:
    """numbering.xml from settings `list A: decimal "%1." decimal "%1.%2."` and `list B: of A start 1`."""
    abstract = [_abstract(0, ["bullet", "•"] * 3)]
    nums = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']
    owners: dict[str, int] = {}
    for number, name in enumerate(list_names(document)[1:], 2):
        words = shlex.split(document.setting(f"list {name}"))
        override = ""
        if words[0] == "of":
            owners[name] = owners[words[1]]
            if words[2:3] == ["start"]:
                override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{words[3]}"/></w:lvlOverride>'
        else:
            owners[name] = number
            abstract.append(_abstract(number, words))
        nums.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{owners[name]}"/>{override}</w:num>')
    return f"<w:numbering {W}>{''.join(abstract)}{''.join(nums)}</w:numbering>"


def _abstract(ident: int, words: list[str]) -> str:
    """A definition from pairs of format and text; `decimal@5` starts at 5, `decimal=Heading1` is linked to a style."""
    levels = []
    for level, (kind, text) in enumerate(zip(words[::2], words[1::2], strict=True)):
        kind, _, linked = kind.partition("=")
        kind, _, start = kind.partition("@")
        style = f'<w:pStyle w:val="{linked}"/>' if linked else ""
        indent = f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr>'
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start or 1}"/><w:numFmt w:val="{kind}"/>{style}'
            f"<w:lvlText w:val={quoteattr(text)}/>{indent}</w:lvl>"
        )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{ident}">{kind}{"".join(levels)}</w:abstractNum>'


def save(path: Path, body: str, document: Document) -> None:
    """Writes the package around the body."""
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": styles(document),
        "word/numbering.xml": numbering(document),
    }
    if document.setting("styles") == "none" and not document.every("style"):
        del parts["word/styles.xml"]
    kinds = {name: re.sub(r"word/(\w+)\.xml", r"\1", name) for name in parts}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}.{"document.main" if kind == "document" else kind}+xml"/>'
        for name, kind in kinds.items()
    )
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(kinds.values())
        if kind != "document"
    )
    write_package(path, parts, overrides, "word/document.xml", {"word/_rels/document.xml.rels": links})


def write_package(path: Path, parts: dict[str, str], overrides: str, main: str, links: dict[str, str]) -> None:
    """A zip of XML parts with content types and relations, as Office files are."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = links | {"_rels/.rels": f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'}
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    parts = (
        {"[Content_Types].xml": f'<Types xmlns="{types}">{defaults}{overrides}</Types>'}
        | {name: f'<Relationships xmlns="{relations}">{inside}</Relationships>' for name, inside in links.items()}
        | parts
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}')
