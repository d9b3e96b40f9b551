"""The hiring loop of every shipped role is whole: no list empty, no stage without its questions, no name unknown."""

from __future__ import annotations

import re

import pytest

from showproof.api import open_catalog
from showproof.catalog.rubric import Role

LISTS = (
    "sections", "named", "scenarios", "stages", "signals", "triggers", "weeks", "outcomes", "preparation", "plan",
    "advice", "improvements", "questions",
)  # fmt: skip
WITH_ARTIFACTS = ("scenarios", "stages", "signals", "triggers", "weeks", "outcomes", "preparation", "plan", "advice",
                  "improvements")  # fmt: skip


@pytest.fixture(params=["finops-analyst", "operations-manager", "production-support-analyst"])
def role(request, catalog) -> Role:
    return catalog.role(request.param)


def test_no_list_of_a_role_is_empty(role):
    assert [name for name in ("source", *LISTS) if not getattr(role, name)] == []


def test_ids_are_unique_in_each_list(role):
    for name in LISTS[2:]:
        ids = [one.id for one in getattr(role, name)]
        assert sorted(set(ids)) == sorted(ids), name


def test_every_stage_has_what_an_interviewer_needs(role):
    for stage in role.stages:
        assert all((stage.aim, stage.rows, stage.artifacts)), stage.id
        assert 10 <= stage.minutes <= 60, stage.id
        assert 3 <= len(stage.prompts) <= 5, stage.id
        assert len(stage.whys) == 3, stage.id
        assert all(one.startswith("Why ") and one.endswith("?") for one in stage.whys), stage.id
        assert len(stage.red_flags) >= 3, stage.id


def test_the_stages_test_every_row_and_every_row_says_what_each_level_sounds_like(role):
    assert {row for stage in role.stages for row in stage.rows} == {row.id for row in role.rows}
    for row in role.rows:
        assert len(row.anchors) == 4, row.id
        assert all("“" in text for text in row.anchors[::2]), row.id


def test_the_plan_has_30_60_and_90_days(role):
    assert [one.id for one in role.plan] == ["day-30", "day-60", "day-90"]


def test_questions_are_about_scope_and_pay(role):
    assert {one.about for one in role.questions} == {"scope", "pay"}
    assert all("?" in one.ask for one in role.questions)


def test_every_flag_that_a_trigger_names_is_a_flag(role, catalog):
    assert {one.flag for one in role.triggers} - {""} <= set(catalog.flags)
    assert any(one.flag for one in role.triggers)


def test_every_artifact_that_a_role_names_is_a_type_of_the_catalogue(role, catalog):
    named = {one.artifact for one in role.named}
    told = {kind for group in WITH_ARTIFACTS for one in getattr(role, group) for kind in one.artifacts}
    assert named | told <= set(catalog.artifact_ids)


def test_every_work_sample_that_the_report_names_is_a_type(role):
    assert [one.line for one in role.named if not one.artifact] == []
    assert [one.line for one in role.named] == sorted(one.line for one in role.named)


def test_the_role_of_the_guide_is_a_role(root, tmp_path):
    guide = (root / "docs" / "add-a-role.md").read_text(encoding="utf-8")
    told = "".join(re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL))
    path = tmp_path / "rubrics" / "roles" / "support-engineer.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(told, encoding="utf-8")
    role = open_catalog([tmp_path]).role("support-engineer")
    assert [name for name in LISTS if not getattr(role, name)] == [
        "weeks", "outcomes", "preparation", "advice", "improvements",
    ]  # fmt: skip
    assert all(f"`{name}`" in guide for name in LISTS)
    assert (len(role.stages[0].whys), len(role.rows[0].anchors)) == (3, 4)
