"""Splits: what people should talk about, and that programs make none."""

from __future__ import annotations

from showproof.calibration.adjudication import splits
from showproof.calibration.ratings import Rater, Rating, Ratings


def study(*levels, kinds=("person", "person", "scorer")):
    """Ratings of (draft, scale, level of each rater or None)."""
    raters = tuple(Rater(name, kind) for name, kind in zip("ABS", kinds, strict=True))
    given = tuple(
        Rating(draft, rater.name, scale, level)
        for draft, scale, *said in levels
        for rater, level in zip(raters, said, strict=True)
        if level is not None
    )
    return Ratings(given, raters)


def told(found):
    return [(one.draft, one.scale, one.apart, one.why) for one in found]


def test_people_two_levels_apart_and_on_both_sides_of_the_cut_overall():
    found = splits(study(
        ("D1", "scope", 1, 3, None),
        ("D2", "scope", 2, 3, None),
        ("D2", "overall", 2, 3, None),
        ("D3", "overall", 3, 4, None),
        ("D4", "overall", 0, 4, None),
    ))  # fmt: skip
    assert told(found) == [
        ("D4", "overall", 4, "4 levels apart, on both sides of the cut at 3"),
        ("D1", "scope", 2, "2 levels apart"),
        ("D2", "overall", 1, "on both sides of the cut at 3"),
    ]


def test_the_scorer_makes_no_split_and_is_shown_beside_one():
    found = splits(study(("D1", "scope", 3, 3, 0), ("D2", "scope", 3, None, 0), ("D3", "scope", 3, 0, 1)))
    assert [one.draft for one in found] == ["D3"]
    assert [(one.rater, one.level) for one in found[0].ratings] == [("A", 3), ("B", 0), ("S", 1)]


def test_other_widths_and_cuts():
    levels = study(("D1", "scope", 2, 3, None), ("D1", "overall", 2, 3, None), ("D2", "overall", 0, 3, None))
    assert [one.draft for one in splits(levels, apart=4, cut=None)] == []
    assert told(splits(levels, apart=1, cut=None))[1:] == [
        ("D1", "scope", 1, "1 level apart"), ("D1", "overall", 1, "1 level apart"),
    ]  # fmt: skip
    assert [one.scale for one in splits(levels, apart=4, cut=2)] == ["overall"]
    assert splits(Ratings((), ())) == ()
