from __future__ import annotations

import pytest
from small_catalog import ARTIFACT, faults, put, put_note

from showproof.catalog.artifact import Field, Part
from showproof.catalog.load import load_answers, load_artifact

HEAD = Part(
    id="head", title="Head", guidance="", fields=(Field(id="title", label="Title"), Field(id="owner", label="Owner"))
)
TABLE = """\
    table:
      columns: [{id: state, label: State, type: choice, options: [Open, Done]}, {id: due, label: Due}]
"""
ANSWERS = """\
artifact: note
role: operations-manager
case: A case
context: {}
head:
  title: My note
answers:
  what:
    thing: This
    rows:
      - {state: Open, due: 2026-03-04}
      - {state: ""}
"""


def load(tmp_path, text):
    kind = load_artifact(put_note(tmp_path, ARTIFACT + TABLE), {}, [])
    return load_answers(put(tmp_path, "strong.yaml", text), kind, HEAD, "strong.yaml")


def test_answers_to_questions_that_exist_load(tmp_path):
    given = load(tmp_path, ANSWERS).answers["what"]
    assert given == {"thing": "This", "rows": [{"state": "Open", "due": "2026-03-04"}, {"state": ""}]}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("artifact: note", "artifact: nite", '1:11: artifact: found "nite"; allowed: note; write note'),
        ("  title: My", "  titel: My", '6:10: head.titel: found "titel"; allowed: owner, title; write title'),
        ("  what:", "  waht:", '9:5: answers.waht: found "waht"; allowed: what; write what'),
        ("    thing:", "    thong:", '9:12: answers.what.thong: found "thong"; allowed: thing; write thing'),
        ("due: 2026", "date: 2026", '11:29: answers.what.rows[0].date: found "date"; allowed: due, state; write state'),
        ("state: Open", "state: Shut", '11:17: answers.what.rows[0].state: found "Shut"; allowed: Open, '
                                       'Done; write one of these'),
        ("case: A case\n", "", "1:1: case: found nothing; allowed: a value; add case"),
    ],
)  # fmt: skip
def test_an_answer_that_nothing_asked_for_is_a_fault(tmp_path, old, new, line):
    assert ANSWERS.count(old) == 1
    assert faults(lambda: load(tmp_path, ANSWERS.replace(old, new))) == [f"strong.yaml:{line}"]


def test_all_faults_of_answers_come_at_once(tmp_path):
    text = ANSWERS.replace("thing: This", "thong: This").replace("state: Open", "state: Shut")
    assert len(faults(lambda: load(tmp_path, text))) == 2
