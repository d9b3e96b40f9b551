"""What a figure of agreement allows: to conclude, to conclude tentatively, or neither."""

from __future__ import annotations

from typing import Literal

from showproof.calibration.figures import Estimate, NotComputable

Band = Literal["agree", "tentative", "apart", "open"]
RELIABLE, TENTATIVE = 0.800, 0.667
"""Krippendorff's alpha from which conclusions hold, and from which tentative ones do (Krippendorff 2004)."""
FEW = 30
"""Drafts below which agreement on every one of them says little: no interval can be drawn from it."""


def band(alpha: Estimate) -> Band:
    """`open` where the interval reaches from below tentative to reliable, or where there is none.

    `agree` needs the figure to be reliable and the interval's low end tentative at least.
    """
    if isinstance(alpha.figure, NotComputable):
        return "open"
    if alpha.figure == 1:
        return "agree" if alpha.drafts >= FEW else "open"
    if isinstance(alpha.interval, NotComputable):
        return "open"
    low, high = alpha.interval.low, alpha.interval.high
    if low < TENTATIVE and high >= RELIABLE:
        return "open"
    if alpha.figure >= RELIABLE:
        return "agree"
    return "tentative" if alpha.figure >= TENTATIVE else "apart"
