"""Blank templates filled with a random answer set: typed into controls and cells, or put there by our own writer."""

from __future__ import annotations

import io
from datetime import date
from random import Random

from filled_templates import W, edited
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from random_answers import AnswerSet
from template_files import blank

from showproof.api import role_defaults
from showproof.catalog.artifact import Answers
from showproof.catalog.store import Catalog
from showproof.formats.compose import Choices, compose
from showproof.formats.form import mark, tag
from showproof.formats.write import write_form


def filled_file(catalog: Catalog, artifact: str, ending: str, given: AnswerSet, seed: int) -> bytes:
    """The file; every third set goes through our own writer, the others are typed into a blank template."""
    if seed % 3 == 0:
        return _written(catalog, artifact, ending, given)
    fill = _typed_docx if ending == "docx" else _typed_xlsx
    return fill(blank(catalog, artifact, ending), given, Random(seed))


def _written(catalog: Catalog, artifact: str, ending: str, given: AnswerSet) -> bytes:
    kind = catalog.artifact(artifact)
    role = kind.usual_role
    parts: dict[str, dict[str, str | list[dict[str, str]]]] = {}
    for (part, field), text in given.answers.items():
        parts.setdefault(part, {})[field] = text
    for name, rows in given.rows.items():
        parts.setdefault(name, {})["rows"] = rows
    head = {name: str(text) for name, text in parts.pop("head", {}).items()}
    context = role_defaults(catalog, role)
    answers = Answers(artifact=artifact, role=role, case="", context={}, head=head, answers=parts)
    form = compose(kind, catalog.head, catalog.role(role), context, answers, Choices(rows=2))
    return write_form(form, ending)


def _typed_docx(data: bytes, given: AnswerSet, chance: Random) -> bytes:
    """The document after somebody typed into its controls, or below them where an answer has more lines."""
    texts = {tag(part, field): text for (part, field), text in given.answers.items()}
    texts |= {
        tag(part, column, number): text
        for part, rows in given.rows.items()
        for number, row in enumerate(rows, 1)
        for column, text in row.items()
    }

    def type_all(controls: dict[str, etree._Element]) -> None:
        for name, text in texts.items():
            first, *more = text.split("\n")
            if more and chance.random() < 0.5:
                _type_into(controls[name], first)
                paragraph = next(controls[name].iterancestors(f"{W}p"))
                for line in reversed(more):
                    added = etree.Element(f"{W}p")
                    _add_run(added, line)
                    paragraph.addnext(added)
            else:
                _type_into(controls[name], text)

    return edited(data, type_all)


def _type_into(control: etree._Element, text: str) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    assert properties is not None
    assert content is not None
    showing = properties.find(f"{W}showingPlcHdr")
    if showing is not None:
        properties.remove(showing)
    content.clear()
    _add_run(content, text)


def _add_run(parent: etree._Element, text: str) -> None:
    run = etree.SubElement(parent, f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, f"{W}tab")
            element = etree.SubElement(run, f"{W}t")
            element.text = piece
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _typed_xlsx(data: bytes, given: AnswerSet, chance: Random) -> bytes:
    """The workbook after somebody wrote beside its labels and into its tables; a date may become a real one."""
    book = load_workbook(io.BytesIO(data))
    for (part, field), text in given.answers.items():
        (sheet, address), *_ = book.defined_names[mark(tag(part, field))].destinations
        _write(book[sheet][address.replace("$", "").partition(":")[0]], text, chance)
    for part, rows in given.rows.items():
        sheet = next(sheet for sheet in book if mark(part) in sheet.tables)
        left, top = coordinate_from_string(sheet.tables[mark(part)].ref.partition(":")[0])
        columns = given.columns[part]
        for number, row in enumerate(rows, 1):
            for at, column in enumerate(columns):
                if column in row:
                    cell = sheet[f"{get_column_letter(sheet[f'{left}1'].column + at)}{top + number}"]
                    _write(cell, row[column], chance)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(cell: object, text: str, chance: Random) -> None:
    """The text as text, whatever it looks like; ISO dates half of the time as dates."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day and chance.random() < 0.5:
        cell.value = day  # type: ignore[attr-defined]
        cell.number_format = "yyyy-mm-dd"  # type: ignore[attr-defined]
        return
    cell.value = text  # type: ignore[attr-defined]
    cell.data_type = "s"  # type: ignore[attr-defined]
