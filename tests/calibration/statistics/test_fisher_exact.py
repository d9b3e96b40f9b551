from fractions import Fraction
from itertools import combinations
from math import comb

import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.fisher_exact import fisher_exact


def test_the_lady_tasting_tea():
    # Fisher (1935), chapter 2; Agresti (2002), Categorical Data Analysis, table 3.8: 3 of 4 against 1 of 4.
    assert fisher_exact(3, 4, 1, 4) == pytest.approx(17 / 35, abs=1e-12)
    assert fisher_exact(4, 4, 0, 4) == pytest.approx(2 / 70, abs=1e-12)


def test_convictions_of_twins():
    # Fisher (1962), as in the example of R's fisher.test: of 13 and 17 twins, 10 and 2 were convicted.
    assert fisher_exact(10, 13, 2, 17) == pytest.approx(0.0005367241, abs=1e-9)


def test_it_is_what_going_over_all_draws_gives():
    chosen, persons, others = 4, 6, 7
    everybody, taken = range(persons + others), 6
    draws = [sum(one < persons for one in draw) for draw in combinations(everybody, taken)]
    times = {count: draws.count(count) for count in set(draws)}
    extreme = sum(count for count in times.values() if count <= times[chosen])
    assert fisher_exact(chosen, persons, taken - chosen, others) == pytest.approx(extreme / len(draws), abs=1e-12)


@pytest.mark.parametrize("counts", [(0, 3, 2, 9), (5, 40, 30, 60), (200, 500, 150, 500), (1, 1, 0, 1)])
def test_it_is_what_whole_numbers_give(counts):
    chosen, persons, others_chosen, others = counts
    taken = chosen + others_chosen
    tables = [comb(persons, one) * comb(others, taken - one) for one in range(min(persons, taken) + 1)]
    exact = Fraction(sum(one for one in tables if one <= tables[chosen]), comb(persons + others, taken))
    assert fisher_exact(*counts) == pytest.approx(float(exact), abs=1e-10)


def test_equally_likely_tables_on_both_sides_count():
    assert fisher_exact(2, 10, 8, 10) == pytest.approx(0.023014, abs=1e-6)
    assert fisher_exact(5, 10, 5, 10) == pytest.approx(1.0, abs=1e-12)


def test_an_empty_group_has_none():
    assert fisher_exact(0, 0, 3, 4) == NotComputable("nobody is in one of the groups")


@pytest.mark.oracle
@pytest.mark.parametrize(
    "counts", [(3, 4, 1, 4), (170, 390, 412, 797), (0, 20, 20, 20), (7, 34, 1, 34), (4000, 10000, 4100, 10000)]
)
def test_scipy_gives_the_same(counts):
    stats = pytest.importorskip("scipy.stats")
    chosen, persons, others_chosen, others = counts
    table = [[chosen, persons - chosen], [others_chosen, others - others_chosen]]
    assert fisher_exact(*counts) == pytest.approx(stats.fisher_exact(table).pvalue, abs=1e-6, rel=1e-6)
