"""Lines that only their neighbours tell: labels parted from their values by tabs, and letters that count."""

from __future__ import annotations

import pytest

from showproof.formats.typed_lines import with_typed_lines
from showproof.model import Block, Location, Table


def lines(*texts: str) -> list[Block | Table]:
    return [Block(text, Location("body", at, end=len(text))) for at, text in enumerate(texts, start=1)]


def told(*texts: str) -> list[tuple[str, str, str]]:
    return [(item.kind, item.number, item.text) for item in with_typed_lines(lines(*texts)) if isinstance(item, Block)]


def test_labels_and_values_between_tabs_are_pairs_with_the_place_of_the_value() -> None:
    owner, start = with_typed_lines(lines("Project owner\tAna Ruiz", "Start date\t\t1 May 2025"))
    assert isinstance(owner, Block)
    assert isinstance(start, Block)
    assert (owner.text, owner.kind, owner.apart) == ("Project owner: Ana Ruiz", "pair", True)
    assert (owner.location.start, owner.location.end) == (14, 22)
    assert (start.text[start.value_start :], start.location.start) == ("1 May 2025", 12)


@pytest.mark.parametrize(
    "texts",
    [
        ("Project owner\tAna Ruiz",),
        ("Scope\t2", "Project owner\t3", "Title\t4"),
        ("Call the bank\tFemke", "Set up the phone\tLuc"),
        ("09:00\tWelcome by the owner", "10:00\tStart"),
        ("Owner\tDue\tStatus", "Ana\tMay\topen"),
    ],
)
def test_lines_of_something_else_between_tabs_stay(texts: tuple[str, ...]) -> None:
    assert {kind for kind, _, _ in told(*texts)} == {"paragraph"}


def test_lines_right_below_a_table_may_be_its_rows() -> None:
    table = Table((), Location())
    assert [getattr(item, "kind", "") for item in with_typed_lines([table, *lines("Owner\tAna", "Date\tMay")])] == [
        "", "paragraph", "paragraph",
    ]  # fmt: skip


def test_letters_count_where_the_next_or_the_last_one_stands_near() -> None:
    assert told("a. Call Ana", "b. Pay", "c. Sign: all three") == [
        ("item", "a", "Call Ana"), ("item", "b", "Pay"), ("item", "c", "Sign: all three"),
    ]  # fmt: skip
    second = Block("Pay", Location("body", 2), "item", 1, "ii")
    first = with_typed_lines([*lines("i. Call Ana"), second])[0]
    assert isinstance(first, Block)
    assert (first.kind, first.number, first.text, first.location.start) == ("item", "i", "Call Ana", 3)


@pytest.mark.parametrize(
    "texts",
    [
        ("a. Call Ana",),
        ("A. Smith was told.", "B. Jones was not."),
        ("b. Call Ana", "c. Pay"),
        ("a. Call Ana", "Text.", "Text.", "Text.", "Text.", "b. Pay"),
        ("i. e. the bank", "Text."),
    ],
)
def test_a_letter_alone_counts_nothing(texts: tuple[str, ...]) -> None:
    assert {kind for kind, _, _ in told(*texts)} == {"paragraph"}
