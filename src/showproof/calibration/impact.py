"""Selection by group: rates, impact ratios against the highest rate, exact tests, and what the numbers can carry.

Figures and rules: 6 RCNY § 5-300 and 5-301 (New York City), and 29 CFR 1607.4(D), the four-fifths rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from showproof.calibration.figures import Figure, Interval, NotComputable
from showproof.calibration.statistics.fisher_exact import fisher_exact
from showproof.calibration.statistics.impact_ratio import impact_ratio, ratio_interval
from showproof.calibration.statistics.rate_interval import rate_interval

Group = tuple[str, ...]
"""The labels of a group, one for each column that a table is by."""
FOUR_FIFTHS = 0.8
BY_CHANCE = 0.05
"""A difference that chance alone gives less often than this is called more than chance."""

Reading = Literal["highest", "below", "different", "alike", "insufficient", "left out"]
READINGS: dict[Reading, str] = {
    "highest": "the highest rate, which the others are held against",
    "below": "below four fifths, and by more than chance",
    "different": "at four fifths or above, and still lower by more than chance",
    "alike": "no difference beyond chance, and the whole interval lies at four fifths or above",
    "insufficient": "too few persons to tell",
    "left out": "too small a share of all persons for a ratio",
}
"""What the numbers carry; none of these says that a procedure is lawful or fair."""


class Count(NamedTuple):
    """How many of a group were selected."""

    selected: int
    persons: int


class Spread(NamedTuple):
    """The scores of a group."""

    mean: float
    median: float
    deviation: Figure
    """Standard deviation of the sample."""


class Line(NamedTuple):
    """One group of a table."""

    group: Group
    selected: int
    """Of a table of scores: how many scored above the median of all."""
    persons: int
    share: float
    """Of the persons in the table, 0 to 1."""
    rate: float
    interval: Interval | NotComputable
    ratio: Figure
    ratio_interval: Interval | NotComputable
    chance: Figure
    """Fisher's two-sided p-value against the group with the highest rate."""
    reading: Reading
    why: str
    """The reading in a clause, with the figures that it rests on."""
    short: int = 0
    """How many more of the group would have had to be selected for four fifths."""
    spread: Spread | None = None


def lines_of(counts: Mapping[Group, Count], least_share: float) -> tuple[Line, ...]:
    """A line for each group, in their order; groups below `least_share` of all persons get no ratio.

    Such a group is not the one with the highest rate either. Of several with the highest rate, the largest counts.
    """
    everybody = sum(one.persons for one in counts.values())
    least = Fraction(str(least_share)) * everybody
    kept = {name: one for name, one in counts.items() if one.persons >= least}
    best = max(kept, key=lambda name: (kept[name].selected / kept[name].persons, kept[name].persons), default=None)
    return tuple(
        _line(name, one, everybody, None if best is None or name not in kept else counts[best], name == best, len(kept))
        for name, one in counts.items()
    )


def _line(group: Group, count: Count, everybody: int, best: Count | None, highest: bool, compared: int) -> Line:
    share, rate = count.persons / everybody, count.selected / count.persons
    facts = (group, *count, share, rate, rate_interval(*count))
    if best is None:
        none = NotComputable(f"the group is {share:.1%} of all persons")
        return Line(*facts, none, none, none, "left out", none.reason)
    if compared == 1:
        none = NotComputable("there is no other group to compare with")
        return Line(*facts, none, none, none, "insufficient", none.reason)
    ratio, bounds = impact_ratio(*count, *best), ratio_interval(*count, *best)
    chance = fisher_exact(*count, *best)
    if isinstance(ratio, NotComputable) or isinstance(bounds, NotComputable) or isinstance(chance, NotComputable):
        none = ratio if isinstance(ratio, NotComputable) else NotComputable("these numbers have no ratio")
        return Line(*facts, none, none, none, "insufficient", none.reason)
    if highest:
        none = NotComputable("it is the group that the others are compared with")
        return Line(*facts, ratio, none, none, "highest", READINGS["highest"])
    short = _short(count, best)
    return Line(*facts, ratio, bounds, chance, *_read(bounds, chance, below=short > 0), short=short)


def _short(count: Count, best: Count) -> int:
    """How many more of the group would have had to be selected for four fifths of the highest rate."""
    # In whole numbers: (3 of 5) / (3 of 4) is four fifths, and a little less in floating point.
    wanted = -(-4 * best.selected * count.persons // (5 * best.persons))
    return max(0, wanted - count.selected)


def _read(bounds: Interval, chance: float, *, below: bool) -> tuple[Reading, str]:
    """What the numbers carry, and why.

    A difference is told from chance by the exact test. Where there is none, the interval must lie wholly at four fifths
    or above before the numbers say anything; else they fit a ratio below four fifths as well as none.
    """
    if chance < BY_CHANCE:
        reading: Reading = "below" if below else "different"
        return reading, READINGS[reading]
    if bounds.low >= FOUR_FIFTHS:
        return "alike", READINGS["alike"]
    if below:
        return "insufficient", "below four fifths, which may be chance in numbers so small"
    return "insufficient", f"what is seen may be chance, and a ratio down to {bounds.low:.2f} fits the numbers too"
