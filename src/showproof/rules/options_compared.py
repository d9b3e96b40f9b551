"""Two or more options weighed on the same grounds, and why one was left."""

from __future__ import annotations

from showproof.model import Draft
from showproof.rules.base import Case, Found, grade, quotes

_GROUNDS = frozenset(("because", "reason", "quantity", "contrast", "tradeoff", "money", "risk"))


def options_compared(case: Case) -> Found:
    """Options that stand with a ground: a reason, a figure, what each gives up."""
    headed = _under_headings(case.draft)
    units = [
        unit
        for unit in case.view.units(("option",))
        if "option" in unit.facets or unit.kind == "row" or unit.section in headed
    ]
    if not units:
        return Found(0.0)
    grounded = [unit for unit in units if (unit.traits | unit.facets) & _GROUNDS and len(unit.text.split()) >= 8]
    share = min(1.0, len(grounded) / max(2, case.rule.at_least)) if grounded else 0.1
    detail = "" if share >= 0.85 else "fewer than two options stand with the ground on which each was judged"
    return Found(grade(share), quotes(grounded or units, frozenset(("option", "reason", "because"))), detail)


def _under_headings(draft: Draft) -> set[int]:
    """The sections of options that have a heading each; one heading may stand over anything."""
    sections = {head.section for head in draft.headings if "option" in head.facets}
    return sections if len(sections) > 1 else set()
