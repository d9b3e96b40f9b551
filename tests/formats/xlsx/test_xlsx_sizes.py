"""Lines are never fewer than a program needs, and columns suit page and screen."""

from __future__ import annotations

import pytest
from written_forms import question, table

from showproof.formats.xlsx.sizes import BROADEST, PAGE, TALLEST, height, lines, table_widths


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("", 20, 1),
        ("short", 20, 1),
        ("one\ntwo\n\nfour", 20, 4),
        ("Any of milestones 4 to 8 is 2 business days late; Imani tells Teresa the same day", 18, 6),
        ("x" * 100, 11, 13),
        ("報" * 10, 11, 3),
        ("anything", 0.5, 8),
    ],
)
def test_lines_of_a_text(text, width, count):
    assert lines(text, width) == count


def test_bold_and_large_letters_take_more_lines():
    text = "Reconciliation specification for merchant payouts and their settlement"
    assert lines(text, 66) <= lines(text, 66, bold=True) < lines(text, 66, 20)


def test_a_row_is_never_taller_than_it_can_be():
    assert height(1) < height(2) < height(500) == TALLEST


def test_a_small_table_is_spread_over_the_page():
    widths = table_widths(table((question("a"), question("b", width=4)), ()))
    assert widths == (pytest.approx(PAGE / 3), 60)


def test_a_broad_table_is_drawn_in_but_headers_keep_their_words():
    columns = (
        question("n", type="serial", width=1),
        *(question(f"c{i}", "Responsibilities", width=4) for i in range(10)),
    )
    widths = table_widths(table(columns, ()))
    assert widths[0] == 9
    assert min(widths[1:]) >= len("Responsibilities") + 3
    assert sum(table_widths(table(tuple(question(f"c{i}", width=8) for i in range(6)), ()))) <= BROADEST


def test_rows_of_numbers_alone_have_a_width():
    assert table_widths(table((question("n", type="serial", width=1),), ())) == (9.0,)
