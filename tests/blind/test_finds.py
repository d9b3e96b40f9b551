"""What is taken for an identifier in a text, and above all what is not."""

from __future__ import annotations

import pytest

from showproof.blind.finds import Finder
from showproof.blind.people import persons

PEOPLE = persons(["Ana Ruiz", "Ben Price", "Mei-Ling Zhao", "O'Neil Grant"], ())


def blinded(text: str) -> str:
    finder = Finder(PEOPLE, {"price"})
    made, at = "", 0
    for start, end, new in finder.swaps(text):
        made, at = made + text[at:start] + new, end
    return made + text[at:]


@pytest.mark.parametrize(
    "text",
    [
        "between 1,480 and 2,120 cases, 14.3% (212 of 1,480)",
        "24-48 hours, 10:00-11:30, $1,200-1,400, 2026-03-04 and 04.03.2026",
        "INC-20260401-0012, P1, section 3.2.1, version 6.2.0, table 2",
        "Anaconda, ruizite, Analysis and banana",
        "The price of 40 files; Price list",
        "an analyst, at 3 p.m., e.g. @ 40 a piece",
        "6 200 000 rows, 555 cases, 010 is the code",
        "a/b test, and/or, reviews_daily.csv",
    ],
)
def test_figures_dates_and_other_words_are_left(text):
    assert blinded(text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ana Ruiz's plan", "Alix Alderby's plan"),
        ("Ana M. Ruiz", "Alix Alderby"),
        ("RUIZ, ANA", "ALDERBY, ALIX"),
        ("Ana\nRuiz owns it", "Alix\nAlderby owns it"),
        ("ana_ruiz_v2.docx", "alix_alderby_v2.docx"),
        ("Mei-Ling told Zhao", "Corin told Cedarly"),
        ("Ask Ben, not Price", "Ask Blair, not Price"),
        ("@aruiz and @ops-oncall", "@alix and @ops-oncall"),
        ("(555) 010-2233 or +44 20 7946 0958", "(000) 000-0001 or +00 00 0000 0002"),
        ("see www.site.example/x.", "see https://example.invalid/1."),
        ("https://a.example/b, https://a.example/b", "https://example.invalid/1, https://example.invalid/1"),
        ("me@corp.example", "address-1@example.invalid"),
        ("ruiz.ana99@corp.example", "alderby.alix@example.invalid"),
        ("mailto:me@corp.example", "mailto:address-1@example.invalid"),
    ],
)
def test_what_identifies_somebody_becomes_a_pseudonym_of_its_kind(text, after):
    assert blinded(text) == after
    assert blinded(after) == after


def test_an_author_who_is_no_person_of_the_key_gets_a_number_of_its_own():
    finder = Finder(PEOPLE)
    said = [finder.author(name) for name in ("Ruiz, Ana", "python-docx", "zoe", "python-docx", "Person 3")]
    assert said == ["Person 1", "Person 5", "Person 6", "Person 5", "Person 3"]
