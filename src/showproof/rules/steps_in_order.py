"""Steps that are dated in an order in which they can be done: pilot and approval first, then going live.

Bad: "9 September: live for everyone", "16 September: go/no-go", or a first wave dated after the second.
Good: "16 September: go/no-go", "23 September: live for everyone".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.base import Case, Found
from showproof.rules.calendar import Calendar, days_in, in_order
from showproof.rules.dispute import Dispute, agreed, dispute, whole
from showproof.rules.view import View
from showproof.rules.wording import content_words

_GO = (
    r"\bgo(?: ?[/-] ?| or |-or-)no[ -]?go\b|\b(?:go[- ]live|launch|release|cutover|rollout) (?:decision"
    r"|approval)\b|\bdecision to (?:go live|launch|proceed)\b"
)
_PILOT = (
    r"\bpilot\w*\b|\bdry run\b|\brehearsal\b|\buat\b|\buser acceptance\b|\bshadow (?:run|mode|test)\b|\bparallel run\b"
)
_TRAIN = (
    r"\b(?:train|training) (?:for |of )?(?:all|every\w*|agents|staff|users|reps|reviewers|analysts|the team|teams)\b"
)
_LIVE = (
    r"\bgo(?:es)?[- ]live\b|\b(?:is |are )?live (?:for|in|with|to|at) (?:all|every\w*|the whole)\b"
    r"|\bfull (?:rollout|launch|release|go-live)\b"
    r"|\b(?:rolled out|rollout|released|launch(?:ed)?|switched on) (?:to|for) (?:all|every\w*)\b|\bcut ?over\b"
    r"|\bgeneral (?:release|availability)\b"
    r"|\b100 ?% (?:live|of traffic)\b|\blive for all\b|^(?:[a-z]+ ){1,3}live$"
)
_PARTIAL = (
    r"\bpilot|\bwave\b|\bphase\b|\bfirst (?:group|team|site|wave|users)|\bcanary|\bshadow|\bone (?:team|site"
    r"|program)|\bcheck\w*\b|\breview\b"
    r"|\bdecision\b|\bprepar\w+|\bplan\b|\breadiness|\bafter\b|\bpost\b|\bbefore\b|\bread-?out\b|\breport\b"
    r"|\bno[ -]?go\b|\b\d+ ?%(?<!100%)|\bdry run|\brollback"
    r"|\bannounc\w+|\btrain\w*|\bcommunic\w+|\bemail\b|\bbrief\w*|\bfreeze\b|\bsupport\b|\bdate\b|\bmoved\b"
    r"|\bpostponed\b|\btest\w*"
)
"""What makes a step that speaks of going live another one."""
_AGAIN = (
    r"\bsecond|\bthird|\bnext|\bagain|\bfollow-?up|\brefresh|\bnew hires?|\bremaining|\bafter\b|\bpost[- ]"
    r"|\bresults?\b|\breview\b|\breport\b|\bphase\b|\bwave\b"
)
_TESTED, _USED = (
    r"\btested\b|\btest(?:ing)? of\b|\btest\b",
    r"\bused (?:every|each|daily|in)\b|\bin (?:daily )?use\b|\bswitched on\b|\blive\b|\benabled\b",
)
_APPROVED = r"\bapproved\b|\bapproval of\b|\bsigned off\b"
_STAGES = _TESTED + "|" + _USED + "|" + _APPROVED
_WAVE = r"\b(wave|phase|stage|cohort|batch)[ -]?(\d{1,2})\b"
_AFTER_EVENT = r"\b(?:after|once|following) (?!the )?[^,;.]{4,60}\b(?:on )$"
_NEEDS = (
    "depends on",
    "dependency",
    "dependencies",
    "dep",
    "depends",
    "needs",
    "predecessor",
    "predecessors",
    "after step",
    "blocked by",
)
_NUMBER = ("#", "no", "nr", "step", "id", "ws#", "item", "step no", "number", "task id", "ref")
_DONE = (
    "due",
    "due date",
    "by",
    "by when",
    "when",
    "date",
    "deadline",
    "end",
    "end date",
    "finish",
    "planned",
    "target date",
    "start",
    "start date",
)
_SHARED = 2
"""Words that two steps must share to be about one thing."""


class Step(NamedTuple):
    """A dated line of a plan or a timeline."""

    said: Observation
    dated: Observation
    day: date
    text: str

    @property
    def when(self) -> str:
        """Its date as it was written."""
        found = self.dated.text if self.dated is not self.said else self.text
        return found.strip()[:40]


def steps_in_order(case: Case) -> Found:
    """Met where no step is dated before what it needs."""
    return agreed(case, misordered_steps, done_before_cause, broken_needs)


def misordered_steps(view: View) -> Iterator[Dispute]:
    """Go-live before its pilot or go/no-go, use before its test or approval, a second wave before the first."""
    for steps in _plans(view):
        dated: set[str] = set()
        for earlier, later, say in _wrong_pairs(steps):
            if later.text not in dated:
                dated.add(later.text)
                fault = f"“{_short(later)}” is dated before “{_short(earlier)}”, {say}"
                places = (later.said, later.dated, earlier.said, earlier.dated)
                yield dispute(fault, *(whole(one) for one in dict.fromkeys(places)))


def _short(step: Step) -> str:
    return step.text if len(step.text) <= 48 else step.text[:48].rsplit(" ", 1)[0] + " …"


def _wrong_pairs(steps: Sequence[Step]) -> Iterator[tuple[Step, Step, str]]:
    """(what has to come first, what is dated before it, why) for each pair of steps."""
    texts = [(step, step.text.lower()) for step in steps]
    live = [step for step, text in texts if re.search(_LIVE, text) and not re.search(_PARTIAL, text)]
    for form, again, say in (
        (_GO, "", "which decides it"),
        (_PILOT, _AGAIN, "which tries it out"),
        (_TRAIN, _AGAIN, "which prepares people for it"),
    ):
        first = [
            step
            for step, text in texts
            if re.search(form, text) and not (again and re.search(again, text)) and step not in live
        ]
        if len(first) == 1 and len(live) == 1 and not in_order(first[0].day, live[0].day):
            yield first[0], live[0], say
    for earlier, later, say in ((_TESTED, _USED, "which tests it"), (_APPROVED, _USED, "which allows it")):
        for one, first_text in texts:
            for other, last_text in texts:
                if (
                    one is other
                    or in_order(one.day, other.day)
                    or not (re.search(earlier, first_text) and re.search(later, last_text))
                ):
                    continue
                shared = _subject(first_text) & _subject(last_text)
                if (
                    len(shared) >= _SHARED
                    and not re.search(earlier, last_text)
                    and not re.search(_AGAIN.replace(r"\bsecond|", ""), first_text)
                ):
                    yield one, other, say
    waves = [(step, found[1], int(found[2])) for step, text in texts if (found := re.search(_WAVE, text))]
    for one, kind, number in waves:
        for other, same, higher in waves:
            alike = (
                kind == same
                and higher == number + 1
                and re.sub(r"\d+", "", one.text[:24]) == re.sub(r"\d+", "", other.text[:24])
            )
            if alike and not in_order(one.day, other.day):
                yield one, other, "which has the lower number"


def _subject(text: str) -> frozenset[str]:
    """The words of a step that are not about what is done with it."""
    return content_words(re.sub(_STAGES, " ", text))


def _plans(view: View) -> Iterator[list[Step]]:
    """The dated lines of each list and table; of a table once for every column of dates."""
    for _, group in groupby(enumerate(view.draft.units), key=_same_plan):
        units = [unit for _, unit in group]
        if len(units) < 2:
            continue
        if units[0].kind != "row":
            yield [step for unit in units if (step := _line(unit, view.calendar))]
            continue
        labels = dict.fromkeys(o.label for unit in units for o in unit.observations if _only_day(o, view.calendar))
        for label in labels:
            yield [step for unit in units if (step := _row(unit, label, view.calendar))]


def _same_plan(place: tuple[int, Unit]) -> tuple[str, int, int]:
    at, unit = place
    if unit.kind == "row":
        return "row", unit.table, unit.section
    return ("item", unit.section, 0) if unit.kind in ("item", "pair") else ("sentence", at, 0)


def _line(unit: Unit, calendar: Calendar) -> Step | None:
    """A list item that begins or ends with its one date."""
    first = unit.observations[0]
    days = days_in(first, calendar)
    if len(days) != 1 or len(first.text) > 160:
        return None
    value, day = days[0]
    if value.start > 12 and len(first.text) - value.end > 3:
        return None
    text = (first.text[: value.start] + first.text[value.end :]).strip(" :–—-→,.()")
    return Step(first, first, day, text) if text else None


def _row(unit: Unit, label: str, calendar: Calendar) -> Step | None:
    """A row by its first words and the date of one column."""
    dated = next((o for o in unit.observations if o.label == label and _only_day(o, calendar)), None)
    said = next(
        (o for o in unit.observations if o is not dated and len(content_words(o.text)) > 0 and not _is_number(o)), None
    )
    day = _only_day(dated, calendar) if dated else None
    return Step(said, dated, day, said.text.strip()) if said and dated and day else None


def _is_number(observation: Observation) -> bool:
    return bool(re.fullmatch(r"[A-Z]{0,3}[-.]?\d{1,3}\.?", observation.text.strip()))


def _only_day(observation: Observation, calendar: Calendar) -> date | None:
    """The day of a cell that holds one date and little else."""
    if len(observation.text) > 24 or len(observation.values) != 1:
        return None
    days = days_in(observation, calendar)
    return days[0][1] if len(days) == 1 and "/" not in days[0][0].iso else None


def done_before_cause(view: View) -> Iterator[Dispute]:
    """A row dated before what it says it came after: "1 August: done after the clause was signed on 6 August"."""
    for unit in view.draft.units:
        if unit.kind != "row" or "date" not in unit.traits:
            continue
        dated = [(o, day) for o in unit.observations if (day := _only_day(o, view.calendar))]
        for observation in unit.observations:
            if "past" not in observation.traits or len(dated) != 1 or observation is dated[0][0]:
                continue
            for value, day in days_in(observation, view.calendar):
                if re.search(_AFTER_EVENT, observation.text[: value.start].lower()) and not in_order(day, dated[0][1]):
                    fault = f"it is dated {dated[0][0].text.strip()}, before {value.text}"
                    yield dispute(fault, whole(dated[0][0]), whole(observation), slip=True)


def broken_needs(view: View) -> Iterator[Dispute]:
    """Steps dated before a step that they depend on, and steps that depend on each other in a circle."""
    for _, group in groupby(view.draft.units, key=lambda unit: (unit.table, unit.section)):
        rows = [unit for unit in group if unit.kind == "row" and any(o.label in _NEEDS for o in unit.observations)]
        if rows:
            yield from _broken(list(rows), view)


def _broken(needing: Sequence[Unit], view: View) -> Iterator[Dispute]:
    units = [unit for unit in view.draft.units if unit.table == needing[0].table and unit.kind == "row"]
    known = {name: unit for unit in units if (name := _name(unit))}
    needs = {_name(unit): _needed(unit, known) for unit in needing}
    for name, others in needs.items():
        for other in others:
            pair = _days_of(known[name], known[other], view.calendar) if name in known else None
            if name == other or (name and name in _reach(needs, other)):
                cell = next(o for o in known[other].observations if o.label in _NEEDS) if other in needs else None
                if name <= other and cell:
                    yield dispute(f"{name} and {other} wait for each other", whole(cell))
            elif pair and not in_order(pair[1][1], pair[0][1]):
                first, last = pair[0][0].text.strip(), pair[1][0].text.strip()
                fault = f"{name} is dated {first}, before {other} ({last}), on which it depends"
                yield dispute(fault, whole(pair[0][0]), whole(pair[1][0]))


def _reach(needs: dict[str, tuple[str, ...]], start: str) -> set[str]:
    """All steps that a step waits for."""
    found: set[str] = set()
    open_ = [start]
    while open_:
        for other in needs.get(open_.pop(), ()):
            if other not in found:
                found.add(other)
                open_.append(other)
    return found


def _name(unit: Unit) -> str:
    cell = next((o for o in unit.observations if o.label in _NUMBER), None)
    return cell.text.strip().rstrip(".").upper() if cell and len(cell.text) <= 8 else ""


def _needed(unit: Unit, known: dict[str, Unit]) -> tuple[str, ...]:
    cell = next(o for o in unit.observations if o.label in _NEEDS)
    names = re.findall(r"[A-Za-z]{0,3}-?\d{1,3}|\b[A-Z]\b", cell.text)
    return tuple(name.upper() for name in names if name.upper() in known)


def _days_of(
    one: Unit, other: Unit, calendar: Calendar
) -> tuple[tuple[Observation, date], tuple[Observation, date]] | None:
    """The dates of two steps in the same column."""
    for label in _DONE:
        pair = [
            (o, day)
            for unit in (one, other)
            for o in unit.observations
            if o.label == label and (day := _only_day(o, calendar))
        ]
        if len(pair) == 2:
            return pair[0], pair[1]
    return None
