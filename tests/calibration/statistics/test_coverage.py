"""The simulation of `python -m bench coverage`, small: wide bounds, which a wrong interval would still miss."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

from showproof.calibration.figures import Interval, NotComputable

STUDIES = 60


@pytest.fixture(scope="module")
def simulated(root) -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root))
        module = import_module("bench.coverage")
        patch.setattr(module, "VERY_MANY", 50_000)
        yield module


@pytest.fixture(scope="module")
def tallies(simulated):
    return simulated.coverage(simulated.Size(40, 3), STUDIES, draws=500)


def test_intervals_hold_the_figure_of_very_many_drafts(tallies):
    assert {name: one.coverage for name, one in tallies.items() if one.coverage < 0.86} == {}
    held = sum(one.held for one in tallies.values()) / (STUDIES * len(tallies))
    assert 0.91 < held < 0.985


def test_the_true_figure_lies_on_both_sides(tallies):
    assert sum(one.above for one in tallies.values()) > 5
    assert sum(one.below for one in tallies.values()) > 5


def test_intraclass_intervals_hold_the_share_of_variance_of_the_model(simulated):
    assert 0.9 < simulated.intraclass_coverage(simulated.Size(40, 4), 200).coverage < 0.99


def test_a_tally_counts_each_side(simulated):
    tally = simulated.Tally()
    for found in (Interval(0.1, 0.3), Interval(0.5, 0.7), Interval(0.3, 0.6), NotComputable("few")):
        tally.add(found, 0.4)
    assert (tally.held, tally.above, tally.below, tally.none) == (1, 1, 1, 1)
    assert tally.coverage == pytest.approx(1 / 3)
