"""Amounts, ranges and compound lengths as values: "$5k-10k", "2 to 3 days", "4h 12m", "412 tickets"."""

import re
from decimal import Decimal

from showproof.values.amounts import Amount, read_amount
from showproof.values.context import word_before
from showproof.values.durations import added
from showproof.values.nouns import counted_noun
from showproof.values.references import is_named_before, numbers_a_line, sign_may_stand
from showproof.values.spoken_lengths import follows_window
from showproof.values.value import Kind, Passage, Value

_JOIN = re.compile(r"-to-|[ \t]{0,2}(?:-[ \t]{0,2}|(?P<word>to|and|or)[ \t]{1,2})")
_COMPOUND = re.compile(r",?[ \t]{0,2}(?:and[ \t]{1,2})?(?=[0-9])")
_MINUTES_AFTER_HOURS = r"([0-9]{1,4})m(?![^\W_])"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SIGNED: frozenset[str] = frozenset({"money", "percent", "points", ""})


def read_quantity(passage: Passage, start: int, floor: int) -> Value | None:
    """The amount or range that begins at `start`, or None when it only names something."""
    low = read_amount(passage, start)
    if low is None:
        return None
    high = _range_end(passage, low, floor)
    if high is not None:
        return _range(passage, low, high, floor)
    if _is_half_of_a_code(passage.view, low):
        return None
    if low.kind == "duration":
        return _duration(passage, low)
    return _single(passage, low, floor)


def _single(passage: Passage, amount: Amount, floor: int) -> Value | None:
    start, negative = _signed(passage.view, amount, floor)
    total = -amount.total if negative else amount.total
    if amount.kind:
        if amount.spelled and amount.kind == "money":
            return None
        return _value(passage, amount.kind, start, amount.end, (total, total), amount)
    return _count(passage, start, amount, (total, total))


def _count(passage: Passage, start: int, last: Amount, span: tuple[Decimal, Decimal]) -> Value | None:
    """A number, with the noun it counts if one follows directly."""
    noun, end = counted_noun(passage.view, last.end, one=span[1] == 1)
    if noun:
        start += passage.view[start] in "+-"
        span = (abs(span[0]), abs(span[1]))
    if last.spelled and not (noun and span[1] > 1):
        return None
    if is_named_before(passage.view, start, bool(noun)):
        return None
    if not noun and (_is_year(last) or numbers_a_line(passage, start, last.end)):
        return None
    return _value(passage, "number", start, end, span, last, noun)


def _duration(passage: Passage, amount: Amount) -> Value | None:
    if amount.spelled and not _is_spelled_length(passage.view, amount):
        return None
    if _is_decade(passage.view, amount):
        return None
    total, unit, end = amount.total, amount.unit, amount.end
    while (part := _smaller_part(passage, unit, end)) is not None:
        more, smaller, end = part
        total, unit = added(total, unit, more, smaller) or total, smaller
    amount = amount._replace(unit=unit)
    return _value(passage, "duration", amount.start, end, (total, total), amount)


def _is_decade(view: str, amount: Amount) -> bool:
    """Whether "1990s" or "the 90s" stands there."""
    if amount.unit != "second" or view[amount.end - 2 : amount.end - 1].isalpha():
        return False
    return _is_year(amount) or word_before(view, amount.start) == "the"


def _smaller_part(passage: Passage, unit: str, at: int) -> tuple[Decimal, str, int] | None:
    """The amount, unit and end of a part that adds up with `unit` before it."""
    gap = _COMPOUND.match(passage.view, at)
    if gap is None:
        return None
    minutes = re.compile(_MINUTES_AFTER_HOURS).match(passage.view, gap.end())
    if minutes and unit in ("hour", "day"):
        return Decimal(minutes[1]), "minute", minutes.end()
    part = read_amount(passage, gap.end())
    if part is None or part.kind != "duration" or added(Decimal(0), unit, part.total, part.unit) is None:
        return None
    return part.total, part.unit, part.end


def _is_spelled_length(view: str, amount: Amount) -> bool:
    """Whether words name a length: "two second opinions" and "one day we will" do not."""
    if amount.unit == "second":
        return view.endswith("s", 0, amount.end)
    return amount.written != "one" or amount.unit != "day" or follows_window(view, amount.start)


def _range_end(passage: Passage, low: Amount, floor: int) -> Amount | None:
    """The second amount of a range that `low` begins, scaled and checked, or None."""
    join = _JOIN.match(passage.view, low.end)
    if join is None or low.plus:
        return None
    high = read_amount(passage, join.end())
    if high is None or low.unsure or high.unsure or not _same_measure(low, high):
        return None
    if not _joins(passage.view, join["word"] or "-", low, high, floor):
        return None
    return high if _shared_scale(low, high).total < high.total else None


def _same_measure(low: Amount, high: Amount) -> bool:
    if low.kind == high.kind:
        return low.unit == high.unit
    return low.kind == "" or (low.kind == "money" and high.kind == "")


def _joins(view: str, word: str, low: Amount, high: Amount, floor: int) -> bool:
    """Whether the joining word makes one range: "from 20% to 35%" is a change, "5 and 6" are two numbers."""
    before = view[max(floor, low.start - 9) : low.start]
    if word == "-":
        return True
    if word == "to":
        return not before.endswith("from ")
    if word == "and":
        return before.endswith("between ")
    return low.kind == "" and (high.kind != "" or counted_noun(view, high.end)[0] != "")


def _shared_scale(low: Amount, high: Amount) -> Amount:
    """The low end takes the scale written once at the high end: "$5-10k"."""
    return low._replace(scale=high.scale) if low.scale == 1 and low.value < high.value else low


def _range(passage: Passage, low: Amount, high: Amount, floor: int) -> Value | None:
    if _is_half_of_a_code(passage.view, high) or (_is_year(low) and _is_year(high) and not high.kind):
        return None
    start = low.start
    if passage.view.endswith("between ", floor, start):
        start -= len("between ")
    span = (_shared_scale(low, high).total, high.total)
    kind = high.kind or low.kind
    if not kind:
        return _count(passage, start, high, span)
    return _value(passage, kind, start, high.end, span, high._replace(unit=high.unit or low.unit))


def _is_half_of_a_code(view: str, amount: Amount) -> bool:
    """Whether a bare amount goes on as "555-0100" or "1/x" do."""
    after = view[amount.end : amount.end + 2]
    return not amount.kind and after[:1] in ("-", "/", ":", "@", "'") and after[1:].isalnum()


def _is_year(amount: Amount) -> bool:
    return amount.scale == 1 and not amount.plus and _YEAR.fullmatch(amount.written) is not None


def _signed(view: str, amount: Amount, floor: int) -> tuple[int, bool]:
    """Where the amount starts with its sign, and whether the sign is a minus."""
    at = amount.start - 1
    if at < floor or at < 0 or view[at] not in "+-" or amount.kind not in _SIGNED or not sign_may_stand(view, at):
        return amount.start, False
    return at, view[at] == "-"


def _value(
    passage: Passage, kind: Kind, start: int, end: int, span: tuple[Decimal, Decimal], last: Amount, unit: str = ""
) -> Value:
    low, high = (None, None) if last.unsure else span
    comparator = ">=" if last.plus else ""
    text = passage.text[start:end]
    return Value(kind, start, end, text, low, high, unit or last.unit, comparator, "", last.unsure)
