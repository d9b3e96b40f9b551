"""Dates that fit each other throughout: starts before ends, and steps in an order in which they can be done."""

from __future__ import annotations

from showproof.rules.base import Case, Found
from showproof.rules.checks import DATES_AGREE
from showproof.rules.dispute import agreed_but_for_slips


def dates_agree(case: Case) -> Found:
    """Unmet at the first date that another one contradicts; partly met where it is a slip, such as a weekday."""
    return agreed_but_for_slips(case, *DATES_AGREE)
