"""The interval around a mean or a slope: middle ± t · standard error (Student (1908), Biometrika, 6, 1–25)."""

from __future__ import annotations

from functools import cache

from showproof.calibration.figures import Interval
from showproof.calibration.statistics.distributions import t_quantile


def student_interval(middle: float, error: float, freedom: int, confidence: float) -> Interval:
    """Bounds for an estimate with this standard error on so many degrees of freedom (1 or more)."""
    reach = _quantile(confidence, freedom) * error
    return Interval(middle - reach, middle + reach, confidence)


@cache
def _quantile(confidence: float, freedom: int) -> float:
    return t_quantile((1 + confidence) / 2, freedom)
