"""Places in a plan: "Week 3", "Day 10", "Weeks 1-2"."""

import re
from decimal import Decimal

from showproof.values.amounts import read_amount
from showproof.values.context import word_before
from showproof.values.value import Passage, Value
from showproof.values.wordlist import words

_PLAN = r"(day|week|month)s?[ \t]{1,2}([0-9]{1,3})(?:[ \t]?(?:-|to)[ \t]?([0-9]{1,3}))?(?![^\W_]|[%/]|[:.,-][0-9])"
_NOT_A_PLAN = words("last this next per a each every one past previous same the")


def read_plan_date(passage: Passage, start: int) -> Value | None:
    """A numbered day, week or month of a plan; the numbers are the amount, and no calendar date is known."""
    found = re.compile(_PLAN).match(passage.view, start)
    if found is None:
        return None
    amount = read_amount(passage, found.start(2))
    if word_before(passage.view, start) in _NOT_A_PLAN or (amount and amount.kind):
        return None
    low, high = Decimal(found[2]), Decimal(found[3] or found[2])
    text = passage.text[start : found.end()]
    return Value("date", start, found.end(), text, low, high, f"plan {found[1]}")
