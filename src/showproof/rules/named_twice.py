"""Facts named the same in two places: the day of a milestone, a whole group, an aim, the time of a severity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.calendar import days_in
from showproof.rules.dated_steps import only_day
from showproof.rules.dispute import Dispute, dispute, whole
from showproof.rules.figures import amount, bounds, exact, lone, of_one_measure
from showproof.rules.name_words import name_words
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value

_PLANNED = r"^(?:date|when|due|day|planned|target date|by)"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? "
_MILESTONE = (
    r"(?:^|[,;:.] ?|\b(?:the|our|since|because|as|and|until|that) )((?:[a-z]+[ -]){1,3}?)"
    rf"(is|ends?|starts?|begins?|expires?|closes|opens|runs out) (?:on )?(?:{_WEEKDAY})?$"
)
_MOVED = (
    r"\b(?:moved|planned|originally|slipp\w+|postponed|instead|earlier|later|was|were|if|could|would|next|each|every)\b"
)
_ALL = r"\ball (?:of )?(?:the |our )?$"
_PART = r"\b(?:wave|phase|shift|site|group|pilot|first|second|third|week|day|month|quarter|sample|of these|of them)\b"
_OF_PART = r"^ (?:in|at|from|of|on|who|whose|that|with|under|for) "
"""Words behind a group by which it is one part of the people, not all of them."""
_AIM = (
    r"\b(?:target|goal|aim) (?:for|of) (?:the |our )?([a-z][a-z -]{2,40}?)"
    r" (?:is|:) (?:at most |at least |under |below )?$"
)
_LEVEL = r"\b(p|sev|severity|priority)[ -]?([0-4])\b"
_CLASS = r"[A-Z][a-z]{2,11}"
_MEASURED = r"\b(?:average|averaged|median|got|took|was|were|update\w*|fixed|resol\w+)\b"


class Day(NamedTuple):
    """The day of a milestone, and where it stands."""

    name: frozenset[str]
    observation: Observation
    value: Value
    day: date

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The date's own words."""
        return self.observation, self.value.start, self.value.end


def two_dates(view: View) -> Iterator[Dispute]:
    """A milestone with two days: `the contract ends on 31 May`, `the contract ends on 30 June`.

    Rows are held against sentences only: two tables may name the same step of two sites.
    """
    rows: defaultdict[frozenset[str], list[Day]] = defaultdict(list)
    for unit in view.draft.units:
        if unit.kind == "row" and "date" in unit.traits and (row := _milestone_row(unit, view)):
            rows[row.name].append(row)
    said: dict[frozenset[str], Day] = {}
    for fact in _milestones(view):
        others = rows[fact.name] if len(rows[fact.name]) == 1 else []
        for other in (*others, said.setdefault(fact.name, fact)):
            if (other.day.month, other.day.day) != (fact.day.month, fact.day.day):
                fault = f"it is {other.value.text} in one place and {fact.value.text} in another"
                yield dispute(fault, fact.place, other.place)


def _milestones(view: View) -> Iterator[Day]:
    """Sentences that end with the day of a milestone."""
    for unit in view.draft.units:
        if unit.kind == "row" or "date" not in unit.traits:
            continue
        for observation in unit.observations:
            for value, day in days_in(observation, view.calendar):
                lead, tail = words_before(observation, value), words_behind(observation, value)
                found = re.search(_MILESTONE, lead)
                if found and "/" not in value.iso and not re.match(r" [a-z(]", tail) and not re.search(_MOVED, lead):
                    yield Day(_name(found[1], found[2]), observation, value, day)


def _milestone_row(unit: Unit, view: View) -> Day | None:
    """A row whose first words are a milestone, with its only day."""
    dated = [(o, day) for o in unit.observations if (day := only_day(o, view.calendar))]
    if len(dated) != 1 or dated[0][0] is unit.observations[0] or not re.search(_PLANNED, dated[0][0].label):
        return None
    return Day(_name(unit.observations[0].text, "is"), dated[0][0], dated[0][0].values[0], dated[0][1])


def _name(words: str, verb: str) -> frozenset[str]:
    """A milestone by its words; what ends on a day is not what is on it."""
    return name_words(words) | ({verb.rstrip("s")} if verb != "is" else set())


