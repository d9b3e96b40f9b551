"""The files that a portfolio is written to: a workbook with notes, and a page to hand in."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

from showproof.api import Said, Scorer
from showproof.formats.open import read_draft
from showproof.proof import Portfolio
from showproof.sets import cohort, cohort_workbook, evidence_index, portfolio, portfolio_workbook


@pytest.fixture(scope="module")
def told(root, catalog) -> Portfolio:
    return portfolio(catalog, root / "samples/operations-manager/first", "operations-manager", Said())


@pytest.fixture(scope="module")
def book(told):
    return openpyxl.load_workbook(io.BytesIO(portfolio_workbook(told)))


def test_the_workbook_has_the_matrix_the_plan_and_a_sheet_a_row(told, book):
    assert book.sheetnames == ["About", "Matrix", "Plan", "Together", *(row.skill for row in told.rows)]
    sheet = book["Matrix"]
    levels = [[cell.value for cell in row[2:]] for row in sheet.iter_rows(min_row=4, max_row=8)]
    assert levels == [[row.level, *(one.level for one in row.shown)] for row in told.rows]


def test_every_level_that_something_shows_has_a_note_with_the_words_and_their_place(told, book):
    sheet = book["Matrix"]
    for line, row in enumerate(told.rows, start=4):
        for column, one in enumerate(row.shown, start=4):
            note = sheet.cell(line, column).comment
            if one.evidence:
                assert " ".join(one.evidence.quote.split()) in note.text
                assert one.evidence.location.where() in note.text
            else:
                assert note is None or note.text.startswith("held back: ")


def test_a_level_is_told_by_its_figure_and_by_its_colour(told, book):
    fills = {cell.value: cell.fill.fgColor.rgb for row in book["Matrix"]["C4:F8"] for cell in row}
    assert len(set(fills.values())) == len(fills) > 2


def test_the_plan_stands_in_the_workbook_with_its_commands(told, book):
    rows = [[cell.value for cell in row] for row in book["Plan"].iter_rows(min_row=4)]
    assert [row[3] for row in rows] == [step.cost for step in told.plan]
    assert [row[5] for row in rows] == [step.command for step in told.plan]


def test_the_same_portfolio_gives_the_same_bytes(told):
    assert portfolio_workbook(told) == portfolio_workbook(told)
    assert evidence_index(told) == evidence_index(told)


def test_a_formula_in_a_draft_is_text_in_the_workbook(weighed):
    text = "# RCA: returns\n\n## Cause\n\n=HYPERLINK(1) 41 of 60 files came back because the form allowed it.\n"
    made = openpyxl.load_workbook(io.BytesIO(portfolio_workbook(weighed({"=a.md": text}))))
    assert all(cell.data_type != "f" for sheet in made for row in sheet.iter_rows() for cell in row)


def test_the_evidence_index_names_each_proven_row_with_words_and_place(root, catalog):
    told = portfolio(catalog, root / "samples/operations-manager/second", "operations-manager", Said())
    shown, documents = docx.Document(io.BytesIO(evidence_index(told))).tables
    assert [row.cells[0].text for row in shown.rows][1:] == [row.skill for row in told.rows]
    assert [row.cells[1].text for row in shown.rows][1:] == [
        "3 demonstrated", "3 demonstrated", "3 demonstrated", "4 defensible", "3 demonstrated",
    ]  # fmt: skip
    assert "rca-late-address-reviews.md, line 21" in shown.rows[1].cells[2].text
    assert [row.cells[3].text for row in documents.rows][1:] == ["2026-07-06", "2026-07-20", "2026-06-05", "2026-07-24"]


def test_the_evidence_index_says_what_is_not_shown(told):
    page = docx.Document(io.BytesIO(evidence_index(told)))
    paragraphs = [one.text for one in page.paragraphs]
    assert paragraphs[0] == "Evidence index: Operations manager, operational metrics"
    assert "0 of 5 skills of the role; one workflow: address review." in paragraphs
    assert "Root cause, KPI cadence, Process improvement, People leadership, Execution." in paragraphs
    assert page.tables == []


def test_our_own_reader_reads_both(told, tmp_path):
    for name, data in (("a.xlsx", portfolio_workbook(told)), ("a.docx", evidence_index(told))):
        assert read_draft(data, tmp_path / name).items


def test_a_cohort_as_a_workbook(root, catalog):
    many = cohort(catalog, root / "samples/operations-manager", "operations-manager", Said())
    book = openpyxl.load_workbook(io.BytesIO(cohort_workbook(many)))
    assert [[cell.value for cell in row] for row in book["Matrix"]["A4:H5"]] == [
        ["first", 3, 0, 2, 2, 2, 1, 2], ["second", 4, 5, 3, 3, 3, 4, 3],
    ]  # fmt: skip
    assert book["Gaps"]["B4"].value == 1


@pytest.mark.office
def test_the_evidence_index_is_one_page(root, catalog, tmp_path):
    import subprocess

    for role in catalog.role_ids[:3]:
        told = portfolio(catalog, root / "samples" / role / "second", role, Said())
        path = tmp_path / f"{role}.docx"
        path.write_bytes(evidence_index(told))
        office = ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
        assert (
            path.with_suffix(".pdf").read_bytes().count(b"/Type/Page\n")
            + path.with_suffix(".pdf").read_bytes().count(b"/Type/Page/")
            == 1
        )


def test_scores_are_those_of_the_scorer(told, catalog):
    scorer = Scorer(catalog)
    from pathlib import Path

    for one in told.artifacts:
        card = scorer.score(Path(one.file), Said("operations-manager"))
        assert {row.id: row.level for row in card.skills} == {
            row.id: shown.level for row in told.rows for shown in row.shown if shown.file == one.file
        }
