"""What to mend, sorted by worth; and what holds levels back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from showproof.model import Finding, Rated, Scorecard

Group = Literal["criteria", "skills"]


class Fix(NamedTuple):
    """A finding that is not met, and whose level it would raise."""

    finding: Finding
    of: Rated
    group: Group


def fixes(card: Scorecard) -> list[Fix]:
    """Unmet findings, the ones worth most first; of the skill rows only those that the draft already touches."""
    found = [Fix(finding, one, group) for group, one in touched(card) for finding in one.findings if finding.worth > 0]
    return sorted(found, key=lambda fix: (-fix.finding.worth, fix.finding.part == "support"))


def touched(card: Scorecard) -> Iterator[tuple[Group, Rated]]:
    """The criteria, and the skill rows that the draft says something of."""
    for one in card.criteria:
        yield "criteria", one
    for one in card.skills:
        if one.level >= 1:
            yield "skills", one


def held_back(card: Scorecard) -> dict[str, list[str]]:
    """Reason to the titles of the levels that it holds back."""
    found: dict[str, list[str]] = {}
    for one in (*card.criteria, *card.skills):
        if one.capped:
            found.setdefault(one.capped, []).append(one.title)
    return found
