"""Bounds from bootstrap draws: bias-corrected and accelerated, and widened for few drafts."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import numpy as np

from showproof.calibration.statistics.distributions import t_quantile
from showproof.calibration.statistics.summed import Array

NORMAL = NormalDist()


def bca_bounds(figure: float, drawn: Array, left_out: Array, confidence: float) -> tuple[float, float]:
    """Quantiles of the `drawn` figures at Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z))) for z on both sides.

    z₀ is Φ⁻¹ of the share of draws below `figure`, a the acceleration from the figures with each draft `left_out` in
    turn: Efron (1987), Better bootstrap confidence intervals. z = ±√(n / (n − 1)) · t with n − 1 degrees of freedom
    instead of a normal quantile, n the number of drafts: what Hesterberg (2015), What Teachers Should Know About the
    Bootstrap, does to percentiles, because drawing from few drafts shows less spread than there is.
    """
    drafts = len(left_out)
    wide = sqrt(drafts / (drafts - 1)) * t_quantile((1 + confidence) / 2, drafts - 1)
    bias, acceleration = _bias(figure, drawn), _acceleration(left_out)
    low, high = np.quantile(drawn, [_share(z, bias, acceleration) for z in (-wide, wide)])
    return float(low), float(high)


def _bias(figure: float, drawn: Array) -> float:
    """Draws that equal the figure count half on either side; a draw on one side at least, or there is no quantile."""
    near = 1e-12 * max(1.0, abs(figure))
    below = float((drawn < figure - near).sum() + (np.abs(drawn - figure) <= near).sum() / 2)
    return NORMAL.inv_cdf(min(max(below, 0.5), len(drawn) - 0.5) / len(drawn))


def _acceleration(left_out: Array) -> float:
    there = left_out[np.isfinite(left_out)]
    apart = there.mean() - there if len(there) else there
    spread = float((apart**2).sum())
    return float((apart**3).sum()) / (6 * spread**1.5) if spread else 0.0


def _share(z: float, bias: float, acceleration: float) -> float:
    """The share of draws that lies below the bound; all or none of them where the correction has no end."""
    reach = 1 - acceleration * (bias + z)
    return NORMAL.cdf(bias + (bias + z) / reach) if reach > 0 else float(z > 0)
