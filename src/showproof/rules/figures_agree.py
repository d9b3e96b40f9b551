"""Figures that fit each other throughout: those worked out from others, thresholds, one fact with one value."""

from __future__ import annotations

from showproof.rules.base import Case, Found
from showproof.rules.checks import FIGURES_AGREE
from showproof.rules.dispute import agreed_but_for_slips


def figures_agree(case: Case) -> Found:
    """Unmet at the first figure that another place contradicts."""
    return agreed_but_for_slips(case, *FIGURES_AGREE)
