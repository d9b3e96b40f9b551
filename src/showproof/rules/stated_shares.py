"""A stated share against its own count: a percentage with the part and the whole, and a part within its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute
from showproof.rules.figures import amount, exact
from showproof.rules.passages import WHEN, words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value

_NOT_LIMITED = r"(?i)target|goal|budget|plan|capacity|limit|quota|forecast"
_OF_ANOTHER = (
    r"\s*(?:of (?:the|our|what|all|that|its|their)\b|sure|certain|confident|likely|target|goal|more|less|fewer"
    r"|higher|lower)"
)
_LINK = r"[\s(,=:–—-]{1,4}(?:(?:or|i\.e\.|is|about|so|that is|which is|equals) )*"
_NAMED_LINK = r"(?: [a-z-]+){1,3}[\s]?[(,=–—:]+\s?(?:(?:or|i\.e\.|about|so|that is|which is) )*"
_BACK_LINK = r"(?: of [a-z0-9' -]{3,60}|(?: [a-z-]+){0,4})\s?\((?:that is |i\.e\. )?"
_CREDITED = r"\b(?:credit|points?|scores?|scored|worth|counts? as|weight\w*|pays?|pass mark|cap(?:ped)?)\b"
"""What gives a percentage that is awarded, and need not be the share itself."""
_OF_AMOUNT = r" of (?:the |our |its |their |an? )?(?:[a-z-]+ ){0,4}?(?:of )?"
"""What may stand between a percentage and the amount that it is a part of."""
_PARTS_OF = r"\bof (?:this|that|it|these|those|them|which|the (?:total|whole)|all \w+)\b[^.;%]*$"
"""What opens a list of parts of one whole."""
_WHOLE_PARTS = r"\b(?:other|others|rest|remainder|remaining|unknown|unclear|everything else)\b"
_SEVERAL = r"\d\s*/\s*$"
"""What stands before a count that is the last of several in a row: `50 / 30 / 20 of 100, that is 50% / 30% / 20%`."""
_PART = r"[^%]{1,40}"
_OF_WHOLE = r"(?:^|[.;:] )of (?:the |our |these |those |all )*$"
_LONGEST_MONTH = 31
_THEN_PART = r"(?!.*\b(?:and|plus|times|another|more|after|before)\b)(?!.* from (?:the |all )?$)[^.;:0-9]{1,60}[, ]"
"""Words from a whole at the head of a sentence to the part that is told of it; `of 80 read from the 131` tells none."""


class Share(NamedTuple):
    """A part and a whole with the percentage that is said of them."""

    part: Decimal
    whole: Decimal
    stated: Value
    start: int
    end: int


def stated_shares(case: Case) -> Found:
    """Met where every percentage fits its own count and no part is larger than its whole."""
    return agreed(case, wrong_shares)


def wrong_shares(view: View) -> Iterator[Dispute]:
    """Every share that its own numbers do not give, and every part larger than its whole."""
    for unit in view.draft.units:
        if "quantity" not in unit.traits:
            continue
        for observation in unit.observations:
            if len(observation.values) > 1:
                yield from _wrong_share(observation)
                yield from _wrong_part(observation)
                yield from _wrong_whole(observation)
                yield from _wrong_of(observation)
                yield from _wrong_fraction(observation)


def _wrong_share(observation: Observation) -> Iterator[Dispute]:
    for share in _shares(observation):
        assert share.stated.low is not None
        true = share.part / share.whole * 100
        said = share.stated.low
        slack = Decimal(1) if said == said.to_integral_value() else Decimal("0.3")
        slack = max(slack, Decimal(4)) if share.stated.comparator == "~" else slack
        if share.stated.comparator in ("", "~") and min(abs(true - said), abs(100 - true - said)) > slack:
            fault = f"{share.part:,f} of {share.whole:,f} is {true.quantize(Decimal('0.1'))}%, not {share.stated.text}"
            if not _in_turn(observation, share):
                yield dispute(fault, (observation, share.start, min(len(observation.text), share.end + 1)))


def _in_turn(observation: Observation, share: Share) -> bool:
    """Whether counts are told first and their percentages in turn behind them: `9 of 21 and 14 of 37, 43% and 38%`."""
    counts = [value for value in observation.values if value.kind == "ratio" and value.low and value.high]
    told = [value for value in observation.values if value.kind == "percent" and value.low is not None]
    if len(counts) < 2 or len(counts) != len(told) or counts[-1].start > told[0].start:
        return False
    count = counts[told.index(share.stated)]
    assert count.low
    assert count.high
    return abs(count.low / count.high * 100 - amount(share.stated)) <= 1


def _shares(observation: Observation) -> Iterator[Share]:
    """Every `a of b` that a percentage follows or leads: `18 of 24 (75%)`, `75% of cases (18 of 24)`."""
    text = observation.text.lower()
    figures = [value for value in observation.values if value.kind not in WHEN]
    for one, other in pairwise(figures):
        if {one.kind, other.kind} != {"ratio", "percent"}:
            continue
        count, stated = (one, other) if one.kind == "ratio" else (other, one)
        if not count.high or count.low is None or stated.low is None or stated.low != stated.high:
            continue
        if re.match(_OF_ANOTHER, words_behind(observation, stated)) and stated is other:
            continue
        before = words_before(observation, one)
        if re.search(_SEVERAL, before) or re.search(_CREDITED, before):
            continue
        gap = text[one.end : other.start]
        link = (f"{_LINK}|{_NAMED_LINK}") if stated is other else _BACK_LINK
        if re.fullmatch(link, gap) and (stated is other or text[other.end : other.end + 1] == ")"):
            yield Share(count.low, count.high, stated, one.start, other.end)


def _wrong_part(observation: Observation) -> Iterator[Dispute]:
    """`22 of 18 passed`: a part that is larger than its whole."""
    text = observation.text
    for one, other in pairwise(observation.values):
        between = text[one.end : other.start].strip().lower()
        if one.kind != "number" or other.kind != "number" or between not in ("of", "out of", "of the", "of all"):
            continue
        if (
            one.low is None
            or other.high is None
            or one.low <= other.high
            or re.search(_NOT_LIMITED, text[other.end : other.end + 24])
        ):
            continue
        yield dispute(f"{one.text} cannot be a part of {other.text}", (observation, one.start, other.end))


def _wrong_whole(observation: Observation) -> Iterator[Dispute]:
    """`64% timing, 29% set-up, 17% file, 8% other`: parts of one whole, the rest among them, that are not 100%."""
    shares = [
        value
        for value in observation.values
        if value.kind == "percent" and value.low is not None and not value.comparator
    ]
    text = observation.text
    if len(shares) < 3:
        return
    whole = re.search(_WHOLE_PARTS, text[shares[-1].end : shares[-1].end + 24].lower())
    opened = re.search(_PARTS_OF, text[: shares[0].start].lower())
    if not whole and not opened:
        return
    gaps = [text[one.end : other.start] for one, other in pairwise(shares)]
    listed = all(
        re.fullmatch(rf"{_PART}(?:,|;| and| /)\s?(?:and )?", gap) and not re.search(r"\d", gap) for gap in gaps
    )
    total = sum((value.low for value in shares if value.low is not None), Decimal(0))
    if listed and (abs(total - 100) > 2 if whole else total > 102):
        yield dispute(f"the shares add up to {total:f}%, not 100%", (observation, shares[0].start, shares[-1].end))


def _wrong_fraction(observation: Observation) -> Iterator[Dispute]:
    """`a fee of $40,000 (6% of the contract value of $410,000)`: a part that is another percentage of its amount."""
    text = observation.text.lower()
    figures = [value for value in observation.values if value.kind not in WHEN]
    for part, stated, base in zip(figures, figures[1:], figures[2:], strict=False):
        if not (stated.kind == "percent" and part.kind == base.kind == "money" and part.unit == base.unit):
            continue
        opened = re.fullmatch(r"\s?[(,=]\s?(?:that is |i\.e\. |or |about )?", text[part.end : stated.start])
        if not opened or not re.fullmatch(_OF_AMOUNT, text[stated.end : base.start]):
            continue
        if not all(exact(one) and one.low for one in (part, stated, base)):
            continue
        true = amount(part) / amount(base) * 100
        if abs(true - amount(stated)) > max(Decimal(1), amount(stated) / 10):
            fault = f"{part.text} of {base.text} is {true.quantize(Decimal('0.1'))}%, not {stated.text}"
            yield dispute(fault, (observation, part.start, base.end))


def _wrong_of(observation: Observation) -> Iterator[Dispute]:
    """`Of 1,240 requests 1,316 were late`, `of the 240 that we read, 60 (35%) had none`: a part behind its whole."""
    text = observation.text.lower()
    figures = [value for value in observation.values if value.kind not in WHEN]
    for at, (whole, part) in enumerate(pairwise(figures)):
        if not (whole.kind == part.kind == "number" and exact(whole) and exact(part) and whole.low and part.low):
            continue
        gap = text[whole.end : part.start]
        if not re.search(_OF_WHOLE, text[: whole.start]) or not re.fullmatch(_THEN_PART, gap):
            continue
        day = "date" in observation.traits and part.low <= _LONGEST_MONTH
        if part.low > whole.low and not day and (not part.unit or part.unit == whole.unit):
            yield dispute(f"{part.text} cannot be a part of {whole.text}", (observation, whole.start, part.end))
        stated = figures[at + 2] if at + 2 < len(figures) else None
        if stated is None or stated.kind != "percent" or not exact(stated) or stated.comparator or stated.low is None:
            continue
        if not re.fullmatch(r"\s?\(", text[part.end : stated.start]) or text[stated.end : stated.end + 1] != ")":
            continue
        true = part.low / whole.low * 100
        if abs(true - stated.low) > (1 if stated.low == stated.low.to_integral_value() else Decimal("0.3")):
            fault = f"{part.low:,f} of {whole.low:,f} is {true.quantize(Decimal('0.1'))}%, not {stated.text}"
            yield dispute(fault, (observation, whole.start, stated.end))
