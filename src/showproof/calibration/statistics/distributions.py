"""Quantiles of the F and t distributions, from the incomplete beta function."""

from __future__ import annotations

from functools import lru_cache
from math import exp, inf, lgamma, log, log1p, sqrt

STEPS = 100_000
"""Of the continued fraction; it needs about the square root of the larger of a and b."""


def f_quantile(probability: float, above: float, below: float) -> float:
    """The F that such a share of values stays under, with degrees of freedom `above` and `below` (may be fractions).

    F = d₂ x / (d₁ (1 − x)) with I_x(d₁/2, d₂/2) = probability.
    """
    share, rest = _beta_quantile(probability, above / 2, below / 2)
    return below * share / (above * rest) if rest else inf


@lru_cache(maxsize=256)
def t_quantile(probability: float, freedom: float) -> float:
    """Student's t for a probability of at least one half: t² is F with 1 and `freedom` degrees of freedom."""
    return sqrt(f_quantile(2 * probability - 1, 1, freedom))


def _beta_quantile(probability: float, a: float, b: float) -> tuple[float, float]:
    """x with I_x(a, b) = probability, and 1 − x: whichever is small is sought, to keep its digits."""
    if incomplete_beta(0.5, a, b) < probability:
        rest = _halving(1 - probability, b, a)
        return 1 - rest, rest
    share = _halving(probability, a, b)
    return share, 1 - share


def _halving(probability: float, a: float, b: float) -> float:
    """x with I_x(a, b) = probability, at most one half."""
    low, high = 0.0, 0.5
    while high - low > 1e-15 * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if incomplete_beta(middle, a, b) < probability else (low, middle)
    return high


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b), the regularised incomplete beta function, by its continued fraction (NIST DLMF 8.17.22)."""
    if not 0 < x < 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)), by the method of Lentz."""
    tiny = 1e-300
    value = upper = 1.0
    lower = 0.0
    for step in range(1, STEPS):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        lower = 1 / ((1 + term * lower) or tiny)
        upper = (1 + term / upper) or tiny
        value *= upper * lower
        if abs(upper * lower - 1) < 1e-16:
            break
    return value
