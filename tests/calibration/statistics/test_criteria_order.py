from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.criteria_order import criteria_order, distances

NONE = np.nan
SPLIT = np.array([[0.0, 4.0, 2.0], [1.0, 3.0, NONE], [2.0, 2.0, 2.0], [3.0, NONE, NONE]])
ALIKE = np.array([[0.0, 0.0, 1.0], [1.0, 1.0, 1.0], [2.0, 2.0, 2.0], [3.0, 3.0, 3.0]])


def test_distances_are_the_mean_over_all_pairs():
    source = np.random.default_rng(4)
    levels = source.integers(0, 5, (30, 5)).astype(float)
    levels[source.random(levels.shape) < 0.3] = NONE
    for row, found in zip(levels, distances(levels), strict=True):
        pairs = [abs(one - other) for one, other in combinations(row[~np.isnan(row)], 2)]
        assert (np.isnan(found) and not pairs) or found == pytest.approx(np.mean(pairs))


def test_the_criterion_with_most_disagreement_comes_first():
    worst, best = criteria_order({"alike": ALIKE, "split": SPLIT})
    assert (worst.criterion, best.criterion) == ("split", "alike")
    assert worst.mean == pytest.approx(np.mean([8 / 3, 2, 0]))
    assert worst.error == pytest.approx(np.std([8 / 3, 2, 0], ddof=1) / np.sqrt(3))
    assert (worst.drafts, worst.split) == (3, 2)
    assert [(one.draft, one.apart) for one in worst.splits] == [(0, 4.0), (1, 2.0)]
    assert worst.interval.low == 0
    assert worst.interval.low <= worst.mean <= worst.interval.high
    assert [one.draft for one in best.splits] == [0]


def test_only_so_many_drafts_are_listed():
    assert len(criteria_order({"split": SPLIT}, shown=1)[0].splits) == 1


def test_what_cannot_be_ranked_comes_last_and_says_why():
    ranked = criteria_order({"one rater": SPLIT[:, :1], "one draft": SPLIT[:1], "alike": ALIKE})
    assert [one.criterion for one in ranked] == ["one draft", "alike", "one rater"]
    assert ranked[0].interval == NotComputable("one draft only has two ratings")
    assert ranked[2].mean == NotComputable("no draft has two ratings")
    assert criteria_order({}) == ()


def test_raters_further_apart_never_lower_the_rank():
    wider = SPLIT.copy()
    wider[2, 2] = 4.0
    assert criteria_order({"was": SPLIT, "is": wider})[0].criterion == "is"


def test_the_interval_holds_the_true_disagreement_as_often_as_it_says():
    source = np.random.default_rng(6)
    truth = distances(
        np.clip(np.round(source.normal(2, 1, (40000, 1)) + source.normal(0, 0.6, (40000, 3))), 0, 4)
    ).mean()
    held = []
    for _ in range(1000):
        levels = np.clip(np.round(source.normal(2, 1, (40, 1)) + source.normal(0, 0.6, (40, 3))), 0, 4)
        found = criteria_order({"scope": levels})[0].interval
        held.append(found.low <= truth <= found.high)
    assert 0.93 <= np.mean(held) <= 0.97
