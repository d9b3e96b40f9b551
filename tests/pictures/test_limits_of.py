from __future__ import annotations

import pytest
from told_rows import row

from showproof.pictures.limits import Limits, Untold, limits_of


@pytest.mark.parametrize(
    ("cells", "well", "marks"),
    [
        ({"warn": "≥ 14.0 h", "act": "≥ 16.0 h"}, "low", {"warn": 840, "act": 960}),
        ({"warn": "below 95%", "act": "below 90%"}, "high", {"warn": 95, "act": 90}),
        ({"warn": "10", "act": "20"}, "low", {"warn": 10, "act": 20}),
        ({"warn": "95%", "act": "90%"}, "high", {"warn": 95, "act": 90}),
        ({"act": "above $500", "before": "$640", "now": "$410"}, "low", {"act": 500, "before": 640, "now": 410}),
        ({"act": "7.0%", "target": "5%"}, "low", {"act": 7, "target": 5}),
        ({"target": "22 or fewer", "before": "35"}, "low", {"target": 22, "before": 35}),
        ({"target": "95%", "before": "71 of 100, 71%"}, "high", {"target": 95, "before": 71}),
        ({"act": "above 8", "now": "6.1 days"}, "low", {"act": 8 * 1440, "now": 6.1 * 1440}),
        ({"warn": "1 ticket a week", "act": "3 tickets"}, "low", {"warn": 1, "act": 3}),
    ],
)
def test_the_side_that_is_well_follows_from_comparators_and_order(cells, well, marks):
    found = limits_of(row(1, measure="Some measure", **cells))
    assert isinstance(found, Limits)
    assert found.well == well
    drawn = [mark for mark in (found.warn, found.act, found.target, *found.read) if mark]
    assert {mark.role: float(mark.at) for mark in drawn} == pytest.approx(marks)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({}, "no limit is said"),
        ({"warn": "when it is high"}, "no figure in “when it is high”"),
        ({"act": "12 cases"}, "it is not said whether lower or higher is better"),
        ({"warn": "5 minutes", "act": "5 minutes"}, "it is warned and acted at the same figure, 5 minutes"),
        ({"warn": "10 cases", "act": "12%"}, "“10 cases” and “12%” are not of one unit"),
        ({"act": "20 to 30 cases"}, "no figure in “20 to 30 cases”"),
        (
            {"warn": "above 3%", "act": "below 1%"},
            "its limits point both ways: warn at above 3%; act at below 1%; above 3% comes before below 1%",
        ),
    ],
)
def test_what_cannot_be_decided_is_said_and_not_drawn(cells, why):
    assert limits_of(row(1, measure="Some measure", **cells)) == Untold("1", "Some measure", why)


def test_a_reading_in_another_unit_is_left_out_and_named():
    found = limits_of(row(1, measure="Errors", warn="above 3%", act="above 5%", now="4 of 200 on one day"))
    assert isinstance(found, Limits)
    assert (found.read, found.unread) == ((), ("now: 4 of 200 on one day",))
