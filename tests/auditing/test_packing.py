"""Packs at the edges: names that meet, files that are none, folders with somebody else's work in them."""

import json

import pytest

from showproof.auditing.pack.cards import cards_in
from showproof.auditing.pack.contents import contents
from showproof.auditing.pack.explanation import explanations
from showproof.auditing.pack.gather import Named, gather
from showproof.auditing.pack.given import File, Given, Review
from showproof.auditing.pack.manifest import check_pack
from showproof.auditing.pack.place import put
from showproof.calibration.adjudication import Consensus
from showproof.calibration.decisions import Decision, Decisions
from showproof.calibration.ratings import Rater, Rating, Ratings
from showproof.errors import UnreadableError, UserError

CARD = {
    "file": "a.docx", "sha256": "0" * 64, "rubric": {"version": "1.0", "digest": "0" * 16},
    "overall": {"level": 2, "score": 2.1, "verdict": "weak"},
    "criteria": {"scope": {"title": "Scope", "level": 1, "score": 1.2}}, "skills": {},
    "flags": [{"means": "key words without work", "fix": "Say what was done.", "evidence": []}],
    "findings": [{"id": "criteria.scope.one", "looks_for": "one workflow", "verdict": "partly", "worth": 0.3,
                  "fix": "Name it.", "absence": None, "evidence": [{"quote": "we do it", "where": "line 2"}]}],
}  # fmt: skip


def given(**more):
    usual = Given(
        files=(), decisions=None, audit=None, ratings=Ratings((), ()), cards={}, settled=(), titles={"scope": "Scope"},
        rubric={"rubrics/overall.yaml": b"lines: []\n"}, rubric_digest="0" * 16, options={}, notices=(),
        review=Review(),
    )  # fmt: skip
    return usual._replace(**more)


def decided(*made, scored=False):
    return Decisions("d.csv", "0" * 64, (), tuple(made), {}, scored)


def test_names_that_meet_are_told_apart_even_where_capitals_do_not_count():
    files = (File("ratings", "a.csv", b"1"), File("ratings", "A.csv", b"2"), File("ratings", "a.csv", b"3"))
    made = contents(
        given(files=files, decisions=decided(*(Decision(name, True, {}) for name in ("C/1", "C 1", "c-1")))), "1"
    )
    assert {"ratings/a.csv", "ratings/A-2.csv", "ratings/a-3.csv"} <= set(made)
    assert {"candidates/C-1.html", "candidates/C-1-2.html", "candidates/c-1-3.html"} <= set(made)
    assert check_pack(made).faults == ()


def test_a_candidate_whose_name_has_no_letters_still_gets_a_file():
    made = contents(given(decisions=decided(Decision("///", True, {}))), "1")
    assert "candidates/candidate.html" in made


def test_what_was_settled_what_stood_beside_and_what_counts_against_is_told():
    one = Decision("C1", False, {}, 2.5, ("a",))
    told = next(
        explanations(
            given(
                decisions=decided(one, scored=True),
                cards={"a": CARD},
                settled=(Consensus("a", "scope", 2, "No owner.", "Ana", "2026-05-04"),),
                ratings=Ratings((Rating("a", "Ana", "overall", 2), Rating("a", "x", "overall", 4)), (Rater("Ana"),)),
            )
        )
    )
    assert "Where raters differed on “Scope”, people settled on level 2: “No owner.”" in told.rested_on
    assert "The score that stood beside the decision: 2.5." in told.rested_on
    assert [point.about for point in told.spoke_against] == ["Counts against it", "Scope"]
    assert told.spoke_against[1].says == "level 1 (claimed); only in part: one workflow"
    assert (told.spoke_for, told.spoke_against[1].quote) == ((), "we do it")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"{", "cards.json: not JSON; name a file that `showproof score --json` wrote"),
        (b"[]", "cards.json: not scorecards as showproof writes them; name a file that `showproof score --json` wrote"),
        (json.dumps({"schema": "showproof.scorecards/1", "scorecards": [CARD, {**CARD, "flags": None}]}).encode(),
         "cards.json: scorecards[1]: not a scorecard as showproof writes them; name a file that `showproof score "
         "--json` wrote"),
        (json.dumps({"schema": "showproof.scorecards/1", "scorecards": [CARD | {"skills": {"x": {}}}]}).encode(),
         "cards.json: scorecards[0]: not a scorecard as showproof writes them; name a file that `showproof score "
         "--json` wrote"),
    ],
)  # fmt: skip
def test_scorecards_that_are_none_are_refused_with_the_entry(data, line):
    with pytest.raises(UnreadableError) as caught:
        cards_in(data, "cards.json", str)
    assert str(caught.value) == line


def test_a_consensus_that_cannot_be_read_is_refused_and_other_files_are_not_looked_into(catalog, tmp_path):
    ratings, notes = tmp_path / "r.csv", tmp_path / "minutes.json"
    ratings.write_text("draft,rater,scale,level\nD1,Ana,overall,2\n", encoding="utf-8")
    notes.write_text('{"schema": "ours"}', encoding="utf-8")
    named = Named(ratings=(ratings,), adjudication=(notes,))
    assert gather(catalog, named).settled == ()
    notes.write_text('{"schema": "showproof.consensus/1", "consensus": [{"draft": 1}]}', encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        gather(catalog, named)
    assert str(caught.value) == (
        "minutes.json: no consensus that can be read; name the output of `showproof calibrate consensus --json`"
    )


def test_scorecards_by_another_rubric_are_told(catalog, tmp_path):
    cards = tmp_path / "cards.json"
    cards.write_text(json.dumps({"schema": "showproof.scorecards/1", "scorecards": [CARD]}), encoding="utf-8")
    notices = gather(catalog, Named(scorecards=(cards,))).notices
    assert f"1 scorecards were made by rubric {'0' * 16}; the rubric in the pack is {catalog.digest}" in notices


def test_somebody_elses_file_in_the_folder_of_a_pack_is_not_thrown_away(tmp_path):
    out, files = tmp_path / "pack", contents(given(), "1")
    put(out, files, force=False)
    (out / "minutes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        put(out, files, force=True)
    assert str(caught.value) == (
        f"{out}: minutes.txt is no part of the pack there; nothing was replaced; take it out, or choose another --out"
    )
    assert (out / "minutes.txt").read_text(encoding="utf-8") == "mine"
    (out / "minutes.txt").unlink()
    put(out, files, force=True)


def test_a_pack_that_cannot_be_swapped_in_leaves_the_old_one(tmp_path, monkeypatch):
    from pathlib import Path

    out, files = tmp_path / "pack", contents(given(), "1")
    put(out, files, force=False)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    replace = Path.replace

    def refuse(self, target):
        if self.name == "new":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(UserError) as caught:
            put(out, contents(given(notices=("x",)), "1"), force=True)
    assert str(caught.value) == f"{out}: cannot be written: permission denied; choose another --out"
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]
