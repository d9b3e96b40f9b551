"""What is told of one entry under its id, and of the same entry once more with another figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from showproof.model import Observation, Unit
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.figures import bounds, exact
from showproof.rules.passages import words_before, words_behind
from showproof.rules.view import View
from showproof.values import Value

_ID = re.compile(r"\b[A-Z]{1,5}-?\d{1,4}\b")
_NAMED = r"\b([a-z]{5,})(?: of| is| was|:)(?: about| some)? $"
"""The noun right before a figure, of which it says how much: `a commitment of $42,000`."""
_PER = r"^ ?(?:a|per|each|every|/) ?(day|week|month|quarter|year)\b"
_OTHER = (
    r"\b(?:not|instead of|rather than|rejected|alternative|option|before|was|from|earlier|old|originally|proposed|asked"
    r"|maximum|minimum|limit)\b"
)
"""Words that make it another figure than the one that holds."""


class Told(NamedTuple):
    """A figure with the entry that it belongs to and what it says of it."""

    entry: str
    what: str
    observation: Observation
    value: Value

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The figure's own words."""
        return self.observation, self.value.start, self.value.end


def ids_twice(view: View) -> Iterator[Dispute]:
    """Two figures of one name, of one entry: `a commitment of $42,000 a month`, in a row and under its heading."""
    known: dict[tuple[str, str], Told] = {}
    headed = {head.section: ids[0] for head in view.draft.headings if len(ids := _ids(head.text)) == 1}
    for unit in view.draft.units:
        if unit.traits & {"money", "percent", "duration"} and (entry := _entry(unit, headed)):
            for told in _told(unit, entry):
                first = known.setdefault((told.entry, told.what), told)
                if first.observation is not told.observation and not bounds(first.value).meets(bounds(told.value)):
                    fault = f"of {entry} it is {first.value.text} in one place and {told.value.text} in another"
                    yield dispute(fault, first.place, told.place)


def _ids(text: str) -> list[str]:
    return list(dict.fromkeys(_ID.findall(text)))


def _entry(unit: Unit, headed: dict[int, str]) -> str:
    """The id of the row that a statement stands in, or of the heading above it."""
    if unit.kind == "row":
        first = unit.observations[0].text.strip()
        return first if _ID.fullmatch(first) else ""
    return headed.get(unit.section, "")


def _told(unit: Unit, entry: str) -> Iterator[Told]:
    for observation in unit.observations:
        for value in observation.values:
            if value.kind not in ("money", "percent", "duration") or not exact(value):
                continue
            before = re.split(r"[.;]", words_before(observation, value))[-1]
            noun = re.search(_NAMED, before)
            if noun and not re.search(_OTHER, before[: noun.start()]):
                per = re.match(_PER, words_behind(observation, value))
                yield Told(entry, f"{noun[1]} {per[1] if per else ''} {value.kind}{value.unit}", observation, value)
