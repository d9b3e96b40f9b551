"""How well ratings fit the model, and how far a facet's measures are told apart.

With residual y = x − E and model variance V of each rating: infit mean square = Σ y² / Σ V, outfit mean square =
mean of y² / V (Wright, B. D., & Masters, G. N. (1982). Rating scale analysis). About 1 is as the model expects; above,
erratic; below, too alike. Separation G = SD(true) / RMSE, with SD(true)² = SD² − RMSE², RMSE² the mean square standard
error and SD the sample's (n − 1); reliability R = SD(true)² / SD²; strata = (4G + 1) / 3 (Fisher, W. P. (1992).
Reliability, separation, strata statistics. Rasch Measurement Transactions, 6). For raters a high reliability says that
they differ in severity: it is no agreement.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.facet_ratings import Indices, Values, sums


class Separation(NamedTuple):
    """How far the elements of a facet are apart against how exactly each is known."""

    spread: float
    """Standard deviation of the measures, in logits."""
    error: float
    """Root mean square standard error, in logits."""
    separation: float
    strata: float
    """How many groups of elements the ratings tell apart."""
    reliability: float


class Fit(NamedTuple):
    """Mean squares by element; NaN for elements without ratings."""

    infit: Values
    outfit: Values


def fit(index: Indices, size: int, residual: Values, variance: Values) -> Fit:
    """Infit and outfit mean squares of a facet's elements, from residuals and variances of the ratings in use."""
    count = np.bincount(index, minlength=size)
    squares = sums(index, residual**2, size)
    information = sums(index, variance, size)
    standardised = sums(index, residual**2 / variance, size)
    known = count > 0
    nothing = np.full(size, np.nan)
    return Fit(
        np.divide(squares, information, out=nothing.copy(), where=known),
        np.divide(standardised, count, out=nothing.copy(), where=known),
    )


def separation(measures: Values, errors: Values) -> Separation | NotComputable:
    """Separation and reliability of measures with their standard errors (two or more)."""
    if len(measures) < 2:
        return NotComputable("fewer than two are measured")
    spread = float(np.var(measures, ddof=1))
    noise = float(np.mean(errors**2))
    if spread == 0:
        return NotComputable("all measures are the same")
    true = max(spread - noise, 0.0)
    apart = float(np.sqrt(true / noise))
    return Separation(spread**0.5, noise**0.5, apart, (4 * apart + 1) / 3, true / spread)


def standard_errors(index: Indices, size: int, variance: Values) -> Values:
    """1 / √ΣV by element, the others taken as known, as is the custom; NaN for elements without ratings."""
    information = sums(index, variance, size)
    result: Values = np.sqrt(np.divide(1.0, information, out=np.full(size, np.nan), where=information > 0))
    return result
