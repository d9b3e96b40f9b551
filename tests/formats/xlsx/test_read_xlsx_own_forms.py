"""Our own templates read back: every answer under its name, filled or not, also after another office program."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from read_books import read

from showproof.formats.form import Form, FormTable, Question, Section
from showproof.formats.xlsx.write import write_xlsx
from showproof.model import Block, Outline, Table

FORMATS = (("xlsx",), ("ods", "xlsx"))


def asked(name: str, label: str, answer: str = "", kind: str = "text") -> Question:
    return Question(
        id=name,
        label=label,
        type=kind,
        guidance="",
        options=(),
        required=True,
        width=2,
        answer=answer,  # type: ignore[arg-type]
    )


def form(*, filled: bool) -> Form:
    def given(answer: str) -> str:
        return answer if filled else ""

    columns = (asked("no", "No.", kind="serial"), asked("metric", "Metric"), asked("target", "Target", kind="percent"))
    rows = (("1", given("Match rate"), given("95%")), ("2", "", ""), ("3", "", ""))
    table = FormTable(columns=columns, rows=rows, least=2, layout="table", record="metric")
    head = Section(
        id="head", title="About this document", guidance="Fill these first.", table=None,
        questions=(
            asked("owner", "Prepared by", given("Ana Silva")), asked("date", "Date", given("2026-03-14"), "date")
        ),
    )  # fmt: skip
    scope = Section(
        id="scope", title="Scope", guidance="Say what is in and out.", table=None,
        questions=(
            asked("in", "What is in scope", given("Card disputes.\nNothing else."), "paragraph"),
            asked("out", "What is out"),
        ),
    )  # fmt: skip
    metrics = Section(
        id="metrics", title="Metrics", guidance="One row a metric, with its owner.", table=table,
        questions=(asked("window", "Time window", given("6 Jan to 14 Feb")),),
    )  # fmt: skip
    return Form(
        artifact="kpi-spec", kind_title="Metric specification", version="1.0.0", title="Fewer chargebacks", head=head,
        looked_for=(("Root cause", ("names the cause",)),), sections=(scope, metrics),
        properties=(("showproof.artifact", "kpi-spec"),),
    )  # fmt: skip


def check(outline: Outline, *, filled: bool) -> None:
    marked = {block.marks[0]: block.text for block in outline.items if isinstance(block, Block) and block.marks}
    answers = {
        "sp_head_owner": "Prepared by: Ana Silva", "sp_head_date": "Date: 2026-03-14",
        "sp_scope_in": "What is in scope: Card disputes.\nNothing else.", "sp_scope_out": "What is out:",
        "sp_metrics_window": "Time window: 6 Jan to 14 Feb",
    }  # fmt: skip
    assert marked == {name: text if filled else text.partition(":")[0] + ":" for name, text in answers.items()}
    tables = {item.name: item for item in outline.items if isinstance(item, Table)}
    metrics = tables["sp_metrics"]
    assert metrics.header == 1
    expected = [["No.", "Metric", "Target"], ["1", "Match rate", "95%"]]
    assert [[cell.text for cell in row] for row in metrics.rows] == (expected if filled else expected[:1])
    assert outline.properties["showproof.artifact"] == "kpi-spec"
    headings = [(item.text, item.level) for item in outline.items if isinstance(item, Block) and item.kind == "heading"]
    assert ("Scope", 1) in headings
    assert ("Scope", 2) in headings
    assert outline.hidden == ()


@pytest.mark.parametrize("filled", [True, False])
def test_a_form_reads_back_with_every_answer_under_its_name(filled: bool) -> None:
    check(read(write_xlsx(form(filled=filled))), filled=filled)


@pytest.mark.office
@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize("route", FORMATS)
def test_a_form_reads_back_after_another_office_program(route: tuple[str, ...], filled: bool, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_xlsx(form(filled=filled)))
    for step, suffix in enumerate(route):
        folder = tmp_path / str(step)
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        path = folder / f"form.{suffix}"
    check(read(path.read_bytes()), filled=filled)
