"""Something that this kind of work cannot be without, and that stands nowhere."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quotes
from showproof.rules.signals.base import Suspect


def lacks(suspect: Suspect) -> tuple[Quote, ...] | None:
    """The draft speaks of `terms` (facets) at least so often, and never of `about` with what it must carry."""
    draft, flag = suspect.draft, suspect.flag
    if not draft.units:
        return None
    calling = suspect.view.units(flag.terms) if flag.terms else list(draft.units)
    if len(calling) < flag.at_least:
        return None
    needs = set(flag.carry)
    if any(not needs or needs & (unit.traits | unit.facets) for unit in suspect.view.units(flag.about)):
        return None
    return quotes(calling, frozenset(flag.terms), 1)
