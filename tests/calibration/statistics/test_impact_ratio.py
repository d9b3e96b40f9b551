import random

import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.impact_ratio import impact_ratio, ratio_interval

PUBLISHED = {
    (36, 40, 16, 80): (2.940, 7.152, 3),  # Koopman (1984); Nam (1995), Biometrical Journal 37, 375-379
    (7, 34, 1, 34): (1.220853, 42.575718, 6),  # Fagerland and others (2015), table 5; PropCIs::riskscoreci
    (189, 11034, 104, 11037): (1.43, 2.30, 2),  # Agresti (2007), section 2.2: aspirin and heart attacks
}
EDGES = [*PUBLISHED, (20, 20, 15, 20), (19, 20, 20, 20), (170, 390, 412, 797), (2, 3, 500, 900)]


def test_the_ratio_is_that_of_the_two_rates():
    # The example of the city's rule, 6 RCNY § 5-301: 170 of 390 against 412 of 797.
    assert impact_ratio(170, 390, 412, 797) == pytest.approx((170 / 390) / (412 / 797), abs=1e-15)


@pytest.mark.parametrize("counts", PUBLISHED)
def test_bounds_are_those_that_were_published(counts):
    low, high, digits = PUBLISHED[counts]
    found = ratio_interval(*counts)
    assert (round(found.low, digits), round(found.high, digits)) == (low, high)


def test_bounds_turn_around_with_the_groups():
    one, other = ratio_interval(7, 34, 12, 50), ratio_interval(12, 50, 7, 34)
    assert (one.low, one.high) == pytest.approx((1 / other.high, 1 / other.low), rel=1e-12)


def test_nobody_of_a_group_chosen_still_has_a_bound():
    found = ratio_interval(0, 20, 5, 25)
    assert found.low == 0.0
    assert found.high == pytest.approx(0.861655, abs=1e-6)


def test_everybody_of_both_chosen_still_has_bounds():
    found = ratio_interval(20, 20, 20, 20)
    assert (found.low, found.high) == pytest.approx((1 / found.high, 1.192073), abs=1e-6)


def test_there_is_no_ratio_to_a_group_of_whom_nobody_was_chosen():
    assert impact_ratio(3, 4, 0, 9) == ratio_interval(3, 4, 0, 9) == NotComputable("nobody was selected")
    assert impact_ratio(0, 0, 1, 9) == ratio_interval(0, 0, 1, 9) == NotComputable("nobody is in one of the groups")


@pytest.mark.parametrize(
    ("persons", "rate", "others", "others_rate"), [(20, 0.4, 40, 0.5), (60, 0.3, 90, 0.5), (300, 0.08, 300, 0.1)]
)
def test_it_holds_the_true_ratio_in_95_of_100_studies(persons, rate, others, others_rate):
    draw = random.Random(1984)

    def drawn(many, chance):
        return sum(draw.random() < chance for _ in range(many))

    held = 0
    for _ in range(1000):
        found = ratio_interval(drawn(persons, rate), persons, drawn(others, others_rate), others)
        held += found.low <= rate / others_rate <= found.high
    assert 930 <= held <= 970


@pytest.mark.oracle
@pytest.mark.parametrize("counts", EDGES)
def test_statsmodels_finds_the_level_at_the_bounds(counts):
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    for bound in ratio_interval(*counts)[:2]:
        told = proportion.score_test_proportions_2indep(*counts, value=bound, compare="ratio", correction=False)
        assert told.pvalue == pytest.approx(0.05, abs=1e-6)


@pytest.mark.oracle
@pytest.mark.parametrize("counts", PUBLISHED)
def test_statsmodels_gives_the_same_bounds(counts):
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    told = proportion.confint_proportions_2indep(*counts, compare="ratio", method="score", correction=False)
    assert ratio_interval(*counts)[:2] == pytest.approx(told, abs=1e-6)
