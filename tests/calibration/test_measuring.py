from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from showproof.calibration.bands import band
from showproof.calibration.figures import Estimate, Interval, NotComputable
from showproof.calibration.measuring.agreement import AGREEMENT
from showproof.calibration.measuring.measure import criteria_of, in_order, measure
from showproof.calibration.ratings import Rater
from showproof.calibration.statistics.cohen_kappa import cohen_kappa
from showproof.calibration.statistics.mean_difference import standardised_mean_difference
from small_studies import MIXED, PEOPLE, QUICK, WITH_SCORER, study


@pytest.fixture(scope="module")
def told():
    ratings = study({"scope": MIXED, "overall": MIXED, "skill:execution": MIXED[:12]}, WITH_SCORER, note="why")
    return measure(ratings, {"scope": "Scope and context"}, QUICK)


def scale(told, name):
    return next(one for one in told.scales if one.scale == name)


def test_overall_comes_first_then_criteria_then_rows(told):
    assert [one.scale for one in told.scales] == ["overall", "scope", "skill:execution"]
    assert [one.title for one in told.scales] == ["overall", "Scope and context", "execution"]
    assert in_order(["skill:a", "b", "overall", "a"]) == ["overall", "b", "a", "skill:a"]


def test_a_model_takes_the_criteria_and_else_what_there_is():
    assert criteria_of(("overall", "scope", "skill:a")) == ("scope",)
    assert criteria_of(("overall", "skill:a")) == ("skill:a",)
    assert criteria_of(("overall",)) == ("overall",)


def test_people_among_themselves_are_kept_apart_from_the_scorer(told):
    assert [one.name for one in told.panel] == ["Ana", "Ben", "Cleo"]
    people = measure(study({"overall": [line[:3] for line in MIXED]}, PEOPLE), settings=QUICK)
    assert scale(told, "overall").agreement == people.scales[0].agreement
    assert {one.rater for one in told.against} == {"showproof"}
    assert {one.kind for one in told.against} == {"scorer"}


def test_every_statistic_is_there_on_every_scale(told):
    assert all(tuple(one.agreement) == AGREEMENT for one in told.scales)


def test_weighted_kappa_of_a_panel_is_the_mean_over_its_pairs(told):
    levels = told.ratings.levels("overall")
    each = [cohen_kappa(levels[:, one], levels[:, other], "quadratic") for one, other in ((0, 1), (0, 2), (1, 2))]
    assert scale(told, "overall").agreement["weighted_kappa"].figure == pytest.approx(np.mean(each), abs=1e-12)


def test_the_scorer_is_held_against_each_person(told):
    levels = told.ratings.levels("overall")
    figures = next(one for one in told.against if one.scale == "overall").figures
    with_each = np.mean([cohen_kappa(levels[:, at], levels[:, 3], "quadratic") for at in range(3)])
    apart = np.mean([standardised_mean_difference(levels[:, at], levels[:, 3]) for at in range(3)])
    among = figures["people"].figure
    assert figures["weighted_kappa"].figure == pytest.approx(with_each, abs=1e-12)
    assert figures["mean_difference"].figure == pytest.approx(apart, abs=1e-12)
    assert figures["below_people"].figure == pytest.approx(among - with_each, abs=1e-12)


def test_a_matrix_counts_the_drafts_that_both_rated(told):
    pair = scale(told, "overall").pairs[0]
    assert (pair.one, pair.other, pair.kinds) == ("Ana", "Ben", ("person", "person"))
    assert sum(map(sum, pair.counts)) == pair.drafts == 33
    assert pair.counts[4] == (0, 0, 0, 3, 3)
    assert scale(told, "overall").pairs[-1].other == "showproof"


def test_gaps_are_to_the_others_of_the_panel():
    ratings = study({"scope": ["123", "012", ".34"]}, PEOPLE)
    ana, ben, cleo = measure(ratings, settings=QUICK).raters
    assert ana.summary.gap == pytest.approx(-1.5)
    assert ben.summary.gap == pytest.approx((0 + 0 - 1) / 3)
    assert cleo.gaps["scope"] == pytest.approx((1.5 + 1.5 + 1) / 3)


def test_the_scale_that_splits_most_is_to_be_reworded_first(told):
    ratings = study({"calm": ["111", "222", "332"] * 5, "stormy": ["104", "222", "310"] * 5}, PEOPLE, note="because")
    first, second = measure(ratings, settings=QUICK).reword
    assert (first.scale, first.far, first.split, first.disagreement.drafts) == ("stormy", 10, 10, 15)
    assert (second.scale, second.far, second.split) == ("calm", 0, 5)
    assert [one.draft for one in first.splits] == ["D01", "D04", "D07", "D10", "D13"]
    assert [(one.rater.name, one.level, one.note) for one in first.splits[0].given] == [
        ("Ana", 1, "because"), ("Ben", 0, "because"), ("Cleo", 4, "because"),
    ]  # fmt: skip


def test_the_verdict_on_the_whole_is_not_to_be_reworded(told):
    assert [one.scale for one in told.reword] == ["scope", "skill:execution"]


