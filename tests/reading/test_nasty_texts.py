"""Texts that would make a careless pattern try every way of cutting them."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from showproof.catalog.rubric import Lexicon
from showproof.reading.blanks import is_blank
from showproof.reading.people import People
from showproof.reading.sentences import sentences

PEOPLE = People(Lexicon(traits={}, roles=("manager",), groups=("team",), not_names=("Team",)))


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    """Ends a test that hangs; what is tried here takes milliseconds."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(10)
    yield
    signal.alarm(0)


@pytest.mark.parametrize("text", ["a  / " * 400 + "a !", "High/" * 3_000, "[" * 20_000, "<a" * 20_000, "_ " * 20_000])
def test_a_blank_is_told_in_linear_time(text: str) -> None:
    assert is_blank(text) in (True, False)


@pytest.mark.parametrize("text", ["A" * 400 + "=!", "Ab " * 400 + "=!", "A. " * 400 + "!", "A& " * 400 + "("])
def test_an_owner_is_told_in_linear_time(text: str) -> None:
    assert PEOPLE.names_owner(text) in (True, False)


@pytest.mark.parametrize("text", ["A. " * 20_000, "1. " * 20_000, '."' * 20_000, "→" * 20_000])
def test_sentences_are_cut_in_linear_time(text: str) -> None:
    assert sentences(text) or not text.strip()
