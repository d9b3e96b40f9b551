from __future__ import annotations

from datetime import date

import pytest
from told_rows import row, told

from showproof.pictures.plan import plan_of
from showproof.pictures.plan_days import Span, ticks


def days(first: str, last: str = "") -> Span:
    return Span(date.fromisoformat(first).toordinal(), date.fromisoformat(last or first).toordinal())


@pytest.mark.parametrize(
    ("cells", "span"),
    [
        ({"end": "2026-03-09"}, days("2026-03-09")),
        ({"start": "2026-03-02", "end": "2026-03-09"}, days("2026-03-02", "2026-03-09")),
        ({"end": "2026-03-09 to 2026-03-13"}, days("2026-03-09", "2026-03-13")),
        ({"end": "3-7 March 2026"}, days("2026-03-03", "2026-03-07")),
        ({"end": "9 to 20 March 2026"}, days("2026-03-09", "2026-03-20")),
        ({"end": "Dec 20 - Jan 5, 2026"}, days("2025-12-20", "2026-01-05")),
        ({"end": "9 March to 20 April 2026"}, days("2026-03-09", "2026-04-20")),
        ({"end": "2026-03-09, moved from 2026-03-02"}, days("2026-03-09")),
        ({"start": "2026-03-06", "length": "3 business days"}, days("2026-03-06", "2026-03-10")),
        ({"end": "2026-03-10", "length": "3 business days"}, days("2026-03-06", "2026-03-10")),
        ({"end": "2026-03-10", "length": "2 weeks"}, days("2026-02-25", "2026-03-10")),
        ({"end": "Week 3"}, Span(15, 21, of_plan=True)),
        ({"end": "March 2026"}, None),
        ({"end": "soon"}, None),
        ({}, None),
    ],
)
def test_the_days_of_a_line_are_those_that_it_names(cells, span):
    assert plan_of(told(row(1, item="Sign", **cells))).lines[0].span == span


@pytest.mark.parametrize(
    ("said", "numbers", "unknown"),
    [
        ("1, 2", ("1", "2"), ()),
        ("Steps 1-3", ("1", "2", "3"), ()),
        ("after 2 and Contract signed", ("2", "3"), ()),
        ("contract", ("3",), ()),
        ("the legal review", (), ("the legal review",)),
        ("-", (), ()),
        ("None", (), ()),
    ],
)
def test_what_a_line_waits_for_is_found_by_number_and_by_name(said, numbers, unknown):
    rows = [row(1, item="Plan"), row(2, item="Papers"), row(3, item="Contract signed"), row(4, item="Go", after=said)]
    line = plan_of(told(*rows)).lines[3]
    assert (line.after, line.unknown) == (numbers, unknown)


def test_the_path_goes_by_the_days_that_a_plan_gives_each_line():
    plan = plan_of(
        told(
            row(1, item="Agree", end="2026-03-02"),
            row(2, item="Security papers", end="2026-03-20", after="1"),
            row(3, item="Repair", end="2026-03-06", after="1"),
            row(4, item="Readings", end="2026-04-30", after="3"),
            row(5, item="Vote", end="2026-05-04", after="2, 4"),
        )
    )
    assert plan.critical == ("1", "3", "4", "5")


def test_a_line_without_a_date_is_on_the_way_and_said_to_have_none():
    plan = plan_of(
        told(
            row(1, item="A", end="2026-03-02"),
            row(2, item="B", after="1"),
            row(3, item="C", end="2026-03-30", after="2"),
        )
    )
    assert plan.critical == ("1", "2", "3")
    assert [line.no_date for line in plan.lines] == ["", "no date", ""]


def test_what_begins_before_what_it_waits_for_is_told():
    early = row(2, item="Start", start="2026-03-01", end="2026-03-20", after="1")
    assert plan_of(told(row(1, item="Sign", end="2026-03-12"), early)).too_early == (("2", "1"),)


def test_days_without_a_year_have_no_place_among_days_with_one():
    plan = plan_of(
        told(row(1, item="A", end="2026-03-02"), row(2, item="B", end="2026-03-03"), row(3, item="C", end="4 March"))
    )
    assert [bool(line.span) for line in plan.lines] == [True, True, False]
    assert plan.lines[2].no_date == "no year, unlike the others"


def test_an_axis_never_has_more_words_than_room():
    for length in (1, 7, 45, 46, 200, 700, 4000):
        assert len(ticks(738_000, 738_000 + length, of_plan=False)) <= 17
        assert len(ticks(1, length, of_plan=True)) <= 14
