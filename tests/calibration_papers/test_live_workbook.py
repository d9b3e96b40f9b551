"""The workbook of a calibration: what it shows, and which of it is worked out."""

from __future__ import annotations

import io

import openpyxl
import pytest

from showproof.calibration.measuring.measure import measure
from showproof.calibration_papers.workbook import calibration_workbook
from small_studies import MIXED, QUICK, WITH_SCORER, study

ODD = 'a"b*?~'
"""A scale whose name means something to formulas."""


@pytest.fixture(scope="module")
def told():
    tables = {"overall": MIXED, "scope": MIXED[::-1], ODD: MIXED[:12], "a": MIXED[3:9], "lonely": ["1..."]}
    return measure(study(tables, WITH_SCORER, note="=1+1"), settings=QUICK)


@pytest.fixture(scope="module")
def data(told):
    return calibration_workbook(told)


@pytest.fixture(scope="module")
def book(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def test_simple_figures_are_formulas_and_the_others_values(book):
    assert book.sheetnames == [
        "About", "Agreement", "Raters", "Against people", "Splits", "Pairs", "Matrices", "Levels",
        "All figures",
    ]  # fmt: skip
    head = [cell.value for cell in book["Agreement"][3]]
    row = dict(zip(head, book["Agreement"][4], strict=True))
    live = {title for title, cell in row.items() if cell.data_type == "f"}
    assert live == {"Drafts", "Rated twice or more", "Mean level", "Same level", "At most one level apart"}
    assert {cell.data_type for cell in book["Pairs"][4][3:]} == {"f"}
    assert {cell.data_type for cell in book["Raters"][4][2:6]} == {"f"}


def test_what_stands_there_are_the_figures_that_were_measured(told, data):
    shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for line, one in enumerate(told.scales, start=4):
        row = [cell.value for cell in shown["Agreement"][line]]
        exact, alpha = one.agreement["exact"].figure, one.agreement["alpha_ordinal"].figure
        assert row[2:4] == [one.drafts, one.shared]
        assert row[5] == (exact if isinstance(exact, float) else "not computable")
        assert row[7] == (alpha if isinstance(alpha, float) else "not computable")


def test_every_rater_says_which_kind_it_is(book):
    heads = [cell.value for cell in book["Levels"][3]]
    assert {"Ana (person)", "showproof (scorer)"} <= set(heads)
    assert [cell.value for cell in book["Raters"]["B"][3:]] == ["person", "person", "person", "scorer"]


def test_a_note_that_looks_like_a_formula_is_a_text(book):
    found = [cell for row in book["Splits"].iter_rows(min_row=4) for cell in row if "=1+1" in str(cell.value)]
    assert found
    assert {cell.data_type for cell in found} == {"s"}


def test_the_same_study_gives_the_same_bytes(told, data):
    assert calibration_workbook(told) == data
