"""What a typed value is."""

from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal[
    "number", "money", "percent", "points", "duration", "date", "time", "cadence", "ratio", "quarter"
]  # fmt: skip


class Value(NamedTuple):
    """One typed value and the exact place where it stands: `source[start:end] == text`.

    The span covers a comparator and a counted noun where they were read ("at least 12 tickets").

    low, high: the amount; equal unless a range was written. A ratio keeps its part in `low` and its whole in `high`; a
        cadence that counts ("twice a week") keeps the count in both; otherwise None where the kind has no amount.
    unit: money an ISO code; percent "%"; points "bp" or "pp"; duration a singular word ("minute", "business day");
        number and ratio the noun counted, or ""; time and cadence the zone, or ""; a date of a plan "plan week".
    comparator: "", "<", "<=", ">", ">=" or "~".
    iso: "2026-03-14", "2026-03", "--03-14", "--03"; "17:30"; an RRULE; "2026-Q1", "FY2026-Q1", "Q1". Two of them with
        "/" between when one reading covers both ends ("3-7 March"). Empty when there is none or it is not certain.
    ambiguous: why the value is not certain, or "".
    """

    kind: Kind
    start: int
    end: int
    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    comparator: str = ""
    iso: str = ""
    ambiguous: str = ""


class Passage(NamedTuple):
    """A text as written, and folded for reading: same length, so that a place in one is a place in the other."""

    text: str
    view: str
