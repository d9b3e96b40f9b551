"""A stated change against the two figures that it was worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute
from showproof.rules.figure_pairs import Pair, ends_between, pair_of, pairable, without_dates
from showproof.rules.figures import Bounds, bounds, in_one_unit
from showproof.rules.passages import WHEN, Figure, between
from showproof.rules.view import View
from showproof.values import Value

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_NOUNS = r"reduction|decrease|drop|decline|cut|fall|improvement|increase|rise|growth|gain|jump|savings?|change"
_GRADES = r"less|fewer|lower|faster|quicker|shorter|more|higher|better|down|up"
_CHANGED = (
    rf"\s*(?:[a-z]+ly |overall |relative |further |total |net )?(?:\w+ )?(?:{_NOUNS}|{_GRADES})\b"
    r"(?! than (?:the |our |its )?(?:target|goal|plan|budget|limit|average|forecast|others?|peers?)| the )"
)
"""What may follow a percentage that is a change."""
_MOVED = (
    r"down|up|fell|fallen|dropped|rose|reduced|improved|increased|decreased|declined|grew|shrank|faster|lower|higher"
    r"|shorter"
)
_CHANGING = rf"(?:(?:{_NOUNS}) of|\b(?:{_MOVED})|\bby|[(,:=]|^) ?(?:an? |some |only )?$"
"""What may stand right before a percentage that is a change."""
_VERB = (
    r"\b(?:increas|rise|rose|grew|grow|more|higher|gain|jump|climb|up|reduc|decreas|declin|drop|fell|fall|cut|lower"
    r"|down|less|fewer|short|sav|shrank|sank|improv|faster|quicker|chang|went|came)"
)
_LINK_WORDS = (
    rf"an?|the|or|and|so|some|that|that's|is|was|which|it|we|they|this|means|meaning|equals|i\.e\.|by|of|on|in|per"
    r"|a|until|since|now|got|gives|makes|runs|well|about|around|roughly|nearly|almost|over|just|close|to|little|median"
    r"|average|net|overall|total|without|same|each|every|day|week|month|quarter|year|hours?|minutes|end|for|at|only"
    rf"|{_NOUNS}|improved|down|up"
)
_LINK = rf"(?:(?:[ /][a-z'-]+){{1,5}} ?[,;:(–—])?[\s/,:;(=–—-]*(?:(?:{_LINK_WORDS})[\s,:;(=.–—-]+)*"
"""What may stand between two figures and the percentage of their change, if it is theirs."""
_FROM_EARLIER = (
    r"(?: [a-z]+){0,2} (?:from|compared (?:with|to)|against|on|over|versus|vs\.?) (?:the )?(?:about |roughly )?"
)
"""What may stand between the percentage and the earlier figure behind it."""
_LED_IN = r"[^.;%]*(?:\bfrom (?:about |roughly )?|[(:,–—] ?)"
_SUMMED_UP = rf"\s*(?:so |and )?(?:(?:{_LINK_WORDS}|difference|result)[\s,:;(=.–—-]+)*"
"""What may stand before the percentage in a sentence of its own: `That is a 35% improvement`."""
_OF_ANOTHER = r"\s*(?:of\b|sure|certain|confident|likely|(?:below|above|under|over) |\)? ?(?:target|goal))"
_SPEED = "faster|quicker|speed"
_SOFT = r"\b(?:about|around|roughly|nearly|almost|some|close to|approximately)(?: an?| of)? ?$"
_SHARE_OF = r"(?:\bto|\bat) (?:just |only |about )?[\d.]+ ?%"
_FRACTIONS = {
    r"\b(?:by )?(?:more than|over) (?:a )?half\b": (50, 100),
    r"halv(?:ed|ing)\b|\b(?:in|by) half\b|\bhalf as (?:many|much|long)": (38, 62),
    r"(?:\bby|\bcut) (?:about |roughly |nearly |almost )?(?:a|one) third\b"
    r"|(?:a|one) third (?:less|fewer|faster|lower|shorter)": (21, 45),
    r"\bby (?:about |roughly |nearly |almost )?(?:a|one) quarter\b"
    r"|(?:a|one) quarter (?:less|fewer|lower|shorter)": (13, 37),
    r"\bby (?:about |roughly |nearly |almost )?two[ -]thirds\b|two[ -]thirds (?:less|fewer|lower|shorter)": (55, 79),
    r"\bdoubl(?:ed|ing)\b": (85, 125),
    r"\btripl(?:ed|ing)\b": (180, 230),
}
"""Words that say a change, and what it may be in percent."""
_FRACTION_WORDS = ("half", "halv", "third", "quarter", "doubl", "tripl")
_FELL = r"\b(?:reduced|fell|dropped|cut|decreased|declined|shortened|sank) (?:it |them )?from (?:about |an? )?$"
_LEAD = 48
"""Characters before a figure in which the word of its change is looked for."""


class Claim(NamedTuple):
    """A percentage that somebody says is a change, as what it may be, and the words around it."""

    span: Bounds
    words: str


def stated_changes(case: Case) -> Found:
    """Met where every stated change fits the two figures beside it."""
    return agreed(case, wrong_changes)


def wrong_changes(view: View) -> Iterator[Dispute]:
    """Changes stated in prose, in one statement or over its neighbours, that their own figures do not give."""
    for passage in view.passages:
        figures = [figure for figure in passage if figure.value.kind not in WHEN]
        for at, stated in enumerate(figures):
            if stated.value.kind == "percent" and (claim := _claim(stated)):
                behind = figures[at + 1 : at + 3]
                pair = (
                    _pair_before(figures[max(0, at - 3) : at], stated)
                    or _pair_behind(behind, stated)
                    or (_pair_around(figures[at - 1], stated, behind[0]) if at and behind else None)
                )
                if pair and (fault := disagrees(claim, pair, stated.value.text)):
                    yield _dispute(fault, pair, stated)
        for one, other in pairwise(figures):
            if not ends_between(one, other):
                yield from _wrong_words(one, other)
                yield from _wrong_words_between(one, other)


def _dispute(fault: str, pair: Pair, stated: Figure) -> Dispute:
    """In one statement the whole run from the first figure to the claim is shown, else each figure."""
    observation, end = stated.observation, stated.value.end
    places = [(one.observation, one.value.start, one.value.end) for one in (pair.before, pair.after, stated)]
    if all(place[0] is observation for place in places):
        first, last = min(place[1] for place in places), max(place[2] for place in places)
        if last == end:
            last += len((re.match(r" \w+", observation.text[last:]) or [""])[0])
        return dispute(fault, (observation, first, last))
    return dispute(fault, *places)


def _claim(stated: Figure) -> Claim | None:
    """The percentage as a claim of change, or None where it is a share, a level or a target."""
    value, before, after = stated.value, stated.before, stated.after
    if value.low is None or value.low != value.high or re.match(_OF_ANOTHER, after):
        return None
    signed = value.text[0] in "+-−–" or before.endswith(("−", "–"))
    told = re.match(_CHANGED, after)
    moved = re.search(_CHANGING, before) and re.search(_VERB, before[-70:])
    if not (signed or told or moved):
        return None
    return claimed(value, f"{before[-30:]}{value.text}{after[:24]}", soft=bool(re.search(_SOFT, before)))


def claimed(value: Value, words: str, *, soft: bool = False) -> Claim:
    """What the true change may be where this percentage is stated of it."""
    assert value.low is not None
    size = abs(value.low)
    slack = Decimal("1.0") if size == size.to_integral_value() else Decimal("0.15")
    if soft or value.comparator == "~":
        slack = max(Decimal(3), size * Decimal("0.15"))
    low = size - slack if value.comparator in ("", "~", ">", ">=") else Decimal(0)
    high = size + slack if value.comparator in ("", "~", "<", "<=") else Decimal(10_000)
    return Claim(Bounds(low, high), words)


def _pair_before(figures: Sequence[Figure], stated: Figure) -> Pair | None:
    """The figures before a percentage: `from 52 to 41 hours, a 21% cut`; or all of it over two or three sentences."""
    if not figures:
        return None
    last = figures[-1]
    if stated.at == last.at:
        linked = re.fullmatch(_LINK, without_dates(between(last, stated), last, stated) + " ")
    elif stated.at - last.at == 1:
        linked = re.fullmatch(_SUMMED_UP, stated.before)
    else:
        return None
    return pair_of(figures) if linked else None


def _pair_behind(figures: Sequence[Figure], stated: Figure) -> Pair | None:
    """The figures behind a percentage: `35% faster (9.5 h to 7 h)`, `cut by 21%, from 52 to 41 hours`."""
    if len(figures) < 2 or not stated.at == figures[0].at == figures[1].at:
        return None
    gap = between(stated, figures[0])
    return pair_of(figures) if len(gap) <= 60 and re.fullmatch(_LED_IN, gap) else None


def _pair_around(now: Figure, stated: Figure, earlier: Figure) -> Pair | None:
    """The figures on both sides of a percentage: `it costs $71,200 in July, an increase of 6% from $66,900`."""
    if not now.at == stated.at == earlier.at or not pairable(earlier, now):
        return None
    to_claim, on = without_dates(between(now, stated), now, stated), between(stated, earlier)
    linked = re.fullmatch(_LINK, to_claim + " ") and re.fullmatch(_FROM_EARLIER, on)
    return Pair(earlier, now) if linked else None


def disagrees(claim: Claim, pair: Pair, stated: str) -> str:
    """What the change truly is, where it is not what is claimed; nothing where the claim can be right."""
    before, after = in_one_unit(pair.before.value, pair.after.value)
    first, last = bounds(before), bounds(after)
    if first.low <= 0 or last.low <= 0:
        return ""
    true = _change(first, last)
    spans = [true]
    if re.search(_SPEED, claim.words) or not pair.ordered:
        spans.append(_change(last, first))
    if before.kind == "percent":
        points = sorted((abs(last.low - first.high), abs(last.high - first.low)))
        spans.append(Bounds(points[0], points[1]))
    if re.search(_SHARE_OF, claim.words):
        spans.append(Bounds(last.low / first.high * 100, last.high / first.low * 100))
    if any(span.meets(claim.span) for span in spans):
        return ""
    middle = (true.low + true.high) / 2
    shown = middle.quantize(Decimal(1) if middle >= 10 else Decimal("0.1"))
    return f"{pair.before.value.text} to {pair.after.value.text} is a change of {shown}%, not {stated}"


def _change(first: Bounds, last: Bounds) -> Bounds:
    """The least and the most that one figure differs from another, in percent of the first."""
    ends = [(after - before) / before * 100 for before in first for after in last]
    low, high = min(ends), max(ends)
    if low <= 0 <= high:
        return Bounds(Decimal(0), max(-low, high))
    return Bounds(min(abs(low), abs(high)), max(abs(low), abs(high)))


def _wrong_words(one: Figure, two: Figure) -> Iterator[Dispute]:
    """`halved from 90 to 70`, `cut from 40 to 60`: words of change that the two figures beside them do not give."""
    lead, tail = one.before[-_LEAD:].rpartition(". ")[2], two.after[:30].partition(".")[0]
    words = f"{lead}|{tail}"
    fraction = any(stem in words for stem in _FRACTION_WORDS) and "%" not in words
    fell = re.search(_FELL, lead)
    pair = pair_of((one, two)) if fraction or fell else None
    if pair is None:
        return
    if fraction and (said := _fraction(words)) and (fault := disagrees(said[0], pair, f"“{said[1]}”")):
        yield dispute(fault, _around(one.observation, one.value.start - len(lead), two.value.end))
    before, after = in_one_unit(pair.before.value, pair.after.value)
    if fell and bounds(after).low > bounds(before).high and not re.search(r"\b(?:target|limit|floor)\b", one.before):
        start = one.value.start - len(fell[0])
        yield dispute(
            f"{one.value.text} to {two.value.text} is a rise, not a fall", (one.observation, start, two.value.end)
        )


def _wrong_words_between(now: Figure, earlier: Figure) -> Iterator[Dispute]:
    """`19% hung up, a drop of more than half from 31%`: words of change between the two figures."""
    gap = between(now, earlier)
    if not any(stem in gap for stem in _FRACTION_WORDS) or not re.search(r"\bfrom (?:about |the )?$", gap):
        return
    if not pairable(earlier, now) or "%" in gap:
        return
    said = _fraction(gap)
    if said and (fault := disagrees(said[0], Pair(earlier, now), f"“{said[1]}”")):
        yield dispute(fault, (now.observation, now.value.start, earlier.value.end))


def _fraction(words: str) -> tuple[Claim, str] | None:
    """The first change that is said in words, and the words."""
    for form, (low, high) in _FRACTIONS.items():
        if found := re.search(form, words):
            return Claim(Bounds(Decimal(low), Decimal(high)), ""), found[0].strip()
    return None


def _around(observation: Observation, start: int, end: int) -> tuple[Observation, int, int]:
    """A span that begins at a word."""
    start = max(0, start)
    while start and observation.text[start - 1].isalnum():
        start += 1
    return observation, start, end
