"""Forms to write, and a look into what was written."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from showproof.formats.docx.write import write_docx
from showproof.formats.form import Form, FormTable, Question, Section

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def question(id_: str, type_: str = "text", **given: Any) -> Question:
    known = {"label": id_.capitalize(), "guidance": f"Say the {id_}", "options": (), "required": True, "width": 2}
    return Question(id=id_, type=type_, **(known | given))  # type: ignore[arg-type]


def table(columns: tuple[Question, ...], rows: list[tuple[str, ...]], layout: str = "grid") -> FormTable:
    return FormTable(columns=columns, rows=tuple(rows), least=2, layout=layout, record="Step")


def section(id_: str, questions: tuple[Question, ...] = (), shown: FormTable | None = None) -> Section:
    return Section(id=id_, title=id_.capitalize(), guidance=f"Why {id_}.", questions=questions, table=shown)


COLUMNS = (
    question("no", "serial", label="No.", width=1),
    question("action", "paragraph", width=4),
    question("owner", "person"),
    question("due", "date"),
    question("status", "choice", options=("Open", "Done")),
    question("checked", "checkbox"),
)
ROWS = [("", "Fix the loader", "Ana Lopez", "2026-03-04", "Done", "yes"), ("",) * 6, ("",) * 6]
TYPES = ("text", "paragraph", "person", "date", "number", "money", "percent", "duration", "checkbox")
ASKED = (*(question(kind, kind) for kind in TYPES), question("choice", "choice", options=("High", "Low")))


def a_form(*sections: Section, **given: Any) -> Form:
    known: dict[str, Any] = {
        "artifact": "rca",
        "kind_title": "Root cause analysis",
        "version": "1.2",
        "title": "Why the batch stopped",
        "head": section("head", (question("title", answer="Batch"), question("owner", "person"), question("period"))),
        "looked_for": (("Causes", ("Evidence for each", "What was ruled out")), ("Follow-up", ("One owner each",))),
        "sections": sections
        or (section("facts", ASKED), section("steps", shown=table(COLUMNS, ROWS)), section("boxes", shown=_boxes())),
        "properties": (("showproof.artifact", "rca"), ("showproof.context", '{"metric": "<5 & more"}')),
    }
    return Form(**(known | given))


def _boxes() -> FormTable:
    return table(COLUMNS, ROWS, "records")


def answered(form: Form, part: str, id_: str, answer: str) -> Form:
    """The form with one question answered."""

    def change(item: Section) -> Section:
        if item.id != part:
            return item
        return replace(item, questions=tuple(replace(q, answer=answer) if q.id == id_ else q for q in item.questions))

    return replace(form, sections=tuple(map(change, form.sections)))


@dataclass(frozen=True)
class Place:
    """One written answer."""

    bookmark: str
    alias: str
    text: str
    placeholder: bool
    kind: etree._Element | None
    id: str


def part(form: Form, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(write_docx(form))).read(name))


def places(document: etree._Element) -> dict[str, Place]:
    """Tag to what stands in the control and around it."""
    found = {}
    for control in document.iter(f"{W}sdt"):
        facts = control[0]
        tag = _value(facts, "tag")
        assert tag not in found, f"{tag} twice"
        assert [child.tag for child in control.getparent()] == [
            f"{W}{n}" for n in ("pPr", "bookmarkStart", "sdt", "bookmarkEnd")
        ]
        start = control.getprevious()
        found[tag] = Place(
            bookmark=start.get(f"{W}name", ""),
            alias=_value(facts, "alias"),
            text=words(control),
            placeholder=facts.find(f"{W}showingPlcHdr") is not None,
            kind=next(
                (child for child in facts if child.tag.split("}")[1] in ("date", "dropDownList", "checkbox")), None
            ),
            id=_value(facts, "id"),
        )
    return found


def words(element: etree._Element) -> str:
    """The text of an element: breaks as newlines, tabs as tabs."""
    said = {f"{W}br": "\n", f"{W}tab": "\t"}
    inside = (item for run in element.iter(f"{W}r") for item in run)
    return "".join(item.text or "" if item.tag == f"{W}t" else said.get(item.tag, "") for item in inside)


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")
