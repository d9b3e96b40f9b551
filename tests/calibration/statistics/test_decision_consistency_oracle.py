from __future__ import annotations

import numpy as np
import pytest

from showproof.calibration.statistics.decision_consistency import both_above

pytestmark = pytest.mark.oracle


@pytest.mark.parametrize("correlation", [0.05, 0.4, 0.8, 0.95, 0.995])
@pytest.mark.parametrize(("first", "second"), [(0.0, 0.0), (1.2, 1.2), (-2.0, 0.7), (0.3, 0.31)])
def test_the_bivariate_normal_is_that_of_scipy(first, second, correlation):
    stats = pytest.importorskip("scipy.stats")
    table = stats.multivariate_normal(mean=[0, 0], cov=[[1, correlation], [correlation, 1]])
    assert both_above(first, second, correlation) == pytest.approx(table.cdf(np.array([-first, -second])), abs=1e-7)
