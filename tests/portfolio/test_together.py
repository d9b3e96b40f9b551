"""Whether a set hangs together: tracks, workflows, definitions, figures, owners, across files and never within one."""

from __future__ import annotations

import pytest

SOP = """\
# Standard operating procedure: {workflow}

- Workflow: {workflow}
- Version: 1, {dated}

## Measures

| Measure | Definition | Target | Owner |
|---|---|---|---|
| {measure} | {definition} | {target} | {owner} |
"""
GIVEN = {
    "workflow": "vendor transition",
    "dated": "2026-03-04",
    "measure": "Time in stage",
    "definition": "working hours from intake to decision",
    "target": "24 hours",
    "owner": "Ines Okafor",
}


TOP = "vendor transition\n\n- Workflow: vendor transition\n\n"


def page(**changed: str) -> str:
    return SOP.format(**GIVEN | changed)


def plan(**changed: str) -> str:
    return page(**changed).replace("Standard operating procedure", "Rollout checklist")


def verdicts(told):
    return {check.id: check.verdict for check in told.checks}


def says(told, name):
    return next(check.say for check in told.checks if check.id == name)


def test_two_files_that_agree_hold(weighed):
    told = weighed({"a.md": page(), "b.md": plan()})
    assert {name: verdict for name, verdict in verdicts(told).items() if name != "track"} == {
        "workflow": "holds", "definitions": "holds", "figures": "holds", "owners": "holds",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "check", "said"),
    [
        (
            {"definition": "calendar hours from intake to decision"},
            "definitions",
            "Time in stage: counted in working time in one and calendar time in the other",
        ),
        (
            {"definition": "business hours from intake to payout"},
            "definitions",
            "Time in stage: the clock stops at two different points",
        ),
        ({"target": "36 hours"}, "figures", "Time in stage: the target is 24 hours in one and 36 hours in the other"),
        ({"owner": "Tomas Reyes"}, "owners", "Time in stage: Ines Okafor in one and Tomas Reyes in the other"),
    ],
)
def test_what_two_files_say_differently_is_a_warning_with_both_places(weighed, changed, check, said):
    told = weighed({"a.md": page(), "b.md": plan(**changed)})
    assert verdicts(told)[check] == "warning"
    assert says(told, check) == said
    found = next(one for one in told.checks if one.id == check)
    assert len({place.file for place in found.places}) == 2
    assert all(place.quote.location.line for place in found.places)


@pytest.mark.parametrize(
    "changed",
    [
        {"target": "1,440 minutes"},
        {"owner": "Ines"},
        {"owner": "Settlement lead"},
        {"measure": "Late files", "target": "5%"},
        {"definition": "business hours between intake and decision"},
    ],
)
def test_what_is_said_in_other_words_is_no_disagreement(weighed, changed):
    told = weighed({"a.md": page(), "b.md": plan(**changed)})
    assert "warning" not in verdicts(told).values()


def test_what_one_leaves_out_and_the_other_takes_in_is_a_warning(weighed):
    told = weighed({
        "a.md": page(definition="hours from intake to decision, without waiting time of customers"),
        "b.md": plan(definition="hours from intake to decision, including waiting time of customers"),
    })  # fmt: skip
    assert says(told, "definitions") == "Time in stage: what one leaves out the other takes in"


def test_two_versions_of_one_draft_are_not_held_against_each_other(weighed):
    told = weighed({"v1.md": page(), "v2.md": page(target="36 hours", owner="Tomas Reyes")})
    assert verdicts(told)["figures"] == "unknown"
    assert "warning" not in verdicts(told).values()


def test_drafts_on_two_workflows_may_have_two_targets(weighed):
    told = weighed({"a.md": page(), "b.md": plan(workflow="card disputes", target="36 hours", owner="Tomas Reyes")})
    assert verdicts(told)["workflow"] == "warning"
    assert (verdicts(told)["figures"], verdicts(told)["owners"]) == ("unknown", "unknown")


def test_a_contradiction_that_rules_find_within_one_draft_is_found_between_two(weighed):
    one = f"# RCA: {TOP}The contract ends on 31 May 2026. We lost 40 cases.\n"
    other = f"# Rollout checklist: {TOP}The contract ends on 30 June 2026.\n"
    told = weighed({"a.md": one, "b.md": other})
    assert verdicts(told)["figures"] == "warning"
    assert says(told, "figures") == "it is 31 May 2026 in one place and 30 June 2026 in another"
    found = next(one for one in told.checks if one.id == "figures")
    assert sorted(place.quote.quote for place in found.places) == ["30 June 2026", "31 May 2026"]


def test_a_draft_that_contradicts_itself_is_the_scorecards_business(weighed):
    text = "# RCA: vendor transition\n\nThe contract ends on 31 May 2026. The contract ends on 30 June 2026.\n"
    told = weighed({"a.md": text, "b.md": plan()})
    assert verdicts(told)["figures"] != "warning"


FLOWS = ("vendor transition", "card disputes", "payroll close", "fraud review", "merchant onboarding")


def test_two_workflows_are_a_warning_and_five_are_called_that(weighed):
    two = weighed({f"{at}.md": plan(workflow=name, measure=name) for at, name in enumerate(FLOWS[:2])})
    assert says(two, "workflow").startswith("2 workflows: vendor transition (")
    five = weighed({f"{at}.md": plan(workflow=name, measure=name) for at, name in enumerate(FLOWS)})
    assert says(five, "workflow").startswith("5 workflows at once: ")
    assert verdicts(five)["workflow"] == "warning"


def test_a_draft_that_comes_back_to_the_workflow_is_about_it_whatever_its_title(weighed):
    told = "In the vendor transition 37 cases lay. The vendor transition had no owner."
    text = f"# RCA: why 37 cases lay for nine days\n\n{told}\n"
    told = weighed({"a.md": plan(), "b.md": text})
    assert verdicts(told)["workflow"] == "holds"


def test_five_tracks_at_once_are_a_warning(weighed, catalog):
    tracks = catalog.role("production-support-analyst").variants[:5]
    drafts = {f"{at}.md": page(workflow=f"{name}: top-ups") for at, name in enumerate(tracks)}
    told = weighed(drafts, role="production-support-analyst")
    assert verdicts(told)["track"] == "warning"
    assert says(told, "track") == f"5 tracks at once: {', '.join(tracks)}; pick one and go deep"


def test_drafts_that_share_no_track_are_a_warning(weighed):
    told = weighed(
        {"a.md": page(workflow="Frontline ops: returns"), "b.md": plan(workflow="Supply chain ops: returns")}
    )
    assert says(told, "track") == "no track that all drafts name: Frontline ops, Supply chain ops"


def test_a_draft_made_for_another_role_is_a_warning(weighed, catalog):
    from showproof.api import make_template

    told = weighed({"a.docx": make_template(catalog, "forecast-memo", role="finops-analyst"), "b.md": page()})
    assert verdicts(told)["track"] == "warning"
    assert says(told, "track").endswith("a.docx was made for finops-analyst")
