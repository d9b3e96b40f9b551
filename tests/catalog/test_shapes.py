from __future__ import annotations

from small_catalog import ARTIFACT, faults, put, put_note

from showproof.catalog.load import load_artifact, load_shapes

SHAPES = """\
owner:
  label: Owner
  type: person
  width: 3
  facets: [owner]
status: {label: Status, type: choice, options: [Open, Done]}
"""


def load(tmp_path, field: str):
    shapes = load_shapes(put(tmp_path, "templates/shapes.yaml", SHAPES))
    return (
        load_artifact(put_note(tmp_path, ARTIFACT + f"      - {field}\n"), shapes, ["owner"], "note.yaml")
        .parts[0]
        .fields[1]
    )


def test_a_field_may_start_from_a_shared_one(tmp_path):
    field = load(tmp_path, "use: owner")
    assert (field.id, field.label, field.type, field.width, field.facets, field.use) == (
        "owner", "Owner", "person", 3, ("owner",), "owner",
    )  # fmt: skip


def test_what_the_field_says_itself_wins(tmp_path):
    field = load(tmp_path, "{use: owner, id: chair, label: Chair, width: 1}")
    assert (field.id, field.label, field.width, field.type) == ("chair", "Chair", 1, "person")


def test_an_unknown_shared_field_names_the_nearest(tmp_path):
    assert faults(lambda: load(tmp_path, "{use: ownr, id: a, label: b}")) == [
        'note.yaml:15:15: parts[0].fields[1].use: found "ownr"; allowed: owner, status; write owner'
    ]


def test_a_fault_in_what_a_shared_field_brings_stands_at_the_field(tmp_path):
    assert faults(lambda: load(tmp_path, "{use: status, type: text}")) == [
        'note.yaml:15:9: parts[0].fields[1].options: found "Open, Done"; allowed: options of a choice; '
        "write type: choice"
    ]


def test_a_file_of_shared_fields_may_be_empty(tmp_path):
    assert load_shapes(put(tmp_path, "shapes.yaml", "")) == {}
