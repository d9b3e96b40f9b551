from __future__ import annotations

import pytest

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.store import CRITERIA, Catalog
from showproof.formats.form import mark, tag

ROWS = {
    "finops-analyst": ("communication", "forecasting", "optimization", "governance", "cost-allocation"),
    "operations-manager": ("root-cause", "kpi-cadence", "process-improvement", "people-leadership", "execution"),
    "production-support-analyst": (
        "process-improvement", "troubleshooting", "communication", "escalation-judgment", "tooling",
    ),
}  # fmt: skip
FLAGS = (
    "responsibilities",
    "no-collaboration",
    "no-system",
    "many-tracks",
    "no-training",
    "no-metric",
    "nothing-dropped",
    "idle-dashboard",
    "all-smooth",
    "speed-only",
    "best-practice",
    "no-escalation",
    "blame",
    "unfilled",
    "copied",
    "stuffed",
    "contradiction",
)
NINE = {
    "scope": "Scope and context",
    "structure": "Essential parts of its type",
    "ownership": "Ownership and decision rights",
    "measures": "Measurable definitions and thresholds",
    "action": "Decisions and actions",
    "failure": "Failure modes, exceptions, escalation",
    "verification": "Verification and evidence",
    "tradeoffs": "Trade-offs and honest uncertainty",
    "clarity": "Clarity and consistency",
}
HIRING_SIDE = ("evaluation-rubric", "interview-kit")
"""What hiring teams fill: proof of no candidate's row."""
TYPES = ("dashboard-spec", "decision-log", "mutual-action-plan", "reconciliation-spec", "sop")


def test_the_nine_criteria_stand_in_their_order(catalog):
    assert {one.id: one.title for one in catalog.criteria} == NINE
    assert tuple(one.id for one in catalog.criteria) == CRITERIA == tuple(NINE)


def test_every_flag_of_the_rubric_is_there_and_no_other(catalog):
    assert tuple(catalog.flags) == FLAGS


def test_every_role_has_its_five_rows_with_essentials_and_supports(catalog):
    assert {name: tuple(row.id for row in catalog.role(name).rows) for name in catalog.role_ids} == ROWS
    for name in catalog.role_ids:
        for row in catalog.role(name).rows:
            assert len(row.essentials) >= 2, f"{name}.{row.id}"
            assert row.supports, f"{name}.{row.id}"


def test_every_role_offers_a_context_and_words_to_know_it_by(catalog):
    for name in catalog.role_ids:
        role = catalog.role(name)
        assert role.id == name
        assert role.workflows
        assert role.metrics
        assert role.constraints
        assert role.stakeholders
        assert role.teams
        assert role.stages
        assert len(role.words) >= 20, name


def test_ids_of_rules_are_unique_within_their_measure(catalog):
    measures = [*catalog.criteria, *(row for name in catalog.role_ids for row in catalog.role(name).rows)]
    for measure in measures:
        ids = [rule.id for rule in (*measure.essentials, *measure.supports)]
        assert len(ids) == len(set(ids)), measure.id


def test_the_level_tables_go_down_to_one(catalog):
    for measure in catalog.criteria:
        assert sorted(line.level for line in measure.levels) == [1, 2, 3, 4], measure.id
    assert [line.level for line in catalog.screen.lines] == [4, 3, 2, 1, 0]


def test_the_types_are_these(catalog):
    assert set(TYPES) <= set(catalog.artifact_ids)


def _every_type(catalog: Catalog) -> list[ArtifactType]:
    return [catalog.artifact(name) for name in catalog.artifact_ids]


def test_every_type_proves_rows_that_there_are(catalog):
    for kind in _every_type(catalog):
        for role, rows in kind.proves.items():
            assert set(rows) <= set(ROWS[role]), f"{kind.id}: {role}"
            assert bool(rows) != (kind.id in HIRING_SIDE), f"{kind.id}: {role}"


def test_every_type_has_a_worked_and_a_weak_example_of_its_own(catalog):
    for kind in _every_type(catalog):
        for quality in ("strong", "weak"):
            answers = catalog.answers(kind.id, quality)
            assert answers is not None, f"{kind.id}: {quality}"
            assert answers.role in kind.proves, f"{kind.id}: {quality}"


def test_a_worked_example_answers_every_required_question(catalog):
    for kind in _every_type(catalog):
        given = catalog.answers(kind.id, "strong").answers
        for part in kind.parts:
            answers = given.get(part.id, {})
            left = [one.id for one in part.fields if one.required and not answers.get(one.id)]
            assert left == [], f"{kind.id}: {part.id}"
            assert not part.table or len(answers.get("rows", [])) >= part.table.least, f"{kind.id}: {part.id}"


def test_every_place_of_an_answer_fits_a_bookmark_and_is_its_own(catalog):
    for kind in _every_type(catalog):
        marks = []
        for part in (catalog.head, *kind.parts):
            marks += [mark(tag(part.id, one.id)) for one in part.fields]
            marks += [mark(tag(part.id, one.id, 999)) for one in (part.table.columns if part.table else ())]
        assert max(map(len, marks)) <= 40, kind.id
        assert len({name.lower() for name in marks}) == len(marks), kind.id


def test_names_that_texts_are_found_by_are_lower_case(catalog):
    for kind in _every_type(catalog):
        for part in kind.parts:
            columns = part.table.columns if part.table else ()
            for text in (*part.synonyms, *(name for one in (*part.fields, *columns) for name in one.synonyms)):
                assert text == text.lower(), f"{kind.id}: {part.id}"


@pytest.mark.parametrize("quality", ["strong", "weak"])
def test_an_unknown_type_has_no_example(catalog, quality):
    assert catalog.answers("nothing", quality) is None
