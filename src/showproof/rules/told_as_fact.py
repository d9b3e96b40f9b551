"""What a draft says of its own work, less what it shows: anchors of levels, options, sample data, quoted words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from showproof.model import Draft, Observation, Unit

_SHOWN_UNDER = (
    r"\b(?:sample|test|training|practice|mock|dummy|synthetic|fictional|example)"
    r" (?:data|cases?|tickets?|records?|rows|sets?|answers?|replies|calls)\b"
    r"|\banswer key\b|\banchors?\b|\bscoring (?:guide|scale)\b|\bexercises?\b"
    r"|\bgolden (?:set|cases|answers)\b|\b(?:good|bad|weak|strong|wrong|poor) (?:examples?|answers?)\b|\bplanted\b"
)
"""Headings over what is shown as material, not told as fact."""
_LEVEL_WORD = (
    r"weak|strong|middling|poor|fair|good|excellent|bad|wrong|right|correct|better|best|worst|basic|exemplary|low|high"
)
_ANCHOR = (
    rf"^\W*(?:(?:level|score|rating|band|grade|anchor|option|scenario) ?[0-9a-e]|{_LEVEL_WORD})(?: [a-z]+)?\W*[:=–—]"
)
"""How a line begins that describes one of several levels, options or cases."""
_SET_TRAP = (
    r"\b(?:wrong answer|is a trap|planted|seeded (?:error|mistake)|wrong on purpose|deliberately wrong"
    r"|common mistake)\b"
)
_ANCHOR_COLUMN = (
    rf"^(?:(?:level|score|rating|band|grade|option|scenario|case|points?)? ?[0-9a-e]\b.*|{_LEVEL_WORD}"
    r"|(?:best|worst|base|low|high|likely|expected) case|(?:below|meets|exceeds)\b.*)$"
)
_EXAMPLE_COLUMN = (
    r"\b(?:anchors?|looks like|sample (?:answer|reply)|example (?:answer|reply)|model answer"
    r"|(?:bot|model|candidate|system|assistant|trainee|tool) (?:said|says|answered|wrote|output|reply|answer))\b"
)
_CITED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")


def told_as_fact(draft: Draft) -> Draft:
    """The draft with those statements only that can contradict each other."""
    shown = {head.section for head in draft.headings if re.search(_SHOWN_UNDER, head.text.lower())}
    kept = [fact for unit in draft.units if unit.section not in shown and (fact := _facts(unit))]
    if len(kept) == len(draft.units) and all(one is other for one, other in zip(kept, draft.units, strict=True)):
        return draft
    return replace(draft, units=tuple(kept))


def _facts(unit: Unit) -> Unit | None:
    """A unit without the cells that describe levels or options; none where it is such a description itself."""
    if unit.kind == "row":
        return _without(unit, _anchors(unit.observations))
    text = unit.text.lower()
    return None if re.match(_ANCHOR, text) or re.search(_SET_TRAP, text) else unit


def _anchors(cells: Sequence[Observation]) -> list[Observation]:
    levels = [cell for cell in cells if re.match(_ANCHOR_COLUMN, cell.label)]
    return [cell for cell in cells if re.search(_EXAMPLE_COLUMN, cell.label) or (len(levels) > 1 and cell in levels)]


def _without(unit: Unit, cells: Sequence[Observation]) -> Unit | None:
    if not cells:
        return unit
    left = tuple(one for one in unit.observations if one not in cells)
    return unit._replace(observations=left) if left else None


def cited(text: str, start: int, end: int) -> bool:
    """Whether a span stands within quotation marks: somebody else's words, or words as an example."""
    return any(found.start() < start and end < found.end() for found in _CITED.finditer(text))
