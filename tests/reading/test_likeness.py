"""How alike two names are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from showproof.reading.likeness import CLOSE, LOOSE, SIMILAR, likeness, similarity

NAMES = st.lists(st.text("abcdeé’ -", max_size=8), max_size=5).map(" ".join)


@given(NAMES, NAMES)
def test_likeness_is_the_library_s_whatever_the_order_of_the_words(one: str, other: str) -> None:
    assert similarity(one, other) == fuzz.token_sort_ratio(one, other)


@pytest.mark.parametrize(("one", "other", "alike"), [("due date", "date due", 100), ("abc", "xyz", 0)])
def test_the_order_of_words_does_not_matter(one: str, other: str, alike: int) -> None:
    assert similarity(one, other) == alike


@given(NAMES, NAMES, st.sampled_from((CLOSE, LOOSE)))
def test_names_too_unequal_in_length_could_not_have_been_alike(one: str, other: str, least: int) -> None:
    one, other = " ".join(one.split()), " ".join(other.split())
    close = similarity(one, other)
    if one and one != other:
        assert likeness(one, other, (), least) == (SIMILAR * close / 100 if close >= least else 0.0)
