from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from showproof.calibration.drift import drift, gaps_to_others, severities, slope_of
from showproof.calibration.figures import NotComputable
from showproof.calibration.ratings import Rater, Rating, Ratings

START = date(2026, 3, 2)


def study(seed: int, a_week: float = 0.0, drafts: int = 40, raters: int = 4, seen: int = 4, every: int = 1) -> Ratings:
    """Two criteria; the first rater moves by `a_week`; each draft is seen by the first and some of the others."""
    source = np.random.default_rng(seed)
    severity = np.linspace(0.4, -0.4, raters)
    given = []
    for at in range(drafts):
        day = START + timedelta(days=at // every)
        others = source.choice(np.arange(1, raters), seen - 1, replace=False)
        truth = source.normal(2, 0.8)
        for rater in (0, *sorted(others.tolist())):
            moved = a_week * (at // every) / 7 if rater == 0 else 0.0
            for scale in ("scope", "metrics"):
                level = truth + severity[rater] + moved + source.normal(0, 0.4)
                given.append(Rating(f"D{at:03}", f"R{rater}", scale, float(level), date=day.isoformat()))
    return Ratings(tuple(given), tuple(Rater(f"R{at}") for at in range(raters)))


def test_a_rater_who_grows_milder_is_found_and_the_others_are_not():
    found = drift(study(1, a_week=0.2))
    first = found[0]
    assert first.slope == pytest.approx(0.2, abs=0.06)
    assert first.interval.low > 0
    assert [one.gap for one in first.periods] == sorted(one.gap for one in first.periods)
    assert [one.drafts for one in first.periods] == [14, 13, 13]
    assert (first.periods[0].first, first.periods[-1].last) == ("2026-03-02", "2026-04-10")
    assert all(one.slope < 0 for one in found[1:])


def test_the_interval_holds_no_drift_as_often_as_it_says():
    held = [drift(study(seed, drafts=24, raters=3, seen=3))[0].interval for seed in range(400)]
    assert np.mean([one.low <= 0 <= one.high for one in held]) == pytest.approx(0.95, abs=0.025)


def test_it_does_not_matter_who_the_others_were():
    """The severe others come late: plain gaps would show the first rater growing milder."""
    given = study(3, raters=5, seen=5).given
    late = {f"D{at:03}" for at in range(20, 40)}
    kept = [one for one in given if one.rater == "R0" or (one.draft in late) == (one.rater in ("R3", "R4"))]
    joined = kept + [one for one in given if one.draft in ("D000", "D039") and one not in kept]
    first = drift(Ratings(tuple(joined), tuple(Rater(f"R{at}") for at in range(5))))[0]
    assert first.interval.low <= 0 <= first.interval.high
    assert abs(first.slope) < 0.08


def test_severities_by_least_squares_on_a_full_table_are_plain_means():
    levels = np.random.default_rng(2).normal(2, 1, (20, 3))
    assert severities(levels) == pytest.approx(levels.mean(axis=0) - levels.mean())


def test_gaps_by_hand():
    """Severities 0.5 and −0.5: the others' levels freed of them are 2.5 and 2.5, then 0.5 and 0.5."""
    gaps = gaps_to_others(np.array([[3.0, 2.0], [1.0, 0.0], [2.0, np.nan]]))
    assert gaps[:2].ravel() == pytest.approx([0.5, -0.5, 0.5, -0.5])
    assert np.isnan(gaps[2]).all()


def test_the_slope_of_a_straight_line_is_exact():
    days = np.arange(12.0) + 100
    slope, interval = slope_of(days, 0.5 + 0.1 * days, 0.95)
    assert slope == pytest.approx(0.7)
    assert interval.low == pytest.approx(0.7)


def test_too_few_dates_say_so():
    ratings = study(1, drafts=8)
    assert drift(ratings)[0].slope == NotComputable("8 dated drafts were rated by others too, and 10 are needed")
    assert drift(ratings)[0].periods == ()
    same = study(1, drafts=20, every=10)
    assert drift(same)[0].slope == NotComputable("its drafts were rated on 2 days, and 3 are needed")
    none = Ratings(tuple(one._replace(date="") for one in study(1).given), study(1).raters)
    assert (drift(none)[0].drafts, drift(none)[0].undated) == (0, 80)
    alone = Ratings(tuple(one for one in study(1).given if one.rater == "R0"), (Rater("R0"),))
    assert drift(alone)[0].slope == NotComputable("0 dated drafts were rated by others too, and 10 are needed")


def test_scales_may_be_chosen():
    assert drift(study(1), ("scope",))[0].slope != drift(study(1))[0].slope
