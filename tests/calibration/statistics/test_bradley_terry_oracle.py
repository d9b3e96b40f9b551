"""The scale against a logistic regression by statsmodels, which is the same likelihood written another way."""

from __future__ import annotations

import numpy as np
import pytest
from tournaments import BASEBALL, TEAMS, comparisons

from showproof.calibration.statistics.bradley_terry import bradley_terry
from showproof.calibration.statistics.comparisons import Comparison, outcomes

pytestmark = pytest.mark.oracle


def sparse() -> list[Comparison]:
    """18 drafts, a tenth of the pairs, one judge in three a joker, a tie here and there."""
    source = np.random.default_rng(12)
    truth = source.normal(0, 1, 18)
    answers = []
    for _ in range(160):
        one, other = source.choice(18, 2, replace=False)
        won = source.random() < 1 / (1 + np.exp(truth[other] - truth[one]))
        better = "" if source.random() < 0.05 else f"D{one if won else other:02}"
        answers.append(Comparison("J", f"D{one:02}", f"D{other:02}", better))
    return answers


@pytest.mark.parametrize("given", [comparisons(TEAMS, BASEBALL), sparse()], ids=["baseball", "sparse"])
def test_measures_and_errors_are_those_of_a_logistic_regression(given):
    models = pytest.importorskip("statsmodels.api")
    arrays = outcomes(given)
    size = len(arrays.drafts)
    design = np.eye(size)[arrays.first] - np.eye(size)[arrays.second]
    fitted = models.GLM(arrays.score, design[:, 1:], family=models.families.Binomial()).fit(tol=1e-12)
    centring = np.eye(size) - 1 / size
    measures = centring @ np.concatenate([[0.0], fitted.params])
    spread = centring[:, 1:] @ fitted.cov_params() @ centring[:, 1:].T
    found = bradley_terry(given)
    assert not found.bias_reduced
    assert [one.measure for one in found.drafts] == pytest.approx(measures, abs=1e-7)
    assert [one.error for one in found.drafts] == pytest.approx(np.sqrt(np.diag(spread)), abs=1e-7)