@pytest.mark.parametrize(
    ("raters", "lines", "reason"),
    [
        ([Rater("Ana")], ["1", "2"], "no draft has two ratings"),
        ([Rater("Ana"), Rater("showproof", "scorer")], ["11", "22"], "no draft has two ratings"),
        ([Rater("Ana"), Rater("Ben")], ["1.", ".2"], "no draft has two ratings"),
        ([Rater("Ana"), Rater("Ben")], ["22", "22"], "all ratings are the same level"),
    ],
)
def test_what_cannot_be_computed_says_why(raters, lines, reason):
    told = measure(study({"overall": lines}, raters), settings=QUICK)
    assert told.scales[0].agreement["alpha_ordinal"].figure == NotComputable(reason)
    assert isinstance(told.model, NotComputable)
    assert told.drift == NotComputable("no rating has a date")


def test_one_person_beside_the_scorer_cannot_say_how_people_agree():
    told = measure(
        study({"overall": ["11", "23", "32"] * 5}, [Rater("Ana"), Rater("showproof", "scorer")]), settings=QUICK
    )
    figures = told.against[0].figures
    assert isinstance(figures["weighted_kappa"].figure, float)
    assert figures["below_people"].figure == NotComputable("there are not two people who rated the same drafts")


def test_how_far_below_people_rests_on_the_drafts_that_two_of_them_rated():
    lines = ["1.1", "2.2", "3.3", "4.3", "0.1", ".22", ".44"] * 8 + ["112", "223", "333"] * 4
    raters = [*PEOPLE[:2], Rater("showproof", "scorer")]
    (against,) = measure(study({"overall": lines}, raters), settings=QUICK).against
    assert against.figures["weighted_kappa"].drafts == 68
    assert against.figures["below_people"].drafts == against.figures["people"].drafts == 12


def test_programs_are_the_panel_only_where_there_are_not_two_people():
    machines = [Rater("p", "program"), Rater("q", "program")]
    assert [one.name for one in measure(study({"overall": ["11", "12"]}, machines), settings=QUICK).panel] == ["p", "q"]
    mixed = [*PEOPLE[:2], *machines]
    assert [one.name for one in measure(study({"overall": ["1111"]}, mixed), settings=QUICK).panel] == ["Ana", "Ben"]


def test_nearly_one_level_alone_is_cautioned_against():
    told = measure(study({"overall": ["222"] * 28 + ["232", "322"]}, PEOPLE), settings=QUICK)
    assert told.scales[0].cautions == (
        "98% of the ratings are level 2: kappa and alpha look low here although raters agree; read AC2 and the share "
        "of equal levels beside them",
    )


def test_drift_is_told_where_there_are_dates():
    days = [f"2026-03-{day:02}" for day in range(1, 21)]
    lines = ["22" if number < 10 else "20" for number in range(20)]
    told = measure(study({"scope": lines}, PEOPLE[:2], days), settings=QUICK)
    assert [one.rater for one in told.drift] == ["Ana", "Ben"]
    assert told.drift[1].slope < 0


def test_many_raters_take_no_memory_without_end_and_keep_their_figures(told):
    many = [Rater(f"R{at:02}") for at in range(12)]
    lines = [(line[:3].replace(".", "2") * 4) for line in MIXED[:20]]
    crowd = measure(study({"scope": lines}, many), settings=QUICK)
    (one,) = crowd.scales
    assert len(one.pairs) == 66
    alike = next(pair for pair in one.pairs if (pair.one, pair.other) == ("R00", "R03"))
    assert alike.figures["weighted_kappa"].figure == 1
    kappa = one.agreement["weighted_kappa"]
    assert kappa.interval == NotComputable("with so many pairs of raters none is drawn for it")
    levels = crowd.ratings.levels("scope")
    each = [cohen_kappa(levels[:, a], levels[:, b], "quadratic") for a in range(12) for b in range(a + 1, 12)]
    assert kappa.figure == pytest.approx(np.mean(each), abs=1e-12)
    assert isinstance(one.agreement["alpha_ordinal"].interval, Interval)


def test_the_same_ratings_and_seed_give_the_same_figures(told):
    ratings = told.ratings
    assert measure(ratings, {"scope": "Scope and context"}, QUICK).scales == told.scales
    other = measure(ratings, settings=replace(QUICK, seed=2))
    assert other.scales[0].agreement["exact"].figure == told.scales[0].agreement["exact"].figure


@pytest.mark.parametrize(
    ("figure", "low", "high", "said"),
    [
        (0.9, 0.8, 0.95, "agree"),
        (0.82, 0.667, 0.9, "agree"),
        (0.79, 0.7, 0.9, "tentative"),
        (0.6, 0.5, 0.7, "apart"),
        (0.82, 0.6, 0.9, "open"),
        (0.6, 0.3, 0.85, "open"),
        (0.7, 0.6, 0.79, "tentative"),
    ],
)
def test_a_band_needs_the_interval_too(figure, low, high, said):
    assert band(Estimate(figure, Interval(low, high), 50, 100)) == said


def test_full_agreement_on_few_drafts_leaves_it_open():
    none = NotComputable("no interval")
    assert band(Estimate(1.0, none, 29, 58)) == "open"
    assert band(Estimate(1.0, none, 30, 60)) == "agree"
    assert band(Estimate(0.9, none, 90, 180)) == "open"
    assert band(Estimate(none, none, 0, 0)) == "open"
