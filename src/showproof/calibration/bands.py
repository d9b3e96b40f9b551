"""What a figure of agreement allows: to conclude, to conclude tentatively, or neither."""

from __future__ import annotations

from typing import Literal

from showproof.calibration.figures import Estimate, NotComputable

Band = Literal["agree", "tentative", "apart", "unknown"]
RELIABLE, TENTATIVE = 0.800, 0.667
"""Krippendorff's alpha from which conclusions hold, and from which tentative ones do (Krippendorff 2004)."""


def band(alpha: Estimate) -> Band:
    """`agree` needs the interval's low end too: at least where tentative conclusions hold."""
    if isinstance(alpha.figure, NotComputable):
        return "unknown"
    if alpha.figure < TENTATIVE:
        return "apart"
    low = alpha.figure if isinstance(alpha.interval, NotComputable) else alpha.interval.low
    return "agree" if alpha.figure >= RELIABLE and low >= TENTATIVE else "tentative"
