"""A stated change against the two figures that it was worked out from.

Bad: "Cut from 52 to 41 hours, a 35% reduction."
Good: "Cut from 52 to 41 hours, a 21% reduction."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute
from showproof.rules.figures import bounds, exact, in_one_unit, of_one_measure, unread_unit
from showproof.rules.passages import END, WHEN, Figure, between
from showproof.rules.view import View
from showproof.values import Value

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_DOWN = "reduc|decreas|declin|drop|fell|fall|cut|less|fewer|lower|down|short|sav|shrank|shrunk|−|-"
_UP = "increas|rise|rose|risen|grew|grow|more|higher|gain|jump|climb|up"
_SPEED = "faster|quicker|speed"
_CHANGED = (
    r"\s*(?:[a-z]+ly |overall |relative |further |total |net )?(?:\w+ )?(?:reduction|decrease|drop|decline|cut"
    r"|fall|improvement|increase"
    r"|rise|growth|gain|jump|saving|savings|change|less|fewer|lower|faster|quicker|shorter|more|higher|better"
    r"|down|up)\b"
    r"(?! than (?:the |our |its )?(?:target|goal|plan|budget|limit|average|forecast|others?|peers?)| the )"
)
"""What may follow a percentage that is a change."""
_CHANGING = (
    r"(?:(?:reduction|decrease|drop|decline|cut|fall|improvement|increase|rise|growth|gain|saving|change) of"
    r"|\b(?:down|up|fell|dropped|rose|reduced|improved|increased|decreased|declined|grew|fallen|faster|lower"
    r"|higher|shorter)"
    r"|\bby|[(,:=]|^) ?(?:an? |some |only )?$"
)
"""What may stand right before a percentage that is a change."""
_VERB = (
    rf"\b(?:{_UP}|reduc|decreas|declin|drop|fell|fall|cut|lower|shorten|sav|shrank|improv|faster|quicker|chang|went"
    rf"|came)"
)
_LINK = (
    r"(?:(?:[ -][a-z'-]+){1,4}[,;:(–—])?[\s,:;(=–—-]*(?:(?:an?|the|or|and|so|some|that|that's|is|was|which|it"
    r"|this|means|meaning|equals|i\.e\."
    r"|by|of|on|in|until|since"
    r"|down|up|cut|drop|fall|reduction|decrease|increase|rise|improvement|improved|change|saving|savings|gain"
    r"|net|overall|total"
    r"|minus|plus|per|each|every|a|week|weeks|day|days|month|months|hour|hours|minutes|year|quarter|median"
    r"|average|on average"
    r"|without|end|ticket|case|letter|request|file|call|for|same|period)[\s,:;(=.–—-]+)*"
)
"""What may stand between two figures and the percentage of their change, if it is theirs."""
_OF_ANOTHER = r"\s*(?:of\b|sure|certain|confident|likely|(?:below|above|under|over) |\)? ?(?:target|goal))"
_TO = r"^[^;]{0,50}(?:\bto|→|->|=>)(?: about| around| roughly| just| only)?\s*$"
_FROM = (
    r"(?:\bfrom\b[^.;]{0,40}|(?:went|fell|dropped|came|moved|rose|improved|declined|reduced|shortened"
    r"|grew) (?:from )?)$"
)
_NOW = (
    r"\b(?:now|lately|today|then|afterwards?|after|since|currently|closer to|down to|up to|fell to|dropped to"
    r"|came to|rose to"
    r"|came down to|went down to|went up to|this (?:month|week|quarter))\b[^.;]{0,25}$"
)
_EARLIER = (
    r"\b(?:before|used to|was|were|had|took|earlier|previously|originally|baseline|began|started|initially|first)\b"
)
_ARRIVED = (
    r"\b(?:down|up|fell|dropped|came|rose|went|improved|reduced|cut|lower|now|is|are|to)\b[^.;]{0,20}\bto\b[^.;]{0,12}$"
)
_AGAINST = r"^[^.;]{0,25}\b(?:vs\.?|versus|against|compared (?:to|with)|down from|up from|from)\b[^.;]{0,15}$"
_PRONOUN = r"^\s*(?:and |so )?(?:it|they|this|these|that|those|now|today|after|since|by|in|last|the same|with)\b"
_FRACTIONS = {
    r"halv(?:ed|ing)\b|\b(?:in|by) half\b|\bhalf as (?:many|much|long)": 50,
    r"(?:\bby|\bcut) (?:about |roughly |nearly |almost )?(?:a|one) third\b|(?:a|one) third (?:less|fewer"
    r"|faster|lower|shorter)": 33,
    r"\bby (?:about |roughly |nearly |almost )?(?:a|one) quarter\b|(?:a|one) quarter (?:less|fewer|lower|shorter)": 25,
    r"\bby (?:about |roughly |nearly |almost )?two[ -]thirds\b|two[ -]thirds (?:less|fewer|lower|shorter)": 67,
    r"\bdoubl(?:ed|ing)\b": 100,
    r"\btripl(?:ed|ing)\b": 200,
}
_FRACTION_WORDS = ("half", "halv", "third", "quarter", "doubl", "tripl")
_FRACTION_SLACK = Decimal(12)


class Pair(NamedTuple):
    """Two figures of one measure, the earlier one first where that is said."""

    before: Figure
    after: Figure
    ordered: bool = True


class Claim(NamedTuple):
    """A percentage that somebody says is a change, and the words around it."""

    low: Decimal
    high: Decimal
    words: str


def stated_changes(case: Case) -> Found:
    """Met where every stated change fits the two figures beside it."""
    return agreed(case, wrong_changes)


def wrong_changes(view: View) -> Iterator[Dispute]:
    """Changes stated in prose, in one statement or over two neighbours, that their own figures do not give."""
    for passage in view.passages:
        figures = [figure for figure in passage if figure.value.kind not in WHEN]
        for at, stated in enumerate(figures):
            if stated.value.kind == "percent" and (claim := _claim(stated)):
                pair = _pair_before(figures[:at], stated) or _pair_behind(figures[at + 1 :], stated)
                if pair and (fault := disagrees(claim, pair, stated.value.text)):
                    yield _dispute(fault, pair, stated.observation, stated.value.start, stated.value.end)
        for one, other in pairwise(figures):
            yield from _wrong_words(one, other)


def _dispute(fault: str, pair: Pair, observation: Observation, start: int, end: int) -> Dispute:
    """In one statement the whole run from the first figure to the claim is shown, else each figure."""
    places = [(one.observation, one.value.start, one.value.end) for one in (pair.before, pair.after)]
    places.append((observation, start, end))
    if all(place[0] is observation for place in places):
        first, last = min(place[1] for place in places), max(place[2] for place in places)
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
    return claimed(value, f"{before[-30:]}{value.text}{after[:24]}")


def claimed(value: Value, words: str) -> Claim:
    """What the true change may be where this percentage is stated of it."""
    assert value.low is not None
    size = abs(value.low)
    slack = Decimal("1.0") if size == size.to_integral_value() else Decimal("0.15")
    if value.comparator == "~":
        slack = max(Decimal(3), size * Decimal("0.15"))
    low = size - slack if value.comparator in ("", "~", ">", ">=") else Decimal(0)
    high = size + slack if value.comparator in ("", "~", "<", "<=") else Decimal(10_000)
    return Claim(low, high, words)


def _pair_before(figures: list[Figure], stated: Figure) -> Pair | None:
    """The two figures before a percentage: `from 52 to 41 hours, a 21% cut`; the first may be a sentence earlier."""
    if len(figures) < 2:
        return None
    one, two = figures[-2:]
    if stated.at != two.at or not re.fullmatch(_LINK, _bare(between(two, stated), two.observation, two, stated) + " "):
        return None
    if one.at == two.at:
        return _paired(one, two)
    if two.at - one.at == 1 and sum(figure.at == one.at for figure in figures) == 1:
        return _over_two_sentences(one, two)
    return None


def _pair_behind(figures: list[Figure], stated: Figure) -> Pair | None:
    """The two figures right behind a percentage: `35% faster (9.5 h to 7 h)`, `cut by 21%, from 52 to 41 hours`."""
    if len(figures) < 2 or not stated.at == figures[0].at == figures[1].at:
        return None
    gap = between(stated, figures[0])
    if len(gap) > 60 or not re.fullmatch(r"[^.;%]*(?:\bfrom (?:about |roughly )?|[(:,–—] ?)", gap):
        return None
    return _paired(figures[0], figures[1])


def _bare(gap: str, observation: Observation, one: Figure, other: Figure) -> str:
    """The words between two figures without the dates that stand there."""
    for value in observation.values:
        if value.kind in WHEN and one.value.end <= value.start and value.end <= other.value.start:
            gap = gap.replace(value.text.lower(), " ")
    return gap


def _paired(one: Figure, two: Figure) -> Pair | None:
    """Two figures of one statement as before and after, where the words between them say so."""
    if not _comparable(one, two):
        return None
    gap, lead = between(one, two), one.before[-60:]
    if "→" in gap or "->" in gap or "=>" in gap:
        return Pair(one, two)
    if re.search(_TO, gap) and re.search(_FROM, lead):
        return Pair(one, two)
    if re.search(_EARLIER, lead + gap[:40]) and re.search(_NOW, gap):
        return Pair(one, two)
    if re.search(_AGAINST, gap):
        return Pair(two, one) if re.search(r"\bfrom\b", gap) else Pair(one, two, ordered=False)
    return None


def _over_two_sentences(one: Figure, two: Figure) -> Pair | None:
    """`It took 52 hours. After the change it came down to 41 hours`: a measure told on in the next sentence."""
    if not _comparable(one, two) or one.value.unit != two.value.unit:
        return None
    told_on = re.search(_PRONOUN, two.before) or len(_words(one.text) & _words(two.text)) >= 2
    return Pair(one, two) if told_on and re.search(_ARRIVED, two.before) else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def _comparable(one: Figure, two: Figure) -> bool:
    """Whether two figures can be one measure; only the first may leave its unit to the second: `52 to 41 hours`."""
    first, last = one.value, two.value
    if first.kind == "duration" and last.kind == "number" and re.match(r" ?[a-zµ]", two.after):
        return False
    if unread_unit(one.text, first) not in ("", unread_unit(two.text, last)):
        return False
    return exact(first) and exact(last) and bool(first.low) and of_one_measure(first, last)


def disagrees(claim: Claim, pair: Pair, stated: str) -> str:
    """What the change truly is, where it is not what is claimed; nothing where the claim can be right."""
    before, after = in_one_unit(pair.before.value, pair.after.value)
    first, last = bounds(before), bounds(after)
    if first.low <= 0 or last.low <= 0:
        return ""
    spans = [_change(first, last)]
    if re.search(_SPEED, claim.words) or not pair.ordered:
        spans.append(_change(last, first))
    if before.kind == "percent":
        spans.append((abs(last.low - first.low), abs(last.low - first.low)))
        spans.append((abs(last.high - first.low), abs(last.high - first.low)))
    if re.search(r"(?:\bto|\bat) (?:just |only |about )?[\d.]+ ?%", claim.words):
        spans.append((last.low / first.high * 100, last.high / first.low * 100))
    if any(low <= claim.high and claim.low <= high for low, high in spans):
        return ""
    change = sum(_change(bounds(before), bounds(after)), Decimal(0)) / 2
    return f"{pair.before.value.text} to {pair.after.value.text} is a change of {_shown(change)}%, not {stated}"


def _change(first: tuple[Decimal, Decimal], last: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """The least and the most that one figure differs from another, in percent of the first."""
    ends = [(after - before) / before * 100 for before in first for after in last]
    low, high = min(ends), max(ends)
    if low <= 0 <= high:
        return Decimal(0), max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def _shown(change: Decimal) -> str:
    return f"{change.quantize(Decimal(1))}" if change >= 10 else f"{change.quantize(Decimal('0.1'))}"


def _wrong_words(one: Figure, two: Figure) -> Iterator[Dispute]:
    """`halved from 90 to 70`, `cut from 40 to 60`: words of change that the two figures beside them do not give."""
    lead, gap = one.before[-40:], between(one, two)
    if END in gap or not ("to" in gap or "→" in gap or "->" in gap):
        return
    pair = _paired(one, two)
    if pair is None:
        return
    words = lead[lead.rfind(".") + 1 :] + "|" + two.after[:30].partition(".")[0]
    if any(stem in words for stem in _FRACTION_WORDS):
        fraction = next(
            ((share, found[0]) for form, share in _FRACTIONS.items() if (found := re.search(form, words))), None
        )
        if fraction and "%" not in words:
            claim = Claim(fraction[0] - _FRACTION_SLACK, fraction[0] + _FRACTION_SLACK, "")
            if fault := disagrees(claim, pair, f"“{fraction[1].strip()}”"):
                yield dispute(fault, (one.observation, max(0, one.value.start - len(lead)), two.value.end))
    falls = re.search(
        r"\b(?:reduced|fell|dropped|cut|decreased|declined|shortened) (?:it |them )?from (?:about |an? )?$", lead
    )
    before, after = in_one_unit(one.value, two.value)
    if (
        falls
        and bounds(after).low > bounds(before).high
        and not re.search(r"\b(?:target|limit|floor|minimum)\b", one.before)
    ):
        start = one.value.start - len(falls[0])
        yield dispute(
            f"{one.value.text} to {two.value.text} is a rise, not a fall", (one.observation, start, two.value.end)
        )
