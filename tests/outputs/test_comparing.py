from __future__ import annotations

import pytest
from comparisons import told

from showproof.api import Said, make_template
from showproof.comparing import compared, taken_otherwise
from showproof.model import Detection


def ids(shifts) -> list[str]:
    return [one.finding.id for one in shifts]


def test_each_finding_went_one_way():
    found = told()
    assert {way: ids(found.went(way)) for way in ("fixed", "better", "stayed", "worse", "new")} == {
        "fixed": ["owner"],
        "better": ["date"],
        "stayed": ["risk"],
        "worse": ["reason"],
        "new": ["cost"],
    }


def test_flags_that_went_came_and_stayed_are_told_apart():
    found = told()
    ways = {way: [one.raised.id for one in found.signalled(way)] for way in ("fixed", "new", "stayed")}
    assert ways == {"fixed": ["blame"], "new": ["copied"], "stayed": ["unfilled"]}


def test_a_level_moved_through_the_findings_that_went_its_way():
    found = told()
    assert [(one.id, one.by) for one in found.moved()] == [("ownership", 1), ("clarity", -1)]
    assert ids(next(found.moved()).through) == ["owner", "date"]


def test_rows_that_neither_version_touches_are_not_told_of():
    assert "cause" not in ids(told().shifts)


def test_a_level_that_fell_is_lower_even_where_the_verdict_rose():
    assert told().lower
    assert not compared(told().old, told().old).lower


def test_the_same_file_twice_is_said():
    old = told().old
    assert compared(old, old).notes == ("the two files are the same, byte for byte",)
    assert told().notes == ()


def test_what_the_old_version_was_taken_for_is_said_where_the_new_one_is_something_else():
    found = told(artifact=Detection("sop", "property", 1.0))
    assert taken_otherwise(found.old, found.new) == (
        "old.docx by itself is taken for the type dashboard-spec; it is judged as sop",
    )
    assert taken_otherwise(found.old, found.new._replace(artifact=Detection("", "none", 0.0))) == ()


@pytest.mark.parametrize("kind", ["sop", "rca", "dashboard-spec"])
def test_from_weak_to_strong_and_back_are_mirror_images(kind, catalog, scorer, tmp_path):
    cards = []
    for quality in ("weak", "strong"):
        path = tmp_path / f"{quality}.docx"
        path.write_bytes(make_template(catalog, kind, format_name="docx", example=quality))
        cards.append(scorer.score(path, Said(artifact=kind)))
    there, back = compared(*cards), compared(*reversed(cards))
    assert {one.id: one.by for one in there.levels} == {one.id: -one.by for one in back.levels}
    for way, opposite in (("fixed", "new"), ("better", "worse"), ("stayed", "stayed")):
        assert sorted(ids(there.went(way))) == sorted(ids(back.went(opposite)))
    for one in there.moved():
        assert one.through or one.old.capped != one.new.capped, one.id
