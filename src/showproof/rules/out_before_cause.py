"""A new version that is in use before the talk, the test or the finding that it is said to come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showproof.rules.calendar import Day, in_order, told_days
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.passages import words_before
from showproof.rules.view import View

_NEW = r"\b(?:changed|new|revised|rewritten|updated|corrected|version [0-9]|edition [0-9]|v[0-9]|rev(?:ision)? [0-9])\b"
_OUT = (
    r"\b(?:went out|came out|in (?:daily )?use|in force|went live|live|published|released|took effect|rolled out"
    r"|effective|switched on|issued)\b[^.;,]{0,16}\b(?:on|since|from) $"
)
_CAUSE_LABELS = frozenset(("because", "reason", "cause", "why", "source", "came from", "triggered by", "feedback from"))
_CHANGE_LABELS = frozenset(("now", "after", "new", "change", "changed", "changed to", "new text", "what changed"))
_CAUSED = (
    r"\b(?:changed|rewritten|revised|redrawn|corrected|rebuilt|updated)\b[^.;]{0,24}\b(?:after|because of|following|as"
    r" a result of)\b[^.;]{3,60}\b(?:on|of) $"
)


def out_before_cause(view: View) -> Iterator[Dispute]:
    """One release that is dated before every one of its dated causes."""
    out = list(_released(view))
    causes = list(_causes(view)) if out else []
    if not causes or len({one.day for one in out}) != 1:
        return
    first = min(causes, key=lambda one: one.day)
    if not in_order(first.day, out[0].day):
        fault = f"it is in use from {out[0].value.text}, before what it comes from ({first.value.text})"
        yield dispute(fault, out[0].place, first.place)


def _released(view: View) -> Iterator[Day]:
    """Sentences that say since when the changed thing is in use."""
    for unit in view.draft.units:
        if unit.kind == "row" or "date" not in unit.traits or not re.search(_NEW, unit.text.lower()):
            continue
        for observation in unit.observations:
            for told in told_days(observation, view.calendar):
                if re.search(_OUT, words_before(observation, told.value)):
                    yield told


def _causes(view: View) -> Iterator[Day]:
    """Days in the column that says what a change comes from, and those that a sentence says it was changed after."""
    for unit in view.draft.units:
        if "date" not in unit.traits:
            continue
        row = unit.kind == "row" and any(one.label in _CHANGE_LABELS for one in unit.observations)
        for observation in unit.observations:
            caused = row and observation.label in _CAUSE_LABELS
            for told in told_days(observation, view.calendar):
                if caused or re.search(_CAUSED, words_before(observation, told.value)):
                    yield told
