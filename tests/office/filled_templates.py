"""Blank templates filled as people fill them: in Word's controls, and in the cells of a workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook
from template_files import blank

from showproof.catalog.artifact import ArtifactType, Part
from showproof.catalog.store import Catalog
from showproof.formats.form import mark, tag

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Given:
    """What a person writes: part and field ids to texts, and one row of a part's table."""

    answers: dict[tuple[str, str], str]
    part: str
    row: dict[str, str]


def given(kind: ArtifactType) -> Given:
    """Answers to the first three questions of a type, one of them over two lines, and a row for its first table."""
    free = [(part.id, field) for part in kind.parts for field in part.fields if field.type in ("text", "paragraph")]
    asked = [(part, field.id) for part, field in free if not field.prefill]
    texts = (
        "Renata Villalobos stops the line at 4 errors of 40 cases",
        "Open month: Renata Villalobos.\nClosed month: Mei-Ling Zhao.",
        "No",
    )
    part = next(part for part in kind.parts if part.table)
    return Given(dict(zip(asked, texts, strict=False)), part.id, _row(part))


def _row(part: Part) -> dict[str, str]:
    assert part.table is not None
    columns = [field for field in part.table.columns if field.type != "serial"]
    return {
        field.id: field.options[0] if field.options else _typed(field.type, number)
        for number, field in enumerate(columns, 1)
    }


def _typed(kind: str, number: int) -> str:
    return {"date": "2026-03-09", "money": "$1,250"}.get(kind, f"Entry {number} by Curtis")


def filled(catalog: Catalog, artifacts: Iterable[str], ending: str, folder: Path) -> list[Path]:
    """The filled templates of these types as files."""
    files = []
    for artifact in artifacts:
        wanted = given(catalog.artifact(artifact))
        fill = fill_docx if ending == "docx" else fill_xlsx
        file = folder / f"{artifact}-filled.{ending}"
        file.write_bytes(fill(blank(catalog, artifact, ending), wanted))
        files.append(file)
    return files


def fill_docx(data: bytes, wanted: Given) -> bytes:
    """The document after somebody typed into its controls: Word takes the placeholder away, flag and style too."""
    texts = {tag(part, field): text for (part, field), text in wanted.answers.items()}
    texts |= {tag(wanted.part, column, 1): text for column, text in wanted.row.items()}

    def type_all(controls: dict[str, etree._Element]) -> None:
        for name, text in texts.items():
            _type_into(controls[name], text)

    return edited(data, type_all)


def with_more_below(data: bytes, name: str, text: str) -> bytes:
    """The document after somebody ended the first line of an answer, in bold, and wrote on in a new paragraph."""

    def write_on(controls: dict[str, etree._Element]) -> None:
        _type_into(controls[name], "Three queues of one vendor")
        (run,) = controls[name].iter(f"{W}r")
        run.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{W[1:-1]}"><w:b/></w:rPr>'))
        paragraph = next(controls[name].iterancestors(f"{W}p"))
        paragraph.addnext(etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>{text}</w:t></w:r></w:p>'))

    return edited(data, write_on)


def edited(data: bytes, edit: Callable[[dict[str, etree._Element]], None]) -> bytes:
    """The document after `edit` was given its controls by their tags."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    edit({one.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): one for one in root.iter(f"{W}sdt")})
    parts["word/document.xml"] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def _type_into(control: etree._Element, text: str) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    showing = properties.find(f"{W}showingPlcHdr")
    assert showing is not None
    properties.remove(showing)
    content.clear()
    run = etree.SubElement(content, f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def fill_xlsx(data: bytes, wanted: Given) -> bytes:
    """The workbook after somebody wrote beside its labels and into the first row of its table."""
    book = load_workbook(io.BytesIO(data))
    for (part, field), text in wanted.answers.items():
        (sheet, address), *_ = book.defined_names[mark(tag(part, field))].destinations
        book[sheet][address] = text
    sheet = next(sheet for sheet in book if mark(wanted.part) in sheet.tables)
    top = sheet[sheet.tables[mark(wanted.part)].ref][0]
    headers = [cell.value for cell in top]
    assert len(headers) >= len(wanted.row)
    serial = len(headers) - len(wanted.row)
    for cell, text in zip(top[serial:], wanted.row.values(), strict=True):
        cell.offset(row=1).value = text
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
