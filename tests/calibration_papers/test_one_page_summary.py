from __future__ import annotations

import io

import docx
import pytest

from showproof.calibration.bars import usual_bars
from showproof.calibration.gate import hold
from showproof.calibration.measuring.measure import measure
from showproof.calibration_papers.summary import LONGEST, SCALES, calibration_summary, fitting
from small_studies import MIXED, QUICK, WITH_SCORER, study


@pytest.fixture(scope="module")
def told():
    tables = {"overall": MIXED} | {f"skill:row-{at}": MIXED[at:] for at in range(20)}
    return measure(study(tables, WITH_SCORER), settings=QUICK)


def paragraphs(data):
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_three_questions_come_first_and_the_gate_before_them(told):
    held = hold(told, usual_bars("2026-11-22T09:00Z", ["overall"]))
    text = paragraphs(calibration_summary(told, held))
    at = [
        text.index(one) for one in ("The bars that were set before", "Do we agree?", "Where not?", "What to do first?")
    ]
    assert at == sorted(at)
    assert "The bars that were set before" not in paragraphs(calibration_summary(told))


def test_the_table_holds_what_fits_a_page_overall_first(told):
    (table,) = docx.Document(io.BytesIO(calibration_summary(told))).tables
    assert len(table.rows) == SCALES + 1
    assert table.rows[1].cells[0].text == "overall"


def test_the_same_study_gives_the_same_bytes(told):
    assert calibration_summary(told) == calibration_summary(told)


def test_a_long_enumeration_ends_with_how_many_more_there_are():
    assert fitting("Scope, alpha 0.61; Root cause, alpha 0.5") == "Scope, alpha 0.61; Root cause, alpha 0.5"
    many = "; ".join(f"Row {at}, alpha 0.61 (0.20 to 0.90)" for at in range(10, 20))
    said = fitting(many)
    assert said.endswith("Row 16, alpha 0.61 (0.20 to 0.90); and 3 more.")
    assert len(said) <= LONGEST
    assert fitting("a" * 400) == "a" * (LONGEST - 1) + "…"
