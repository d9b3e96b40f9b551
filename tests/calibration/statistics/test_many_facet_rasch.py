from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from rasch_draws import THRESHOLDS, draw

from showproof.calibration.facets import from_ratings
from showproof.calibration.figures import NotComputable
from showproof.calibration.ratings import Rater, Rating, Ratings
from showproof.calibration.statistics.facet_ratings import from_arrays
from showproof.calibration.statistics.many_facet_rasch import ManyFacetRasch, MeasuredFacet, many_facet_rasch

RASCHPY = Path(__file__).parent / "raschpy"


def measures(facet: MeasuredFacet) -> np.ndarray:
    return np.array([one.measure for one in facet.elements])


def fitted(*arrays, **options) -> ManyFacetRasch:
    model = many_facet_rasch(from_arrays(*arrays), **options)
    assert isinstance(model, ManyFacetRasch)
    return model


def reason(*arrays) -> str:
    model = many_facet_rasch(from_arrays(*arrays))
    assert isinstance(model, NotComputable)
    return model.reason


@pytest.fixture(scope="module")
def shared() -> np.ndarray:
    """The ratings that RaschPy was asked about: draft, rater, criterion, level by column."""
    with (RASCHPY / "ratings.csv").open(encoding="utf-8") as sheet:
        return np.array([[int(cell) for cell in row] for row in list(csv.reader(sheet))[1:]])


def test_planted_severities_come_back():
    """Four raters, 60 drafts, nine criteria, 25 draws: what was planted and what is found go together in every one."""
    errors, correlations = [], []
    for seed in range(25):
        drawn = draw(seed)
        model = many_facet_rasch(drawn.ratings)
        assert model.convergence.converged
        assert model.convergence.largest_change < 1e-6
        found = measures(model.raters)
        errors.append(found - drawn.severities)
        correlations.append(np.corrcoef(found, drawn.severities)[0, 1])
    assert min(correlations) >= 0.98
    assert np.sqrt(np.mean(np.square(errors))) < 0.06
    assert np.abs(np.mean(errors, axis=0)).max() < 0.03


def test_three_raters_on_one_criterion_are_not_spread_too_wide():
    """Where joint likelihood is at its worst, the correction brings the slope back to 1."""
    planted, slopes = np.array([-0.6, 0.0, 0.6]), []
    for seed in range(20):
        drawn = draw(seed, criteria=1, severities=(-0.6, 0.0, 0.6))
        both = [many_facet_rasch(drawn.ratings, correct_spread=one) for one in (True, False)]
        slopes.append([measures(model.raters) @ planted / (planted @ planted) for model in both])
    corrected, left = np.mean(slopes, axis=0)
    assert corrected == pytest.approx(1.0, abs=0.06)
    assert left > 1.35


def test_it_agrees_with_raschpy(shared):
    """RaschPy compares pairs of patterns, so the two agree up to the error of estimation."""
    theirs = json.loads((RASCHPY / "figures.json").read_text(encoding="utf-8"))
    model = fitted(*shared.T)
    for facet, name in ((model.raters, "severities"), (model.criteria, "difficulties")):
        apart = np.abs(measures(facet) - theirs[name])
        assert (apart < np.array([one.error for one in facet.elements]) * 0.6).all()
        assert np.corrcoef(measures(facet), theirs[name])[0, 1] > 0.999
    assert np.corrcoef(model.scales[0].thresholds, theirs["thresholds"])[0, 1] > 0.999
    assert model.scales[0].thresholds == pytest.approx(theirs["thresholds"], abs=0.08)


def test_two_raters_and_two_levels_have_the_closed_form_of_wright_and_douglas():
    """Joint likelihood gives 2 ln(b/c), twice the conditional estimate, and (L − 1)/L takes the half away.

    b drafts that only the first rater passed, c that only the second did: Andersen, E. B. (1973), Conditional inference
    and models for measuring; Wright & Douglas (1977), Applied Psychological Measurement, 1, 281–295.
    """
    passed = [(1, 0)] * 12 + [(0, 1)] * 5 + [(1, 1)] * 7 + [(0, 0)] * 4
    draft, rater = (one.ravel() for one in np.indices((len(passed), 2)))
    level = np.array(passed).ravel()
    joint = measures(fitted(draft, rater, 0 * draft, level, correct_spread=False).raters)
    corrected = measures(fitted(draft, rater, 0 * draft, level).raters)
    assert joint[1] - joint[0] == pytest.approx(2 * np.log(12 / 5), abs=1e-5)
    assert corrected[1] - corrected[0] == pytest.approx(np.log(12 / 5), abs=1e-5)


