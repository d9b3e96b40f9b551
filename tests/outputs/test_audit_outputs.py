"""An audit in pictures, pages and terminals: labels that nobody meant well, intervals that leave the picture."""

import pytest

from showproof.calibration.audit import audit_of
from showproof.calibration.decisions import Decision, Decisions
from showproof.calibration.explained import Explanation, Point
from showproof.outputs.audit_text import audit_text
from showproof.outputs.html.audit import audit_page
from showproof.outputs.html.explanation import explanation_page
from showproof.outputs.html.impact import LABELS, MOST, UNIT, ratios_of

NASTY = "<script>alert(1)</script>\x1b[31m\u202e"


def audit(counts, columns=("sex",)):
    """An audit of so many selected of so many persons, by label."""
    made = [
        Decision(f"{label}{number}", number < chosen, {"sex": label})
        for label, (chosen, persons) in counts.items()
        for number in range(persons)
    ]
    return audit_of(Decisions("d.csv", "0" * 64, columns, tuple(made), {"sex": tuple(counts)}))


def test_no_label_becomes_markup_or_commands_the_terminal():
    told = audit({NASTY: (3, 9), "b": (5, 9)})
    page, text = audit_page(told), audit_text(told)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    for shown in (page, text):
        assert "\x1b[31m" not in shown
        assert "\u202e" not in shown


def test_no_word_of_a_draft_becomes_markup_in_an_explanation():
    told = Explanation(NASTY, NASTY, (NASTY,), (Point(NASTY, NASTY, NASTY, NASTY, NASTY),), (), (), (NASTY,), NASTY)
    page = explanation_page(told, NASTY)
    assert "<script" not in page
    assert "\u202e" not in page


def test_a_ratio_lies_on_its_scale_and_an_interval_beyond_it_ends_in_an_arrow():
    table = audit({"a": (3, 4), "b": (1, 3), "c": (60, 90)}).tables[0]
    dots = {dot.name: dot for dot in ratios_of(table).dots}
    assert dots["a"].at == LABELS + UNIT
    assert (dots["a"].low, dots["a"].goes_on) == (None, False)
    assert dots["b"].at == pytest.approx(LABELS + UNIT * (1 / 3) / (3 / 4), abs=0.1)
    assert (dots["b"].high, dots["b"].goes_on) == (LABELS + UNIT * MOST, True)
    assert dots["b"].low < dots["b"].at < dots["b"].high


def test_a_group_without_a_ratio_is_named_and_has_no_dot():
    picture = ratios_of(audit({"a": (0, 4), "b": (0, 3)}).tables[0])
    assert [(dot.at, dot.low) for dot in picture.dots] == [(None, None), (None, None)]
    assert picture.said == "a: insufficient; b: insufficient"


def test_a_table_of_nobody_says_that_it_is_insufficient():
    told = audit_of(Decisions("d.csv", "0" * 64, ("sex",), (Decision("C1", True, {"sex": ""}),), {"sex": ()}))
    assert "insufficient: everybody's group is unknown" in audit_text(told)
    assert "everybody’s group is unknown" in audit_page(told)
