"""Steps that are dated in an order in which they can be done: pilot and approval first, then going live."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showproof.rules.base import Case, Found
from showproof.rules.calendar import days_in, in_order
from showproof.rules.dated_steps import Step, only_day, plans
from showproof.rules.dispute import Dispute, agreed, dispute, whole
from showproof.rules.name_words import name_words
from showproof.rules.needs_in_order import broken_needs
from showproof.rules.passages import words_before
from showproof.rules.view import View

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_LIVE = (
    r"\bgo(?:es|ing)?[- ]live\b|\b(?:live|on) (?:for|in|with|to|at) (?:all|every\w*|the whole)\b|\bcut ?over\b"
    r"|\bfull (?:rollout|launch|release|switch|go-live)\b|\b(?:general|production) (?:release|availability)\b"
    r"|\b(?:rolled out|roll out|rollout|released?|launch(?:ed)?|switched on) (?:to|for) (?:all|every\w*)\b"
    r"|^(?:official |public )?launch\b|\blaunch day\b|\b100 ?% (?:live|of traffic)\b|^(?:[a-z]+ ){1,3}live$"
)
_NOT_LIVE = (
    r"\bpilot|\bwave\b|\bphase\b|\bfirst (?:group|team|site|wave|users)|\bcanary|\bshadow|\bone (?:team|site|program)"
    r"|\bcheck\w*\b|\breview\b|\bdecision\b|\bprepar\w+|\bplan\b|\breadiness|\bafter\b|\bpost\b|\bpre-|\bbefore\b"
    r"|\bread-?out\b|\breport\b|\bno[ -]?go\b|\bdry run|\brollback|\bannounc\w+|\btrain\w*|\bcommunic\w+|\bemail\b"
    r"|\bbrief\w*|\bfreeze\b|\bsupport\b|\bdate\b|\bmoved\b|\bpostponed\b|\btest\w*|\bsoft\b|\bretro\w*|\blessons\b"
    r"|\bhypercare\b|\bapprov\w+|\bsign(?:ed)?[- ]?off\b|\bif\b|\bwould\b|\bwas\b|\bold\b|\bno\b|\bnot\b"
)
"""What makes a step that speaks of going live another one."""
_GO = (
    r"\bgo(?: ?[/-] ?| or |-or-)no[ -]?go\b|\bdecision to (?:go live|launch|proceed)\b"
    r"|\b(?:go[- ]live|launch|release|cutover|rollout) (?:decision|approval)\b"
)
_PILOT = (
    r"\bpilot\w*\b|\bdry run\b|\brehearsal\b|\buat\b|\buser acceptance\b|\bshadow (?:run|mode|test)\b|\bparallel run\b"
)
_TRAIN = (
    r"\b(?:train|training) (?:for |of )?(?:all|every\w*|agents|staff|users|reps|reviewers|analysts|the team|teams)\b"
    r"|\b(?:all|every) \w+ trained\b"
)
_AGAIN = (
    r"\bsecond|\bthird|\bnext|\bagain|\bfollow-?up|\brefresh|\bnew hires?|\bremaining|\bafter\b|\bpost[- ]|\bresults?\b"
    r"|\breview\b|\breport\b|\bphase\b|\bwave\b|\bother\b|\bnew joiners\b"
)
_OLD_OFF = (
    r"\bold \w+(?: \w+)? (?:is |gets )?(?:switched|turned|shut) off\b|\b(?:switch|turn|shut) off (?:the )?old\b"
    r"|\bdecommission\w*|\bretire (?:the )?old\b|\bold \w+ (?:retired|removed|deleted|closed)\b"
)
_LOOK_BACK = (
    r"\bpost[- ]?(?:launch|go[- ]live|implementation|rollout)\b|\blessons learned\b|\bretrospective\b"
    r"|\bhypercare (?:starts|begins|week)\b"
)
_TESTED, _AS_WELL = r"\btested\b|\btest(?:ing)? of\b|\btest\b", r"\bthird|\bnext|\bagain|\bfollow-?up|\bre-?test"
_USED = r"\bused (?:every|each|daily|in)\b|\bin (?:daily )?use\b|\bswitched on\b|\blive\b|\benabled\b"
_APPROVED = r"\bapproved\b|\bapproval of\b|\bsigned off\b"
_DOINGS = f"{_TESTED}|{_USED}|{_APPROVED}"
_WAVE = r"\b(wave|phase|stage|cohort|batch)[ -]?(\d{1,2})\b"
_AFTER_EVENT = r"\b(?:after|once|following) (?!the )?[^,;.]{4,60}\b(?:on )$"
_SHARED = 2
"""Words that two steps must share to be about one thing."""


class Wrong(NamedTuple):
    """A step that is dated before one that has to come first, and why."""

    first: Step
    then: Step
    why: str


def steps_in_order(case: Case) -> Found:
    """Met where no step is dated before what it needs."""
    return agreed(case, misordered_steps, done_before_cause, broken_needs)


def misordered_steps(view: View) -> Iterator[Dispute]:
    """The first thing that is wrong with the order of each plan: one date that is wrong upsets several steps."""
    for steps in plans(view):
        wrong = next(_wrong(steps), None) if len(steps) > 1 else None
        if wrong:
            fault = f"“{wrong.then.shown}” is dated before “{wrong.first.shown}”, {wrong.why}"
            places = (wrong.then.said, wrong.then.dated, wrong.first.said, wrong.first.dated)
            yield dispute(fault, *(whole(one) for one in dict.fromkeys(places)))


def _wrong(steps: Sequence[Step]) -> Iterator[Wrong]:
    texts = [(step, step.text.lower()) for step in steps]
    yield from _around_going_live(texts)
    yield from _used_too_early(texts)
    yield from _waves(texts)


def _around_going_live(texts: Sequence[tuple[Step, str]]) -> Iterator[Wrong]:
    """What comes before or behind the day on which everything goes live: of several such days the last."""
    live = [step for step, text in texts if re.search(_LIVE, text) and not re.search(_NOT_LIVE, text)]
    if not live:
        return
    last = max(live, key=lambda step: step.day)
    gates = _those(texts, _GO, live)
    if len(gates) == 1:
        yield from _unless_in_order(gates[0], last, "which decides it")
    for form, why in ((_PILOT, "which tries it out"), (_TRAIN, "which prepares people for it")):
        tried = _those(texts, form, live, but=_AGAIN)
        if tried:
            yield from _unless_in_order(min(tried, key=lambda step: step.day), last, why)
    first = min(live, key=lambda step: step.day)
    for form, why in ((_OLD_OFF, "which takes its place"), (_LOOK_BACK, "on which it looks back")):
        for step in _those(texts, form, live):
            yield from _unless_in_order(first, step, why)


def _those(texts: Sequence[tuple[Step, str]], form: str, others: Sequence[Step], but: str = r"(?!)") -> list[Step]:
    """The steps that are spoken of in a way, less others."""
    return [step for step, text in texts if step not in others and re.search(form, text) and not re.search(but, text)]


def _unless_in_order(first: Step, then: Step, why: str) -> Iterator[Wrong]:
    if not in_order(first.day, then.day):
        yield Wrong(first, then, why)


def _used_too_early(texts: Sequence[tuple[Step, str]]) -> Iterator[Wrong]:
    """Something that is in use before it is tested or approved."""
    used = [(step, text) for step, text in texts if re.search(_USED, text)]
    for form, why in ((_TESTED, "which tests it"), (_APPROVED, "which allows it")):
        tried = [(step, text) for step, text in texts if re.search(form, text) and not re.search(_AS_WELL, text)]
        for one, tried_text in tried:
            for other, used_text in used:
                if not re.search(form, used_text) and len(_subject(tried_text) & _subject(used_text)) >= _SHARED:
                    yield from _unless_in_order(one, other, why)


def _subject(text: str) -> frozenset[str]:
    """The words of a step that are not about what is done with it."""
    return name_words(re.sub(_DOINGS, " ", text))


def _waves(texts: Sequence[tuple[Step, str]]) -> Iterator[Wrong]:
    """A wave of which everything is dated before the one with the lower number begins."""
    waves: defaultdict[tuple[str, str], dict[int, list[Step]]] = defaultdict(dict)
    for step, text in texts:
        found = re.search(_WAVE, text)
        if found:
            waves[found[1], text[: found.start()]].setdefault(int(found[2]), []).append(step)
    for numbered in waves.values():
        for number, steps in numbered.items():
            if number + 1 in numbered:
                first = min(steps, key=lambda step: step.day)
                then = max(numbered[number + 1], key=lambda step: step.day)
                yield from _unless_in_order(first, then, "which has the lower number")


def done_before_cause(view: View) -> Iterator[Dispute]:
    """A row dated before what it says it came after: "1 August: done after the clause was signed on 6 August"."""
    for unit in view.draft.units:
        if unit.kind != "row" or "date" not in unit.traits:
            continue
        dated = [(o, day) for o in unit.observations if (day := only_day(o, view.calendar))]
        for observation in unit.observations:
            if "past" not in observation.traits or len(dated) != 1 or observation is dated[0][0]:
                continue
            for value, day in days_in(observation, view.calendar):
                if re.search(_AFTER_EVENT, words_before(observation, value)) and not in_order(day, dated[0][1]):
                    fault = f"it is dated {dated[0][0].text.strip()}, before {value.text}"
                    yield dispute(fault, whole(dated[0][0]), whole(observation), slip=True)
