"""The interval of a rate: Wilson's score interval, which never leaves 0 to 1 and holds for few persons too."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from showproof.calibration.figures import Interval, NotComputable


def normal_quantile(confidence: float) -> float:
    """How many standard errors a two-sided interval of this confidence reaches to either side: 1.96 for 0.95."""
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def rate_interval(chosen: int, persons: int, confidence: float = 0.95) -> Interval | NotComputable:
    """Bounds of the rate `chosen / persons`.

    With p = chosen / persons, n = persons and z the normal quantile:
    (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n).

    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212;
    method 3 in R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, whose Table I the tests hold it against.
    """
    if not persons:
        return NotComputable("nobody is in this group")
    z = normal_quantile(confidence)
    rate, weight = chosen / persons, z * z / persons
    middle = rate + weight / 2
    reach = z * sqrt((rate * (1 - rate) + weight / 4) / persons)
    low, high = ((middle + side) / (1 + weight) for side in (-reach, reach))
    # At the ends the bound is exactly 0 or 1, which the sum misses by the last digit.
    return Interval(low if chosen else 0.0, high if chosen < persons else 1.0, confidence)
