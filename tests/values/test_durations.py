"""How lengths of time compare."""

from decimal import Decimal

import pytest

from showproof.values import find_values, minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 minutes", 30),
        ("4h 12m", 252),
        ("2 days", 2880),
        ("1 week", 10080),
        ("90 seconds", Decimal("1.5")),
        ("600 ms", Decimal("0.01")),
        ("2-3 days", 4320),
    ],
)
def test_a_fixed_length_has_minutes_and_a_range_counts_its_longer_end(text: str, expected: Decimal) -> None:
    assert minutes(find_values(text)[0]) == expected


@pytest.mark.parametrize("text", ["5 business days", "4 business hours", "T+1", "2 months", "two quarters", "1 year"])
def test_a_length_without_fixed_minutes_does_not_compare(text: str) -> None:
    assert minutes(find_values(text)[0]) is None


@pytest.mark.parametrize("text", ["12%", "30 tickets", "2026-03-14", "30m"])
def test_only_a_duration_has_minutes(text: str) -> None:
    assert minutes(find_values(text)[0]) is None
