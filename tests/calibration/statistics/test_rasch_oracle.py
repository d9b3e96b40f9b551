"""The joint solution against a general optimiser, which knows only the likelihood, and against logistic regression."""

from __future__ import annotations

import numpy as np
import pytest
from rasch_draws import draw

from showproof.calibration.statistics.facet_ratings import from_arrays
from showproof.calibration.statistics.many_facet_rasch import many_facet_rasch

pytestmark = pytest.mark.oracle


def test_the_joint_likelihood_has_no_better_place():
    optimize = pytest.importorskip("scipy.optimize")
    ratings = draw(21, drafts=25, criteria=3, missing=0.2).ratings
    sizes = np.cumsum([25, 4, 3, 4])[:-1]
    places = np.arange(5)

    def unpacked(point: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        abilities, severities, difficulties, thresholds = np.split(point, sizes)
        location = abilities[ratings.draft] - severities[ratings.rater] - difficulties[ratings.criterion]
        return location, np.concatenate([[0.0], np.cumsum(thresholds)])

    def loss(point: np.ndarray) -> float:
        location, steps = unpacked(point)
        exponent = location[:, None] * places - steps
        chosen = exponent[np.arange(len(location)), ratings.level]
        return float((np.log(np.exp(exponent).sum(axis=1)) - chosen).sum() + 1e-9 * (point**2).sum())

    best = optimize.minimize(loss, np.zeros(36), method="BFGS", options={"gtol": 1e-6, "maxiter": 2000})
    abilities, severities, difficulties, thresholds = np.split(best.x, sizes)
    model = many_facet_rasch(ratings, correct_spread=False, tolerance=1e-10)
    for facet, theirs in ((model.raters, severities), (model.criteria, difficulties)):
        assert [one.measure for one in facet.elements] == pytest.approx(theirs - theirs.mean(), abs=1e-4)
    assert model.scales[0].thresholds == pytest.approx(thresholds - thresholds.mean(), abs=1e-4)
    ours = np.array([one.measure for one in model.drafts.elements])
    assert ours - ours.mean() == pytest.approx(abilities - abilities.mean(), abs=1e-4)


def test_on_two_levels_it_is_a_logistic_regression():
    """statsmodels, one column an element: joint likelihood of dichotomous ratings is nothing else."""
    models = pytest.importorskip("statsmodels.api")
    ratings = draw(22, drafts=30, criteria=4, missing=0.1).ratings
    passed = (ratings.level > 1).astype(int)
    model = many_facet_rasch(
        from_arrays(ratings.draft, ratings.rater, ratings.criterion, passed), correct_spread=False, tolerance=1e-12
    )
    extreme = np.array([bool(one.extreme) for one in model.drafts.elements])
    kept = ~extreme[ratings.draft]
    design = np.hstack(
        [
            np.eye(30)[:, ~extreme][ratings.draft[kept]],
            -np.eye(4)[ratings.rater[kept], 1:],
            -np.eye(4)[ratings.criterion[kept], 1:],
        ]
    )
    found = models.GLM(passed[kept], design, family=models.families.Binomial()).fit(tol=1e-14).params
    for facet, theirs in ((model.raters, found[-6:-3]), (model.criteria, found[-3:])):
        ours = np.array([one.measure for one in facet.elements])
        assert ours[1:] - ours[0] == pytest.approx(theirs, abs=1e-6)
