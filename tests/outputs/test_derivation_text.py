from __future__ import annotations

import click
from small_cards import BOUNDED, CELL, OWNED, SPAN

from showproof.derivation import Asked, Cap, Derivation, Line, Step, Weighed
from showproof.model import Quote
from showproof.outputs.derivation_text import derivation_text

LINES = (
    Line(3, "demonstrated", (Asked("essentials met to 100%", "50%", False),)),
    Line(2, "shown", (Asked("essentials met to 50%", "50%", True),)),
    Line(1, "claimed", (Asked("essentials met to 1%", "50%", True),)),
)
DECIDED = (Weighed(SPAN, ("a date", "a number")), Weighed(CELL, ()))
TOLD = Derivation(
    file="drafts/mine.docx",
    subject="criterion",
    id="ownership",
    title="Ownership",
    question="Who answers for it?",
    level=1,
    score=1.9,
    says="claimed",
    steps=(
        Step(
            OWNED,
            "Statements.",
            ("it is about: an action",),
            (Weighed(SPAN, ("a date", "a number")), Weighed(CELL, ())),
        ),
        Step(BOUNDED, "Thresholds.", (), ()),
    ),
    lines=LINES,
    caps=(Cap(1, "two places contradict each other", (SPAN, CELL), True), Cap(3, "a limit", (), False)),
)
TEXT = """\
drafts/mine.docx
  Ownership (criterion, ownership): 1  claimed   (score 1.90 of 4)
  Who answers for it?

  essential ownership.owned: partly (0.5 of 1, part of it)
    looks for  one owner for each action
    kind       statement: Statements.
               it is about: an action
    decided by
      “the team” (¶7, characters 5–12): lacks a date, a number
      “TBD” (Metrics!F7): has it all
    write      Put one name beside each action.
    adds       0.50, if this alone is mended

  support ownership.bounded: unmet (0 of 1, nothing)
    looks for  thresholds that can fire
    kind       ladder: Thresholds.
    belongs    part “Thresholds” (¶12)
    write      Give each threshold a number with its unit. Give each threshold a number with its
               unit. Give each threshold a number with its unit.
    adds       1.25, if this alone is mended

  How the level follows, from the highest line down: the first that holds gives it
    3  demonstrated: does not hold
         no   essentials met to 100%: 50%
    2  shown: holds, and gives the level
         yes  essentials met to 50%: 50%
    1  claimed: holds
         yes  essentials met to 1%: 50%

  What holds it down
    level 1 at most: two places contradict each other
      “the team” (¶7, characters 5–12)
      “TBD” (Metrics!F7)
    level 3 at most: a limit (the level is no higher without it)
"""


def plainly(told: Derivation) -> str:
    return click.unstyle(derivation_text(told))


def test_everything_that_led_to_a_level_is_told_in_order():
    assert plainly(TOLD) == TEXT


def test_where_no_line_holds_the_level_is_0_and_says_so():
    told = TOLD._replace(lines=LINES[:1], caps=(), steps=())
    assert plainly(told).endswith("    0  none of these holds\n")


def test_a_flag_shows_what_raises_it_and_what_helps():
    flag = Derivation(
        file="a.md", subject="flag", id="unfilled", title="placeholder text left in", question="", level=None,
        score=None, says="raised", looked_for=("Placeholders.",), evidence=(CELL,), fix="Replace it.",
    )  # fmt: skip
    assert plainly(flag) == (
        "a.md\n  placeholder text left in (flag, unfilled): raised\n\n  Placeholders.\n"
        "    “TBD” (Metrics!F7)\n  what helps: Replace it.\n"
    )


def test_words_of_a_draft_cannot_command_the_terminal():
    told = TOLD._replace(file="a\x1b[2J.md", caps=(Cap(1, "why", (Quote("x\x1b]0;y\u202e", CELL.location),), True),))
    text = plainly(told)
    assert "\x1b" not in text
    assert "<U+202E>" in text
