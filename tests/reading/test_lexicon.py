"""Phrases in a text: the longest one, stems, no overlap, no case."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showproof.reading.lexicon import Lexicon, merged, words_of

PHRASES = {
    "roll back": ["rollback"],
    "roll back plan": ["plan"],
    "reconcil*": ["check"],
    "sign off*": ["approval"],
    "page": ["call"],
    "page*": ["paper"],
    "lead's": ["lead"],
    "go/no-go": ["gate"],
}


def found(text: str, phrases=PHRASES) -> list[tuple[str, set[str]]]:
    return [(text[start:end], set(names)) for start, end, names in Lexicon(phrases).find(text)]


@pytest.mark.parametrize(
    "text", ["", "rolling backwards", "roll", "back roll", "prereconciled", "lead", "roll, not back", "go"]
)
def test_nothing_is_found_where_no_phrase_stands(text: str) -> None:
    assert found(text) == []


def test_the_longest_phrase_wins_where_several_begin_at_one_word() -> None:
    assert found("the roll back plan") == [("roll back plan", {"plan"})]


def test_the_shorter_phrase_is_found_where_the_longer_one_breaks_off() -> None:
    assert found("roll back planning") == [("roll back", {"rollback"})]


def test_a_stem_goes_on_to_the_end_of_its_word_and_begins_at_its_start() -> None:
    assert found("Reconciliations, unreconciled") == [("Reconciliations", {"check"})]


def test_the_last_word_of_a_phrase_may_be_a_stem() -> None:
    assert found("sign offs and a sign-off") == [("sign offs", {"approval"}), ("sign-off", {"approval"})]


def test_a_word_that_is_phrase_and_stem_at_once_stands_for_both() -> None:
    assert found("page") == [("page", {"call", "paper"})]
    assert found("pages") == [("pages", {"paper"})]


@pytest.mark.parametrize("text", ["ROLL BACK", "Roll back", "roll  back", "roll-back", "roll\nback"])
def test_case_and_what_stands_between_words_do_not_matter(text: str) -> None:
    assert found(text) == [(text, {"rollback"})]


def test_an_apostrophe_belongs_to_its_word() -> None:
    assert found("the lead's list") == [("lead's", {"lead"})]


def test_a_slash_and_a_hyphen_part_words_of_phrase_and_text_alike() -> None:
    assert found("a go/no-go call") == [("go/no-go", {"gate"})]


def test_names_of_all_phrases_are_gathered() -> None:
    assert Lexicon(PHRASES).names("Reconcile the page, then roll back") == {"check", "call", "paper", "rollback"}


def test_a_phrase_without_words_is_ignored() -> None:
    assert found("- ? *", {"-": ["dash"], "?": ["mark"], "*": ["star"]}) == []


def test_phrases_are_turned_round_in_lower_case_and_keep_every_name() -> None:
    assert merged({"owner": ["Who", "lead"], "person": ["who"]}) == {"who": ("owner", "person"), "lead": ("owner",)}


@given(st.text(st.sampled_from("rollbackpns ign-of/*'\n"), max_size=60))
def test_matches_stand_in_order_and_never_overlap(text: str) -> None:
    spans = [(start, end) for start, end, _ in Lexicon(PHRASES).find(text)]
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(st.text(st.one_of(st.sampled_from("ab 1_-'’.İß\t\n"), st.characters()), max_size=40))
def test_words_are_runs_of_letters_and_figures_with_apostrophes_inside(text: str) -> None:
    assert words_of(text) == re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower())


def test_of_phrases_with_one_beginning_the_one_that_goes_on_as_the_text_does_is_found() -> None:
    phrases = {"in place": ["place"], "in plac*": ["stem"], "in place of it": ["instead"], "in": ["inside"]}
    assert [names for _, names in found("in place", phrases)] == [{"place", "stem"}]
    assert [names for _, names in found("in places", phrases)] == [{"stem"}]
    assert [names for _, names in found("in place of it", phrases)] == [{"instead"}]
    assert [names for _, names in found("in it", phrases)] == [{"inside"}]
