import pytest

from showproof.calibration.audit import audit_of
from showproof.calibration.decisions import Decision, Decisions
from showproof.calibration.figures import NotComputable
from showproof.calibration.ratings import Rater, Rating, Ratings

SCORING = {"Male": (92, 50, "54.3%", "1.00"), "Female": (76, 34, "44.7%", "0.82")}
"""6 RCNY § 5-301(d), the second example: applicants, above the median, scoring rate, impact ratio."""


def decisions(*made, columns=("sex",), scored=False):
    labels = {name: tuple(sorted({one.groups[name] for one in made} - {""})) for name in columns}
    return Decisions("decisions.csv", "0" * 64, columns, tuple(made), labels, scored)


def person(number, selected, score=None, drafts=(), **groups):
    return Decision(f"C{number}", selected, groups, score, drafts or (f"C{number}",))


def test_the_scoring_example_of_the_city_rule_comes_out_as_published():
    made = [
        person(f"{sex}{number}", False, 3.0 if number < above else 1.0, sex=sex)
        for sex, (persons, above, _, _) in SCORING.items()
        for number in range(persons)
    ]
    table = audit_of(decisions(*made, scored=True)).tables[1]
    for line in table.lines:
        _, above, rate, ratio = SCORING[line.group[0]]
        assert (line.selected, f"{line.rate:.1%}", f"{line.ratio:.2f}") == (above, rate, ratio)


def test_the_median_is_of_everybody_who_has_a_score_and_a_score_on_it_is_not_above():
    made = [person(1, True, 1.0, sex="f"), person(2, True, 2.0, sex=""), person(3, False, 3.0, sex="m"),
            person(4, False, None, sex="m")]  # fmt: skip
    found = audit_of(decisions(*made, scored=True))
    assert found.median_score == 2.0
    selection, scores = found.tables
    assert [(line.group, line.selected, line.persons) for line in scores.lines] == [(("f",), 0, 1), (("m",), 1, 1)]
    assert (scores.unknown, scores.without_score, selection.without_score) == (1, 1, 0)
    assert scores.lines[0].spread.deviation == NotComputable("one score only")


def test_each_column_and_each_crossing_has_a_table_and_empty_crossings_are_named():
    made = [person(1, True, sex="f", age="old"), person(2, False, sex="m", age="young"),
            person(3, False, sex="m", age="")]  # fmt: skip
    found = audit_of(decisions(*made, columns=("sex", "age")))
    assert [table.by for table in found.tables] == [("sex",), ("age",), ("sex", "age")]
    assert [table.unknown for table in found.tables] == [0, 1, 1]
    assert found.tables[2].empty == (("f", "young"), ("m", "old"))


def test_nobody_is_lost_between_the_lines():
    made = [person(number, number % 3 == 0, sex="fm"[number % 2] if number % 5 else "") for number in range(40)]
    table = audit_of(decisions(*made)).tables[0]
    assert table.persons + table.unknown == 40
    assert sum(line.selected for line in table.lines) == sum(one.selected for one in made if one.groups["sex"])


def rated(*levels):
    """Ratings of drafts D0, D1, … by raters A and B, and by the scorer."""
    raters = (Rater("A"), Rater("B"), Rater("showproof", "scorer"))
    given = [
        Rating(f"D{at}", rater.name, "overall", level)
        for at, row in enumerate(levels)
        for rater, level in zip(raters, row, strict=True)
        if level is not None
    ]
    return Ratings(tuple(given), raters)


def test_agreement_by_group_is_that_of_the_people_on_the_groups_own_drafts():
    ratings = rated((1, 1, 4), (2, 2, 0), (3, 1, 3), (4, 2, 4), (2, None, 2))
    groups = ["f", "f", "m", "m", "m"]
    made = [person(at, False, drafts=(f"D{at}",), sex=group) for at, group in enumerate(groups)]
    table = audit_of(decisions(*made, person(9, False, sex="m")), ratings=ratings).agreement[0]
    women, men = table.lines
    assert (women.drafts, women.ratings, women.exact, women.mean) == (2, 4, 1.0, 1.5)
    assert women.alpha.figure == pytest.approx(1.0)
    assert (men.drafts, men.exact, men.adjacent, men.mean) == (2, 0.0, 0.0, pytest.approx(12 / 5))
    assert women.alpha.interval == NotComputable("2 drafts are too few for an interval, which takes 10")
    assert table.unrated == 1


def test_a_group_that_nobody_rated_twice_has_no_agreement():
    made = [person(0, False, drafts=("D0",), sex="f"), person(1, False, drafts=("D9",), sex="m")]
    women, men = audit_of(decisions(*made), ratings=rated((1, None, 2))).agreement[0].lines
    assert women.exact == NotComputable("no draft of this group has two ratings")
    assert (women.mean, men.mean) == (1.0, NotComputable("nobody rated a draft of this group"))
