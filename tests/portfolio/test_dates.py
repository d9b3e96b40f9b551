"""The day that a draft says of itself, and its age to a day that somebody gave: never a clock."""

from __future__ import annotations

import pytest

from showproof.places import Location
from showproof.portfolio.dates import days_between, own_date
from showproof.portfolio.heads import Said


def head(**texts: str) -> dict[str, Said]:
    return {name: Said(text, Location()) for name, text in texts.items()}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({"version": "1.1, in force from 2026-04-30"}, "2026-04-30"),
        ({"version": "2", "period": "2026-03-09 to 2026-07-24"}, "2026-07-24"),
        ({"date": "4 May 2026", "version": "1, 2026-04-30"}, "2026-05-04"),
        ({"date": "May 2026"}, ""),
        ({"version": "3.2"}, ""),
        ({}, ""),
    ],
)
def test_the_surest_label_gives_the_day(said, day):
    assert own_date(head(**said)) == day


def test_an_age_needs_both_days():
    assert days_between("2026-04-30", "2026-05-02") == 2
    assert days_between("2026-04-30", "") is None
    assert days_between("", "2026-05-02") is None


@pytest.mark.parametrize(
    "top",
    [
        "- Version: 1, 2026-03-04",
        "Version: 1, 2026-03-04",
        "| Version | 1, 2026-03-04 |\n|---|---|\n| Workflow | returns |",
        "Date: 4 March 2026",
    ],
)
def test_a_draft_dates_itself_in_whatever_form(weighed, top):
    told = weighed({"a.md": f"# SOP: returns\n\n{top}\n\n## Steps\n\n1. Ana opens the case.\n"}, today="2026-03-14")
    (one,) = told.artifacts
    assert (one.dated, one.age) == ("2026-03-04", 10)


def test_front_matter_dates_a_draft(weighed):
    told = weighed({"a.md": "---\ndate: 2026-03-04\n---\n\n# SOP: returns\n\n1. Ana opens the case.\n"})
    assert (told.artifacts[0].dated, told.artifacts[0].age) == ("2026-03-04", None)
