from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.angoff import angoff

PANEL = np.array([[2, 2, 3], [2, 1, 3], [3, 2, 4], [2, 2, 2]], dtype=float)


def test_the_panel_by_hand():
    """Judges' cuts 7/3, 2, 3, 2; t(0.975, 3) = 3.182446 as in any table."""
    found = angoff(PANEL)
    cuts = np.array([7 / 3, 2, 3, 2])
    assert found.judges == pytest.approx(cuts)
    assert found.cut == pytest.approx(cuts.mean())
    assert found.spread == pytest.approx(cuts.std(ddof=1))
    assert found.error == pytest.approx(cuts.std(ddof=1) / 2)
    assert found.interval.high - found.cut == pytest.approx(3.182446 * found.error, rel=1e-6)
    assert found.criteria == pytest.approx((2.25, 1.75, 3))
    assert found.apart == pytest.approx((0.5, 0.5, np.std([3, 3, 4, 2], ddof=1)))


def test_weights_count():
    assert angoff(PANEL, np.array([1.0, 1.0, 2.0])).judges == pytest.approx((2.5, 2.25, 3.25, 2))


def test_a_judge_who_left_the_hardest_out_is_not_taken_for_a_lenient_one():
    gaps = PANEL.copy()
    gaps[0, 2] = np.nan
    found = angoff(gaps)
    own = np.mean([2 - 2.25, 2 - 1.75])
    assert found.judges[0] == pytest.approx(own + np.mean([2.25, 1.75, 3]))


def test_a_panel_that_agrees_has_no_error():
    assert angoff(np.tile([1.0, 2.0, 3.0], (4, 1))).interval[:2] == (2, 2)


def test_the_interval_holds_the_true_cut_as_often_as_it_says():
    source = np.random.default_rng(8)
    held = 0
    for _ in range(1000):
        panel = 2 + source.normal(0, 0.4, (5, 1)) + source.normal(0, 0.5, (5, 6))
        found = angoff(panel)
        held += found.interval.low <= 2 <= found.interval.high
    assert 0.93 <= held / 1000 <= 0.97


def test_one_judge_gives_a_cut_without_an_error():
    found = angoff(PANEL[:1])
    assert found.cut == pytest.approx(7 / 3)
    assert found.error == found.spread == found.interval == found.apart[0] == NotComputable("one judge only")


def test_what_is_missing_is_said():
    assert angoff(np.empty((0, 3))) == NotComputable("there are no judges")
    assert angoff(np.array([[1.0, np.nan]])) == NotComputable("no judge named a level for some criterion")
    assert angoff(np.array([[1.0], [np.nan]])) == NotComputable("a judge named no level")
    with pytest.raises(ValueError, match="one weight above 0"):
        angoff(PANEL, np.array([1.0, 0.0, 1.0]))
