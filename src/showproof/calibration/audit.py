"""An audit: tables of selection and of scores by every group column and every crossing of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from statistics import fmean, median, stdev
from typing import Literal, NamedTuple

from showproof.calibration.decisions import UNKNOWN, Decision, Decisions
from showproof.calibration.figures import NotComputable
from showproof.calibration.group_agreement import AgreementTable, agreement_by_group
from showproof.calibration.impact import Count, Group, Line, Spread, lines_of
from showproof.calibration.ratings import Ratings

LEAST_SHARE = 0.02
"""6 RCNY § 5-301(d): a group below this share of the persons may be left out of the ratios."""
MOST_COLUMNS = 4
"""With more, most crossings would hold nobody."""
DRAWS = 1000
"""Draws of the drafts for each interval of agreement."""
About = Literal["selection", "scores"]


class Table(NamedTuple):
    """The groups of one column, or of several crossed."""

    by: tuple[str, ...]
    about: About
    lines: tuple[Line, ...]
    unknown: int
    """Persons left out because one of their labels is unknown."""
    without_score: int
    """Persons of known groups left out because they have no score."""
    empty: tuple[Group, ...]
    """Groups in which nobody is."""

    @property
    def persons(self) -> int:
        """Persons that it counts."""
        return sum(line.persons for line in self.lines)


class Audit(NamedTuple):
    """All that an audit of decisions says."""

    decisions: Decisions
    least_share: float
    median_score: float | None
    """Of all candidates with a score, those of unknown groups too: 6 RCNY § 5-301(c)(1)."""
    tables: tuple[Table, ...]
    agreement: tuple[AgreementTable, ...] = ()
    """Of the people who rated, where ratings were given."""

    @property
    def comparisons(self) -> int:
        """How many groups were held against another by the exact test."""
        return sum(isinstance(line.chance, float) for table in self.tables for line in table.lines)


def audit_of(
    decisions: Decisions, least_share: float = LEAST_SHARE, ratings: Ratings | None = None, seed: int = 1
) -> Audit:
    """The tables of all columns and of all crossings of them: selection first, then scores where there are any.

    With `ratings`, whose drafts the decisions name, also how far people agree on each group; `seed` is where the random
    numbers of its intervals start.
    """
    scores = [one.score for one in decisions.made if one.score is not None]
    middle = median(scores) if scores else None
    crossings = [by for size in range(1, len(decisions.columns) + 1) for by in combinations(decisions.columns, size)]
    tables = [_selection(decisions, by, least_share) for by in crossings]
    if middle is not None:
        tables += [_scores(decisions, by, least_share, middle) for by in crossings]
    agreed = [
        agreement_by_group(dict(_members(decisions, by)), by, ratings, draws=DRAWS, seed=seed)
        for by in crossings
        if ratings
    ]
    return Audit(decisions, least_share, middle, tuple(tables), tuple(agreed))


def _selection(decisions: Decisions, by: tuple[str, ...], least_share: float) -> Table:
    members = dict(_members(decisions, by))
    counts = {group: Count(sum(one.selected for one in inside), len(inside)) for group, inside in members.items()}
    return _table(decisions, by, "selection", lines_of(counts, least_share), 0)


def _scores(decisions: Decisions, by: tuple[str, ...], least_share: float, middle: float) -> Table:
    """The rate is the share that scored above the median of all: 6 RCNY § 5-300, scoring rate."""
    known = list(_members(decisions, by))
    members = {
        group: scores
        for group, inside in known
        if (scores := [one.score for one in inside if one.score is not None])
    }  # fmt: skip
    counts = {group: Count(sum(one > middle for one in scores), len(scores)) for group, scores in members.items()}
    lines = lines_of(counts, least_share)
    told = tuple(line._replace(spread=_spread(members[line.group])) for line in lines)
    without = sum(one.score is None for _, inside in known for one in inside)
    return _table(decisions, by, "scores", told, without)


def _spread(scores: Sequence[float]) -> Spread:
    deviation = stdev(scores) if len(scores) > 1 else NotComputable("one score only")
    return Spread(fmean(scores), median(scores), deviation)


def _table(
    decisions: Decisions,
    by: tuple[str, ...],
    about: Literal["selection", "scores"],
    lines: tuple[Line, ...],
    without: int,
) -> Table:
    unknown = sum(UNKNOWN in _group(one, by) for one in decisions.made)
    there = {line.group for line in lines}
    possible = product(*(decisions.labels[column] for column in by))
    return Table(by, about, lines, unknown, without, tuple(group for group in possible if group not in there))


def _members(decisions: Decisions, by: tuple[str, ...]) -> Iterator[tuple[Group, list[Decision]]]:
    """Each group with its candidates, in the order of the labels; those of unknown groups are in none."""
    inside: dict[Group, list[Decision]] = {}
    for one in decisions.made:
        inside.setdefault(_group(one, by), []).append(one)
    for group in product(*(decisions.labels[column] for column in by)):
        if group in inside:
            yield group, inside[group]


def _group(decision: Decision, by: tuple[str, ...]) -> Group:
    return tuple(decision.groups[column] for column in by)
