"""Whole texts as dates."""

from datetime import date

import pytest

from showproof.values import as_date


@pytest.mark.parametrize("text", ["2026-03-14", "14 March 2026", "Mar 14, 2026", "14/03/2026", " 14.03.2026 "])
def test_one_full_date_is_read(text: str) -> None:
    assert as_date(text) == date(2026, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "", "05/04/2026", "March 14", "March 2026", "2026-02-30", "by 2026-03-14", "2026-03-14 17:30", "Week 3", "12%",
        "Mar 3-7, 2026", "> 2026-03-14", "2026-03-14" + " " * 40 + "x",
    ],
)  # fmt: skip
def test_anything_else_is_no_date(text: str) -> None:
    assert as_date(text) is None
