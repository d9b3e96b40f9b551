"""Something that this kind of work cannot be without, and that stands nowhere."""

from __future__ import annotations

from showproof.model import Quote
from showproof.rules.base import quotes
from showproof.rules.signals.base import Suspect


def lacks(suspect: Suspect) -> tuple[Quote, ...] | None:
    """The draft speaks of `terms` (facets, traits) so often, and never of `about` with what it must carry.

    Where nobody has written yet, nothing is lacking but that.
    """
    draft, flag = suspect.draft, suspect.flag
    if len(draft.unfilled) >= len(draft.units):
        return None
    terms, about, needs = frozenset(flag.terms), set(flag.about), set(flag.carry)
    calling = [unit for unit in draft.units if not terms or terms & (unit.facets | unit.traits | unit.context)]
    if len(calling) < max(flag.at_least, flag.share * len(draft.units)):
        return None
    for unit in draft.units:
        said = unit.facets | unit.traits
        if about & (said | unit.context) and (not needs or needs & said):
            return None
    return quotes(calling, terms, 1)
