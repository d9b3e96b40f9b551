"""Drafts with identifiers planted where people leave them."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.comments import Comment

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da6368000000820081da45083b"
    "0000000049454e44ae426082"
)
PHOTO = PNG + b"photo of Ana Ruiz"
"""A picture with words behind its end, as cameras leave them."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
ROSTER = ("Ana Ruiz", "Ben Price", "José María de la Cruz")

DOCX_PLANTED = {
    "full name": "Ana Ruiz", "family name": "Ruiz", "given name": "Ana", "upper case": "ANA RUIZ",
    "turned": "Ruiz, Ana", "over two runs": "Ana Ruiz", "without marks": "Jose Maria de la Cruz",
    "e-mail": "ana.ruiz@corp.example", "phone": "+1 555 010 2233", "link": "linkedin.com/in/ana-ruiz",
    "handle": "@aruiz", "table": "Ben Price", "header": "Ana Ruiz", "deleted": "Ana Ruiz",
    "inserted by": "Ana Ruiz", "comment by": "Ben Price", "comment": "Ana", "creator": "Ana Ruiz",
    "last modified by": "Ben Price", "company": "Corvane Ltd", "custom property": "Ana Ruiz",
    "alt text": "Ana Ruiz", "link target": "https://github.com/anaruiz", "picture": "photo of Ana Ruiz",
}  # fmt: skip


def docx_with_everything() -> bytes:
    made = docx.Document()
    made.core_properties.author = "Ana Ruiz"
    made.core_properties.last_modified_by = "Ben Price"
    made.add_heading("RCA: returned files", 1)
    made.add_paragraph("Ana Ruiz found that 41 of 60 files came back, because the form allowed an empty field.")
    made.add_paragraph(
        "ANA RUIZ, or Ruiz, Ana, owns the check from 2026-03-04. Ruiz told José on the same day; Ana agreed."
    )
    split = made.add_paragraph("On 5 March An")
    split.add_run("a ").bold = True
    split.add_run("Ru")
    split.add_run("iz counted 14 of 60 again, and Jose Maria de la Cruz read them.")
    made.add_paragraph("Ask ana.ruiz@corp.example, +1 555 010 2233, linkedin.com/in/ana-ruiz or @aruiz.")
    table = made.add_table(rows=2, cols=2)
    for at, text in enumerate(("Step", "Owner", "Read 20 files each Monday", "Ben Price")):
        table.cell(at // 2, at % 2).text = text
    made.sections[0].header.paragraphs[0].text = "Application of Ana Ruiz"
    marked = made.add_paragraph("The price stays at $120. ")
    said = 'w:id="{}" w:author="{}" w:date="2026-03-04T10:00:00Z"'
    inside = (
        f"<w:ins {nsdecls('w')} {said.format(90, 'Ana Ruiz')}><w:r><w:t>It was checked on 6 March.</w:t></w:r></w:ins>"
    )
    marked._p.append(parse_xml(inside))
    gone = f"<w:del {nsdecls('w')} {said.format(91, 'Ana Ruiz')}><w:r><w:delText>by Ana Ruiz</w:delText></w:r></w:del>"
    marked._p.append(parse_xml(gone))
    made.add_comment(marked.runs, text="Ana, is that so?", author="Ben Price", initials="BP")
    made.part.relate_to("https://github.com/anaruiz", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    picture = made.add_paragraph().add_run().add_picture(io.BytesIO(PNG))
    picture._inline.docPr.set("descr", "Portrait of Ana Ruiz")
    out = io.BytesIO()
    made.save(out)
    return with_parts(out.getvalue(), {
        "docProps/app.xml": f'<?xml version="1.0"?><Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>x</Application><Company>Corvane Ltd</Company></Properties>",
        "docProps/custom.xml": f'<?xml version="1.0"?><Properties xmlns="{OFFICE}/custom-properties" '
        f'xmlns:vt="{OFFICE}/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" '
        'name="Candidate"><vt:lpwstr>Ana Ruiz</vt:lpwstr></property></Properties>',
        "word/media/image1.png": PHOTO,
    })  # fmt: skip


XLSX_PLANTED = {
    "cell": "Ana Ruiz", "rich text": "Ben Price", "note": "Ana", "note by": "Ben Price", "creator": "Ana Ruiz",
    "e-mail": "ana@corp.example", "header of a page": "Ana Ruiz", "list of a rule": "Ana Ruiz",
}  # fmt: skip


def xlsx_with_everything() -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = "Ana Ruiz"
    sheet = book.active
    sheet.title = "Steps"
    for row in (
        ("Step", "Owner", "Due"),
        ("Read 20 files", "Ana Ruiz", "2026-03-04"),
        ("Write to ana@corp.example", "Ben Price", "2026-03-05"),
        ("Price list", "Settlement lead", "2026-03-06"),
    ):
        sheet.append(row)
    sheet["A2"].comment = Comment("Ana, 20 or 30?", "Ben Price")
    sheet.oddHeader.center.text = "Ana Ruiz"
    rule = openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"Ana Ruiz,Ben Price"')
    rule.add("B2:B9")
    sheet.add_data_validation(rule)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MD_PLANTED = {
    "author": "Ana Ruiz", "text": "Ana Ruiz", "e-mail": "ana.ruiz@corp.example", "link": "https://anaruiz.dev/work",
    "phone": "(555) 010-2233", "picture": "ana-at-work.jpg", "comment": "Ana Ruiz",
}  # fmt: skip
MARKDOWN = """\
---
author: Ana Ruiz
---

# RCA: returned files

Ana Ruiz found that 41 of 60 files came back on 4 March 2026, because the form allowed an empty field. See
[my work](https://anaruiz.dev/work), or write to ana.ruiz@corp.example, or ring (555) 010-2233.

![me](photos/ana-at-work.jpg)

<!-- Ana Ruiz: check the price -->

| Step | Owner | Due |
|---|---|---|
| Read 20 files | Ana Ruiz | 2026-03-04 |
| Change the form | Ben Price | 2026-03-11 |

The price of a returned file is $4.20, and Price told so on 5 March.
"""


def with_parts(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """The package with some parts put in or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    kept |= {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, part in kept.items():
            new.writestr(name, part)
    return out.getvalue()


def parts_of_file(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
