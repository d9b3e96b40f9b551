from __future__ import annotations

import pytest
from told_rows import row, told

from showproof.pictures.flow import NOBODY, flow_of

STEPS = [row(at, step=f"Do part {at}", actor="Ana Ruiz") for at in range(1, 7)]


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("41 of 96, to step 3", ("3",)),
        ("back to step 1 (skill) or 2 (cases missing)", ("1", "2")),
        ("No: step 1. Yes: step 6", ("1", "6")),
        ("Go: step 5", ()),
        ("rollback steps 1 to 3", ()),
        ("10 more weekdays of step 2", ()),
        ("to step 12", ()),
        ("to step 1, 3 cases a day", ("1",)),
        ("nothing comes back", ()),
    ],
)
def test_ways_to_other_steps_are_those_that_are_said(said, leads):
    steps = [*STEPS[:3], row(4, step="Check the papers", actor="Ben Cole", back=said), *STEPS[4:]]
    assert flow_of(told(*steps)).stops[3].leads == leads


@pytest.mark.parametrize(
    ("text", "decides"),
    [
        ("Is the customer known?", True),
        ("If the sum is above $500, ask the lead", True),
        ("Decide who may receive the money", True),
        ("Check whether the papers are whole", True),
        ("Open the case", False),
        ("Send the decision to the customer", False),
        ("Write down what was asked", False),
    ],
)
def test_a_decision_is_known_by_its_words(text, decides):
    assert flow_of(told(row(1, step=text, actor="Ana Ruiz"))).stops[0].decides is decides


def test_a_decision_of_the_map_stands_behind_its_step_in_the_lane_of_who_decides():
    beside = (
        row(
            1,
            at="2",
            kind="Decision",
            asked="Do all hold?",
            leads_to="Go: step 3. No-go: back to step 1",
            decider="Ben Cole",
        ),
        row(2, at="3", kind="Hand-off", asked="The list", leads_to="Chi Adeyemi", decider="Ana Ruiz"),
        row(3, at="9", kind="Decision", asked="And then?"),
    )
    flow = flow_of(told(*STEPS[:3], beside=beside))
    assert [(stop.number, stop.actor, stop.decides) for stop in flow.stops] == [
        ("1", "Ana Ruiz", False), ("2", "Ana Ruiz", False), ("2", "Ben Cole", True), ("3", "Ana Ruiz", False),
    ]  # fmt: skip
    assert flow.stops[2].leads == ("1",)
    assert flow.adrift == ("And then?",)


def test_a_name_with_its_role_is_in_the_lane_of_the_bare_name_alone():
    names = ("Ana Ruiz", "Ana Ruiz, desk lead", "clerk, day shift", "clerk, night shift", "")
    flow = flow_of(told(*(row(at, step="Do it", actor=name) for at, name in enumerate(names, start=1))))
    assert flow.lanes == ("Ana Ruiz", "clerk, day shift", "clerk, night shift", NOBODY)
