"""The plan for each shipped story is the one that a coach would give, and what it promises comes true."""

from __future__ import annotations

import pytest

from showproof.api import Said
from showproof.sets import portfolio

NOTHING: dict[str, int] = {}

COACH = {
    # (role, version): steps as (kind, target, row, cost), and what warns.
    ("operations-manager", "first"): (
        [
            ("fix", "rca-late-address-reviews.md", "root-cause", 2),
            ("fix", "rollout-scan-check.md", "execution", 2),
            ("fix", "dashboard-address-review.md", "kpi-cadence", 3),
            ("fix", "rca-late-address-reviews.md", "process-improvement", 4),
            ("new", "team-development-story", "people-leadership", 18),
        ],
        ["definitions", "figures", "owners"],
    ),
    ("operations-manager", "second"): ([], []),
    ("finops-analyst", "first"): (
        [
            ("fix", "forecast-settlement-2026.md", "forecasting", 2),
            ("fix", "allocation-settlement.md", "cost-allocation", 4),
            ("fix", "budget-policy-settlement.md", "governance", 4),
            ("fix", "optimization-idle-databases.md", "optimization", 5),
            ("new", "decision-log", "communication", 12),
        ],
        [],
    ),
    ("finops-analyst", "second"): ([], []),
    ("production-support-analyst", "first"): (
        [
            ("fix", "reply-pending-top-up.md", "communication", 2),
            ("fix", "triage-monday-morning.md", "escalation-judgment", 2),
            ("fix", "case-walkthrough-top-ups.md", "troubleshooting", 4),
            ("new", "measurement-plan", "process-improvement", 15),
            ("new", "workflow-hygiene-guide", "tooling", 21),
        ],
        [],
    ),
    ("production-support-analyst", "second"): (
        [("fix", "case-walkthrough-top-ups.md", "troubleshooting", 4)],
        [],
    ),
}


@pytest.fixture(scope="module")
def stories(root, catalog):
    return {
        (role, version): portfolio(catalog, root / "samples" / role / version, role, Said()) for role, version in COACH
    }


@pytest.mark.parametrize("story", COACH, ids="/".join)
def test_the_plan_is_the_one_that_a_coach_would_give(stories, story):
    told, (steps, warned) = stories[story], COACH[story]
    planned = [(one.kind, one.target.rpartition("/")[2], *one.rows, one.cost) for one in told.plan]
    assert planned == steps
    assert [check.id for check in told.checks if check.verdict == "warning"] == warned
    assert told.out_of_reach == ()


@pytest.mark.parametrize("story", COACH, ids="/".join)
def test_every_story_keeps_to_one_track_and_one_workflow_and_can_be_read(stories, story):
    told = stories[story]
    assert told.unreadable == ()
    assert {check.id: check.verdict for check in told.checks[:2]} == {"track": "holds", "workflow": "holds"}
    assert all(one.dated for one in told.artifacts)
    assert not any(one.excluded for one in told.artifacts)


@pytest.mark.parametrize("role", [role for role, version in COACH if version == "first"])
def test_what_was_mended_in_the_second_version_reaches_level_3_as_the_plan_said(stories, role):
    planned = {row for step in stories[role, "first"].plan for row in step.rows}
    after = {row.id: row.level for row in stories[role, "second"].rows}
    left = {row for step in stories[role, "second"].plan for row in step.rows}
    assert {row for row in planned if after[row] < 3} == left


def test_what_disagrees_is_quoted_from_both_files(stories):
    owners = next(check for check in stories["operations-manager", "first"].checks if check.id == "owners")
    assert owners.say == "Hours in review: Marisol Ibarra in one and Jonas Keller in the other"
    assert [place.quote.quote for place in owners.places] == ["Marisol Ibarra", "Jonas Keller"]
    assert len({place.file for place in owners.places}) == 2
