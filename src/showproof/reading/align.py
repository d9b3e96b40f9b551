"""Names in a draft to the questions of an artifact type, by the clues that survive people and office suites.

A control tag, bookmark or defined name decides; then the exact prompt; then synonyms of headers, labels and headings;
then what is spelt alike. Headings, headers and labels are each placed together: the best total wins, not the first
good pair. A draft of no known type aligns to nothing, and is judged by its own words all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from showproof.catalog.artifact import ArtifactType, Field, Part
from showproof.model import Table
from showproof.reading.blanks import fold
from showproof.reading.likeness import CLOSE, LOOSE, SYNONYM, contains, likeness, settle
from showproof.reading.marks import Marks, Place
from showproof.reading.pairing import best_total
from showproof.reading.shapes import box_labels, column_headers

OWN_PART, OTHER_PART = 0.34, 0.5
"""Least share of a table's headers that a part's columns must explain: under its own heading, and anywhere else."""


class Columns(NamedTuple):
    """A table's part and the column behind each of its headers; other parts' columns may stand beside its own."""

    part: Part | None
    places: list[Place | None]
    total: float = 0.0
    """How much of header and part is explained; more is better."""


class Fit(NamedTuple):
    """How a table is best read by the type: by its columns, or as a box of labels beside values."""

    columns: Columns
    is_box: bool


class Aligner:
    """Answers where a mark, label, heading or header row belongs in one artifact type."""

    def __init__(self, kind: ArtifactType | None, head: Part, *, own: bool = False) -> None:
        self.parts: tuple[Part, ...] = (head, *(kind.parts if kind else ()))
        self.head = head
        self.least = LOOSE if own else CLOSE
        """Similarity from which names count as alike; looser in a file that was made from the template."""
        self._marks = Marks(self.parts)
        self._titles = [(fold(part.title), tuple(map(fold, part.synonyms))) for part in self.parts]
        # Boxes repeat their labels and tables are looked at more than once: what is worked out is kept for the draft.
        self._assigned: dict[tuple[tuple[str, ...], str], tuple[tuple[Place | None, ...], float]] = {}
        self._alike: dict[tuple[str, str], list[float]] = {}

    def by_mark(self, marks: Iterable[str]) -> Place | None:
        """The place that a control tag, bookmark or defined name stands for; the innermost known one decides."""
        return self._marks.place(marks) if marks else None

    def table_named(self, name: str) -> Part | None:
        """The part whose Excel table has this name; office suites may add a number to it."""
        return self._marks.table(name) if name else None

    def heading_weights(self, text: str) -> list[float]:
        """How surely a heading opens each of `parts`; the head block only by its very name."""
        plain = fold(re.sub(r"^[\d.\s)]+", "", text))
        weights = [likeness(plain, title, synonyms, self.least) for title, synonyms in self._titles]
        weights[0] = float(plain == self._titles[0][0])
        return weights

    def by_label(self, text: str, part: Part | None) -> Place | None:
        """The question that a label asks: in its own part first, then in the head block."""
        plain = fold(text)
        for candidate in (part, self.head):
            if candidate is None:
                continue
            for field in candidate.fields:
                if plain == fold(field.label) or plain in field.synonyms:
                    return Place(candidate, field)
        return None

    def is_column(self, text: str, part: Part | None) -> bool:
        """Whether a part's table has a column of this name."""
        plain = fold(text)
        columns = part.table.columns if part and part.table else ()
        return any(plain == fold(field.label) or plain in field.synonyms for field in columns)

    def columns(self, headers: Sequence[str], part: Part | None) -> Columns:
        """The part whose table has these headers, and the column of each; the heading's own part is preferred."""
        plain = [fold(header) for header in headers]
        filled = max(1, sum(bool(header) for header in plain))
        best = Columns(None, [None] * len(plain))
        for candidate in self.parts:
            if not candidate.table:
                continue
            places, score = self._assign(plain, candidate)
            found = sum(place is not None for place in places)
            share = score / filled + 0.5 * score / len(candidate.table.columns) + (0.35 if candidate is part else 0)
            least = OWN_PART if candidate is part else OTHER_PART
            if found >= min(2, filled) and score / filled >= least and share > best.total:
                best = Columns(candidate, list(places), share)
        return self._with_others(plain, best) if best.part else best

    def entry(self, labels: Sequence[str], part: Part | None) -> Columns:
        """The same for labels that stand beside the values of one entry, as boxes have them: two must be known."""
        found = self.columns(labels, part)
        known = sum(place is not None for place in found.places)
        return found if known >= 2 else Columns(None, [None] * len(labels))

    def fit(self, table: Table, part: Part | None) -> Fit:
        """What explains a table best: columns under its header, or labels beside its values."""
        grid = self.columns(column_headers(table), part) if table.header else Columns(None, [])
        box = self.entry(box_labels(table), part)
        return Fit(box, is_box=True) if box.part and box.total >= grid.total else Fit(grid, is_box=False)

    def _assign(self, headers: Sequence[str], part: Part) -> tuple[tuple[Place | None, ...], float]:
        """Each header to at most one column and each column to at most one header, and what that is worth."""
        asked = (tuple(headers), part.id)
        if asked not in self._assigned:
            weights = [list(self._weights(header, part)) for header in headers]
            settle(weights)
            pairs = best_total(weights)
            places = tuple(Place(part, _columns(part)[column]) if column >= 0 else None for column in pairs)
            worth = sum(weights[at][column] for at, column in enumerate(pairs) if column >= 0)
            self._assigned[asked] = places, worth
        return self._assigned[asked]

    def _weights(self, header: str, part: Part) -> list[float]:
        """How surely a header means each column of a part."""
        asked = (header, part.id)
        if asked not in self._alike:
            self._alike[asked] = [self._likeness(header, field) for field in _columns(part)]
        return self._alike[asked]

    def _likeness(self, header: str, field: Field) -> float:
        return likeness(header, fold(field.label), field.synonyms, self.least)

    def _with_others(self, headers: Sequence[str], found: Columns) -> Columns:
        """Headers left over: longer names of a column, then columns of a part whose table was merged into this one."""
        assert found.part is not None
        assert found.part.table is not None
        places = list(found.places)
        used = {place.field.id for place in places if place}
        for at, header in enumerate(headers):
            if header and not places[at]:
                free = [field for field in found.part.table.columns if field.id not in used]
                near = next((one for one in free if contains(header, fold(one.label), one.synonyms)), None)
                places[at] = Place(found.part, near) if near else None
                used |= {near.id} if near else set()
        rest = [header if not place else "" for header, place in zip(headers, places, strict=True)]
        if sum(bool(header) for header in rest) >= 2:
            places = [place or other for place, other in zip(places, self._merged(rest, found.part), strict=True)]
        return found._replace(places=places)

    def _merged(self, rest: Sequence[str], main: Part) -> list[Place | None]:
        """The columns of one other part, where at least two and half of them stand among the rest by their names."""
        best: tuple[int, list[Place | None]] = (1, [None] * len(rest))
        for part in self.parts:
            if part is main or not part.table:
                continue
            places, _ = self._assign(rest, part)
            sure = [
                place if place and self._likeness(header, place.field) >= SYNONYM else None
                for header, place in zip(rest, places, strict=True)
            ]
            known = sum(place is not None for place in sure)
            if known > best[0] and 2 * known >= len(part.table.columns):
                best = (known, sure)
        return best[1]


def _columns(part: Part) -> Sequence[Field]:
    return part.table.columns if part.table else ()
