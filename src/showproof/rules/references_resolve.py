"""References that lead somewhere: the step, row or rule that a text points at is there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from showproof.model import Block, Observation, Table
from showproof.rules.base import Case, Found
from showproof.rules.dispute import Dispute, agreed, dispute
from showproof.rules.view import View

_ID = re.compile(r"([A-Z]{1,4})(-?)(\d{1,3})")
_POINTED = re.compile(
    r"\b(?:see|in|from|by|per|to|of|under|repeat|follow|after|before|rule|risk|control|check|alert|test|as"
    r"|with|until) (?:in |rule |risk |control |check |alert |test )?([A-Z]{1,4})(-?)(\d{1,3})\b(?![-\w]|\.\w)"
)
_STEP = re.compile(
    r"\b(?:see|in|from|back to|go to|goes to|repeat|redo|return to|as in|after|until|skip to) (step|row"
    r"|section) #?(\d{1,3})\b(?!\w|\.\d)(?! of (?:the|our|their|its)\b)"
)
_OTHER_SERIES = frozenset(
    ("Q", "H", "FY", "W", "CW", "KW", "SOC", "ISO", "PCI", "US", "EU", "UK", "V", "S", "P", "L", "T")
)
"""Letters before a number that name quarters, weeks, norms, versions, severities and tiers everywhere."""
_FEWEST = 3
_GRADES = r"\W*(?:score|level|rating|points?|grade|band|stars?|severity|priority|rank|week|month|year)\b"
"""Heads of first columns whose numbers are no steps."""


def references_resolve(case: Case) -> Found:
    """Met where every step, row and rule that is pointed at exists."""
    return agreed(case, lost_ids, lost_steps)


def lost_ids(view: View) -> Iterator[Dispute]:
    """Ids that continue no series of ids of the draft's own tables and lists."""
    series = _series(view)
    if not series:
        return
    for unit in view.draft.units:
        for observation in unit.observations:
            for found in _POINTED.finditer(observation.text):
                known = series.get((found[1], found[2]))
                if known and int(found[3]) not in known:
                    name = f"{found[1]}{found[2]}{found[3]}"
                    first, last = (f"{found[1]}{found[2]}{number}" for number in (min(known), max(known)))
                    yield dispute(f"{name} is not among {first} to {last}", (observation, found.start(), found.end()))


def _series(view: View) -> dict[tuple[str, str], set[int]]:
    """Ids that open the rows of tables or the items of lists, three or more of a kind, without a gap."""
    found: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for unit in view.draft.units:
        cell = unit.observations[0]
        opened = _ID.fullmatch(cell.text.strip()) if unit.kind == "row" else _ID.match(cell.text.strip())
        if opened and opened[1] not in _OTHER_SERIES:
            found[opened[1], opened[2]].add(int(opened[3]))
    return {
        name: known
        for name, known in found.items()
        if len(known) >= _FEWEST and max(known) - min(known) + 1 == len(known)
    }


def lost_steps(view: View) -> Iterator[Dispute]:
    """`see step 9` where steps are numbered and none has that number."""
    numbered: dict[str, set[int]] = {}
    for unit in view.draft.units:
        for observation in unit.observations:
            if (
                "step " not in observation.text
                and "row " not in observation.text
                and "section " not in observation.text
            ):
                continue
            for found in _STEP.finditer(observation.text):
                numbered = numbered or _numbered(view)
                known = numbered.get(found[1], set())
                if len(known) >= _FEWEST and int(found[2]) > max(known) and not _far(observation):
                    yield dispute(
                        f"there is no {found[1]} {found[2]}: they go to {max(known)}",
                        (observation, found.start(), found.end()),
                    )


def _far(observation: Observation) -> bool:
    """Whether another document may be meant."""
    return bool(
        re.search(
            r"(?i)\b(?:contract|policy|runbook|sop|manual|standard|guide|statute|act|regulation|agreement|report)\b",
            observation.text,
        )
    )


def _numbered(view: View) -> dict[str, set[int]]:
    """The numbers of steps, rows and sections that the draft counts."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    for item in view.draft.outline.items:
        if isinstance(item, Table):
            if item.header and re.match(_GRADES, item.rows[0][0].text.lower()):
                continue
            first = [
                re.fullmatch(r"\s*(?:[Ss]tep )?(\d{1,3})\.?\s*", row[0].text) for row in item.rows[item.header :] if row
            ]
            numbers = {int(one[1]) for one in first if one}
            known["step"] |= numbers
            known["row"] |= numbers | set(range(1, len(item.rows) - item.header + 1)) if numbers else set()
        else:
            _count_block(item, known)
    return known


def _count_block(item: Block, known: defaultdict[str, set[int]]) -> None:
    named = re.match(r"(?i)\s*(step|section)? ?(\d{1,2})\b", item.text) if item.kind == "heading" else None
    number = item.number.partition(".")[0].strip("().")
    if named:
        known[(named[1] or "section").lower()].add(int(named[2]))
        known["step"].add(int(named[2]))
    if number.isdigit():
        known["section" if item.kind == "heading" else "step"].add(int(number))
    if item.kind != "heading" and (opened := re.match(r"(?:[Ss]tep )?(\d{1,2})[.):] ", item.text)):
        known["step"].add(int(opened[1]))
