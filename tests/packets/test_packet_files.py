"""The files of a study: blind, in drawn orders, the same for the same seed, and a key that only the organiser has."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from showproof.api import make_template, schema
from showproof.errors import UserError
from showproof.studies import make_packets

ROLE = "operations-manager"
TEXT = "# Late address reviews\n\n{name} owns the check of 412 payouts by 30 June 2026; write to {name} at {mail}.\n"
NAMES = ("Isolde Quarrick", "Bea Ostrander", "Cem Yildizli", "Dot Marshwell", "Eli Fordham", "Fay Granthorpe")


@pytest.fixture(scope="module")
def drafts(catalog, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("drafts")
    for name in NAMES[:5]:
        mail = f"{name.lower().replace(' ', '.')}@firm.example.com"
        (folder / f"{name.replace(' ', '-')}.md").write_text(TEXT.format(name=name, mail=mail), encoding="utf-8")
    (folder / "Fay-Granthorpe.docx").write_bytes(make_template(catalog, "sop", format_name="docx", example="strong"))
    return folder


@pytest.fixture(scope="module")
def made(catalog, drafts):
    return make(catalog, drafts)


def make(catalog, drafts, **asked):
    options = {"overlap": 2, "seed": 7, "names": NAMES} | asked
    found, failed = make_packets(catalog, [drafts], ROLE, ("Kim", "Lou", "Max"), **options)
    assert failed == []
    return found


def test_the_same_seed_gives_the_same_bytes_and_another_one_other_codes(catalog, drafts, made):
    assert make(catalog, drafts).files == made.files
    other = make(catalog, drafts, seed=8)
    assert [one["file"] for one in other.key["drafts"]] != [one["file"] for one in made.key["drafts"]]
    assert other.key["study"] != made.key["study"]


def test_no_rater_is_told_whose_a_draft_is(made, drafts):
    secret = [part for name in NAMES for part in (name, name.split()[1], name.replace(" ", "-"))] + [str(drafts)]
    for path, data in made.files.items():
        if path.startswith("raters/"):
            text = path + (data.decode() if path.endswith(".md") else opened(data))
            assert not [one for one in secret if one.lower() in text.lower()], path


def opened(data: bytes) -> str:
    """Every part of an office file as text."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_the_key_fits_its_schema_and_leads_back_to_every_file(made, drafts):
    Draft202012Validator(schema("packets")).validate(made.key)
    assert json.loads(made.files["organiser/key.json"]) == made.key
    for one in made.key["drafts"]:
        assert hashlib.sha256(Path(one["file"]).read_bytes()).hexdigest() == one["sha256"]
        (rater, *_) = one["raters"]
        copy = made.files[f"raters/{rater.lower()}/drafts/{one['code']}{Path(one['file']).suffix}"]
        assert hashlib.sha256(copy).hexdigest() == one["copy_sha256"]


def test_everybody_has_the_drafts_of_the_assignment_and_no_other(made):
    rows = list(csv.DictReader(io.StringIO(made.files["organiser/assignment.csv"].decode())))
    for rater in ("Kim", "Lou", "Max"):
        wanted = {row["code"] for row in rows if row[rater] == "1"}
        prefix = f"raters/{rater.lower()}/drafts/"
        assert {Path(name).stem for name in made.files if name.startswith(prefix)} == wanted
    assert {one["drafts"] for one in made.key["design"]["shared"]} == {2}
    assert made.key["design"]["drafts_a_rater"] == {"Kim": 4, "Lou": 4, "Max": 4}


def test_every_level_has_an_anchor_of_the_role_each_another_draft(made):
    assert [one["level"] for one in made.key["anchors"]] == [0, 1, 2, 3, 4]
    assert len({one["source"] for one in made.key["anchors"]}) == 5
    names = [name for name in made.files if name.startswith("raters/kim/anchors/")]
    assert len({made.files[name] for name in names}) == 5
    guide = opened(made.files["raters/kim/norming-guide.docx"])
    assert all(name.removeprefix("raters/kim/") in guide for name in names)


def test_anchors_of_the_organiser_come_first_and_are_blinded(catalog, drafts, tmp_path):
    shutil.copytree(drafts, tmp_path / "in")
    (tmp_path / "mine.md").write_text(TEXT.format(name="Gus Hale", mail="x@y.example"), encoding="utf-8")
    (tmp_path / "anchors.csv").write_text("file,level,why\nmine.md,2,The owner is there; the check has no figure.\n")
    found = make(catalog, tmp_path / "in", anchors=tmp_path / "anchors.csv", names=[*NAMES, "Gus Hale"])
    (two,) = [one for one in found.key["anchors"] if one["level"] == 2]
    assert two["source"] == str(tmp_path / "mine.md")
    assert b"Gus" not in found.files["raters/kim/anchors/level-2.md"]
    assert "The owner is there; the check has no figure." in opened(found.files["raters/kim/norming-guide.docx"])
    assert len(found.key["drafts"]) == 6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,level\n", "anchors.csv:1: no column why; the columns are file, level, why"),
        ("file,level,why\na.md,7,x\n", "anchors.csv:2: found level “7”; allowed: 0, 1, 2, 3, 4; mend the line"),
        ("file,level,why\na.md,2,\n", "anchors.csv:2: no why; say which draft, and in one sentence why it is of this "
                                      "level"),
        ("file,level,why\na.md,2,\"" + "x" * 200_000, "anchors.csv:2: not a CSV file: field larger than field limit "
                                                      "(131072); save the sheet as CSV, UTF-8"),
    ],
)  # fmt: skip
def test_anchors_that_are_none(catalog, drafts, tmp_path, text, message):
    (tmp_path / "anchors.csv").write_text(text)
    with pytest.raises(UserError) as caught:
        make(catalog, drafts, anchors=tmp_path / "anchors.csv")
    assert str(caught.value) == f"{tmp_path}/{message}"


def test_a_draft_handed_in_twice_is_told(catalog, drafts, tmp_path):
    shutil.copytree(drafts, tmp_path / "in")
    shutil.copy(tmp_path / "in" / "Isolde-Quarrick.md", tmp_path / "in" / "Zoe.md")
    with pytest.raises(UserError) as caught:
        make(catalog, tmp_path / "in")
    assert str(caught.value) == (
        f"{tmp_path}/in/Zoe.md: the same file as {tmp_path}/in/Isolde-Quarrick.md; leave one of them out: a draft is "
        "rated under one code"
    )