def test_scores_are_met_by_their_expectation(shared):
    """The joint solution is where every observed score and every count of levels equals its expectation."""
    model = fitted(*shared.T, correct_spread=False, tolerance=1e-10)
    abilities, severities, difficulties = (measures(one) for one in (model.drafts, model.raters, model.criteria))
    draft, rater, criterion, level = shared.T
    location = abilities[draft] - severities[rater] - difficulties[criterion]
    steps = np.concatenate([[0.0], np.cumsum(model.scales[0].thresholds)])
    chances = np.exp(location[:, None] * np.arange(5) - steps)
    chances /= chances.sum(axis=1, keepdims=True)
    left = level - chances @ np.arange(5)
    for index in (draft, rater, criterion):
        assert np.bincount(index, left) == pytest.approx(0, abs=1e-6)
    assert chances.sum(axis=0) == pytest.approx(np.bincount(level), abs=1e-6)
    assert severities.sum() == pytest.approx(0, abs=1e-9)
    assert difficulties.sum() == pytest.approx(0, abs=1e-9)
    assert sum(model.scales[0].thresholds) == pytest.approx(0, abs=1e-9)


def test_a_missing_seventh_of_the_ratings_does_no_harm():
    drawn = draw(3, missing=0.15)
    model = many_facet_rasch(drawn.ratings)
    assert np.abs(measures(model.raters) - drawn.severities).max() < 0.15
    assert np.corrcoef(measures(model.criteria), drawn.difficulties)[0, 1] > 0.98
    assert np.corrcoef(measures(model.drafts), drawn.abilities)[0, 1] > 0.95


def test_a_rater_who_goes_down_a_level_is_found_more_severe(shared):
    before = fitted(*shared.T)
    harsher = shared.copy()
    harsher[(harsher[:, 1] == 0) & (harsher[:, 3] > 0), 3] -= 1
    after = fitted(*harsher.T)
    assert after.raters.elements[0].measure > before.raters.elements[0].measure + 1
    assert after.raters.elements[0].fair < before.raters.elements[0].fair


def test_order_and_names_change_nothing(shared):
    mixed = np.random.default_rng(1).permutation(shared)
    swapped = mixed.copy()
    swapped[:, 1] = 3 - mixed[:, 1]
    assert measures(fitted(*swapped.T).raters)[::-1] == pytest.approx(measures(fitted(*shared.T).raters), abs=1e-5)


def test_a_rater_who_guesses_misfits_and_others_do_not():
    drawn = draw(5)
    level = drawn.ratings.level.copy()
    guesses = drawn.ratings.rater == 2
    level[guesses] = np.random.default_rng(5).integers(0, 5, guesses.sum())
    model = fitted(drawn.ratings.draft, drawn.ratings.rater, drawn.ratings.criterion, level)
    assert [one.infit > 1.3 for one in model.raters.elements] == [False, False, True, False]
    assert [one.outfit > 1.3 for one in model.raters.elements] == [False, False, True, False]


def test_a_rater_who_reads_one_criterion_harder_shows_there():
    drawn = draw(6)
    level = drawn.ratings.level.copy()
    there = (drawn.ratings.rater == 1) & (drawn.ratings.criterion == 4)
    level[there] = np.maximum(level[there] - 1, 0)
    model = fitted(drawn.ratings.draft, drawn.ratings.rater, drawn.ratings.criterion, level)
    cells = {(one.rater, one.criterion): one for one in model.interactions}
    assert len(cells) == 36
    hardest = min(cells.values(), key=lambda one: one.z)
    assert (hardest.rater, hardest.criterion, hardest.ratings) == ("1", "4", 60)
    assert hardest.z < -5
    assert -0.9 < hardest.gap < -0.4
    for rater in "0123":
        assert sum(one.gap for one in cells.values() if one.rater == rater) == pytest.approx(0, abs=1e-4)
    assert max(abs(one.z) for at, one in cells.items() if at not in {("1", "4")} and at[0] != "1") < 4


def test_fit_is_about_one_where_the_model_holds():
    model = many_facet_rasch(draw(8).ratings)
    for facet in (model.drafts, model.raters, model.criteria):
        assert np.mean([one.infit for one in facet.elements]) == pytest.approx(1, abs=0.05)
        assert np.mean([one.outfit for one in facet.elements]) == pytest.approx(1, abs=0.05)


