"""JSON of ratings: by people and programs, and showproof's own scorecards as one more rater."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from showproof.api import schema
from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.rating_files.json_files import read_json
from showproof.studies import read_ratings

CARD = {"draft": "D1", "rater": "grader", "kind": "program", "date": "2026-04-30",
        "ratings": [{"scale": "scope", "level": 3}, {"scale": "overall", "level": 2, "note": "thin"}]}  # fmt: skip


def saved(path, told):
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def by_people(*cards):
    return {"schema": "showproof.ratings/1", "scorecards": list(cards)}


def scored(file, sha256, level, rubric="r" * 16):
    rated = {"level": level, "score": level + 0.4}
    return {"file": file, "sha256": sha256, "rubric": {"version": "1.0", "digest": rubric}, "overall": rated,
            "criteria": {"scope": rated}, "skills": {"root-cause": rated}}  # fmt: skip


def by_scorer(*cards):
    return {"schema": "showproof.scorecards/1", "scorecards": list(cards), "unreadable": [], "complete": True}


def test_a_program_may_write_ratings_by_the_published_schema(tmp_path):
    told = by_people(CARD)
    Draft202012Validator(schema("ratings")).validate(told)
    (found,) = read_json(saved(tmp_path / "r.json", told), USUAL)
    assert [(one.name, one.kind) for one in found.raters] == [("grader", "program")]
    assert [one[1:6] for one in found.given] == [
        ("grader", "scope", 3.0, "", "2026-04-30"), ("grader", "overall", 2.0, "thin", "2026-04-30"),
    ]  # fmt: skip
    assert found.given[0].place == f"{tmp_path}/r.json: scorecards[0].ratings[0]"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"draft": " "}, "scorecards[0]: found no draft; allowed: an object with draft, rater and ratings"),
        ({"rater": 7}, "scorecards[0]: found no rater; allowed: an object with draft, rater and ratings"),
        ({"ratings": {}}, "scorecards[0]: found no list of ratings; allowed: an object with draft, rater and ratings"),
        ({"kind": "robot"}, "scorecards[0].kind: found “robot”; allowed: person, scorer, program"),
        ({"kind": []}, "scorecards[0].kind: found “[]”; allowed: person, scorer, program"),
        ({"ratings": [7]}, "scorecards[0].ratings[0]: found no scale; allowed: an object with scale and level"),
        *(
            ({"ratings": [{"scale": "scope", "level": level}]},
             f"scorecards[0].ratings[0]: found the level {shown}; allowed: 0, 1, 2, 3, 4")
            for level, shown in [(5, "5"), (2.5, "2.5"), (True, "true"), (None, "null"), ("3", '"3"'),
                                 (float("nan"), "NaN"), (-1, "-1"), ([3], "[3]")]
        ),
    ],
)  # fmt: skip
def test_an_entry_that_does_not_count_is_told(tmp_path, change, fault):
    (found,) = read_json(saved(tmp_path / "r.json", by_people(CARD | change)), USUAL)
    assert [str(one) for one in found.faults] == [f"{tmp_path}/r.json: {fault}; mend the entry; it does not count"]
    assert found.given == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON; name a file as the program wrote it"),
        ("[" * 100_000, "not JSON; name a file as the program wrote it"),
        ("[]", "found no schema; allowed: showproof.ratings/1, showproof.scorecards/1; `showproof ratings --json` and "
               "`showproof score --json` write such files"),
        ('{"schema": "x/1", "scorecards": []}', 'found the schema "x/1"; allowed: showproof.ratings/1, '
         "showproof.scorecards/1; `showproof ratings --json` and `showproof score --json` write such files"),
    ],
)  # fmt: skip
def test_files_of_other_kinds(tmp_path, text, message):
    (tmp_path / "r.json").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        read_json(tmp_path / "r.json", USUAL)
    assert str(caught.value) == f"{tmp_path}/r.json: {message}"


def test_the_scorer_is_a_rater_whose_drafts_are_found_by_their_names(catalog, tmp_path):
    (tmp_path / "a.csv").write_text("draft,rater,scale,level\nD001,Ana,scope,3\nd002.docx,Ana,scope,1\n")
    cards = saved(
        tmp_path / "c.json",
        by_scorer(scored("x/D001.docx", "", 3), scored("x/d002.docx", "", 0), scored("x/Z.md", "", 1)),
    )
    found = read_ratings(catalog, [tmp_path / "a.csv"], scorecards=[cards])
    assert [(one.name, one.kind) for one in found.ratings.raters] == [("Ana", "person"), ("showproof", "scorer")]
    assert [(one.draft, one.level) for one in found.ratings.given if one.scale == "overall"] == [
        ("D001", 3.0), ("d002.docx", 0.0), ("Z", 1.0),
    ]  # fmt: skip
    assert [one.found for one in found.notices] == ["x/Z.md, which nobody rated"]
    exact = read_ratings(catalog, [tmp_path / "a.csv", cards], scores=True)
    assert exact.ratings.given[2].level == 3.4


def test_with_a_key_the_scorer_is_matched_by_the_digest_of_the_file(filled, catalog):
    from rated import key_of

    drafts = key_of(filled)["drafts"]
    digest = catalog.digest
    cards = saved(filled / "cards.json", by_scorer(
        scored("elsewhere/renamed.md", drafts[0]["sha256"], 2, digest),
        scored("in/draft-1.md", "0" * 64, 3, digest),
        scored("in/other.md", "1" * 64, 3, digest),
    ))  # fmt: skip
    found = read_ratings(catalog, [filled / "raters"], scorecards=[cards], key=filled / "organiser" / "key.json")
    by_scorer_ = [one for one in found.ratings.given if one.rater == "showproof"]
    assert {one.draft for one in by_scorer_} == {drafts[0]["code"]}
    code = next(one["code"] for one in drafts if one["file"] == "in/draft-1.md")
    assert [one.found for one in found.faults] == [
        f"in/draft-1.md, another version of {code}", "in/other.md, no draft of the study",
    ]  # fmt: skip


def test_scorecards_by_another_rubric_are_left_out_and_only_they(filled, catalog):
    from rated import key_of

    drafts = key_of(filled)["drafts"]
    cards = saved(filled / "cards.json", by_scorer(
        scored("a.md", drafts[0]["sha256"], 2, catalog.digest), scored("b.md", drafts[1]["sha256"], 3, "0" * 16),
    ))  # fmt: skip
    found = read_ratings(catalog, [filled / "raters", cards], key=filled / "organiser" / "key.json")
    assert {one.draft for one in found.ratings.given if one.rater == "showproof"} == {drafts[0]["code"]}
    assert [(one.place, one.found) for one in found.faults] == [
        ("scorecards[1].rubric.digest", "rubric 0000000000000000"),
    ]  # fmt: skip


def test_a_person_called_as_the_scorer_is_another_rater(catalog, tmp_path):
    (tmp_path / "a.csv").write_text("draft,rater,scale,level\nD1,showproof,scope,3\n")
    cards = saved(tmp_path / "c.json", by_scorer(scored("D1.md", "", 1)))
    found = read_ratings(catalog, [tmp_path / "a.csv", cards])
    assert [(one.name, one.kind) for one in found.ratings.raters] == [
        ("showproof", "person"), ("showproof (scorer)", "scorer"),
    ]  # fmt: skip
    assert found.notices[0].found == "showproof as a scorer, and elsewhere as a person"
