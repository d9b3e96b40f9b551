from __future__ import annotations

import numpy as np
import pytest
from tournaments import BASEBALL, CITATIONS, JOURNALS, TEAMS, comparisons

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.bradley_terry import BradleyTerry, bradley_terry, covariance
from showproof.calibration.statistics.comparison_pairs import comparison_pairs
from showproof.calibration.statistics.comparisons import Comparison, outcomes


def scale(given: list[Comparison]) -> dict[str, float]:
    found = bradley_terry(given)
    assert isinstance(found, BradleyTerry)
    return {one.name: one.measure for one in found.drafts}


def drawn(seed: int, drafts: int = 30, each: int = 20, judges: int = 4) -> tuple[dict[str, float], list[Comparison]]:
    """True measures, and answers drawn from the model on a balanced design."""
    source = np.random.default_rng(seed)
    names = [f"D{at:02}" for at in range(drafts)]
    truth = dict(zip(names, source.normal(0, 1.5, drafts), strict=True))
    answers = []
    for pair in comparison_pairs(names, [f"J{at}" for at in range(judges)], each, seed):
        likely = 1 / (1 + np.exp(truth[pair.second] - truth[pair.first]))
        better = pair.first if source.random() < likely else pair.second
        answers.append(Comparison(pair.judge, pair.first, pair.second, better))
    return truth, answers


def test_baseball_as_agresti_and_bradleyterry2_have_it():
    """Agresti (2002), Table 10.11; the R package BradleyTerry2 1.1.3, vignette, `summary(baseballModel1)`."""
    given = outcomes(comparisons(TEAMS, BASEBALL))
    found = scale(comparisons(TEAMS, BASEBALL))
    apart = {name: found[name] - found["Baltimore"] for name in TEAMS[:-1]}
    published = {
        "Milwaukee": (1.5814, 0.3433),
        "Detroit": (1.4364, 0.3396),
        "Toronto": (1.2945, 0.3367),
        "New York": (1.2476, 0.3359),
        "Boston": (1.1077, 0.3339),
        "Cleveland": (0.6839, 0.3319),
    }
    assert apart == pytest.approx({name: measure for name, (measure, _) in published.items()}, abs=5e-5)
    measures = np.array([found[name] for name in given.drafts])
    joint = covariance(given, measures)
    last = given.drafts.index("Baltimore")
    for name, (_, error) in published.items():
        at = given.drafts.index(name)
        assert np.sqrt(joint[at, at] + joint[last, last] - 2 * joint[at, last]) == pytest.approx(error, abs=5e-5)


def test_citations_as_bradleyterry2_has_them():
    """The same vignette, `citeModel`, against Biometrika."""
    found = scale(comparisons(JOURNALS, CITATIONS))
    apart = [found[name] - found["Biometrika"] for name in JOURNALS[1:]]
    assert apart == pytest.approx([-2.9491, -0.4796, 0.2690], abs=5e-5)
    reduced = bradley_terry(comparisons(JOURNALS, CITATIONS), bias_reduced=True)
    found = {one.name: one.measure for one in reduced.drafts}
    apart = [found[name] - found["Biometrika"] for name in JOURNALS[1:]]
    assert apart == pytest.approx([-2.9444, -0.4791, 0.2685], abs=5e-5)


def test_two_drafts_have_the_log_of_the_odds():
    found = scale([Comparison("J", "a", "b", "a")] * 7 + [Comparison("J", "b", "a", "b")] * 3)
    assert found["a"] - found["b"] == pytest.approx(np.log(7 / 3))
    assert sum(found.values()) == pytest.approx(0)


def test_planted_measures_come_back():
    correlations, reliabilities = [], []
    for seed in range(12):
        truth, answers = drawn(seed)
        found = bradley_terry(answers)
        ours = [one.measure for one in found.drafts]
        correlations.append(np.corrcoef(ours, [truth[one.name] for one in found.drafts])[0, 1])
        reliabilities.append(found.separation.reliability)
        assert found.convergence.converged
    assert min(correlations) > 0.85
    assert np.mean(correlations) > 0.9
    assert np.mean(reliabilities) == pytest.approx(np.mean(np.square(correlations)), abs=0.04)


def test_errors_hold_the_truth_as_often_as_they_say():
    held = []
    for seed in range(25):
        truth, answers = drawn(seed, drafts=16, each=30)
        found = bradley_terry(answers)
        centre = np.mean(list(truth.values()))
        held += [abs(one.measure - truth[one.name] + centre) < 1.96 * one.error for one in found.drafts]
    assert np.mean(held) == pytest.approx(0.95, abs=0.03)


def test_more_comparisons_are_more_reliable():
    few, many = (bradley_terry(drawn(3, each=each)[1]).separation.reliability for each in (8, 28))
    assert few < many


def test_a_judge_who_chooses_at_random_misfits():
    _, answers = drawn(4, each=24)
    coin = np.random.default_rng(4)
    mixed = [
        one._replace(better=one.first if coin.random() < 0.5 else one.second) if one.judge == "J2" else one
        for one in answers
    ]
    judges = {one.name: one.infit for one in bradley_terry(mixed).judges}
    assert max(judges, key=judges.get) == "J2"
    assert judges["J2"] > 1.2
    assert max(fit for name, fit in judges.items() if name != "J2") < 1.1