def two_wholes(view: View) -> Iterator[Dispute]:
    """`all 64 reps`, `all 58 reps`: the whole of one group with two counts."""
    wholes: dict[str, tuple[Observation, Value]] = {}
    for unit in view.draft.units:
        if unit.kind == "row" or "quantity" not in unit.traits:
            continue
        for observation in unit.observations:
            for value in observation.values:
                if value.kind != "number" or not value.unit or not exact(value) or (value.low or 0) < 3:
                    continue
                lead = words_before(observation, value)
                behind = words_behind(observation, value)
                if not re.search(_ALL, lead) or re.search(_PART, lead + behind[:40]) or re.match(_OF_PART, behind):
                    continue
                first = wholes.setdefault(value.unit, (observation, value))
                if amount(first[1]) != amount(value):
                    places = ((o, v.start, v.end) for o, v in (first, (observation, value)))
                    yield dispute(f"all {first[1].text} in one place and all {value.text} in another", *places)


def two_aims(view: View) -> Iterator[Dispute]:
    """An aim in a sentence, and another one in the row of the same measure."""
    rows: defaultdict[frozenset[str], list[Observation]] | None = None
    for unit in view.draft.units:
        if unit.kind == "row" or "target" not in unit.facets:
            continue
        for observation in unit.observations:
            for value in observation.values:
                found = re.search(_AIM, words_before(observation, value)) if value.low is not None else None
                if found is None:
                    continue
                rows = _aims(view) if rows is None else rows
                aims = [aim for aim in rows.get(name_words(found[1]), ()) if of_one_measure(value, aim.values[0])]
                if aims and not any(bounds(aim.values[0]).meets(bounds(value)) for aim in aims):
                    fault = f"the aim is {value.text} in one place and {aims[0].text} in another"
                    yield dispute(fault, (observation, value.start, value.end), whole(aims[0]))


def _aims(view: View) -> defaultdict[frozenset[str], list[Observation]]:
    """The cells with an aim, by the name of their row."""
    found: defaultdict[frozenset[str], list[Observation]] = defaultdict(list)
    for unit in view.draft.units:
        for cell in unit.observations[1:] if unit.kind == "row" else ():
            if "target" in cell.asked and len(cell.values) == 1 and cell.values[0].low is not None:
                found[name_words(unit.observations[0].text)].append(cell)
    return found


def two_limits(view: View) -> Iterator[Dispute]:
    """What a sentence promises for a severity or a class, and another time in the row of that severity or class."""
    rows: defaultdict[str, list[Observation]] = defaultdict(list)
    for unit in view.draft.units:
        if unit.kind == "row" and (name := _class_of(unit)):
            rows[name] += unit.observations[1:]
    classes = "|".join(re.escape(name) for name in rows if not re.search(_LEVEL, name))
    for unit in view.draft.units if rows else ():
        if unit.kind != "row" and "duration" in unit.traits and "past" not in unit.traits:
            for observation in unit.observations:
                yield from _other_limit(observation, rows, classes)


def _class_of(unit: Unit) -> str:
    """The severity (`p1`) or the class in one word (`Red`) that begins a row with times in it."""
    text = unit.observations[0].text.strip()
    level = re.match(_LEVEL, text.lower())
    if level:
        return f"{level[1][0]}{level[2]}"
    return text if re.fullmatch(_CLASS, text) and "duration" in unit.traits else ""


def _other_limit(observation: Observation, rows: Mapping[str, list[Observation]], classes: str) -> Iterator[Dispute]:
    """The cells of the class that a statement names, under a column that it names too, with another time."""
    text = observation.text.lower()
    named = [f"{kind[0]}{number}" for kind, number in re.findall(_LEVEL, text)]
    named += re.findall(rf"\b(?:{classes})\b", observation.text) if classes else []
    lengths = [value for value in observation.values if value.kind == "duration" and value.low is not None]
    if len(named) != 1 or len(lengths) != 1 or re.search(_MEASURED, text):
        return
    said, words = lengths[0]._replace(comparator=""), name_words(text)
    for cell in rows.get(named[0], ()):
        limit, label = lone(cell), name_words(cell.label)
        if limit and label and label <= words and of_one_measure(limit, said) and amount(limit) != amount(said):
            fault = f"{lengths[0].text} in one place and {limit.text} in the table"
            yield dispute(fault, (observation, said.start, said.end), whole(cell))
