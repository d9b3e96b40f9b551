from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.decision_consistency import (
    at_cut,
    both_above,
    components,
    consistency,
    decision_consistency,
)


@pytest.mark.parametrize("reliability", [0.1, 0.35, 0.5, 0.8, 0.99])
def test_a_cut_at_the_mean_has_the_closed_form_of_sheppard(reliability):
    """½ + asin(ρ)/π (Sheppard, W. F. (1899), Philosophical Transactions A, 192, 101–167)."""
    found = at_cut(0.0, 0.0, reliability, 0.0, 1)
    assert found.consistency == pytest.approx(0.5 + np.arcsin(reliability) / np.pi, abs=1e-12)
    assert found.kappa == pytest.approx(2 * np.arcsin(reliability) / np.pi, abs=1e-12)


def test_both_above_at_its_ends():
    assert both_above(0.3, -0.4, 0.0) == pytest.approx((1 - 0.61791142) * 0.65542174, abs=1e-8)
    assert both_above(0.3, -0.4, 1.0) == pytest.approx(1 - 0.61791142, abs=1e-8)
    assert both_above(0.3, 0.3, 0.999999) == pytest.approx(both_above(0.3, 0.3, 1.0), abs=1e-3)


def test_components_by_the_table_of_shrout_and_fleiss():
    """Shrout & Fleiss (1979), Tables 2–4: mean squares 11.24 between, 6.26 within, ICC(1,1) = .17, ICC(1,4) = .44."""
    table = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=float)
    found = components(table)
    assert found.within == pytest.approx(6.26, abs=0.005)
    assert 4 * found.between + found.within == pytest.approx(11.24, abs=0.005)
    assert found.between / (found.between + found.within) == pytest.approx(0.17, abs=0.005)
    assert decision_consistency(table, 5.0).reliability == pytest.approx(0.44, abs=0.005)


def panels(seed: int, drafts: int, raters: int, level: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Two panels' ratings of the same drafts, and the true score: nine criteria averaged, or one whole level."""
    source = np.random.default_rng(seed)
    truth = source.normal(2.1, 0.7, drafts)

    def rate() -> np.ndarray:
        if level:
            return np.clip(np.round(truth[:, None] + source.normal(0, 0.5, (drafts, raters))), 0, 4)
        noise = source.normal(0, 0.35, (drafts, raters)) + source.normal(0, 0.8, (drafts, raters, 9)).mean(axis=2)
        return np.clip(truth[:, None] + noise, 0, 4)

    return rate(), rate(), truth


@pytest.mark.parametrize(
    ("raters", "level", "within"),
    [(3, False, 0.01), (1, False, 0.01), (4, True, 0.01), (2, True, 0.025), (1, True, 0.03)],
)
@pytest.mark.parametrize("cut", [1.5, 2.0, 2.75, 3.0])
def test_a_second_panel_decides_alike_as_often_as_foretold(raters, level, within, cut):
    """Large numbers, so that what is left is the error of the normal model: most for one whole level."""
    first, second, truth = panels(11, 20000, max(raters, 2), level)
    found = decision_consistency(first, cut, raters)
    one, other = first[:, :raters].mean(axis=1) >= cut, second[:, :raters].mean(axis=1) >= cut
    assert found.consistency == pytest.approx((one == other).mean(), abs=within)
    assert found.accuracy == pytest.approx((one == (truth >= cut)).mean(), abs=within)


def test_sixty_drafts_foretell_it_without_bias():
    foretold, happened = [], []
    for seed in range(60):
        first, second, _ = panels(seed, 60, 3, level=False)
        foretold.append(decision_consistency(first, 2.0).consistency)
        happened.append(((first.mean(axis=1) >= 2) == (second.mean(axis=1) >= 2)).mean())
    assert np.mean(foretold) == pytest.approx(np.mean(happened), abs=0.015)


def test_wrong_passes_and_fails_make_up_what_is_not_accurate():
    found = at_cut(0.4, 0.4 / np.sqrt(0.8), 0.8, 0.2, 3)
    assert found.wrong_passes + found.wrong_fails == pytest.approx(1 - found.accuracy)
    assert found.accuracy > found.consistency


def test_more_raters_and_a_cut_further_out_are_more_consistent():
    first, _, _ = panels(3, 80, 4, level=True)
    by_raters = [decision_consistency(first, 2.0, raters).consistency for raters in (1, 2, 4, 8)]
    assert by_raters == sorted(by_raters)
    by_cut = [decision_consistency(first, cut).consistency for cut in (2.1, 2.6, 3.2, 3.9)]
    assert by_cut == sorted(by_cut)


def test_perfect_raters_always_decide_alike():
    found = decision_consistency(np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0], [4.0, 4.0]]), 2.5)
    assert (found.reliability, found.consistency, found.accuracy) == (1, pytest.approx(1), pytest.approx(1))


def test_missing_ratings_are_taken_as_they_are():
    first, _, _ = panels(4, 400, 4, level=True)
    gaps = first.copy()
    gaps[np.random.default_rng(1).random(gaps.shape) < 0.3] = np.nan
    whole, partly = components(first), components(gaps)
    assert partly.between == pytest.approx(whole.between, rel=0.15)
    assert partly.within == pytest.approx(whole.within, rel=0.15)
    assert partly.raters < 3


def test_consistency_as_a_function_of_levels():
    first, _, _ = panels(3, 80, 4, level=True)
    assert consistency(2.0, 3)(first) == decision_consistency(first, 2.0, 3).consistency
    assert consistency(2.0)(first[:1]) == NotComputable("fewer than two drafts were rated")


def test_what_tells_nothing_is_not_computable():
    nothing = np.nan
    assert decision_consistency(np.array([[1.0, 2.0]]), 2.0) == NotComputable("fewer than two drafts were rated")
    assert decision_consistency(np.full((3, 2), nothing), 2.0) == NotComputable("fewer than two drafts were rated")
    assert decision_consistency(np.array([[1.0, nothing], [nothing, 2.0]]), 2.0) == NotComputable(
        "no draft has two ratings"
    )
    same = NotComputable("drafts differ no more than the raters of one draft do")
    assert decision_consistency(np.array([[1.0, 3.0], [3.0, 1.0]]), 2.0) == same
