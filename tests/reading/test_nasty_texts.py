"""Texts that would make a careless pattern try every way of cutting them."""

from __future__ import annotations

import pytest

from showproof.catalog.rubric import Lexicon
from showproof.reading.blanks import is_blank
from showproof.reading.people import People
from showproof.reading.sentences import sentences

pytestmark = pytest.mark.usefixtures("alarm")
PEOPLE = People(Lexicon(traits={}, roles=("manager",), groups=("team",), not_names=("Team",)))


@pytest.mark.parametrize("text", ["a  / " * 400 + "a !", "High/" * 3_000, "[" * 20_000, "<a" * 20_000, "_ " * 20_000])
def test_a_blank_is_told_in_linear_time(text: str) -> None:
    assert is_blank(text) in (True, False)


@pytest.mark.parametrize("text", ["A" * 400 + "=!", "Ab " * 400 + "=!", "A. " * 400 + "!", "A& " * 400 + "("])
def test_an_owner_is_told_in_linear_time(text: str) -> None:
    assert PEOPLE.names_owner(text) in (True, False)


@pytest.mark.parametrize("text", ["A. " * 20_000, "1. " * 20_000, '."' * 20_000, "→" * 20_000])
def test_sentences_are_cut_in_linear_time(text: str) -> None:
    assert sentences(text) or not text.strip()
