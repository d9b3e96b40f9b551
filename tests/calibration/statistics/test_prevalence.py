"""Indices of prevalence and bias, and when they say that kappa misleads."""

from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.statistics.cohen_kappa import cohen_kappa
from showproof.calibration.statistics.prevalence import Prevalence, prevalence


def pair(both, first, second, neither):
    """Two raters' levels 3 and 2: both gave 3, the first alone, the second alone, neither."""
    cells = [(3, 3)] * both + [(3, 2)] * first + [(2, 3)] * second + [(2, 2)] * neither
    return np.array(cells, dtype=float)


@pytest.mark.parametrize(("cells", "kappa", "misleads"), [((40, 9, 6, 45), 0.70, False), ((80, 10, 5, 5), 0.32, True)])
def test_the_paradox_of_feinstein_and_cicchetti(cells, kappa, misleads):
    """Feinstein & Cicchetti (1990), High agreement but low kappa: both tables agree in 85 of 100."""
    levels = pair(*cells)
    found = prevalence(levels)
    assert found.agreement == pytest.approx(0.85)
    assert round(cohen_kappa(*levels.T), 2) == kappa
    assert found.misleads is misleads


def test_indices_of_a_table():
    """By hand: |80 − 5| / 100, |10 − 5| / 100, 2 · 0.85 − 1, (2 · 80 + 10 + 5) / 200."""
    found = prevalence(pair(80, 10, 5, 5))
    assert found == Prevalence(3.0, *map(pytest.approx, (0.875, 0.75, 0.05, 0.85, 0.70)))


def test_kappa_follows_from_the_indices():
    """Byrt, Bishop & Carlin (1993): κ = (PABAK − PI² + BI²) / (1 − PI² + BI²)."""
    random = np.random.RandomState(3)
    for _ in range(200):
        levels = pair(*random.randint(1, 40, 4))
        found = prevalence(levels)
        prevalent, bias = found.prevalence_index**2, found.bias_index**2
        expected = (found.adjusted_kappa - prevalent + bias) / (1 - prevalent + bias)
        assert cohen_kappa(*levels.T) == pytest.approx(expected, abs=1e-12)


def test_a_warning_says_what_is_uneven():
    assert prevalence(pair(40, 9, 6, 45)).warning == ""
    assert prevalence(pair(80, 10, 5, 5)).warning == (
        "88% of the ratings are level 3, which brings kappa and alpha down although 85% of the pairs agree on it: "
        "read AC beside them"
    )


def test_levels_that_are_used_evenly_raise_no_warning():
    """Five levels in equal shares: most pairs agree that they did not give the commonest, which says nothing."""
    levels = np.repeat(np.arange(5.0), 12)
    found = prevalence(np.column_stack((levels, levels, np.roll(levels, 1))))
    assert found.prevalence_index > 0.5
    assert not found.misleads


def test_uneven_use_with_raters_who_disagree_does_not_excuse_a_low_kappa():
    levels = np.full((60, 3), 2.0)
    levels[:18, 0] = levels[18:36, 1] = levels[36:54, 2] = 4
    found = prevalence(levels)
    assert found.level == 2
    assert found.agreement < 0.8
    assert not found.misleads


def test_pairs_and_gaps_are_counted():
    nan = np.nan
    found = prevalence(np.array([(2, 2, 2), (2, nan, 1), (nan, 2, nan), (2, 2, nan)], dtype=float))
    # Pairs: three of the first draft and one of the last agree on 2; of the second one rater alone gave it.
    assert found.agreement == pytest.approx(4 / 5)
    assert found.prevalence_index == pytest.approx(4 / 5)
    assert found.share == pytest.approx(6 / 7)
    assert found.bias_index == pytest.approx(1 / 2)
