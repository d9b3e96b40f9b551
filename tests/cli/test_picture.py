from __future__ import annotations

import json

import pytest
from lxml import etree

from showproof.api import schema

PLAN = """\
# Mutual action plan

## Milestones

| No. | Step | Owner, our side | Due | After |
| --- | --- | --- | --- | --- |
| 1 | Agree the plan | Ana Ruiz | 2026-03-02 | |
| 2 | Send the papers | Ben Cole | 2026-03-09 | 1 |
"""


@pytest.fixture
def plan(here):
    (here / "plan.md").write_text(PLAN, encoding="utf-8")
    return "plan.md"


def test_a_picture_of_each_kind_is_written_as_a_document_of_its_own(run, here, plan):
    outcome = run("picture", plan, "--artifact", "mutual-action-plan", "--out", "drawn")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "wrote drawn/plan-schedule.svg (Milestones, and what waits for what)\n"
        "wrote drawn/plan-levels.svg (Levels of the criteria and skill rows, 0 to 4)\n"
    )
    root = etree.parse(here / "drawn" / "plan-schedule.svg").getroot()
    assert root[0].text == "Milestones, and what waits for what"
    assert "Critical path: 1 → 2." in root[1].text


def test_as_json_the_pictures_come_with_their_words_and_data_and_nothing_is_written(run, here, plan):
    jsonschema = pytest.importorskip("jsonschema")
    told = json.loads(run("picture", plan, "--artifact", "mutual-action-plan", "--json").out)
    jsonschema.validate(told, schema("pictures"))
    schedule = told["pictures"][0]
    assert (schedule["kind"], schedule["written"]) == ("schedule", None)
    assert dict(zip(schedule["header"], schedule["rows"][1], strict=True))["Waits for"] == "1"
    assert [path.name for path in here.iterdir()] == ["plan.md"]


def test_with_a_folder_json_names_the_files(run, here, plan):
    told = json.loads(run("picture", plan, "--json", "--out", "drawn", "--artifact", "mutual-action-plan").out)
    for one in told["pictures"]:
        assert (here / one["written"]).read_text(encoding="utf-8") == one["svg"]


def test_a_picture_that_exists_is_not_replaced_unasked(run, here, plan):
    (here / "plan-levels.svg").write_text("mine", encoding="utf-8")
    outcome = run("picture", plan, "--artifact", "mutual-action-plan")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "showproof: plan-levels.svg: the file exists and was left as it is; choose another --out, or say --force\n"
    )
    assert not (here / "plan-schedule.svg").exists()
    assert run("picture", plan, "--artifact", "mutual-action-plan", "--force").code == 0


def test_a_draft_without_tables_has_a_picture_of_its_levels_alone(run, here):
    (here / "note.md").write_text("# Note\n\nAna Ruiz mends the list by 2026-03-04.\n", encoding="utf-8")
    outcome = run("picture", "note.md")
    assert outcome.out == "wrote note-levels.svg (Levels of the criteria and skill rows, 0 to 4)\n"
    assert outcome.err == "note.md: no table was found that a picture could be drawn of; only its levels\n"


def test_a_file_that_cannot_be_read_is_said_in_one_line(run, here):
    (here / "broken.docx").write_bytes(b"PK\x03\x04 not a package")
    outcome = run("picture", "broken.docx")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("showproof: broken.docx: ")
