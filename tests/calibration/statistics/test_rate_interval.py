import random

import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.rate_interval import rate_interval

NEWCOMBE = {  # Newcombe (1998), Statistics in Medicine 17, table I, method 3
    (81, 263): (0.2553, 0.3662),
    (15, 148): (0.0624, 0.1605),
    (0, 20): (0.0, 0.1611),
    (1, 29): (0.0061, 0.1718),
}


@pytest.mark.parametrize("counts", NEWCOMBE)
def test_bounds_are_those_that_newcombe_published(counts):
    found = rate_interval(*counts)
    assert (round(found.low, 4), round(found.high, 4)) == NEWCOMBE[counts]


def test_the_bounds_are_where_the_score_test_has_exactly_the_level():
    found = rate_interval(7, 34)
    for bound in (found.low, found.high):
        assert (7 / 34 - bound) ** 2 / (bound * (1 - bound) / 34) == pytest.approx(1.959963984540054**2, abs=1e-9)


def test_nobody_and_everybody_have_bounds():
    assert rate_interval(0, 5).low == 0.0
    assert rate_interval(5, 5).high == 1.0
    assert rate_interval(5, 5).low == pytest.approx(1 - rate_interval(0, 5).high)


def test_an_empty_group_has_none():
    assert rate_interval(0, 0) == NotComputable("nobody is in this group")


@pytest.mark.parametrize(("persons", "rate"), [(30, 0.4), (100, 0.35), (400, 0.1)])
def test_it_holds_the_true_rate_in_95_of_100_studies(persons, rate):
    draw = random.Random(1927)
    held = 0
    for _ in range(1000):
        found = rate_interval(sum(draw.random() < rate for _ in range(persons)), persons)
        held += found.low <= rate <= found.high
    assert 930 <= held <= 970


@pytest.mark.oracle
@pytest.mark.parametrize("counts", [*NEWCOMBE, (20, 20), (1, 2), (499, 1000), (3, 100000)])
def test_statsmodels_gives_the_same(counts):
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    assert rate_interval(*counts)[:2] == pytest.approx(
        proportion.proportion_confint(*counts, method="wilson"), abs=1e-9
    )
