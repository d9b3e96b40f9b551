"""What every output of an audit says in the same words: readings, notes below a table, and what an audit is not."""

from __future__ import annotations

from collections.abc import Iterator

from showproof.calibration.audit import Audit, Table
from showproof.calibration.figures import Figure, Interval, NotComputable
from showproof.calibration.impact import BY_CHANCE, Group, Line, Reading

NONE = "–"
SHORT: dict[Reading, str] = {
    "highest": "highest rate",
    "below": "below four fifths",
    "different": "lower, at four fifths or above",
    "alike": "no difference shown",
    "insufficient": "insufficient",
    "left out": "left out",
}
"""Readings for a column of a table."""
METHOD = (
    "Rates and ratios are worked out in the way of 6 RCNY § 5-300 and 5-301 (New York City, Local Law 144) and of the "
    "four-fifths rule, 29 CFR 1607.4(D). Intervals hold the true figure in 95 of 100 such studies: Wilson's for rates, "
    "Koopman's for ratios. Chance is the two-sided p-value of Fisher's exact test."
)
MANY = 0.5
"""Groups that may look different by chance alone, from which on it is said."""
CAUTION = (
    "The four-fifths rule itself warns: a larger difference may be no adverse impact where numbers are small and the "
    "difference is not significant, and a smaller one may be adverse impact where it is. So where the exact test finds "
    "no difference, but the interval of the ratio reaches below 0.80, the reading is insufficient, never a pass."
)
IS_NOT = (
    "This is no legal advice, and no bias audit by an independent auditor, which some laws require. It counts what was "
    "decided; it does not say why, nor whether it was lawful or fair.",
    "Work samples predict how people do at work with a validity of about .33 (Sackett et al., 2022), not more: they "
    "should be one part of a decision.",
)


def table_title(table: Table) -> str:
    """What a table is about."""
    return f"{'Selection' if table.about == 'selection' else 'Scores'} by {' and '.join(table.by)}"


def named(group: Group) -> str:
    """A group by its labels."""
    return ", ".join(group)


def percent(share: float) -> str:
    """A rate for a table."""
    return f"{share:.1%}"


def figure(value: Figure, digits: int = 2) -> str:
    """A figure for a table; a dash where there is none."""
    return NONE if isinstance(value, NotComputable) else f"{value:.{digits}f}"


def bounds(value: Interval | NotComputable, *, as_percent: bool = False) -> str:
    """An interval for a table; a dash where there is none."""
    if isinstance(value, NotComputable):
        return NONE
    return f"{value.low:.1%} to {value.high:.1%}" if as_percent else f"{value.low:.2f} to {value.high:.2f}"


def chance(value: Figure) -> str:
    """A p-value for a table."""
    if isinstance(value, NotComputable):
        return NONE
    return "<0.001" if value < 0.001 else f"{value:.3f}"


def told(table: Table, line: Line) -> str:
    """A line's reading with what it rests on."""
    reading = f"{line.reading}: " if line.reading in ("insufficient", "left out") else ""
    more = "selected" if table.about == "selection" else "above the median"
    return f"{reading}{line.why}" + (f"; {line.short} more {more} would have reached four fifths" if line.short else "")


def table_notes(table: Table) -> Iterator[str]:
    """Who is not in a table, and why."""
    if table.unknown:
        yield (
            f"{_persons(table.unknown)} of an unknown group {_are(table.unknown)} left out of these rates, as the rule "
            "asks, and counted here."
        )
    if table.without_score:
        yield f"{_persons(table.without_score)} of known groups {_have(table.without_score)} no score."
    if table.empty:
        yield f"Nobody is in: {'; '.join(map(named, table.empty))}."


def audit_notes(audit: Audit) -> Iterator[str]:
    """What holds for all tables."""
    if audit.least_share:
        yield f"Groups below {audit.least_share * 100:g} % of a table's persons have a rate, but no ratio."
    if audit.median_score is not None:
        middle = f"{audit.median_score:g}, the median of everybody who has a score"
        yield f"The rate of a table of scores is the share above {middle}."
    by_luck = audit.comparisons * BY_CHANCE
    if by_luck >= MANY:
        yield (
            f"{audit.comparisons} groups were compared: where nobody differs at all, up to about {by_luck:.1f} of them "
            "would still look different by chance."
        )


def opening(audit: Audit) -> str:
    """How many the audit is about."""
    decisions = audit.decisions
    return f"{_persons(len(decisions.made))} decided on, {decisions.selected} selected"


def _persons(count: int) -> str:
    return f"{count} {'person' if count == 1 else 'persons'}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"
