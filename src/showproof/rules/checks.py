"""Everything by which a draft can contradict itself, listed here."""

from __future__ import annotations

from showproof.rules.against_its_limit import kept_though_missed
from showproof.rules.arithmetic import FIGURES
from showproof.rules.base_counts import two_bases
from showproof.rules.dates_in_order import backward_dates, impossible_days
from showproof.rules.dispute import Check
from showproof.rules.due_before_written import due_before_written
from showproof.rules.ids_twice import ids_twice
from showproof.rules.labelled_twice import labelled_twice
from showproof.rules.limits_of_power import two_powers
from showproof.rules.money_twice import money_twice
from showproof.rules.needs_in_order import broken_needs
from showproof.rules.one_value import ONE_VALUE
from showproof.rules.out_before_cause import out_before_cause
from showproof.rules.periods_fit import periods_off
from showproof.rules.references_resolve import lost_ids, lost_steps
from showproof.rules.rule_for_going import went_against_rule
from showproof.rules.series_ends import series_ends
from showproof.rules.steps_in_order import done_before_cause, misordered_steps
from showproof.rules.sums_listed import agenda_too_long, parts_not_whole
from showproof.rules.thresholds_in_order import crossed_levels, crossed_thresholds
from showproof.rules.told_totals import told_totals
from showproof.rules.two_owners import two_owners

FIGURES_AGREE: tuple[Check, ...] = (
    *FIGURES,
    *ONE_VALUE,
    crossed_thresholds,
    crossed_levels,
    kept_though_missed,
    two_powers,
    two_bases,
    labelled_twice,
    went_against_rule,
    parts_not_whole,
    agenda_too_long,
    money_twice,
    told_totals,
    ids_twice,
    series_ends,
)
"""Checks of figures against each other."""

DATES_AGREE: tuple[Check, ...] = (
    backward_dates,
    misordered_steps,
    done_before_cause,
    broken_needs,
    impossible_days,
    periods_off,
    out_before_cause,
    due_before_written,
)
"""Checks of dates against each other."""

CHECKS: tuple[Check, ...] = (*FIGURES_AGREE, *DATES_AGREE, two_owners, lost_ids, lost_steps)
