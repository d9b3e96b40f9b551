"""Which lines of a draft are headings of parts, which are prompts: decided over the whole outline, before it is read.

An answer may hold a line that reads like a prompt or a heading. Only the whole tells: what follows a heading, the order
of the prompts, the marks behind them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from showproof.catalog.artifact import Part
from showproof.model import Block, Outline, Table
from showproof.reading.align import Aligner
from showproof.reading.blanks import fold
from showproof.reading.likeness import SAME, SYNONYM, contains, likeness, settle
from showproof.reading.marks import Place
from showproof.reading.pairing import best_in_order, best_total

SUPPORT = 0.5
"""What it is worth for a heading that what stands below it belongs to the part."""
EMPHASIS = 0.3
"""What it is worth for a line that it is set like a heading."""
MARKED = 1.0
"""What it is worth for a prompt that the next marked answer is its own."""
LEAST = 0.45
"""Worth below which a heading opens no part."""


class Plan(NamedTuple):
    """What lines of an outline are, by their place in its items."""

    parts: dict[int, Part]
    """Headings that open a part."""
    asked: dict[int, Place]
    """Prompts, and labels that have their answer beside them."""


class Planner:
    """Makes the plan of one outline; `own` says that the file was made from the template itself."""

    def __init__(self, outline: Outline, aligner: Aligner, guides: Mapping[str, str], *, own: bool) -> None:
        self._items = outline.items
        self._guides = guides
        self._aligner = aligner
        self._own = own
        self._places = [None if isinstance(item, Table) else aligner.by_mark(item.marks) for item in self._items]
        self._marked = {place.name for place in self._places if place}

    def plan(self) -> Plan:
        """Headings of parts over the whole outline, then the prompts between each of them and the next."""
        parts = self._open_parts()
        asked: dict[int, Place] = {}
        for start, end in pairwise([*sorted(parts), len(self._items)]):
            if parts[start].fields:
                asked |= self._prompts(range(start + 1, end), parts[start])
        return Plan(parts, asked)

    def _open_parts(self) -> dict[int, Part]:
        """Each part its best heading; other headings that bear one of its names open it too."""
        known = self._aligner.parts
        titles = {fold(part.title) for part in known}
        heads = [number for number, item in enumerate(self._items) if self._could_open(number, item, titles)]
        if not heads:
            return {}
        named = [self._aligner.heading_weights(self._block(number).text) for number in heads]
        if len(known) == 1:
            return {number: known[0] for number, weights in zip(heads, named, strict=True) if weights[0]}
        first = next((at for at, names in enumerate(named) if max(names[1:]) >= SYNONYM), len(named))
        for names in named[first:]:
            # The head block comes before all parts.
            names[0] = 0.0
        sure = [self._emphasis(number) for number in heads]
        below = [
            self._below(number + 1, following)
            for number, following in zip(heads, [*heads[1:], len(self._items)], strict=True)
        ]
        worth = [
            [self._worth(name, shares.get(part.id, 0.0), emphasis) for name, part in zip(names, known, strict=True)]
            for names, shares, emphasis in zip(named, below, sure, strict=True)
        ]
        settle(worth)
        found = {}
        for number, pair, names, line in zip(heads, best_total(worth), named, worth, strict=True):
            if pair < 0 and max(names) >= SYNONYM and self._block(number).kind == "heading":
                pair = line.index(max(line)) if not self._own or not self._block(number).strong else -1
            if pair >= 0:
                found[number] = known[pair]
        return found

    def _worth(self, named: float, share: float, emphasis: float) -> float:
        """What a heading is worth for a part: by its name and how it is set, and by what stands below it."""
        worth = SUPPORT * share + (named + emphasis if named else 0.0)
        return worth if worth >= LEAST else 0.0

    def _block(self, number: int) -> Block:
        item = self._items[number]
        assert isinstance(item, Block)
        return item

    def _could_open(self, number: int, item: Block | Table, titles: set[str]) -> bool:
        """Whether it is a heading, or reads like one of our own that lost its style."""
        if isinstance(item, Table) or self._places[number]:
            return False
        return item.kind == "heading" or (self._own and item.kind != "pair" and fold(item.text) in titles)

    def _emphasis(self, number: int) -> float:
        """A heading by its style counts for more than a bold line, and that for more than a plain one."""
        item = self._block(number)
        if item.strong:
            return EMPHASIS / 2
        return EMPHASIS if item.kind == "heading" else 0.0

    def _below(self, start: int, end: int) -> dict[str, float]:
        """The parts to which marks, prompts and tables between two headings belong, as shares of all such clues."""
        found: dict[str, int] = {}
        for number in range(start, end):
            for name in self._owners(number):
                found[name] = found.get(name, 0) + 1
        total = sum(found.values())
        return {name: count / total for name, count in found.items()}

    def _owners(self, number: int) -> Sequence[str]:
        item, place = self._items[number], self._places[number]
        if place:
            return (place.part.id,)
        if isinstance(item, Table):
            marked = [
                place.part.id for row in item.rows for cell in row if (place := self._aligner.by_mark(cell.marks))
            ]
            part = None if marked else self._aligner.fit(item, None).columns.part
            return marked[:1] if marked else ((part.id,) if part else ())
        guided = self._guides.get(fold(item.text)) if self._own else None
        return (guided,) if guided else ()

    def _prompts(self, within: range, part: Part) -> dict[int, Place]:
        """Lines between two headings that ask the questions of a part: in their order, then those that were moved."""
        lines = [number for number in within if self._could_ask(number)]
        if not lines:
            return {}
        fields = part.fields
        worth = [[self._asks(number, Place(part, field)) for number in lines] for field in fields]
        settle(worth)
        pairs = best_in_order(worth)
        taken = set(pairs)
        rest = [
            [0.0 if row_pair >= 0 or place in taken else one for place, one in enumerate(line)]
            for row_pair, line in zip(pairs, worth, strict=True)
        ]
        moved = best_total(rest)
        found = [first if first >= 0 else second for first, second in zip(pairs, moved, strict=True)]
        return {lines[place]: Place(part, field) for field, place in zip(fields, found, strict=True) if place >= 0}

    def _could_ask(self, number: int) -> bool:
        """Whether it is a line of its own that may be a prompt; labels with a value beside them are no lines of it."""
        item = self._items[number]
        if isinstance(item, Table) or self._places[number] or item.kind == "pair":
            return False
        return self._own or item.kind == "heading"

    def _asks(self, number: int, place: Place) -> float:
        """What a line is worth as the prompt of a question; one with a mark is asked right before its answer."""
        item, field = self._block(number), place.field
        named = likeness(fold(item.text), fold(field.label), field.synonyms, self._aligner.least)
        emphasis = self._emphasis(number)
        if not named and emphasis and self._own:
            named = contains(fold(item.text), fold(field.label), field.synonyms)
        if not named or (named < SAME and not emphasis):
            return 0.0
        if named == SAME:
            # Our own words count for more than another name that is set like a heading.
            named += EMPHASIS
        if place.name not in self._marked:
            return named + emphasis
        follows = self._next_place(number)
        return named + emphasis + MARKED if follows and follows.name == place.name else 0.0

    def _next_place(self, number: int) -> Place | None:
        """The place of the answer that comes next, before any table."""
        for item, place in zip(self._items[number + 1 :], self._places[number + 1 :], strict=True):
            if place or isinstance(item, Table):
                return place
        return None
