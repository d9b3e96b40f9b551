"""Everything by which a draft can contradict itself, listed here."""

from __future__ import annotations

from showproof.rules.arithmetic import FIGURES
from showproof.rules.dates_in_order import backward_dates, impossible_days
from showproof.rules.dispute import Check
from showproof.rules.one_value import changed_digits, two_levels, two_rates, two_shares
from showproof.rules.references_resolve import lost_ids, lost_steps
from showproof.rules.steps_in_order import broken_needs, done_before_cause, misordered_steps
from showproof.rules.thresholds_in_order import crossed_levels, crossed_thresholds

CHECKS: tuple[Check, ...] = (
    *FIGURES,
    two_shares,
    two_rates,
    changed_digits,
    two_levels,
    backward_dates,
    misordered_steps,
    done_before_cause,
    broken_needs,
    crossed_thresholds,
    crossed_levels,
    lost_ids,
    lost_steps,
    impossible_days,
)
