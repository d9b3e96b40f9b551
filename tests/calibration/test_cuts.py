from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.cuts import cut_scores, mean_levels
from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.decision_consistency import decision_consistency
from small_studies import PEOPLE, QUICK, WITH_SCORER, study

LEVELS = ("1110", "2210", "3334", "4444", "01.0", "3.24", "2234", "1014", "4434", "3330", "0001", "2324")


def test_a_score_is_the_mean_over_people_of_their_mean_over_criteria():
    ratings = study({"scope": ["14.4"], "clarity": ["2.34"], "overall": ["4444"]}, WITH_SCORER)
    assert mean_levels(ratings, ("scope", "clarity")).tolist() == [[1.5, 4.0, 3.0]]


def test_a_given_cut_passes_what_lies_at_or_above_it():
    ratings = study({"scope": LEVELS}, WITH_SCORER)
    (held,) = cut_scores(ratings, QUICK, cut=3.0).held
    means = np.nanmean(ratings.levels("scope")[:, :3], axis=1)
    assert (held.by, held.passing) == ("given", int((means >= 3).sum()))
    assert held.worth == decision_consistency(ratings.levels("scope")[:, :3], 3.0)


def test_one_scale_can_be_the_score():
    ratings = study({"scope": LEVELS, "overall": LEVELS}, WITH_SCORER)
    assert cut_scores(ratings, QUICK, scale="overall", cut=2.0).scales == ("overall",)
    assert cut_scores(ratings, QUICK, cut=2.0).scales == ("scope",)


def test_groups_that_scores_tell_apart_give_a_cut_between_them():
    ratings = study({"scope": [level * 3 for level in "000111334444"]}, PEOPLE)
    ready = {f"D{at + 1:02}": at >= 6 for at in range(12)}
    told = cut_scores(ratings, QUICK, ready=ready)
    assert 1 < told.contrasting.cut < 3
    assert (told.contrasting.wrong_passes, told.contrasting.wrong_fails) == (0, 0)
    assert [one.by for one in told.held] == ["contrasting groups"]


def test_drafts_that_were_not_called_do_not_count():
    ratings = study({"scope": [level * 3 for level in "000111334444"]}, PEOPLE)
    told = cut_scores(ratings, QUICK, ready={"D01": False, "D12": True})
    assert told.contrasting == NotComputable("1 drafts are called ready, and 5 are needed")
    assert told.held == ()


def test_a_level_that_a_judge_left_out_is_no_fault():
    ratings = study({"scope": LEVELS, "clarity": LEVELS}, WITH_SCORER)
    expected = {("Ana", "scope"): 2.0, ("Ana", "clarity"): 3.0, ("Ben", "scope"): 3.0}
    told = cut_scores(ratings, QUICK, expected=expected)
    assert told.judges == ("Ana", "Ben")
    assert told.expected.criteria == pytest.approx((2.5, 3.0))
    assert [one.by for one in told.held] == ["modified Angoff"]
