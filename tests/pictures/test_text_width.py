from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showproof.pictures.text_width import shortened, width_of, wrapped


def test_wide_letters_take_more_room_than_narrow_ones():
    assert width_of("illi", 12) < width_of("alla", 12) < width_of("WMMW", 12) < width_of("受け取っ", 12) + 10
    assert width_of("word", 12) < width_of("word", 12, bold=True)


@given(st.text(max_size=80), st.integers(24, 200), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text, room, most):
    lines = wrapped(text, 12, room, most)
    assert len(lines) <= most
    assert all(width_of(line, 12) <= room for line in lines)


@given(st.text(alphabet="abc de-", max_size=60))
def test_nothing_is_lost_where_there_is_room_for_all_lines(text):
    assert "".join("".join(wrapped(text, 12, 60)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Open the case in the system of the desk", "Open the case…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfs…"),
        ("short", "short"),
    ],
)
def test_what_is_cut_ends_behind_a_word_where_it_can_and_shows_that_it_is_cut(text, cut):
    assert shortened(text, 12, 100) == cut


def test_an_accent_stays_with_its_letter():
    lines = wrapped("e\u0301" * 30, 12, 60)
    assert all(not line.startswith("\u0301") for line in lines)
