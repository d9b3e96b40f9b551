"""A result that is said to keep a limit or to meet a target, where the two figures beside each other say that not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from showproof.model import Observation, Unit
from showproof.rules.dispute import Dispute, dispute, whole
from showproof.rules.figures import amount, in_one_unit, of_one_measure
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value

_BOUND = r"(?:limit|target|promise|goal|ceiling|cap|tolerance|bound|threshold|maximum|allowance|aim|commitment)"
_FLOOR = r"(?:floor|minimum|target|goal|promise|threshold|aim|bar|requirement)"
_SO = r"^[,;]? ?(?:which is |and (?:so )?|so |well |still |just )*"
_UNDER = rf"{_SO}(?:within|inside|under|below)\b[^.;]{{0,24}}{_BOUND}\b[^.;]{{0,16}}$"
_OVER = rf"{_SO}(?:above|over|beyond)\b[^.;]{{0,24}}{_FLOOR}\b[^.;]{{0,16}}$"
_AGAINST = (
    r"^[^.;]{0,20}\b(?:against|versus|vs\.?|with|for|compared (?:with|to))\b"
    rf"[^.;]{{0,24}}{_BOUND}\b[^.;]{{0,16}}$"
)
_MET = (
    r"^[^.]{0,24}\b(?:(?:target|promise|goal|limit|it|this|that|and|so|which) (?:\w+ ){0,2}(?:met|kept|reached|held"
    r"|meets|achieved|passed|hit|fulfilled)|(?:meets|keeps|hits|achieves) (?:it|the (?:target|promise|goal|limit)))\b"
)
_NOT = (
    r"\b(?:not|never|no longer|nowhere|hardly|nearly|almost|barely|fail\w*|miss\w*|outside|out of|partly|unless|if)\b"
    r"|n['’]t\b"
)
_WISHED = (
    r"\b(?:should|must|shall|needs? to|has to|have to|to (?:be|come|get|bring|stay)|want|aim\w*|until|will|would|could"
    r"|can|may)\b"
)
_FEWER = (
    r"\b(?:error\w*|late|missed|lost|backlog|re-?open\w*|returned|defects?|wrong|churn|complain\w*|fail\w*|cost\w*|overdue"
    r"|abandon\w*|untagged|unmatched|rework|breach\w*|variance|deviation|drop\w*|delay\w*|exceptions?|duplicates?)\b"
)
_MORE = (
    r"\b(?:accura\w+|right|correct\w*|on time|uptime|availab\w+|complete\w*|match\w*|coverage|satisf\w+|agree\w*"
    r"|adoption|trained|filled|notice)\b"
)
_TARGETS = ("target", "goal", "limit", "promise", "aim", "threshold", "commitment", "sla")
_RESULTS = ("result", "actual", "measured", "achieved", "outcome", "results", "actuals", "reached")
_VERDICTS = ("met", "passed", "target met", "goal met", "kept", "in limit", "within limit", "ok", "pass", "met?")
_YES = r"^\W*(?:yes|met|kept|pass(?:ed)?|ok|✓|✔|within limit|reached|achieved)\W*$"
_FALLING, _RISING = frozenset(("<", "<=")), frozenset((">", ">="))


def kept_though_missed(view: View) -> Iterator[Dispute]:
    """`1.9 %, within the limit of 0.8 %`; `41 minutes against the promise of 30, so it was met`; a row with a yes."""
    for unit in view.draft.units:
        if "quantity" not in unit.traits:
            continue
        for observation in unit.observations:
            if len(observation.values) > 1:
                yield from _in_words(observation)
        if unit.kind == "row" and len(unit.observations) > 2:
            yield from _in_row(unit)


def _in_words(observation: Observation) -> Iterator[Dispute]:
    """Two figures in one statement with the words that set one against the other."""
    for result, limit in pairwise(observation.values):
        if not result.low or not limit.low or result.low != result.high or not of_one_measure(result, limit):
            continue
        gap = observation.text[result.end : limit.start].lower()
        lead = re.split(r"[.;]", words_before(observation, result))[-1][-40:]
        tail = words_behind(observation, limit)
        if re.search(f"{_NOT}|{_WISHED}", f"{lead} {gap}"):
            continue
        first, last = map(amount, in_one_unit(result, limit))
        crossed = (re.search(_UNDER, gap) and first > last) or (re.search(_OVER, gap) and first < last)
        said_met = re.search(_AGAINST, gap) and _said_met(tail)
        if crossed or (said_met and _misses(first, last, result, observation.text.lower())):
            yield _dispute(observation, result, limit)


def _said_met(tail: str) -> bool:
    """Whether the words behind a limit say that it was met."""
    met = re.search(_MET, tail)
    return met is not None and not re.search(_NOT, met[0])


def _dispute(observation: Observation, result: Value, limit: Value) -> Dispute:
    fault = f"{result.text} is said to keep {limit.text}, and does not"
    return dispute(fault, (observation, result.start, limit.end))


def _misses(result: Decimal, limit: Decimal, value: Value, text: str) -> bool:
    """Whether a result is on the wrong side of its limit, as far as its words tell which side that is."""
    fewer, more = bool(re.search(_FEWER, text)), bool(re.search(_MORE, text))
    if fewer == more:
        return value.kind == "duration" and not more and result > limit
    return result > limit if fewer else result < limit


def _in_row(unit: Unit) -> Iterator[Dispute]:
    """A target, a result and a yes in one row."""
    target, result, verdict = (_under(unit, labels) for labels in (_TARGETS, _RESULTS, _VERDICTS))
    if not (target and result and verdict) or not re.match(_YES, verdict.text.lower()):
        return
    if len(target.values) != 1 or len(result.values) != 1 or not of_one_measure(target.values[0], result.values[0]):
        return
    limit, reached = target.values[0], result.values[0]
    if not limit.low or not reached.low or reached.low != reached.high:
        return
    first, last = amount(reached), amount(limit)
    if (limit.comparator in _FALLING and first > last) or (limit.comparator in _RISING and first < last):
        fault = f"{result.text.strip()} is said to keep {target.text.strip()}, and does not"
        yield dispute(fault, whole(target), whole(result), whole(verdict))


def _under(unit: Unit, labels: tuple[str, ...]) -> Observation | None:
    return next((one for one in unit.observations if one.label in labels), None)
