"""What proves nothing: pages for the hiring side, our own examples, copies of a file, stuffed drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from showproof.api import make_template
from showproof.portfolio.taken import HIRING, SHIPPED


def test_a_page_for_the_hiring_side_proves_nothing_whatever_its_levels(weighed, catalog):
    kit = make_template(catalog, "interview-kit", format_name="docx", example="strong")
    rubric = make_template(catalog, "evaluation-rubric", example="strong")
    told = weighed({"kit.docx": kit, "rubric.docx": rubric})
    assert [one.excluded for one in told.artifacts] == [HIRING, HIRING]
    assert all(row.level == 0 and row.shown == () for row in told.rows)


def test_a_hiring_type_is_never_planned(weighed, catalog):
    for role in catalog.role_ids:
        told = weighed({}, role=role)
        assert {step.target for step in told.plan}.isdisjoint({"interview-kit", "evaluation-rubric"})
        assert {row for step in told.plan for row in step.rows} == {row.id for row in told.rows}


def test_our_own_example_is_nobodys_work_and_its_type_can_still_be_planned(weighed, catalog):
    told = weighed({"rca.docx": make_template(catalog, "rca", example="strong")})
    assert [one.excluded for one in told.artifacts] == [SHIPPED]
    assert all(row.level == 0 for row in told.rows)


def test_the_same_file_twice_counts_once(weighed, root):
    text = (root / "samples/operations-manager/second/rca-late-address-reviews.md").read_text(encoding="utf-8")
    told = weighed({"a.md": text, "b.md": text})
    first, second = told.artifacts
    assert first.excluded == ""
    assert second.excluded == f"the same bytes as {first.file}"
    assert [[one.file for one in row.shown] for row in told.rows] == [[first.file]] * 5


def test_a_stuffed_draft_proves_nothing(weighed):
    words = "root cause rollback threshold owner KPI baseline verified escalation rollout pilot training coached"
    told = weighed({"stuffed.md": "# Root cause analysis\n\n" + f"{words}. " * 60})
    (one,) = told.artifacts
    assert one.level <= 1
    assert all(row.level < 3 for row in told.rows)


def test_an_empty_folder_has_the_whole_role_to_prove(weighed):
    told = weighed({})
    assert (told.artifacts, len(told.unproven)) == ((), 5)
    assert all(step.kind == "new" for step in told.plan)
    assert [check.verdict for check in told.checks] == ["unknown"] * 5


def test_a_file_that_cannot_be_read_is_named_and_the_others_count(weighed, root):
    text = (root / "samples/operations-manager/second/rca-late-address-reviews.md").read_text(encoding="utf-8")
    told = weighed({"a.md": text, "b.docx": b"no zip"})
    assert [Path(one.file).name for one in told.unreadable] == ["b.docx"]
    assert next(row for row in told.rows if row.id == "root-cause").level == 3


@pytest.mark.parametrize("role", ["operations-manager", "finops-analyst", "production-support-analyst"])
def test_a_planned_type_is_one_whose_worked_example_proves_the_row(weighed, catalog, scorer, tmp_path, role):
    told = weighed({}, role=role)
    for step in told.plan:
        answers = catalog.answers(step.target, "strong")
        if answers and answers.role == role:
            path = tmp_path / f"example.{catalog.artifact(step.target).formats[0]}"
            path.write_bytes(make_template(catalog, step.target, example="strong"))
            levels = {one.id: one.level for one in scorer.score(path).skills}
            assert all(levels[row] >= 3 for row in step.rows)
