from __future__ import annotations

import click
import pytest
from small_cards import CELL, NAMED, card

from showproof.model import Detection, Finding, Location, Quote, Raised, Rated
from showproof.outputs.terminal import LEVELS, card_text, table_text

GOLDEN = """\
drafts/mine.docx
  taken for dashboard-spec (by its words, 82% sure), role operations-manager (said by the file)
  overall   2  weak, would not advance   (score 2.40 of 4)

  Criteria
    Ownership and decision rights                ■■··  2  shown   held back
    Measurable definitions                       ■···  1  claimed

  Skill rows
    Execution                                    ····  0  missing
    Root cause                                   ■■■■  4  defensible

  Counts against it
    unfilled: placeholder text left in
      “TBD” (Metrics!F7)
      what helps: Replace it.

  Two places contradict each other.
       this holds back: Ownership and decision rights
  What to mend first (2 of 2)
    1. Measurable definitions: thresholds that can fire  (+1.25)
       where: part “Thresholds” (¶12)
       write: Give each threshold a number with its unit. Give each threshold a number with its
              unit. Give each threshold a number with its unit.
    2. Ownership and decision rights: one owner for each action  (+0.50)
       found: “the team” (¶7, characters 5–12)
       write: Put one name beside each action.
  note: tracked changes were taken as accepted
"""


def plain(text: str) -> str:
    return click.unstyle(text)


def test_a_card_reads_like_this():
    assert plain(card_text(card())) == GOLDEN


def test_only_as_many_fixes_are_shown_as_are_asked_for():
    assert "What to mend first (1 of 2)" in card_text(card(), 1)
    assert "What to mend first" not in card_text(card(), 0)


def test_a_card_without_flags_fixes_and_notices_ends_with_its_levels():
    text = plain(card_text(card(flags=(), notices=(), criteria=(), skills=card().skills[1:])))
    assert text.endswith("    Root cause                                   ■■■■  4  defensible\n")


def test_a_level_that_is_held_back_says_why_even_where_nothing_is_to_be_mended():
    text = plain(
        card_text(card(criteria=(), skills=(Rated("a", "Allocation", 2, 2.9, (NAMED,), "places contradict"),)))
    )
    assert "  Places contradict.\n       this holds back: Allocation\n" in text
    assert "What to mend first" not in text


def test_rows_that_the_draft_does_not_touch_are_not_asked_for():
    text = plain(card_text(card(criteria=())))
    assert "What to mend first" not in text


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("option", "dashboard-spec (as you said)"),
        ("manifest", "dashboard-spec (from the manifest)"),
        ("property", "dashboard-spec (said by the file)"),
        ("content", "dashboard-spec (by its words, 82% sure)"),
        ("none", "no known type"),
    ],
)
def test_a_card_says_how_the_type_was_known(by, said):
    text = card_text(card(artifact=Detection("dashboard-spec", by, 0.82)))
    assert f"  taken for {said}, role " in text


def test_long_and_broken_quotes_are_one_short_line():
    flag = Raised("stuffed", "words", "Cut.", (Quote("word \n " * 40, Location(line=3)),) * 3)
    lines = [line for line in plain(card_text(card(flags=(flag,)))).splitlines() if "“word" in line]
    assert len(lines) == 2
    assert lines[0].endswith("…” (line 3)")
    assert len(lines[0]) < 120


def test_levels_have_the_names_of_the_rubric():
    assert LEVELS == ("missing", "claimed", "shown", "demonstrated", "defensible")


def test_a_table_has_a_line_a_draft():
    cards = [card(), card(file="b.xlsx", level=0, score=0.0, artifact=Detection("", "none", 0.0))]
    lines = [line.split() for line in plain(table_text(cards)).splitlines()]
    assert lines == [
        ["draft", "level", "score", "type", "role", "counts", "against", "it"],
        ["drafts/mine.docx", "2", "2.40", "dashboard-spec?", "operations-manager", "unfilled"],
        ["b.xlsx", "0", "0.00", "-", "operations-manager", "unfilled"],
        ["2", "drafts:", "1", "at", "level", "0,", "1", "at", "level", "2"],
    ]


def test_a_long_name_keeps_its_end():
    line = plain(table_text([card(file="folder/" * 20 + "mine.docx")])).splitlines()[1]
    assert line.startswith("…")
    assert line.split()[0].endswith("/mine.docx")
    assert len(line.split()[0]) == 44


def test_a_place_is_told_in_words():
    assert CELL.location.where() == "Metrics!F7"
    assert Location(part="Metrics", cell="F7", start=10, end=12).where() == "Metrics!F7, characters 11–12"
    assert Location(part="footnotes", paragraph=2).where() == "footnotes ¶2"
    assert Location(part="text box", paragraph=2, start=4, end=31).where() == "text box ¶2, characters 5–31"
    assert Location(part="body", paragraph=2, cell="table 1 row 2 column 3").where() == "table 1 row 2 column 3"
    assert Location(part="body", paragraph=2, cell="table 1 row 2 column 3", start=4, end=9).where() == (
        "table 1 row 2 column 3, characters 5–9"
    )
    assert Location(line=4, start=3, end=30).where() == "line 4"
    assert Location(line=4, start=3, end=30, end_line=6).where() == "lines 4–6"
    assert Location(line=4, cell="row 2").where() == "line 4, row 2"
    assert Location(part="Metrics").where() == "Metrics"


def test_control_characters_of_a_draft_do_not_reach_the_terminal():
    said = Finding(
        "a", "statement", "says \x1b[2J", "partly", 0.5, (Quote("red\x1b[31m\x9b", Location(part="S\x07", cell="A1")),),
        worth=0.5,
    )  # fmt: skip
    noisy = card(file="\x1b]0;x.docx", criteria=(Rated("a", "A", 1, 1.0, (said,)),), notices=("sheet \x1b",))
    text = plain(card_text(noisy)) + plain(table_text([noisy]))
    assert not any((char < " " and char != "\n") or "\x7f" <= char <= "\x9f" for char in text)
    assert "red [31m" in text
