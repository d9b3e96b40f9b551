"""The impact ratio: the rate of a group divided by the rate of the group with the highest, and its score interval."""

from __future__ import annotations

from math import exp, inf, log, sqrt

from showproof.calibration.figures import Figure, Interval, NotComputable
from showproof.calibration.statistics.rate_interval import normal_quantile

_HALVINGS = 200
_WIDEST = 700.0
"""Largest logarithm of a ratio that is looked at: e to this power is the largest number there is."""


def impact_ratio(chosen: int, persons: int, others_chosen: int, others: int) -> Figure:
    """(chosen / persons) / (others_chosen / others): 6 RCNY § 5-300, and 29 CFR 1607.4(D)."""
    if not persons or not others:
        return NotComputable("nobody is in one of the groups")
    if not others_chosen:
        return NotComputable("nobody was selected")
    return (chosen / persons) / (others_chosen / others)


def ratio_interval(
    chosen: int, persons: int, others_chosen: int, others: int, confidence: float = 0.95
) -> Interval | NotComputable:
    """Bounds of the impact ratio: all ratios that the numbers do not contradict.

    Koopman's score interval: the ratios r for which
    U(r) = (x - n p)² / (n p (1 - p)) + (y - m q)² / (m q (1 - q)) stays at or below z², where x of n and y of m were
    chosen, q is the likeliest rate of the others when the ratio is r, the smaller root of
    (n + m) r q² - ((x + m) + (n + y) r) q + x + y = 0, and p = r q. The bounds are found by halving.

    Recommended for small numbers by M. W. Fagerland, S. Lydersen and P. Laake (2015), Statistical Methods in Medical
    Research 24, 224-254; unlike the log interval of Katz it has bounds where nobody, or everybody, was chosen.
    Source: P. A. R. Koopman (1984), Confidence intervals for the ratio of two binomial proportions, Biometrics 40,
    513-517.
    """
    ratio = impact_ratio(chosen, persons, others_chosen, others)
    if isinstance(ratio, NotComputable):
        return ratio
    counts, most = (chosen, persons, others_chosen, others), normal_quantile(confidence) ** 2
    middle = log(ratio) if chosen else -_WIDEST
    low = exp(_edge(counts, most, middle, -_WIDEST)) if chosen else 0.0
    return Interval(low, exp(_edge(counts, most, middle, _WIDEST)), confidence)


def _edge(counts: tuple[int, int, int, int], most: float, inside: float, outside: float) -> float:
    """The logarithm of the ratio at which U reaches `most`, between one that is inside and one that is not."""
    for _ in range(_HALVINGS):
        between = (inside + outside) / 2
        if between in (inside, outside):
            break
        if _contradiction(counts, exp(between)) <= most:
            inside = between
        else:
            outside = between
    return inside


def _contradiction(counts: tuple[int, int, int, int], ratio: float) -> float:
    """U: how far the numbers are from what this ratio lets expect, in squared standard errors."""
    x, n, y, m = counts
    half = ((x + m) + (n + y) * ratio) / 2
    # The smaller root, written so that nothing is lost where the ratio is tiny.
    q = (x + y) / (half + sqrt(max(0.0, half * half - (n + m) * ratio * (x + y))))
    return _squared(x, n, min(1.0, ratio * q)) + _squared(y, m, min(1.0, q))


def _squared(found: int, persons: int, rate: float) -> float:
    residual, variance = found - persons * rate, persons * rate * (1 - rate)
    if variance > 0:
        return residual * residual / variance
    return 0.0 if abs(residual) < 1e-9 else inf
