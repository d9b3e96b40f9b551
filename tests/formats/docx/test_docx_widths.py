"""Column widths, and when a page is turned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_forms import question, table

from showproof.formats.docx.widths import NUMBER, needs_turning, widths

UPRIGHT = 10080


def columns(*shares: int, kind: str = "text"):  # type: ignore[no-untyped-def]
    return tuple(question(f"c{n}", kind, width=share, guidance="") for n, share in enumerate(shares))


def test_widths_follow_the_shares() -> None:
    assert widths(columns(1, 2, 3), 6000) == [1000, 2000, 3000]


def test_row_numbers_take_little_whatever_their_share() -> None:
    number = question("no", "serial", label="No.", guidance="", width=8)
    assert widths((number, *columns(1, 1)), 6640) == [NUMBER, 3000, 3000]
    assert widths((number,), 6640) == [NUMBER]


def test_a_column_is_wide_enough_for_the_longest_word_of_its_label_guidance_and_options() -> None:
    long = question("v", "choice", label="Verdict", guidance="", options=("Recommended", "No"), width=1)
    made = widths((long, *columns(8, 8, 8)), UPRIGHT)
    assert made[0] == 11 * 108 + 220
    assert sum(made) == UPRIGHT


def test_a_date_is_never_broken() -> None:
    assert widths((question("on", "date", label="On", guidance="", width=1), *columns(8, 8, 8)), UPRIGHT)[0] == 1200


def test_words_too_long_for_the_page_share_what_there_is() -> None:
    made = widths((question("a", label="x" * 300), *columns(2, 2)), UPRIGHT)
    assert sum(made) == UPRIGHT


@given(st.lists(st.integers(1, 8), min_size=1, max_size=14), st.integers(4000, 15000))
def test_columns_fill_the_width_exactly(shares: list[int], usable: int) -> None:
    made = widths(columns(*shares), usable)
    assert sum(made) == usable
    assert min(made) > 0


@pytest.mark.parametrize(
    ("shares", "turned"),
    [((2, 4, 2, 2, 2), False), ((2,) * 9, False), ((2,) * 10, True), ((1, 3, 4, 2, 2, 2), False), ((1,) * 12, False)],
)
def test_a_page_is_turned_for_columns_under_three_quarters_of_an_inch(shares: tuple[int, ...], turned: bool) -> None:
    assert needs_turning(table(columns(*shares), []), UPRIGHT) is turned


def test_boxes_and_questions_never_turn_a_page() -> None:
    assert not needs_turning(table(columns(*(2,) * 12), [], "records"), UPRIGHT)
    assert not needs_turning(None, UPRIGHT)
