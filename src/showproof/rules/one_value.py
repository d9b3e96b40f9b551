"""One fact, one value: the same measure, rate, count or date of one period is given the same in every place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Check, Dispute, agreed, dispute
from showproof.rules.figures import bounds, exact, of_one_measure
from showproof.rules.name_words import name_words
from showproof.rules.named_twice import two_aims, two_dates, two_limits, two_wholes
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value, find_values

_PER = r"^\s?(?:[a-z-]+ ){0,3}?(?:per|a|an|each|every|/)\s?(quarter|month|week|day|year|mo|wk|qtr|yr)\b"
"""What makes a rate of a count: the period that follows it."""
_LONG = {"mo": "month", "wk": "week", "qtr": "quarter", "yr": "year"}
_STANDING = (
    r"\b(?:we|they|it|which|that|team|desk|who|queue|customers?|clients?|volume)\b(?: \w+){0,2} (?:receive|get"
    r"|send|handle|process|see|have|take|serve|issue|run|work|answer|review|is|of|are)\w?\b|\bvolume of\b"
    r"|\bvolume:|^(?:about|around|roughly|approximately|some|~)"
)
"""A fact that holds while the text is written, not one of a past or planned time."""
_APART = (
    r"\b(?:before|after|went|target|goal|aim|plan\w*|expect\w*|would|could|should|will|may|might|if"
    r"|estimate\w*|forecast|budget|limit|cap|capacity|maximum|max|at most|up to"
    r"|under|over|above|below|more than|less than|at least|only|additional|extra|new|saves?|saving|fewer"
    r"|instead|per (?:person|agent|team|analyst|site)|each (?:person|agent|team|analyst|site)"
    r"|old|now|then|was|were|had|last|previous\w*|earlier|used to|rose|fell|grew|option|scenario|best|worst"
    r"|wave|pilot|of (?:these|them|which|those)|peak\w*|worst|busy|quiet|normal\w*)\b"
)
"""Words that set a figure apart from another one of its kind: another time, aim, scenario or part."""
_OF_A_PART = rf"{_PER[:-2]}s? (?:in|at|for|on|by|via|through) "
"""What makes the volume of one place, channel or group of the plain one."""
_OF_NOUN = r" of (?:the |our |all |its )?(?:\w+ ){0,2}?(\w+s)\b"
_DEFINITE = r"\b(?:of|all|the|these|our) (?:the )?$"
_STOOD = (
    r"(?:^|[,;:(\d] ?|\b(?:the|our|its) )(?:the |our |its )?([a-z][a-z -]{3,60}?)(?:,? which)? (?:stood at"
    r"|stands at|is|was|are|were"
    r"|made up|makes up|came to|comes to|reached|equals?|amounts? to|totals?)"
    r" (?:about |around |roughly |approximately |some |almost |nearly |currently |at )*$"
)
_SET_APART_NAME = (
    r"\b(?:target|goal|aim|plan|limit|threshold|estimate|forecast|before|after|budget|minimum|maximum|reserve"
    r"|expected|difference|change|reduction|increase|decrease|result|rest|true|other|who|it|this|that|there)\b"
)
_PERIOD = re.compile(r"^(?:\d{4}-\d\d(?:-\d\d)?|--\d\d|\d{4}-Q\d|Q\d)$")


class Fact(NamedTuple):
    """A figure with what it is said of."""

    observation: Observation
    value: Value
    name: frozenset[str]
    """What it is said of, in stems."""
    periods: frozenset[str]
    """Months and quarters that it is said of."""

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The figure's own words."""
        return self.observation, self.value.start, self.value.end


def one_value(case: Case) -> Found:
    """Met where no fact is given two values."""
    return agreed(case, *ONE_VALUE)


def two_shares(view: View) -> Iterator[Dispute]:
    """One count with two percentages of the same whole: `38% of tickets (412 of 1,084)`, `412 (34% of tickets)`."""
    known: dict[tuple[object, str], tuple[Observation, int, int, Value]] = {}
    for observation, count, percent, noun in _counted_shares(view):
        key = count.low, noun
        place = observation, min(count.start, percent.start), max(count.end, percent.end)
        if key not in known:
            known[key] = (*place, percent)
            continue
        first = known[key]
        if not _close(first[3], percent):
            fault = f"{count.text} of the {noun} is {first[3].text} in one place and {percent.text} in another"
            yield dispute(fault, first[:3], place)


