"""Files of ratings that nobody meant well: told as themselves, never a traceback, and no level outside the scale."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rated import card, changed
from showproof.errors import UserError
from showproof.studies import read_ratings

JUNK = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from([
    "draft", "rater", "scale", "level", "note", "date", "kind", "ratings", "file",
    "sha256", "overall", "criteria", "skills", "rubric", "digest", "score", "faults", "cell",
])  # fmt: skip
INNER = st.dictionaries(NAMES, JUNK, max_size=4)
ENTRY = st.dictionaries(NAMES, JUNK | INNER | st.lists(INNER, max_size=3))
QUICK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def sound(found):
    assert all(0 <= one.level <= 4 and one.draft and one.rater and one.scale for one in found.ratings.given)
    assert all(str(one).count("\n") == 0 for one in (*found.lost,))
    names = {one.name for one in found.ratings.raters}
    assert {one.rater for one in found.ratings.given} == names


@QUICK
@given(schema=st.sampled_from(["ratings", "scorecards"]), cards=st.lists(ENTRY | JUNK, max_size=4), rest=JUNK)
def test_any_json(catalog, tmp_path, schema, cards, rest):
    told = {"schema": f"showproof.{schema}/1", "scorecards": cards, "unreadable": rest, "complete": rest}
    (tmp_path / "r.json").write_text(json.dumps(told), encoding="utf-8")
    sound(read_ratings(catalog, [tmp_path / "r.json"]))


@QUICK
@given(head=st.permutations(["draft", "rater", "scale", "level", "kind"]), body=st.text(max_size=80))
def test_any_table(catalog, tmp_path, head, body):
    (tmp_path / "r.csv").write_text(",".join(head) + "\n" + body, encoding="utf-8", newline="")
    sound(read_ratings(catalog, [tmp_path / "r.csv"]))


@QUICK
@given(data=st.binary(max_size=200), ending=st.sampled_from([".csv", ".json", ".xlsx"]))
def test_any_bytes(catalog, tmp_path, data, ending):
    (tmp_path / f"r{ending}").write_bytes(data)
    found = read_ratings(catalog, [tmp_path / f"r{ending}"])
    assert found.lost or not found.ratings.given


def test_files_that_are_not_there_folders_and_keys_that_are_none(catalog, tmp_path, filled):
    found = read_ratings(catalog, [tmp_path / "gone.csv", tmp_path / "none.xlsx"])
    assert [one.error for one in found.lost] == ["no such file", "no such file"]
    for text in (
        "{}",
        "[]",
        '{"schema": "showproof.packets/1"}',
        "x",
        '{"schema": "showproof.packets/1", "drafts": 7}',
    ):
        (tmp_path / "key.json").write_text(text)
        with pytest.raises(
            UserError, match=r"not the key of a study; name the key.json that `showproof packets` wrote"
        ):
            read_ratings(catalog, [filled], key=tmp_path / "key.json")


def test_a_sheet_named_like_a_scale_with_nothing_on_it_is_no_harm(filled, read):
    def change(book):
        book.create_sheet("Notes")["A1"] = "Scale"
        book.create_sheet("More")["B2"] = "my own thoughts"

    changed(card(filled), change)
    found = read(filled)
    assert len(found.ratings.given) == 180
    assert found.faults == ()
