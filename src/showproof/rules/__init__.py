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
from showproof.rules.checks_made import checks_made
from showproof.rules.consistent import consistent
from showproof.rules.dates_in_order import dates_in_order
from showproof.rules.filled import filled
from showproof.rules.firm_promises import firm_promises
from showproof.rules.handled import handled
from showproof.rules.ladder import ladder
from showproof.rules.more_than_watching import more_than_watching
from showproof.rules.nothing_left_open import nothing_left_open
from showproof.rules.one_workflow import one_workflow
from showproof.rules.options_compared import options_compared
from showproof.rules.plain_words import plain_words
from showproof.rules.readable import readable
from showproof.rules.spoken_of import spoken_of
from showproof.rules.statement import statement, weighed

RULES: dict[str, Rule] = {
    "accountable": accountable,
    "arithmetic": arithmetic,
    "asks": asks,
    "before-after": before_after,
    "causes": causes,
    "checks-made": checks_made,
    "consistent": consistent,
    "dates-in-order": dates_in_order,
    "filled": filled,
    "firm-promises": firm_promises,
    "handled": handled,
    "ladder": ladder,
    "more-than-watching": more_than_watching,
    "nothing-left-open": nothing_left_open,
    "one-workflow": one_workflow,
    "options-compared": options_compared,
    "plain-words": plain_words,
    "readable": readable,
    "spoken-of": spoken_of,
    "statement": statement,
}

WEIGHED: dict[str, Callable[[Case], tuple[tuple[Quote, tuple[str, ...]], ...]]] = {"statement": weighed}
"""Kinds that can name the statements which decided, and what each of them lacked."""
