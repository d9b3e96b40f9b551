"""Every statistic against packages that live beside this one: over the tables, and over many small random ones."""

from __future__ import annotations

import numpy as np
import pytest
from tables import tables

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.cohen_kappa import cohen_kappa
from showproof.calibration.statistics.distributions import f_quantile, incomplete_beta, t_quantile
from showproof.calibration.statistics.fleiss_kappa import fleiss_kappa
from showproof.calibration.statistics.krippendorff_alpha import krippendorff_alpha
from showproof.calibration.statistics.mean_difference import spread_ratio, standardised_mean_difference
from showproof.calibration.statistics.percent_agreement import exact_agreement
from showproof.calibration.statistics.rank_correlation import kendall_tau_b, spearman

pytestmark = pytest.mark.oracle
LEVELS = (0, 1, 2, 3, 4)


def small_tables(number=150):
    """Few drafts, two to five raters, up to a half missing, few or many levels: ties and odd cases are common."""
    random = np.random.RandomState(7)
    for _ in range(number):
        drafts, raters, top = random.randint(2, 12), random.randint(2, 6), random.randint(1, 5)
        table = random.randint(0, top + 1, (drafts, raters)).astype(float)
        yield np.where(random.random_sample(table.shape) < random.choice([0, 0.2, 0.5]), np.nan, table)


TABLES = [*tables().values(), *small_tables()]
PAIRS = [pair[~np.isnan(pair).any(axis=1)] for pair in (table[:, :2] for table in TABLES)]


def agrees(ours, theirs):
    """The same figure to 1e-6, or no figure on either side."""
    if isinstance(ours, NotComputable):
        return not np.isfinite(theirs)
    return bool(np.isfinite(theirs)) and abs(ours - theirs) < 1e-6


@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval"])
def test_alpha_is_that_of_krippendorff(metric):
    package = pytest.importorskip("krippendorff")
    compared = 0
    for table in TABLES:
        paired = table[(~np.isnan(table)).sum(axis=1) > 1]
        if len(np.unique(paired[~np.isnan(paired)])) > 1:
            theirs = package.alpha(reliability_data=table.T, level_of_measurement=metric)
            assert agrees(krippendorff_alpha(table, metric), theirs)
            compared += 1
        else:
            assert isinstance(krippendorff_alpha(table, metric), NotComputable)
    assert compared > 120


def test_fleiss_kappa_is_that_of_statsmodels():
    package = pytest.importorskip("statsmodels.stats.inter_rater")
    whole = [table for table in TABLES if not np.isnan(table).any() and len(np.unique(table)) > 1]
    for table in whole:
        counts = [[(row == level).sum() for level in LEVELS] for row in table]
        assert agrees(fleiss_kappa(table), package.fleiss_kappa(counts))
    assert len(whole) > 30


@pytest.mark.parametrize(("ours", "theirs"), [("none", None), ("linear", "linear"), ("quadratic", "quadratic")])
def test_cohens_kappa_is_that_of_scikit_learn(ours, theirs):
    metrics = pytest.importorskip("sklearn.metrics")
    for one, other in (pair.T for pair in PAIRS if len(np.unique(pair)) > 1):
        assert agrees(
            cohen_kappa(one, other, ours), metrics.cohen_kappa_score(one, other, weights=theirs, labels=LEVELS)
        )


@pytest.mark.parametrize(("ours", "theirs"), [("none", None), ("linear", "linear"), ("quadratic", "quadratic")])
def test_cohens_kappa_is_that_of_statsmodels(ours, theirs):
    package = pytest.importorskip("statsmodels.stats.inter_rater")
    for one, other in (pair.T for pair in PAIRS if len(np.unique(pair)) > 1):
        cells = np.histogram2d(one, other, [np.arange(6) - 0.5] * 2)[0]
        found = package.cohens_kappa(cells, wt=theirs, return_results=False)
        assert agrees(cohen_kappa(one, other, ours), found)


def test_exact_agreement_of_two_is_the_accuracy_of_scikit_learn():
    metrics = pytest.importorskip("sklearn.metrics")
    for pair in (pair for pair in PAIRS if len(pair)):
        assert agrees(exact_agreement(pair), metrics.accuracy_score(*pair.T))


def test_rank_correlations_are_those_of_scipy_and_pandas():
    stats, pandas = pytest.importorskip("scipy.stats"), pytest.importorskip("pandas")
    for one, other in (pair.T for pair in PAIRS):
        if len(one) > 1 and len(np.unique(one)) > 1 and len(np.unique(other)) > 1:
            assert agrees(spearman(one, other), stats.spearmanr(one, other).statistic)
            assert agrees(spearman(one, other), pandas.Series(one).corr(pandas.Series(other), method="spearman"))
            assert agrees(kendall_tau_b(one, other), stats.kendalltau(one, other).statistic)
        else:
            assert isinstance(spearman(one, other), NotComputable)
            assert isinstance(kendall_tau_b(one, other), NotComputable)


def test_kendalls_tau_is_the_sum_over_pairs_that_its_definition_says():
    """A second way, by pairs of drafts one after the other, as Kendall (1945) writes it."""
    for one, other in (pair.T for pair in PAIRS):
        if len(one) > 1 and len(np.unique(one)) > 1 and len(np.unique(other)) > 1:
            signs = [(a > c) - (a < c) for i, a in enumerate(one.tolist()) for c in one.tolist()[i + 1 :]]
            theirs = [(a > c) - (a < c) for i, a in enumerate(other.tolist()) for c in other.tolist()[i + 1 :]]
            both = sum(a * b for a, b in zip(signs, theirs, strict=True))
            untied = sum(a * a for a in signs) * sum(b * b for b in theirs)
            assert agrees(kendall_tau_b(one, other), both / untied**0.5)


def test_the_mean_difference_is_that_of_statsmodels():
    """statsmodels corrects Cohen's d for small samples by 1 − 3 / (4 · freedom − 1); here it is taken back."""
    package = pytest.importorskip("statsmodels.stats.meta_analysis")
    weights = pytest.importorskip("statsmodels.stats.weightstats")
    for one, other in (pair.T for pair in PAIRS):
        if len(one) < 2 or not (one.std() and other.std()):
            continue
        a, b = (weights.DescrStatsW(column, ddof=1) for column in (one, other))
        number = len(one)
        corrected, _ = package.effectsize_smd(b.mean, b.std, number, a.mean, a.std, number)
        assert agrees(standardised_mean_difference(one, other), corrected / (1 - 3 / (4 * (2 * number - 2) - 1)))
        assert agrees(spread_ratio(one, other), b.std / a.std)


def test_quantiles_are_those_of_scipy():
    stats, special = pytest.importorskip("scipy.stats"), pytest.importorskip("scipy.special")
    for above in (1, 2, 3.7, 29, 500):
        for below in (1, 2.2, 15, 87.3, 5000):
            for probability in (0.025, 0.5, 0.9, 0.975, 0.995):
                theirs = stats.f.ppf(probability, above, below)
                assert f_quantile(probability, above, below) == pytest.approx(theirs, rel=1e-8)
            assert incomplete_beta(0.3, above / 2, below / 2) == pytest.approx(
                special.betainc(above / 2, below / 2, 0.3), rel=1e-9, abs=1e-300
            )
    for freedom in (1, 4, 29, 1000):
        assert t_quantile(0.975, freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-9)
