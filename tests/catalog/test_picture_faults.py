from __future__ import annotations

import pytest
from small_catalog import ARTIFACT, faults, put_note

from showproof.catalog.artifact import PictureOf
from showproof.catalog.load import load_artifact

TABLES = """\
  - id: steps
    title: Steps
    guidance: One line a step.
    table:
      columns:
        - {id: step, label: Step}
        - {id: owner, label: Owner}
        - {id: limit, label: Within}
  - id: more
    title: More
    guidance: One line more.
    table:
      columns:
        - {id: step, label: Step}
        - {id: owner, label: Owner}
"""


def with_picture(kind: str, **columns: str) -> str:
    lines = "".join(f"      {role}: {column}\n" for role, column in columns.items())
    return f"pictures:\n  - kind: {kind}\n    title: A picture\n    columns:\n{lines}{ARTIFACT}{TABLES}"


def load(tmp_path, text):
    return load_artifact(put_note(tmp_path, text), {}, (), "note.yaml")


def test_a_picture_names_the_columns_that_play_its_parts(tmp_path):
    kind = load(tmp_path, with_picture("swimlanes", step="steps.step", actor="steps.owner", limit="steps.limit"))
    assert kind.pictures == (
        PictureOf(
            kind="swimlanes",
            title="A picture",
            columns={"step": "steps.step", "actor": "steps.owner", "limit": "steps.limit"},
        ),
    )


def test_several_tables_may_make_one_picture(tmp_path):
    text = with_picture("swimlanes", step="steps.step, more.step", actor="steps.owner, more.owner", limit="steps.limit")
    assert load(tmp_path, text).pictures[0].named("step") == ("steps.step", "more.step")


CASES = {
    "a part that the kind does not have": (
        with_picture("swimlanes", step="steps.step", actor="steps.owner", deadline="steps.limit"),
        'note.yaml:7:17: pictures[0].columns.deadline: found "deadline"; allowed: actor, asked, at, back, decider, '
        "fails, kind, leads_to, limit, step, wait; see the list of parts of swimlanes",
    ),
    "a column that the type does not have": (
        with_picture("swimlanes", step="steps.stp", actor="steps.owner"),
        'note.yaml:5:13: pictures[0].columns.step: found "steps.stp"; allowed: more.owner, more.step, steps.limit, '
        "steps.owner, steps.step; write steps.step",
    ),
    "a needed part that is missing": (
        with_picture("swimlanes", step="steps.step"),
        'note.yaml:5:7: pictures[0].columns: found "nothing"; allowed: a column for actor; add it, as part.column',
    ),
    "none of the parts of which one is needed": (
        with_picture("bands", measure="steps.step"),
        'note.yaml:5:7: pictures[0].columns: found "nothing"; allowed: a column for warn or act or target; add it, as '
        "part.column",
    ),
    "columns of two tables in one row": (
        with_picture("swimlanes", step="steps.step", actor="more.owner"),
        'note.yaml:5:7: pictures[0].columns: found "more, steps"; allowed: one table for step, actor, limit, wait, '
        "fails, back; name columns of one",
    ),
    "a field where a column is meant": (
        with_picture("swimlanes", step="what.thing", actor="steps.owner"),
        'note.yaml:5:13: pictures[0].columns.step: found "what.thing"; allowed: more.owner, more.step, steps.limit, '
        "steps.owner, steps.step; see the list of columns of tables",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_of_a_picture_says_where_and_what_is_allowed(tmp_path, name):
    text, line = CASES[name]
    assert line in faults(lambda: load(tmp_path, text))


def test_an_unknown_kind_is_a_fault(tmp_path):
    assert faults(lambda: load(tmp_path, with_picture("pie", step="steps.step"))) == [
        'note.yaml:2:11: pictures[0].kind: found "pie"; allowed: swimlanes, schedule, risk-grid, bands, fan; write one '
        "of these"
    ]
