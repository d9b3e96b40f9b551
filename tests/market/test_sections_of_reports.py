from __future__ import annotations

import pytest

from showproof.market.headings import HeadingNames
from showproof.market.plain import plain_lines
from showproof.market.report import Report
from showproof.market.sections import Sections, sections_of


@pytest.fixture(scope="module")
def names(catalog) -> HeadingNames:
    return HeadingNames(catalog.report_words)


@pytest.fixture
def read(names):
    def go(text: str) -> Sections:
        return sections_of(Report("x", tuple(plain_lines(text)), "line"), names, frozenset())

    return go


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Hiring Loop (What interviews test)", "stages"),
        ("HIRING LOOP", "stages"),
        ("The Hiring Loop", "stages"),
        ("Hiring lop", "stages"),
        ("Skills and proof map", "table"),
        ("Proof checklist (skills × evidence)", "table"),
        ("Where candidates lose signal", "triggers"),
        ("Anti-signals that slow you down in screens", "triggers"),
        ("Interview Preparation Checklist", "preparation"),
        ("Candidates (30 / 60 / 90 days)", "plan"),
        ("Hiring teams: how to raise signal", "improvements"),
        ("Signals that matter this year", "market"),
        ("Signals that matter for claims roles", "signals"),
        ("What changed after the meeting", ""),
        ("Stakeholders", ""),
        ("We looked at the loop and found that it was long and that nobody had said so before", ""),
    ],
)
def test_near_names_of_sections_are_known(names, heading, section):
    assert names.match(heading).id == section


def test_items_under_an_unknown_heading_belong_to_nothing(read):
    sections = read("Hiring Loop\n\n- Case — read it.\n\nOffice Dogs\n\n- Bring one.\n\nRole Variants\n\n- Motor\n")
    assert [line.text for line in sections.items("stages")] == ["Case — read it."]
    assert [line.text for line in sections.items("")] == ["Bring one."]
    assert [line.text for line in sections.items("variants")] == ["Motor"]


def test_weeks_and_days_are_known_wherever_they_stand(read):
    plan = "Action Plan\n\n- 30 days: read.\n- 60 days: write.\n\n"
    sections = read(f"{plan}Role Definition\n\n- Weeks 1–2: ask.\n- Weeks 3–4: try.\n")
    assert [line.number for line in sections.items("plan")] == [3, 4]
    assert [line.number for line in sections.items("weeks")] == [8, 9]


def test_a_word_for_time_without_a_number_is_no_stretch_of_it(read):
    sections = read("Compensation & Leveling (UK)\n\n- Month end: ask how it is staffed.\n- Weekends: ask.\n")
    assert len(sections.items("pay")) == 2
    assert sections.items("weeks") == []


def test_the_list_after_the_weeks_is_what_they_lead_to(read):
    sections = read(
        "Field note: a Monday\n\nHow it goes:\n\n- Weeks 1–2: ask.\n- Weeks 3–4: try.\n\n"
        "You will know it by this:\n\n- A list that others use.\n\nThey ask why.\n\nHiring Loop\n\n- Case — read it.\n"
    )
    assert [line.number for line in sections.items("outcomes")] == [10]
    assert [line.text for section in sections.found if section.id == "definition" for line in section.texts] == [
        "How it goes:", "They ask why.",
    ]  # fmt: skip


def test_questions_of_the_report_are_no_headings(read):
    sections = read("FAQ\n\nWhat gets you hired\n\n- One file.\n\nFAQ\n\nWho signs?\n\nThe lead.\n")
    assert [section.id for section in sections.found] == ["answers", "signals", "answers"]
    assert [line.text for line in sections.found[-1].lines] == ["Who signs?", "The lead."]


def test_wrapped_lines_are_one_line_under_the_number_where_it_began():
    text = (
        "Hiring Loop\n\n"
        "  • Case review with two files, one of them older than the other\n"
        "    and has a note — read it aloud.\n"
        "  • Second stage\n\n"
        "The bar is to be somebody whose files others can read\nwithout asking, on a bad day.\n"
    )
    assert [(line.number, line.kind, line.text) for line in plain_lines(text)] == [
        (1, "text", "Hiring Loop"),
        (3, "item", "Case review with two files, one of them older than the other and has a note — read it aloud."),
        (5, "item", "Second stage"),
        (7, "text", "The bar is to be somebody whose files others can read without asking, on a bad day."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sign", ["-", "*", "+", "•", "◦", "▪", "–", "»", "1.", "12)", "a)", "o  ", "- [ ]", "- [x]", "\uf0b7"]
)
def test_signs_of_items_are_taken_off(sign):
    (line,) = plain_lines(f"  {sign} Bring one file.")
    assert (line.kind, line.text) == ("item", "Bring one file.")


@pytest.mark.parametrize("text", ["30 days: read.", "1-page memo", "o brother", "-5 degrees", "2026 was long"])
def test_what_only_looks_like_an_item_is_text(text):
    (line,) = plain_lines(text)
    assert (line.kind, line.text) == ("text", text)


def test_headings_of_markdown_are_headings():
    text = (
        "# One #\n\nTwo\n===\n\nThree\n---\n\n**Four** is bold.\n\n---\n\n"
        "| a | b | c |\n|---|:-:|--:|\n| 1 | 2\\|3 | 4 |\n"
    )
    assert [(line.number, line.kind, line.text) for line in plain_lines(text)] == [
        (1, "heading", "One"),
        (3, "heading", "Two"),
        (6, "heading", "Three"),
        (9, "text", "Four is bold."),
        (13, "row", "a b c"),
        (15, "row", "1 2|3 4"),
    ]