def test_separation_tells_drafts_apart_and_says_how_well():
    model = many_facet_rasch(draw(8).ratings)
    apart = model.drafts.separation
    assert apart.reliability > 0.9
    assert apart.reliability == pytest.approx(apart.separation**2 / (1 + apart.separation**2))
    assert apart.strata == pytest.approx((4 * apart.separation + 1) / 3)


def test_criteria_may_have_thresholds_of_their_own():
    drawn = draw(2, drafts=200)
    model = many_facet_rasch(drawn.ratings, by_criterion=True)
    assert [scale.criterion for scale in model.scales] == [str(at) for at in range(9)]
    assert np.mean([scale.thresholds for scale in model.scales], axis=0) == pytest.approx(THRESHOLDS, abs=0.15)
    assert measures(model.raters) == pytest.approx(drawn.severities, abs=0.1)


def test_a_level_that_nobody_gave_is_taken_out_and_said(shared):
    without = shared.copy()
    without[without[:, 3] == 3, 3] = 4
    model = fitted(*without.T)
    assert model.scales[0].levels == (0, 1, 2, 4)
    assert model.scales[0].unused == (3,)
    assert len(model.scales[0].thresholds) == 3
    assert model.notes[-1] == "Nobody gave level 3: the levels beside it were treated as neighbours."
    assert measures(model.raters) == pytest.approx(measures(fitted(*shared.T).raters), abs=0.25)


def test_drafts_at_an_end_are_left_out_then_measured_and_said(shared):
    extreme = shared.copy()
    extreme[extreme[:, 0] == 7, 3] = 4
    extreme[extreme[:, 0] == 9, 3] = 0
    model = fitted(*extreme.T)
    top, bottom = model.drafts.elements[7], model.drafts.elements[9]
    assert (top.extreme, bottom.extreme) == ("highest", "lowest")
    others = [one.measure for at, one in enumerate(model.drafts.elements) if at not in (7, 9)]
    assert top.measure > max(others)
    assert bottom.measure < min(others)
    assert top.infit == NotComputable("all ratings lie at the upper end of the scale")
    assert model.ratings == len(shared) - (shared[:, 0] == 7).sum() - (shared[:, 0] == 9).sum()
    done = "of the scale: left out of the estimation, then measured 0.3 of a level from it."
    assert model.notes == (
        f"1 draft (9) has all ratings at the lower end {done}",
        f"1 draft (7) has all ratings at the upper end {done}",
    )


def test_an_extreme_draft_is_measured_where_its_expected_score_is_a_third_of_a_level_from_the_top(shared):
    extreme = shared.copy()
    mine = extreme[:, 0] == 7
    extreme[mine, 3] = 4
    model = fitted(*extreme.T, correct_spread=False)
    location = measures(model.drafts)[7] - measures(model.raters)[shared[mine, 1]]
    location -= measures(model.criteria)[shared[mine, 2]]
    chances = np.exp(location[:, None] * np.arange(5) - np.concatenate([[0.0], np.cumsum(model.scales[0].thresholds)]))
    chances /= chances.sum(axis=1, keepdims=True)
    assert (chances @ np.arange(5)).sum() == pytest.approx(4 * mine.sum() - 0.3, abs=1e-6)


def test_a_rater_who_gives_only_fours_is_measured_as_lenient(shared):
    kind = shared.copy()
    kind[kind[:, 1] == 1, 3] = 4
    model = fitted(*kind.T)
    assert model.raters.elements[1].extreme == "highest"
    assert model.raters.elements[1].measure < -2
    assert model.raters.elements[1].mean == 4


def test_a_criterion_with_one_level_has_no_thresholds_of_its_own(shared):
    same = shared.copy()
    same[same[:, 2] == 2, 3] = 3
    model = fitted(*same.T, by_criterion=True)
    assert model.criteria.elements[2].measure == NotComputable("all ratings on this scale are one level")
    assert model.notes == ("1 criterion (2) has one level only: nothing can be measured there.",)
    assert len(model.scales[2].levels) == 0


def test_a_rater_known_from_extreme_drafts_only_is_not_measured(shared):
    """It gave both ends, so it is not extreme; but every draft it saw is."""
    rows = np.array([[7, 4, criterion, 4] for criterion in range(5)] + [[9, 4, criterion, 0] for criterion in range(5)])
    ends = shared.copy()
    ends[ends[:, 0] == 7, 3] = 4
    ends[ends[:, 0] == 9, 3] = 0
    model, without = fitted(*np.concatenate([ends, rows]).T), fitted(*ends.T)
    assert model.raters.elements[4].measure == NotComputable(
        "all ratings are shared with extreme drafts, raters or criteria only"
    )
    assert model.raters.elements[4].mean == 2
    assert measures(model.drafts) == pytest.approx(measures(without.drafts))


