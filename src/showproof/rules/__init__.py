"""Evidence rules: pure functions from a draft to what was found, one kind a file, listed here."""

from __future__ import annotations

from collections.abc import Callable

from showproof.model import Quote
from showproof.rules.accountable import accountable
from showproof.rules.arithmetic import arithmetic
from showproof.rules.asks import asks
from showproof.rules.base import Case, Rule
from showproof.rules.before_after import before_after
from showproof.rules.causes import causes
from showproof.rules.changes_in_rows import changes_in_rows
from showproof.rules.checks_made import checks_made
from showproof.rules.consistent import consistent
from showproof.rules.dates_agree import dates_agree
from showproof.rules.dates_in_order import dates_in_order
from showproof.rules.figures_agree import figures_agree
from showproof.rules.filled import filled
from showproof.rules.firm_promises import firm_promises
from showproof.rules.handled import handled
from showproof.rules.ladder import ladder
from showproof.rules.more_than_watching import more_than_watching
from showproof.rules.no_jargon import no_jargon
from showproof.rules.one_value import one_value
from showproof.rules.one_workflow import one_workflow
from showproof.rules.options_compared import options_compared
from showproof.rules.plain_words import plain_words
from showproof.rules.products import products
from showproof.rules.readable import readable
from showproof.rules.references_resolve import references_resolve
from showproof.rules.settled import settled
from showproof.rules.spoken_of import spoken_of
from showproof.rules.stated_changes import stated_changes
from showproof.rules.stated_shares import stated_shares
from showproof.rules.statement import statement, weighed
from showproof.rules.steps_in_order import steps_in_order
from showproof.rules.thresholds_in_order import thresholds_in_order
from showproof.rules.totals import totals

RULES: dict[str, Rule] = {
    "accountable": accountable,
    "arithmetic": arithmetic,
    "asks": asks,
    "before-after": before_after,
    "causes": causes,
    "changes-in-rows": changes_in_rows,
    "checks-made": checks_made,
    "consistent": consistent,
    "dates-agree": dates_agree,
    "dates-in-order": dates_in_order,
    "figures-agree": figures_agree,
    "filled": filled,
    "firm-promises": firm_promises,
    "handled": handled,
    "ladder": ladder,
    "more-than-watching": more_than_watching,
    "no-jargon": no_jargon,
    "one-value": one_value,
    "one-workflow": one_workflow,
    "options-compared": options_compared,
    "plain-words": plain_words,
    "products": products,
    "readable": readable,
    "references-resolve": references_resolve,
    "settled": settled,
    "spoken-of": spoken_of,
    "stated-changes": stated_changes,
    "stated-shares": stated_shares,
    "statement": statement,
    "steps-in-order": steps_in_order,
    "thresholds-in-order": thresholds_in_order,
    "totals": totals,
}

WEIGHED: dict[str, Callable[[Case], tuple[tuple[Quote, tuple[str, ...]], ...]]] = {"statement": weighed}
"""Kinds that can name the statements which decided, and what each of them lacked."""
