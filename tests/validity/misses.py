"""The levels that are farthest from the panel's, with what led there."""

from __future__ import annotations

from typing import NamedTuple

from showproof.model import Finding, Rated, Scorecard

from .corpus import Reason
from .scored import Scored, rated


class Miss(NamedTuple):
    """One level of ours beside the reviewers', with the receipts of both."""

    draft: str
    scale: str
    ours: int
    panel: dict[str, int]
    receipts: tuple[str, ...]
    reasons: tuple[Reason, ...]


def worst(scored: Scored, most: int) -> list[Miss]:
    """The levels farthest from the reviewers' mean, the worst first."""
    corpus = scored.corpus
    items = [item for item in corpus.ratings if item[0] in scored.cards]
    items.sort(key=lambda item: (-abs(scored.level(item) - corpus.mean(item)), item))
    return [
        Miss(
            draft,
            scale,
            scored.level((draft, scale)),
            corpus.ratings[draft, scale],
            receipts(scored.cards[draft], scale),
            corpus.reasons.get(draft, ()),
        )
        for draft, scale in items[:most]
    ]


def receipts(card: Scorecard, scale: str) -> tuple[str, ...]:
    """What led to a level, a line each: findings with their quotes; for the verdict, levels and flags."""
    if scale == "overall":
        levels = ", ".join(f"{one.id} {one.level}" for one in card.criteria)
        rows = ", ".join(f"{one.id} {one.level}" for one in card.skills)
        flags = [f"flag {one.id}: {quoted(one.evidence)}" for one in card.flags]
        return (f"verdict: {card.verdict}", f"criteria: {levels}", f"rows: {rows}", *flags)
    one: Rated = rated(card, scale)
    capped = (f"held back: {one.capped}",) if one.capped else ()
    return (*map(_line, one.findings), *capped)


def quoted(evidence: tuple) -> str:
    """The first quote and its place."""
    if not evidence:
        return "an absence"
    text = " ".join(evidence[0].quote.split())
    return f"“{text[:100]}{'…' if len(text) > 100 else ''}” ({evidence[0].location.where()})"


def _line(finding: Finding) -> str:
    shown = quoted(finding.evidence) if finding.evidence else f"nothing; {finding.absence or 'nowhere'}"
    part = "" if finding.part == "essential" else f" ({finding.part})"
    return f"{finding.verdict:6} {finding.id}{part}: {finding.say}: {shown}"
