"""Where a sentence ends, and where only an abbreviation does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showproof.reading.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


ONE = [
    "Approved by A. Rivera on 3 May.",
    "The desk saw approx. 40 files vs. 30 in Jan. 2026.",
    "See e.g. the May export, i.e. the one with fees.",
    "Ask Dr. Amaya Ortiz about it",
    "The fee is 2.5 percent of 1.750 euros",
    "Version 1.2.3 of the sheet",
    "The cut-off is 5 p.m. on Fridays.",
    "Read fig. 2 and no. 14 of the note",
    "Median age: 4.1 days → 2.6 days",
    "late files 22 → 9",
    "cut → kept",
    "Open payout.csv and ledger_fees.sql",
    "1. Open the file",
]
MORE = [
    ("Sent at noon. It came back.", ["Sent at noon.", "It came back."]),
    ("Dr. Amaya Ortiz read it. She closed it.", ["Dr. Amaya Ortiz read it.", "She closed it."]),
    ("Acme Inc. paid late. We waited.", ["Acme Inc. paid late.", "We waited."]),
    ("It fell to 2.5. It rose to 3.", ["It fell to 2.5.", "It rose to 3."]),
    ("Who decides? We do! Really…  yes.", ["Who decides?", "We do!", "Really…", "yes."]),
    ('"Stop the run." Then he left.', ['"Stop the run."', "Then he left."]),
    ("He said “hold it.” Nobody did.", ["He said “hold it.”", "Nobody did."]),
    ("Wait (see fig. 2). Then go.", ["Wait (see fig. 2).", "Then go."]),
    ("First line\n\nSecond line", ["First line", "Second line"]),
    ("Intake → Review → Release", ["Intake →", "Review →", "Release"]),
    ("Ines signs; The bank pays", ["Ines signs;", "The bank pays"]),
    ("We saw 12. The rest waited.", ["We saw 12.", "The rest waited."]),
    ("It works in the U.S. We moved on.", ["It works in the U.S.", "We moved on."]),
]  # fmt: skip


@pytest.mark.parametrize("text", ONE)
def test_a_point_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_a_text_is_split_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \n"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


def test_offsets_leave_out_the_space_around() -> None:
    assert sentences("  One here.   Two here. ") == [(2, 11), (14, 23)]


@given(st.text(st.sampled_from('ab A.!?…;→\n "”)1,'), max_size=80) | st.text(max_size=60))
def test_sentences_stand_in_order_are_stripped_and_leave_out_nothing_but_space(text: str) -> None:
    spans = sentences(text)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(end <= start and not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
