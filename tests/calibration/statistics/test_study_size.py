from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.statistics.cohen_kappa import cohen_kappa
from showproof.calibration.statistics.decision_consistency import components
from showproof.calibration.statistics.krippendorff_alpha import krippendorff_alpha
from showproof.calibration.statistics.study_size import drafts_needed, half_width, study_sizes


def test_bonetts_formula_by_hand():
    """8 z² (1 − ρ)² (1 + (k − 1) ρ)² / (k (k − 1) w²) + 1 with ρ = .8, k = 3, w = .2: 35.6, so 36 drafts."""
    by_hand = 8 * 1.959964**2 * 0.2**2 * 2.6**2 / (6 * 0.2**2) + 1
    assert by_hand == pytest.approx(35.62, abs=0.01)
    assert drafts_needed(0.8, 3, 0.1) == 36
    assert half_width(0.8, 3, 36) <= 0.1 < half_width(0.8, 3, 35)


@pytest.mark.parametrize("coefficient", [0.0, 0.4, 0.7, 0.9])
@pytest.mark.parametrize("raters", [2, 3, 6])
@pytest.mark.parametrize("wished", [0.05, 0.1, 0.3])
def test_the_drafts_needed_are_the_fewest_that_do(coefficient, raters, wished):
    drafts = drafts_needed(coefficient, raters, wished)
    assert half_width(coefficient, raters, drafts) <= wished + 1e-9
    if drafts > 2:
        assert half_width(coefficient, raters, drafts - 1) > wished


def test_more_of_anything_is_never_worse():
    drafts = [drafts_needed(0.7, raters, 0.1) for raters in range(2, 9)]
    assert drafts == sorted(drafts, reverse=True)
    assert drafts_needed(0.7, 3, 0.05) > drafts_needed(0.7, 3, 0.1)
    assert half_width(0.7, 3, 60, confidence=0.99) > half_width(0.7, 3, 60)


def test_the_table_of_ways():
    sizes = study_sizes(0.7, 0.1, (2, 4))
    assert [one.raters for one in sizes] == [2, 4]
    assert all(one.ratings == one.raters * one.drafts and one.half_width <= 0.1 for one in sizes)


def intraclass(levels: np.ndarray) -> float:
    """ICC(1,1)."""
    parts = components(levels)
    return parts.between / (parts.between + parts.within)


@pytest.mark.parametrize(("spread", "raters", "drafts"), [(1.0, 2, 60), (0.65, 3, 60), (0.42, 4, 40)])
def test_figures_on_five_levels_move_as_foretold(spread, raters, drafts):
    """400 studies of each size: the half-width of what they find, against the formula at what they find on average."""
    source = np.random.default_rng(20)
    found: dict[str, list[float]] = {"alpha": [], "ordinal": [], "icc": [], "kappa": []}
    for _ in range(400):
        truth = source.normal(2.1, 1.0, (drafts, 1))
        levels = np.clip(np.round(truth + source.normal(0, spread, (drafts, raters))), 0, 4)
        found["alpha"].append(krippendorff_alpha(levels, "interval"))
        found["ordinal"].append(krippendorff_alpha(levels, "ordinal"))
        found["icc"].append(intraclass(levels))
        found["kappa"].append(cohen_kappa(levels[:, 0], levels[:, 1], "quadratic"))
    for name, figures in found.items():
        happened = np.subtract(*np.percentile(figures, [97.5, 2.5])) / 2
        foretold = half_width(float(np.mean(figures)), 2 if name == "kappa" else raters, drafts)
        assert happened == pytest.approx(foretold, rel=1 / 6), name


def test_what_no_study_can_be_is_refused():
    for arguments in ((1.0, 3, 20), (-0.1, 3, 20), (0.7, 1, 20), (0.7, 3, 1)):
        with pytest.raises(ValueError):
            half_width(*arguments)
    with pytest.raises(ValueError, match="above 0"):
        drafts_needed(0.7, 3, 0)
