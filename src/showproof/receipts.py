"""Quotes of a text file as they stand in it: whoever looks at the place, or searches for the quote, finds it."""

from __future__ import annotations

from collections.abc import Sequence

from showproof.model import Finding, Quote, Rated, Scorecard
from showproof.places import Location


def as_written(card: Scorecard, source: Sequence[str]) -> Scorecard:
    """The scorecard of a text file of these lines, every quote with the markup and line ends that stand in it."""
    return card._replace(
        criteria=tuple(_rated(one, source) for one in card.criteria),
        skills=tuple(_rated(one, source) for one in card.skills),
        flags=tuple(flag._replace(evidence=_quotes(flag.evidence, source)) for flag in card.flags),
        unplaced=_quotes(card.unplaced, source),
    )


def written_at(where: Location, source: Sequence[str]) -> str:
    """What stands at a place of a text file."""
    lines = list(source[where.line - 1 : max(where.line, where.end_line)])
    if lines:
        lines[-1] = lines[-1][: where.end]
        lines[0] = lines[0][where.start :]
    return "\n".join(lines)


def _rated(rated: Rated, source: Sequence[str]) -> Rated:
    return rated._replace(findings=tuple(_finding(finding, source) for finding in rated.findings))


def _finding(finding: Finding, source: Sequence[str]) -> Finding:
    return finding._replace(evidence=_quotes(finding.evidence, source)) if finding.evidence else finding


def _quotes(quotes: Sequence[Quote], source: Sequence[str]) -> tuple[Quote, ...]:
    return tuple(Quote(written_at(one.location, source), one.location._replace(runs=())) for one in quotes)