def test_raters_who_share_no_draft_are_not_compared(shared):
    halves = shared[(shared[:, 0] < 40) == (shared[:, 1] < 2)]
    model = fitted(*halves.T)
    assert model.subsets == 2
    assert [one.subset for one in model.raters.elements] == [1, 1, 2, 2]
    assert {one.subset for one in model.criteria.elements} == {1}
    assert model.raters.separation == NotComputable("they fall into groups that cannot be compared")
    assert measures(model.raters)[:2].sum() == pytest.approx(0, abs=1e-9)
    assert measures(model.raters)[2:].sum() == pytest.approx(0, abs=1e-9)
    assert model.notes[-1] == (
        "The raters fall into 2 groups that share too few ratings to be compared: 0, 1; 2, 3."
        " Compare inside a group only."
    )


def test_raters_who_each_have_a_criterion_to_themselves_are_not_compared(shared):
    """Severity and difficulty cannot be told apart there, though every rater shares every draft."""
    own = shared[shared[:, 1] == shared[:, 2]]
    model = fitted(*own.T)
    assert [one.subset for one in model.raters.elements] == [1, 2, 3, 4]


def test_one_shared_draft_joins_two_groups(shared):
    halves = (shared[:, 0] < 40) == (shared[:, 1] < 2)
    joined = shared[halves | (shared[:, 0] == 40)]
    assert fitted(*joined.T).subsets == 1


def test_what_tells_nothing_is_not_computable(shared):
    draft, rater, criterion, level = shared.T
    one, first = rater == 0, draft == 0
    assert reason(draft, rater, criterion, np.full(len(level), np.nan)) == "there are no ratings"
    assert reason(draft[one], rater[one], criterion[one], level[one]) == "one rater only gave ratings"
    assert reason(draft[first], rater[first], criterion[first], level[first]) == "one draft only was rated"
    assert reason(draft, rater, criterion, 0 * level + 3) == "every rating is level 3"
    lowest = np.where(draft < 40, 0, 4)
    assert reason(draft, rater, criterion, lowest) == (
        "fewer than two drafts have ratings that do not all lie at one end of the scale"
    )


def test_too_few_rounds_are_said(shared):
    model = fitted(*shared.T, iterations=3)
    assert not model.convergence.converged
    assert model.convergence.iterations == 3
    assert model.notes[0].startswith("The estimates did not settle in 3 rounds (the last moved one by ")


def test_a_study_is_taken_on_the_criteria_named_and_scores_between_levels_are_rounded():
    given = tuple(
        Rating(f"D{draft}", rater, scale, level)
        for draft, own in enumerate((0.0, 1.0, 2.0, 3.0, 4.0))
        for rater, more in (("Ann", 0.0), ("Ben", 0.5))
        for scale, level in (("overall", 4.0), ("scope", own), ("metrics", min(own + more, 4)), ("skill:rca", 1.0))
    )
    taken = from_ratings(Ratings(given, (Rater("Ann"), Rater("Ben"))), ["scope", "metrics"])
    assert taken.criteria == ("scope", "metrics")
    assert taken.raters == ("Ann", "Ben")
    assert len(taken.level) == 20
    assert taken.rounded == 4
    assert from_ratings(Ratings(given, (Rater("Ann"), Rater("Ben"))), ["overall"]).criteria == ("overall",)
    assert many_facet_rasch(taken).notes[-1] == "4 ratings between levels were rounded to the nearest level."


def test_raters_who_agree_almost_everywhere_have_no_finite_measures_and_the_note_says_so():
    """No draft has ratings on both sides of level 2, so nothing says how far apart the two sides are."""
    level = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 2], [3, 3, 4], [4, 3, 4], [3, 4, 4], [4, 3, 3]])
    draft, rater = (one.ravel() for one in np.indices(level.shape))
    level = level.ravel()
    model = fitted(draft, rater, 0 * draft, level, iterations=300)
    assert not model.convergence.converged
    assert model.notes[0].endswith("Too few ratings, or raters who agree almost everywhere, do that.")


def test_arrays_that_do_not_fit_together_are_refused():
    with pytest.raises(ValueError, match="four flat arrays of one length"):
        from_arrays([0, 1], [0], [0, 0], [1, 2])
    with pytest.raises(ValueError, match="0 or more"):
        from_arrays([0, 1], [0, 1], [0, 0], [1, -2])
