from __future__ import annotations

import pytest

from showproof.values.calendar_days import is_iso_day


@pytest.mark.parametrize("text", ["2026-03-14", "2024-02-29", "0001-01-01"])
def test_days_of_the_calendar(text):
    assert is_iso_day(text)


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-3-14", "20260314", "٢٠٢٦-03-14",
     "2026-03-14\n", " 2026-03-14", "2026-03-14T09:00", ""],
)  # fmt: skip
def test_what_is_none(text):
    assert not is_iso_day(text)