def test_ties_count_half_and_are_said():
    decided = [Comparison("J", "a", "b", "a"), Comparison("J", "a", "b", "b")] * 3
    tied = [Comparison("J", "a", "b", "")] * 6
    third = [Comparison("J", "b", "c", "b")] * 2 + [Comparison("J", "b", "c", "c")]
    assert scale(tied + third) == pytest.approx(scale(decided + third))
    assert bradley_terry(tied + third).ties == 6
    assert bradley_terry(tied + third).notes == ("6 of 9 comparisons were ties: half a win for each draft.",)


def test_a_draft_that_won_all_is_measured_above_the_rest_and_said():
    _, answers = drawn(5, drafts=10, each=9)
    won = [one._replace(better="D03") if "D03" in one[1:3] else one for one in answers]
    found = bradley_terry(won)
    assert found.bias_reduced
    assert max(found.drafts, key=lambda one: one.measure).name == "D03"
    assert found.drafts[3].wins == found.drafts[3].comparisons == 9
    assert np.isfinite([one.measure for one in found.drafts]).all()
    assert any(
        note.endswith(": how far apart they are rests on a penalty (Firth 1993), not on the answers alone.")
        for note in found.notes
    )


def test_the_penalty_of_a_draft_that_won_all_has_a_closed_form():
    """One pair, n answers, one parameter: Firth's penalty adds half a win on each side, so ln((n + ½) / ½)."""
    found = bradley_terry([Comparison("J", "a", "b", "a")] * 6)
    assert found.drafts[0].measure - found.drafts[1].measure == pytest.approx(np.log(6.5 / 0.5), abs=1e-6)
    assert found.notes == (
        "b lost every comparison with the others: how far apart they are rests on a penalty (Firth 1993),"
        " not on the answers alone.",
    )


def test_what_cannot_be_on_one_scale_says_why():
    both = [Comparison("J", one, other, better) for one, other in ("ab", "cd") for better in (one, other)]
    assert bradley_terry([]) == NotComputable("there are no comparisons")
    assert bradley_terry(both) == NotComputable("no comparison joins a, b with c, d")
    joined = bradley_terry([*both, Comparison("J", "a", "c", "a")])
    assert joined.notes[0].startswith("c, d lost every comparison with the others: ")
    joined = bradley_terry([*both, Comparison("J", "a", "c", "c")])
    assert joined.notes[0].startswith("c, d won every comparison with the others: ")
    assert {one.name for one in joined.drafts if one.measure > 0} == {"c", "d"}


def test_too_few_rounds_are_said():
    found = bradley_terry(drawn(1)[1], iterations=2)
    assert not found.convergence.converged
    assert found.notes[0] == "The scale did not settle in 2 rounds: read no measure from it."


def test_an_answer_that_names_neither_is_refused():
    with pytest.raises(ValueError, match="c is neither a nor b"):
        bradley_terry([Comparison("J", "a", "b", "c")])
    with pytest.raises(ValueError, match="a was compared with itself"):
        bradley_terry([Comparison("J", "a", "a", "a")])


@pytest.mark.parametrize("drafts", [2, 3, 4, 9, 10, 31, 60])
@pytest.mark.parametrize("each", [2, 3, 5, 12])
def test_every_draft_is_compared_about_equally_often(drafts, each):
    names = [f"D{at}" for at in range(drafts)]
    pairs = comparison_pairs(names, ["A", "B", "C"], each, seed=7)
    times = [sum(name in pair[1:] for pair in pairs) for name in names]
    assert max(times) <= each
    assert min(times) >= each - (0 if drafts % 2 == 0 else -(-each // drafts))
    left = [sum(name == pair.first for pair in pairs) for name in names]
    assert all(abs(2 * one - all_) <= 4 for one, all_ in zip(left, times, strict=True))
    shares = [sum(pair.judge == judge for pair in pairs) for judge in "ABC"]
    assert max(shares) - min(shares) <= 1
    if each < drafts - 1:
        assert len({frozenset(pair[1:]) for pair in pairs}) == len(pairs)
    reached, further = set(), {names[0]}
    while further - reached:
        reached |= further
        further = reached | {name for pair in pairs if set(pair[1:]) & reached for name in pair[1:]}
    assert reached == set(names)


def test_the_seed_makes_the_pairs():
    names = [f"D{at}" for at in range(12)]
    assert comparison_pairs(names, ["A"], 4, 1) == comparison_pairs(names, ["A"], 4, 1)
    assert comparison_pairs(names, ["A"], 4, 1) != comparison_pairs(names, ["A"], 4, 2)
    pairs = comparison_pairs(["a", "b", "c", "d"], ["Ann", "Ben"], 2, seed=1)
    assert ["".join(pair[1:]) for pair in pairs] == ["db", "ca", "dc", "ba"]


def test_pairs_that_would_leave_drafts_apart_are_refused():
    with pytest.raises(ValueError, match="compared twice at least"):
        comparison_pairs(["a", "b", "c"], ["A"], 1, 0)
    with pytest.raises(ValueError, match="two drafts and one judge"):
        comparison_pairs(["a"], ["A"], 2, 0)
