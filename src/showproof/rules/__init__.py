"""Evidence rules: pure functions from a draft to what was found, one kind a file, listed here."""

from __future__ import annotations

from showproof.rules.arithmetic import arithmetic
from showproof.rules.base import Rule
from showproof.rules.before_after import before_after
from showproof.rules.causes import causes
from showproof.rules.changes_in_rows import changes_in_rows
from showproof.rules.consistent import consistent
from showproof.rules.dates_in_order import dates_in_order
from showproof.rules.filled import filled
from showproof.rules.ladder import ladder
from showproof.rules.one_value import one_value
from showproof.rules.one_workflow import one_workflow
from showproof.rules.options_compared import options_compared
from showproof.rules.plain_words import plain_words
from showproof.rules.products import products
from showproof.rules.readable import readable
from showproof.rules.references_resolve import references_resolve
from showproof.rules.stated_changes import stated_changes
from showproof.rules.stated_shares import stated_shares
from showproof.rules.statement import statement
from showproof.rules.steps_in_order import steps_in_order
from showproof.rules.thresholds_in_order import thresholds_in_order
from showproof.rules.totals import totals

RULES: dict[str, Rule] = {
    "arithmetic": arithmetic,
    "before-after": before_after,
    "causes": causes,
    "changes-in-rows": changes_in_rows,
    "consistent": consistent,
    "dates-in-order": dates_in_order,
    "filled": filled,
    "ladder": ladder,
    "one-value": one_value,
    "one-workflow": one_workflow,
    "options-compared": options_compared,
    "plain-words": plain_words,
    "products": products,
    "readable": readable,
    "references-resolve": references_resolve,
    "stated-changes": stated_changes,
    "stated-shares": stated_shares,
    "statement": statement,
    "steps-in-order": steps_in_order,
    "thresholds-in-order": thresholds_in_order,
    "totals": totals,
}
