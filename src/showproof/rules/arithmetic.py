"""Figures that agree with each other: changes, shares, totals and products with the numbers that they come from."""

from __future__ import annotations

from showproof.rules.base import Case, Found
from showproof.rules.changes_in_rows import wrong_beside_rows, wrong_in_rows
from showproof.rules.dispute import agreed
from showproof.rules.products import wrong_calculations, wrong_products
from showproof.rules.stated_changes import wrong_changes
from showproof.rules.stated_shares import wrong_shares
from showproof.rules.totals import wrong_sums, wrong_totals

FIGURES = (
    wrong_changes,
    wrong_in_rows,
    wrong_beside_rows,
    wrong_shares,
    wrong_totals,
    wrong_sums,
    wrong_products,
    wrong_calculations,
)
"""Everything by which figures can contradict the numbers that they come from."""


def arithmetic(case: Case) -> Found:
    """Met where figures can be checked against each other and agree; a single disagreement fails it."""
    if not any("quantity" in unit.traits for unit in case.draft.units):
        return Found(0.0)
    return agreed(case, *FIGURES)
