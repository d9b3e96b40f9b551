"""Nothing in the draft contradicts the draft.

Bad: a share of 38% in the text and 34% of the same thing in the table.
Good: every figure, date and total agrees with its own parts.
"""

from __future__ import annotations

from showproof.rules.base import Case, Found


def consistent(case: Case) -> Found:
    """Unmet at the first contradiction of figures or dates, with both places."""
    wrong = case.view.disputes
    if wrong:
        return Found(
            0.0, tuple(found for _, pair in wrong for found in pair)[:4], "; ".join(fault for fault, _ in wrong[:2])
        )
    return Found(1.0 if case.draft.words >= 40 else 0.0)
