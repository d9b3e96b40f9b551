"""Two figures of one measure that are told as before and after: `from 52 to 41 hours`, `52 in May and 41 in June`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.figures import exact, of_one_measure, unread_unit
from showproof.rules.passages import END, WHEN, Figure, between

_NEAR = 90
"""Characters between two figures up to which one sentence sets them against each other."""
_ARROW = r"→|->|=>"
_TO = r"^[^;]{0,50}\bto(?: about| around| roughly| just| only)?\s*$"
_FROM = (
    r"(?:\bfrom\b[^.;]{0,40}|\(|(?:went|fell|dropped|came|moved|rose|improved|declined|reduced|shortened|grew)"
    r" (?:from )?)$"
)
_EARLIER = (
    r"\b(?:before|used to|was|were|had|took|earlier|previously|originally|baseline|began|started|initially|averaged)\b"
)
_NOW = (
    r"\b(?:now|lately|today|then|afterwards?|after|since|currently|closer to|(?:came |went )?(?:down|up) to|fell to"
    r"|dropped to|came to|rose to|this (?:month|week|quarter))\b[^.;]{0,25}$"
)
_NOW_BEHIND = r"^[^.;,0-9]{0,20}\b(?:now|today|after|afterwards|lately|currently)\b"
_BEFORE_BEHIND = r"^[^.;0-9]{0,20}\bbefore\b"
_AGAINST = (
    r"^[^.;]{0,25}\b(?:vs\.?|versus|against|compared (?:to|with)|down from|up from|from|instead of)\b[^.;]{0,15}$"
)
_REVERSED = r"\b(?:from|instead of)\b"
_TOLD_ON = r"^\s*(?:and |so )?(?:it|they|this|these|that|those|now|today|after|since|by|in|last|the same|with)\b"
_ARRIVED = (
    r"\b(?:down|up|fell|dropped|came|rose|went|improved|reduced|cut|lower)\b[^.;]{0,20}\bto\b[^.;]{0,12}$"
    r"|\b(?:is|are|takes?|took|needs?|was|were|stands at)\b[^.;]{0,12}$|:\s*$"
)


class Pair(NamedTuple):
    """Two figures of one measure, the earlier one first where that is said."""

    before: Figure
    after: Figure
    ordered: bool = True


def pair_of(figures: Sequence[Figure]) -> Pair | None:
    """The last two figures as before and after, in one statement or over two neighbours."""
    if len(figures) < 2 or not pairable(figures[-2], figures[-1]):
        return None
    one, two = figures[-2:]
    if one.at == two.at:
        return _in_one_statement(one, two)
    alone = sum(figure.at == one.at for figure in figures) == 1
    return _over_two_statements(one, two) if alone and two.at - one.at == 1 else None


def pairable(one: Figure, two: Figure) -> bool:
    """Whether two figures can be one measure; only the first may leave its unit to the second: `52 to 41 hours`."""
    first, last = one.value, two.value
    if first.kind == "duration" and last.kind == "number" and re.match(r" ?[a-zµ]", two.after):
        return False
    if unread_unit(one.text, first) not in ("", unread_unit(two.text, last)):
        return False
    return exact(first) and exact(last) and bool(first.low) and of_one_measure(first, last)


def _in_one_statement(one: Figure, two: Figure) -> Pair | None:
    gap, lead = between(one, two), one.before[-60:]
    if re.search(_ARROW, gap) or (re.search(_TO, gap) and re.search(_FROM, lead)):
        return Pair(one, two)
    if re.search(_AGAINST, gap):
        reverse = re.search(_REVERSED, gap)
        return Pair(two, one) if reverse else Pair(one, two, ordered=False)
    if ";" in gap[1:-1] and not _dated_apart(one, two):
        return None
    early = re.search(_EARLIER, f"{lead}{gap[:40]}")
    late = re.search(_NOW, gap) or re.match(_NOW_BEHIND, two.after)
    if len(gap) <= _NEAR and ((early and late) or (re.match(_BEFORE_BEHIND, gap) and late) or _dated_apart(one, two)):
        return Pair(one, two)
    return None


def _over_two_statements(one: Figure, two: Figure) -> Pair | None:
    """`It took 52 hours. After the change it came down to 41 hours`: a measure told on in the next sentence."""
    told_on = re.search(_TOLD_ON, two.before) or len(_long_words(one.text) & _long_words(two.text)) >= 2
    if one.value.unit != two.value.unit or not told_on or not re.search(_ARRIVED, two.before):
        return None
    early = re.search(_EARLIER, one.before + one.after[:30])
    return Pair(one, two) if early or _dates(one.observation) or _dates(two.observation) else None


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def _dated_apart(one: Figure, two: Figure) -> bool:
    """Whether two months or quarters stand beside the only two figures of their kind: `52 in May and 41 in June`."""
    whens = _dates(one.observation)
    alike = [value for value in one.observation.values if value.kind == two.value.kind]
    if len(whens) != 2 or len(alike) > 2 + (two.value.kind == "percent"):
        return False
    first, last = whens
    return first[1] <= two.value.start and last[0] >= one.value.end and last[0] <= two.value.end + 20


def _dates(observation: Observation) -> list[tuple[int, int]]:
    """Where the months, quarters and days of a statement stand."""
    return [(value.start, value.end) for value in observation.values if value.kind in ("date", "quarter")]


def without_dates(gap: str, one: Figure, other: Figure) -> str:
    """The words between two figures of one statement without the dates that stand there."""
    for value in one.observation.values:
        if value.kind in WHEN and one.value.end <= value.start and value.end <= other.value.start:
            gap = re.sub(rf"(?:\b(?:in|on|by|of|since) )?{re.escape(value.text.lower())}", "", gap)
    return gap


def ends_between(one: Figure, two: Figure) -> bool:
    """Whether a statement ends between two figures."""
    return END in between(one, two)