def _counted_shares(view: View) -> Iterator[tuple[Observation, Value, Value, str]]:
    """(statement, count, percentage, what it is a share of) for each count with its share."""
    for unit in view.draft.units:
        if "percent" not in unit.traits:
            continue
        for observation in unit.observations:
            for one, other in _neighbours(observation):
                percent = one if one.kind == "percent" else other
                count = other if percent is one else one
                noun = re.match(_OF_NOUN, words_behind(observation, percent))
                if count.kind in ("number", "ratio") and count.low is not None and count.low >= 10 and noun:
                    yield observation, count, percent, noun[1]


def _neighbours(observation: Observation) -> Iterator[tuple[Value, Value]]:
    """A count and a percentage of which one stands in brackets right behind the other's phrase."""
    figures = [value for value in observation.values if value.kind in ("number", "ratio", "percent")]
    for one, other in pairwise(figures):
        gap = observation.text[one.end : other.start]
        if (one.kind == "percent") != (other.kind == "percent") and re.fullmatch(r"[^.;()]{0,50}\($", gap):
            yield one, other


def two_rates(view: View) -> Iterator[Dispute]:
    """The volume of one thing per period, told as a fact in two places with two figures."""
    rates: defaultdict[str, list[tuple[Unit, Fact]]] = defaultdict(list)
    for unit in view.draft.units:
        if unit.kind == "row" or "quantity" not in unit.traits:
            continue
        for observation in unit.observations:
            for value in observation.values:
                found = value.kind == "number" and exact(value) and re.match(_PER, words_behind(observation, value))
                if found and value.low and value.low >= 5 and not _set_apart(observation, value):
                    period = _LONG.get(found[1], found[1])
                    rates[period].append(
                        (
                            unit,
                            Fact(observation, value, name_words(value.unit or _thing(observation, value)), frozenset()),
                        )
                    )
    for period, facts in rates.items():
        for (unit, one), (other_unit, other) in combinations(facts, 2):
            if _same_thing(unit, one, other_unit, other, view) and not _close(one.value, other.value):
                yield dispute(
                    f"{one.value.text} a {period} in one place and {other.value.text} a {period} in another",
                    one.place,
                    other.place,
                )


def _set_apart(observation: Observation, value: Value) -> bool:
    """Whether a figure is of another time, aim or part than the plain fact."""
    clause, behind = re.split(r"[.;]", words_before(observation, value))[-1], words_behind(observation, value)
    return bool(re.search(_APART, f"{clause} {behind[:24]}") or re.match(_OF_A_PART, behind))


def _standing(fact: Fact) -> bool:
    """Whether it is told as a fact that holds while the text is written."""
    clause = re.split(r"[.;]", words_before(fact.observation, fact.value))[-1]
    return bool(re.search(_STANDING, clause))


def _thing(observation: Observation, value: Value) -> str:
    """The noun behind a figure that counts no plural: `412,000 printed letters` is read by its last word."""
    found = re.match(r"\s(?:[a-z-]+ ){0,2}?([a-z]+s)\b(?= (?:per|a|each|every)\b)", words_behind(observation, value))
    return found[1] if found else ""


def _same_thing(unit: Unit, one: Fact, other_unit: Unit, other: Fact, view: View) -> bool:
    """Both count the same noun; one that names none counts what its own paragraph speaks of."""
    if _periods([one.observation]) != _periods([other.observation]):
        return False
    if one.observation is other.observation or not (_standing(one) or _standing(other)):
        return False
    if one.name and other.name:
        return one.name == other.name
    if not one.name and not other.name:
        return False
    named, bare = (one, other_unit) if one.name else (other, unit)
    said = " ".join(
        near.text for near in view.draft.units if near.paragraph == bare.paragraph and near.section == bare.section
    )
    return named.name <= name_words(said)


