"""Plain words that tell something, instead of filler."""

from __future__ import annotations

from showproof.rules.base import Case, Found, grade, quotes
from showproof.rules.view import EMPTY, hollow


def plain_words(case: Case) -> Found:
    """Share of statements that are not empty words alone."""
    draft = case.draft
    if not draft.units:
        return Found(0.0)
    empty = [unit for unit in draft.units if hollow(unit.traits)]
    told = sum("particular" in unit.traits for unit in draft.units) / len(draft.units)
    share = 1.0 - 1.6 * len(empty) / len(draft.units) - max(0.0, 0.45 - told)
    detail = f"{len(empty)} of {len(draft.units)} statements say nothing that could be checked" if share < 0.85 else ""
    return Found(grade(max(share, 0.01)), quotes(empty, EMPTY, 2), detail)
