"""Fisher's exact test: how likely two rates would lie as far apart by chance alone. Holds for the smallest numbers."""

from __future__ import annotations

from math import exp, lgamma

from showproof.calibration.figures import Figure, NotComputable

_AS_LIKELY = 1e-7
"""Tables this much likelier than the one found still count as likely as it, since their logarithms are rounded."""


def fisher_exact(chosen: int, persons: int, others_chosen: int, others: int) -> Figure:
    """The two-sided p-value of `chosen` of `persons` against `others_chosen` of `others`.

    Two-sided means: the sum of the probabilities of all tables with the same margins that are no likelier than the one
    found (method (b) in section 2.1 of A. Agresti (1992), A survey of exact inference for contingency tables,
    Statistical Science 7, 131-153; so do R and scipy). The probability of a table is hypergeometric:
    C(persons, x) C(others, all_chosen - x) / C(persons + others, all_chosen).

    Source: R. A. Fisher (1935), The Design of Experiments, chapter 2.
    """
    if not persons or not others:
        return NotComputable("nobody is in one of the groups")
    all_chosen = chosen + others_chosen
    least, most = max(0, all_chosen - others), min(persons, all_chosen)
    whole = _log_choose(persons + others, all_chosen)

    def log_probability(count: int) -> float:
        return _log_choose(persons, count) + _log_choose(others, all_chosen - count) - whole

    found = log_probability(chosen) + _AS_LIKELY
    summed = sum(exp(one) for one in map(log_probability, range(least, most + 1)) if one <= found)
    return min(1.0, summed)


def _log_choose(many: int, taken: int) -> float:
    return lgamma(many + 1) - lgamma(taken + 1) - lgamma(many - taken + 1)
