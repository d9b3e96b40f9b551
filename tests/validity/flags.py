"""Our flags against those that most reviewers raised, and what became of drafts that try to please a machine."""

from __future__ import annotations

from typing import NamedTuple

from .scored import Scored

MOST = 2
"""Reviewers who must raise a flag for it to stand."""

GAMED = ("stuffed", "copied")
"""Flags of drafts that were made to please a machine."""


class Flagged(NamedTuple):
    """One flag over all drafts."""

    id: str
    panel: int
    """Drafts on which most reviewers raised it."""
    ours: int
    both: int
    missed: tuple[str, ...]
    needless: tuple[str, ...]

    @property
    def precision(self) -> float | None:
        return self.both / self.ours if self.ours else None

    @property
    def recall(self) -> float | None:
        return self.both / self.panel if self.panel else None


def flagged(scored: Scored) -> list[Flagged]:
    """Every flag that anybody raised; nothing where the reviewers' reasons are not there."""
    if not scored.corpus.reasons:
        return []
    panel = {draft: raised_by_most(scored, draft) for draft in scored.cards}
    ours = {draft: {flag.id for flag in card.flags} for draft, card in scored.cards.items()}
    return [_flagged(name, panel, ours) for name in sorted(set().union(*panel.values(), *ours.values()))]


def raised_by_most(scored: Scored, draft: str) -> set[str]:
    """Flags that at least two reviewers raised."""
    raised = [flag for reason in scored.corpus.reasons.get(draft, ()) for flag in reason.flags]
    return {flag for flag in raised if raised.count(flag) >= MOST}


def gamed(scored: Scored) -> dict[str, int]:
    """The overall level of each draft that most reviewers took for stuffed or copied."""
    return {draft: card.level for draft, card in scored.cards.items() if raised_by_most(scored, draft) & set(GAMED)}


def _flagged(name: str, panel: dict[str, set[str]], ours: dict[str, set[str]]) -> Flagged:
    theirs = {draft for draft, flags in panel.items() if name in flags}
    own = {draft for draft, flags in ours.items() if name in flags}
    return Flagged(
        name, len(theirs), len(own), len(theirs & own), tuple(sorted(theirs - own)), tuple(sorted(own - theirs))
    )
