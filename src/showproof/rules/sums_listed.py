"""A whole with its parts behind a colon, and an agenda in a talk of a given length: parts that are not the whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from showproof.model import Observation, Unit
from showproof.rules.dispute import Dispute, dispute, whole
from showproof.rules.figures import amount, exact, lone
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value, find_values, minutes

_COLON = r"[^.;:]{0,30}: ?(?:[a-z][a-z' -]{0,24} )?"
_NEXT = r"[^.;:0-9]{0,48}?(?:,|, and|,? and|,? plus) (?:another )?(?:[a-z][a-z' -]{0,24} )?"
_LAST = r"[^.;:0-9]{0,48}?(?:,? and|,? plus) (?:another )?(?:[a-z][a-z' -]{0,24} )?"
_ENDS = r"(?!.*\b(?:plus|and|with|besides|rest)\b)[^.;:,0-9]{0,60}[.)]?\s*$"
_NOT_ALL = (
    r"(?i)\b(?:includ\w+|among|such as|e\.g\.|for example|mainly|mostly|biggest|largest|at least|of which|both|each|per"
    r"|every|top|up to|then|some|median|average|from|twice|overlap\w*|or|save\w*|saving\w*|instead"
    r"|was|were|before|after)\b"
)
_PARTS = frozenset(("money", "duration", "number"))
_SLACK = Decimal("0.005")
_FEWEST = 3
_LENGTHS = frozenset(("minutes", "min", "mins", "time", "duration", "length", "minute"))
"""Columns that say how long each part of an agenda takes."""
_TALK = (
    r"(?i)\b(?:call|talk|meeting|workshop|session|debrief|review|training|agenda|retro\w*|huddle|stand-?up|kick-?off)\b"
)


def parts_not_whole(view: View) -> Iterator[Dispute]:
    """`$48,000: $21,000 for the vendor, $19,500 for testing and $12,400 for training`."""
    for unit in view.draft.units:
        if "quantity" not in unit.traits:
            continue
        for observation in unit.observations:
            if len(observation.values) > _FEWEST and ":" in observation.text:
                yield from _not_whole(observation)


def _not_whole(observation: Observation) -> Iterator[Dispute]:
    text, (total, *parts) = observation.text, observation.values
    if total.kind not in _PARTS or not all(exact(value) and value.kind == total.kind for value in (total, *parts)):
        return
    if any(value.comparator for value in (total, *parts)) or re.search(_NOT_ALL, text):
        return
    gaps = [text[one.end : other.start].lower() for one, other in pairwise(parts)]
    listed = all(re.fullmatch(_NEXT, gap) for gap in gaps) and re.fullmatch(_LAST, gaps[-1])
    opened = re.fullmatch(_COLON, text[total.end : parts[0].start].lower())
    if not (listed and opened and re.match(_ENDS, text[parts[-1].end :])):
        return
    added, said = sum(map(amount, parts), Decimal(0)), amount(total)
    if max(map(amount, parts)) < said and abs(added - said) > said * _SLACK:
        fault = f"the parts add up to {_shown(added, total)}, not {total.text}"
        yield dispute(fault, (observation, total.start, parts[-1].end))


def _shown(added: Decimal, total: Value) -> str:
    """A sum in the unit of the whole."""
    assert total.low
    return f"{(added * total.low / amount(total)).normalize():,f}"


def agenda_too_long(view: View) -> Iterator[Dispute]:
    """A 30-minute talk of which the parts take 45 minutes, in a table or in a list."""
    headings = {head.section: head.text for head in view.draft.headings}
    for section, cells in _agendas(view):
        heading = headings.get(section, "")
        talk = re.search(_TALK, heading)
        length = (_length(heading) or _told_length(view, talk[0].lower())) if talk else None
        taken = _added(cells)
        if length is not None and taken is not None and taken > length and taken != length * 2:
            fault = f"the parts take {taken:,f} minutes, and the whole {length:,f}"
            yield dispute(fault, *map(whole, cells))


def _agendas(view: View) -> Iterator[tuple[int, list[Observation]]]:
    """(section, statements with a length each) for every table with a column of lengths and every list of them."""
    tables: defaultdict[tuple[int, int], list[Unit]] = defaultdict(list)
    for unit in view.draft.units:
        if unit.kind == "row" and unit.table >= 0:
            tables[unit.section, unit.table].append(unit)
    for (section, _), units in tables.items():
        cells = [cell for unit in units for cell in unit.observations if cell.label in _LENGTHS]
        if len(cells) == len(units) >= _FEWEST:
            yield section, cells
    for (kind, section), group in groupby(view.draft.units, key=lambda unit: (unit.kind, unit.section)):
        items = [unit.observations[0] for unit in group] if kind == "item" else []
        timed = all((value := lone(item)) and value.kind == "duration" and minutes(value) for item in items)
        if len(items) >= _FEWEST and timed:
            yield section, items


def _told_length(view: View, talk: str) -> Decimal | None:
    """The one length that the draft gives this kind of talk: `a talk of 30 minutes`, `a 30-minute talk`."""
    found: set[Decimal] = set()
    for unit in view.draft.units:
        for observation in unit.observations if "duration" in unit.traits else ():
            for value in observation.values:
                length = minutes(value) if value.kind == "duration" and exact(value) else None
                named = re.search(rf"\b{talk}s? (?:of|takes|lasts) $", words_before(observation, value)) or re.match(
                    rf"[ -]{talk}", words_behind(observation, value)
                )
                if length and named:
                    found.add(length)
    return found.pop() if len(found) == 1 else None


def _length(heading: str) -> Decimal | None:
    """The minutes that a heading names."""
    found = [length for value in find_values(heading) if value.kind == "duration" and (length := minutes(value))]
    return found[0] if len(found) == 1 else None


def _added(cells: Sequence[Observation]) -> Decimal | None:
    """All minutes of an agenda, where every part has a plain figure."""
    values = [lone(cell) for cell in cells]
    if not all(value is not None and value.kind in ("number", "duration") for value in values):
        return None
    return sum((amount(value) for value in values if value is not None), Decimal(0))