def changed_digits(view: View) -> Iterator[Dispute]:
    """`the 421,000`, of which nothing was said before, beside 412,000: two digits of a large figure changed round."""
    large: dict[str, list[tuple[Observation, Value]]] = defaultdict(list)
    for unit in view.draft.units:
        if "quantity" in unit.traits:
            for observation in unit.observations:
                for value in observation.values:
                    if (
                        value.kind in ("number", "money")
                        and value.low is not None
                        and value.low >= 1_000
                        and exact(value)
                    ):
                        large[f"{value.low.normalize():f}"].append((observation, value))
    for digits, places in large.items():
        if len(places) > 1 or places[0][1].unit or not re.search(_DEFINITE, words_before(*places[0])):
            continue
        twins = [other for other in large if other != digits and len(other) == len(digits) and _swapped(digits, other)]
        if len(twins) == 1 and of_one_measure(places[0][1], large[twins[0]][0][1]):
            observation, value = large[twins[0]][0]
            yield dispute(
                f"{value.text} in one place and {places[0][1].text} in another",
                (observation, value.start, value.end),
                (places[0][0], places[0][1].start, places[0][1].end),
            )


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits stand the other way round."""
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def two_levels(view: View) -> Iterator[Dispute]:
    """A named share or amount of one month in a sentence, and another in the row of the same name."""
    said = list(_sentences(view))
    if not said:
        return
    rows = list(_rows(view))
    for fact in said:
        meant = [row for row in rows if _meant(fact, row)]
        if meant and not any(_close(fact.value, row.value) for row in meant):
            row = meant[0]
            where = row.observation.location.where()
            yield dispute(f"{fact.value.text} in one place and {row.value.text} in {where}", fact.place, row.place)
    for one, other in combinations(said, 2):
        if (
            one.name == other.name
            and one.periods == other.periods
            and one.periods
            and one.observation is not other.observation
            and len(one.name) > 1
            and of_one_measure(one.value, other.value)
            and not _close(one.value, other.value)
        ):
            yield dispute(f"{one.value.text} in one place and {other.value.text} in another", one.place, other.place)


def _sentences(view: View) -> Iterator[Fact]:
    """Sentences that give a named measure one figure for a month or quarter."""
    for unit in view.draft.units:
        if unit.kind == "row" or not unit.traits & {"percent", "money", "duration"}:
            continue
        for observation in unit.observations:
            periods = _periods([observation])
            for value in observation.values if periods else ():
                if value.kind in ("percent", "money", "duration") and exact(value):
                    found = re.search(_STOOD, words_before(observation, value))
                    if found and not re.search(_SET_APART_NAME, found[1]) and (name := _named(found[1])):
                        yield Fact(observation, value, name, periods)


def _rows(view: View) -> Iterator[Fact]:
    """Cells with one figure, by the name of their row and the head of their column, with the periods of their table."""
    for units in view.tables:
        heads = frozenset(period for unit in units for o in unit.observations for period in _label_periods(o.label))
        for unit in units:
            first = unit.observations[0]
            for cell in unit.observations[1:]:
                if (
                    len(cell.values) == 1
                    and exact(cell.values[0])
                    and len(cell.text) < 24
                    and not re.search(_SET_APART_NAME, f"{first.text} {cell.label}".lower())
                ):
                    own = _label_periods(cell.label) or heads
                    if len(own) == 1:
                        yield Fact(cell, cell.values[0], _named(f"{first.text} {cell.label}"), own)


def _meant(fact: Fact, row: Fact) -> bool:
    return fact.periods == row.periods and of_one_measure(fact.value, row.value) and fact.name <= row.name


def _named(text: str) -> frozenset[str]:
    """The words of a measure's name; "no tag" and "without a tag" are what "untagged" is."""
    text = re.sub(
        r"\b(?:no|without|missing|lacking)(?: an?| any)? (?:usable |valid |correct |proper )?([a-z]+)",
        r"un\1",
        text.lower(),
    )
    return name_words(text) - _MONTHS


_MONTHS = name_words("january february march april may june july august september october november december usd eur")


def _periods(observations: Sequence[Observation]) -> frozenset[str]:
    found = (value.iso for o in observations for value in o.values if value.kind in ("date", "quarter"))
    return frozenset(iso for iso in found if _PERIOD.match(iso))


def _label_periods(label: str) -> frozenset[str]:
    return frozenset(
        value.iso
        for value in find_values(label.title())
        if value.kind in ("date", "quarter") and _PERIOD.match(value.iso)
    )


def _close(one: Value, other: Value) -> bool:
    """Whether two figures can be one, each as exactly as it was written."""
    first, second = bounds(one), bounds(other)
    return first.meets(second)


ONE_VALUE: tuple[Check, ...] = (
    two_shares,
    two_rates,
    changed_digits,
    two_levels,
    two_wholes,
    two_aims,
    two_limits,
    two_dates,
)
"""Everything by which one fact can be given two values."""
