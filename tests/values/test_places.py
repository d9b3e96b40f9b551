"""Every value stands exactly where it says, whatever the text holds."""

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showproof.values import find_values
from showproof.values.fold import fold

WRITTEN = (
    "1 2 12 2026 05 1,250 1.4 - / : . , % $ € £ USD k m bn h to and of or between from at least about under ( ) + ~ ≤ "
    "< one two dozen twenty- an a day days week weeks hours business month quarter every each other Monday Mondays Fri "
    "weekly bi-weekly first last once twice times per May March Mar July in Q1 FY26 pm am noon ET UTC T+1 T17:30 step "
    "tickets pp bps percent half second million [ ' – \u00a0 \u202f ５ ％ İ é https:// # 24/7"
)
PIECES = st.sampled_from(WRITTEN.split(" "))
SENTENCES = st.lists(st.one_of(PIECES, st.sampled_from([" ", "\n"])), max_size=30).map("".join)
HOSTILE = [
    "1", "1,", "1.", "1/", "1:", "1-", "1 ", "$1", "$5-", "1%", "4h 12m ", "1 of ", "5 to ", "between 1 and ",
    "twenty-", "every monday, ", "mondays and ", "step 1, ", "at least ", "17:30 et ", "may ", "July ", "1 january ",
    "2026-", "05/04/", " ", "\n1.", "\u00a01", "１", "İ", "https://", "1" + " " * 60,
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(SENTENCES, st.text(max_size=60)))
def test_spans_are_exact_ordered_and_apart_for_any_text(text: str) -> None:
    end = 0
    for value in find_values(text):
        assert text[value.start : value.end] == value.text
        assert end <= value.start < value.end
        assert not (value.iso and value.ambiguous)
        assert value.low is None or value.high is None or value.low <= value.high
        end = value.end


def test_folding_keeps_every_character_in_its_place() -> None:
    every = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    passage = fold(every)
    assert len(passage.view) == len(every)
    assert passage.view[every.index("５")] == "5"


def test_reading_twice_gives_the_same() -> None:
    text = "Every Monday at 9:00 ET, at least 95% of 412 tickets within 4h 12m, $5-10k by 05/04."
    assert find_values(text) == find_values(text)


def seconds_for(text: str) -> float:
    """Processor time, the best of three."""
    spent = []
    for _ in range(3):
        before = time.process_time()
        find_values(text)
        spent.append(time.process_time() - before)
    return min(spent)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_a_hostile_text(unit: str) -> None:
    short, long = ((unit * (size // len(unit) + 1))[:size] for size in (2_000, 16_000))
    assert seconds_for(long) <= 8 * 3 * seconds_for(short) + 0.02


@pytest.mark.parametrize("unit", ["1,", "1", "a", "İ", " "])
def test_a_megabyte_is_read_to_its_end(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit))) + "; due 2026-03-14"
    assert find_values(text)[-1].iso == "2026-03-14"


@pytest.mark.parametrize("unit", ["1,", "1"])
def test_a_figure_of_a_megabyte_is_no_value(unit: str) -> None:
    assert find_values(unit * (1_000_000 // len(unit))) == ()
