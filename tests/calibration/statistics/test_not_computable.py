"""Where there is no figure there is a reason: never NaN, never 0 in its stead."""

from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.cohen_kappa import cohen_kappa, kappa
from showproof.calibration.statistics.fleiss_kappa import fleiss_kappa
from showproof.calibration.statistics.gwet_ac import gwet_ac
from showproof.calibration.statistics.intraclass import intraclass
from showproof.calibration.statistics.krippendorff_alpha import krippendorff_alpha
from showproof.calibration.statistics.mean_difference import spread_ratio, standardised_mean_difference
from showproof.calibration.statistics.percent_agreement import adjacent_agreement, exact_agreement
from showproof.calibration.statistics.prevalence import prevalence
from showproof.calibration.statistics.rank_correlation import kendall_tau_b, spearman

NAN = np.nan
OF_ALL = {
    "exact": exact_agreement,
    "adjacent": adjacent_agreement,
    "fleiss": fleiss_kappa,
    "alpha nominal": lambda levels: krippendorff_alpha(levels, "nominal"),
    "alpha ordinal": krippendorff_alpha,
    "alpha interval": lambda levels: krippendorff_alpha(levels, "interval"),
    "ac1": gwet_ac,
    "ac2": lambda levels: gwet_ac(levels, "quadratic"),
    "prevalence": prevalence,
    "single": lambda levels: intraclass(levels).single.figure,
    "average": lambda levels: intraclass(levels).average.figure,
}
OF_TWO = {
    "kappa": cohen_kappa,
    "weighted": lambda one, other: cohen_kappa(one, other, "quadratic"),
    "spearman": spearman,
    "kendall": kendall_tau_b,
    "difference": standardised_mean_difference,
    "spread": spread_ratio,
}


def table(*rows):
    return np.array(rows, dtype=float)


@pytest.mark.parametrize("name", OF_ALL)
@pytest.mark.parametrize(
    "levels",
    [np.empty((0, 3)), np.full((4, 3), NAN), table((1, NAN), (NAN, 2), (3, NAN)), table((1,), (2,), (3,))],
    ids=["no drafts", "no ratings", "one rating a draft", "one rater"],
)
def test_without_two_ratings_of_a_draft_nothing_can_be_told(name, levels):
    figure = OF_ALL[name](levels)
    assert isinstance(figure, NotComputable)
    assert figure.reason in {
        "no draft has two ratings",
        "there are fewer than two raters",
        "fewer than two drafts have a level from every rater",
    }


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("fleiss", "all ratings are level 2"),
        ("alpha nominal", "all ratings are the same level"),
        ("alpha ordinal", "all ratings are the same level"),
        ("alpha interval", "all ratings are the same level"),
        ("single", "all ratings are level 2"),
        ("average", "all ratings are level 2"),
    ],
)
def test_one_level_for_all_gives_no_coefficient(name, reason):
    assert OF_ALL[name](np.full((6, 3), 2.0)) == NotComputable(reason)


def test_one_level_for_all_is_full_agreement_where_chance_is_not_taken_from_the_levels():
    levels = np.full((6, 3), 2.0)
    assert exact_agreement(levels) == adjacent_agreement(levels) == gwet_ac(levels) == gwet_ac(levels, "ordinal") == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("kappa", "both raters gave level 2 only"),
        ("weighted", "both raters gave level 2 only"),
        ("spearman", "one rater gave level 2 only, which puts nothing in order"),
        ("kendall", "one rater gave level 2 only, which puts nothing in order"),
        ("difference", "the levels do not vary, so there is no spread to measure by"),
        ("spread", "the levels do not vary, so there is no spread to measure by"),
    ],
)
def test_two_raters_with_one_level_for_all(name, reason):
    assert OF_TWO[name](np.full(5, 2.0), np.full(5, 2.0)) == NotComputable(reason)


def test_one_rater_with_one_level_agrees_no_better_than_chance():
    flat, varied = np.full(4, 2.0), np.array((0.0, 1, 3, 4))
    assert cohen_kappa(flat, varied) == cohen_kappa(flat, varied, "quadratic") == 0
    assert spread_ratio(varied, flat) == 0
    assert spread_ratio(flat, varied) == NotComputable("the levels do not vary, so there is no spread to measure by")


@pytest.mark.parametrize("name", OF_TWO)
def test_two_raters_without_a_common_draft(name):
    figure = OF_TWO[name](np.array((1.0, NAN)), np.array((NAN, 1.0)))
    assert figure.reason in {
        "no draft has a level from both raters",
        "fewer than two drafts have a level from both raters",
    }


@pytest.mark.parametrize("name", ["spearman", "kendall", "difference", "spread"])
def test_one_common_draft_is_too_few(name):
    assert "one draft" in (reason := OF_TWO[name](np.array((1.0, 2)), np.array((1.0, NAN))).reason) or "two" in reason


@pytest.mark.parametrize("statistic", [fleiss_kappa, gwet_ac, kappa()])
def test_a_level_outside_the_categories_is_named(statistic):
    assert statistic(table((1, 2), (2.5, 3))) == NotComputable("level 2.5 is none of 0, 1, 2, 3, 4")
    assert statistic(table((1, 2), (7, 3))) == NotComputable("level 7 is none of 0, 1, 2, 3, 4")


def test_intraclass_correlation_takes_drafts_that_all_rated():
    gaps = table((1, 2, NAN), (2, 3, 3), (4, 4, 3), (0, 1, 1), (NAN, 2, 2))
    alone = np.column_stack((gaps, np.full(5, NAN)))
    assert intraclass(gaps) == intraclass(alone) == intraclass(gaps[1:4])
    assert intraclass(gaps).single.drafts == 3


def test_raters_who_never_differ_leave_no_interval():
    single, average, _ = intraclass(table((1, 1), (3, 3), (4, 4)))
    assert single.figure == average.figure == 1
    assert single.interval == average.interval
    assert single.interval.reason.startswith("the raters differ nowhere by chance")
