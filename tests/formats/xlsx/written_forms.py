"""Forms for the tests of the workbook writer, and the workbooks made of them as openpyxl sees them."""

from __future__ import annotations

import io
from typing import Any

import openpyxl

from showproof.formats.form import Form, FormTable, Question, Section
from showproof.formats.xlsx.write import write_xlsx


def question(name: str, label: str = "", **given: Any) -> Question:
    facts: dict[str, Any] = {"type": "text", "guidance": f"About {name}", "options": (), "required": True, "width": 2}
    return Question(id=name, label=label or name.capitalize(), **{**facts, **given})


def table(columns: tuple[Question, ...], rows: tuple[tuple[str, ...], ...], least: int = 2) -> FormTable:
    return FormTable(columns=columns, rows=rows, least=least, layout="grid", record="Entry")


def section(name: str, *questions: Question, rows: FormTable | None = None, title: str = "") -> Section:
    return Section(
        id=name, title=title or name.capitalize(), guidance=f"What {name} is for", questions=questions, table=rows
    )


def form(*sections: Section, head: Section | None = None, **given: Any) -> Form:
    facts: dict[str, Any] = {
        "artifact": "kpi-workbook",
        "kind_title": "KPI workbook",
        "version": "1.2",
        "title": "Fulfilment at Ridgeway",
        "looked_for": (("Measurement", ("Each measure has a formula", "Targets have units")),),
        "properties": (("showproof.artifact", "kpi-workbook"), ("showproof.context", '{"metric": "a & <b>"}')),
    }
    return Form(head=head or section("head", question("title")), sections=sections, **{**facts, **given})


COLUMNS = (
    question("number", "No.", type="serial", required=False, width=1),
    question("measure", width=3),
    question("target", type="percent"),
    question("cost", type="money"),
    question("due", type="date"),
    question("status", type="choice", options=("Open", "Done")),
    question("note", required=False, width=3),
)
EMPTY = ("",) * len(COLUMNS)
FULL_ROW = ("", "On-time dispatch", "95%", "$1,200", "2026-03-31", "Open", "Read on Mondays")
PART_ROW = ("", "Pick accuracy", "99.5%", "about $4", "end of May", "", "")


def example(*rows: tuple[str, ...], purpose: str = "Keep the promise") -> Form:
    """Two sections: questions with a table of six rows, and questions alone."""
    metrics = section(
        "metrics",
        question("purpose", type="paragraph", answer=purpose),
        question("cadence", answer="weekly"),
        rows=table(COLUMNS, (*rows, *(EMPTY,) * (6 - len(rows)))),
    )
    summary = section(
        "summary",
        question("sure", type="choice", options=('Sure, "with data"', "Guess"), answer="Guess"),
        question("signed", type="checkbox", answer="Yes"),
        question("orders", type="number", answer="1,250"),
        question("more", required=False),
        title="Summary: what/why",
    )
    head = section("head", question("title", answer="Fulfilment"), question("owner", type="person"))
    return form(metrics, summary, head=head)


def opened(filled: Form, *, values: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(filled)), data_only=values)
