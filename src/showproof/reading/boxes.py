"""Tables of labels beside values as evidence: the head block, the entries of a part, and other people's boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from showproof.catalog.artifact import Part
from showproof.model import Cell, Observation, Table
from showproof.reading.align import Aligner
from showproof.reading.answers import Answers
from showproof.reading.blanks import fold
from showproof.reading.control import is_control
from showproof.reading.marks import Place
from showproof.reading.observed import NO_FACETS
from showproof.reading.shapes import Placed, box_labels
from showproof.reading.statements import Statements
from showproof.reading.tables import Numbers

TITLE_WORDS = 8
"""Words up to which the only cell of a row is a title of what follows."""

Asked = Callable[[str], Place | None]
"""The question outside of tables that a label asks, where the reader stands."""


class Pair(NamedTuple):
    """A label, the value beside it, and the place that the value's mark names."""

    label: Cell
    value: Cell
    place: Place | None


class Boxes:
    """Reads the boxes of one draft."""

    def __init__(self, statements: Statements, aligner: Aligner, answers: Answers, numbers: Numbers) -> None:
        self._statements = statements
        self._aligner = aligner
        self._answers = answers
        self._numbers = numbers
        names = sorted(re.escape(fold(part.table.record)) for part in aligner.parts if part.table)
        self._printed_title = re.compile(rf"(?:{'|'.join(names)}) \d+" if names else r"(?!)")

    def read_entries(self, rows: Sequence[Placed], part: Part | None) -> None:
        """A box of our own: what has a mark goes to its place, what was added beside it by its label."""
        self._numbers.reserve(place for row in rows for _, place in row if place)
        entry: list[Pair] = []
        for row in rows:
            title = self._title_in(row, part)
            if title:
                self._close(entry, part)
                entry = []
                self._title(title)
                continue
            for pair in self._pairs(row):
                if _begins(entry, pair):
                    self._close(entry, part)
                    entry = []
                entry.append(pair)
        self._close(entry, part)

    def read_head(self, table: Table, *, labelled: bool = True) -> None:
        """A table above the first part: `labelled`, the head block beside answers; its other texts are no evidence."""
        for row in table.rows:
            cells = iter(row)
            for label in cells:
                place = self._aligner.by_label(label.text, self._aligner.head) if labelled else None
                value = next(cells, None) if place else None
                if place and value:
                    self._answers.take(place, value.text, value.location, placeholder=value.placeholder)
                elif not all(self._answers.is_blank(line, label.placeholder) for line in label.text.split("\n")):
                    self._statements.note_unplaced(label.text, label.location)

    def read(self, table: Table, asked: Asked) -> None:
        """Somebody else's box: answers to known questions, and other values as what their labels say."""
        control = is_control(box_labels(table))
        for row in table.rows:
            cells = [cell for cell in row if cell.text.strip()]
            if len(cells) == 1:
                self._title(cells[0])
                continue
            for at in range(0, len(cells) - 1, 2):
                self._labelled(cells[at], cells[at + 1], asked, control)
            if len(cells) % 2:
                self._statements.prose(cells[-1].text, cells[-1].location, NO_FACETS, "sentence")

    def _title_in(self, row: Placed, part: Part | None) -> Cell | None:
        """The title of an entry: the only filled cell of a row, and no label whose answer is empty."""
        filled = [cell for cell, _ in row if cell.text.strip()]
        if len(filled) != 1 or any(place for _, place in row):
            return None
        label = len(row) > 1 and filled[0] is row[0][0] and self._aligner.is_column(filled[0].text, part)
        return None if label else filled[0]

    def _title(self, cell: Cell) -> None:
        """The only cell of a row: our own title of an entry, a title of what follows, or words."""
        if self._printed_title.fullmatch(fold(cell.text)):
            return
        facets = self._statements.words.headings.names(cell.text)
        if len(cell.text.split()) <= TITLE_WORDS and facets:
            self._statements.context = facets
        else:
            self._statements.prose(cell.text, cell.location, NO_FACETS, "sentence")

    def _labelled(self, label: Cell, value: Cell, asked: Asked, control: bool) -> None:
        statements = self._statements
        place = asked(label.text)
        if place:
            self._answers.take(place, value.text, value.location, placeholder=value.placeholder)
        elif self._answers.is_blank(value.text, value.placeholder):
            statements.note_unfilled(value.text, value.location, statements.words.header(label.text))
        else:
            head = statements.observe(label.text, label.location, NO_FACETS)
            facets = statements.words.header(label.text)
            told = [head, statements.observe(value.text, value.location, facets, label=label.text)]
            statements.unite(told, "row", control=control)

    def _pairs(self, row: Placed) -> list[Pair]:
        """Labels with their values; an answer of the head block is taken at once, and a mark alone is a pair too."""
        pairs, at = [], 0
        while at < len(row):
            cell, place = row[at]
            beside = row[at + 1] if at + 1 < len(row) else None
            if not place and beside:
                pairs.append(Pair(cell, beside[0], beside[1]))
                at += 1
            else:
                pairs.append(Pair(cell._replace(text=""), cell, place))
            at += 1
        return pairs

    def _close(self, entry: Sequence[Pair], part: Part | None) -> None:
        """Takes the pairs of one entry together."""
        marked = next((pair.place for pair in entry if pair.place and pair.place.row), None)
        part = marked.part if marked else part
        known = self._aligner.entry([pair.label.text for pair in entry], part) if entry else None
        number = 0
        if part and part.table and (marked or (known and known.part)):
            number = self._numbers.take(part, marked.row if marked else 0)
        observations = []
        for at, pair in enumerate(entry):
            place = pair.place or (known.places[at] if known else None)
            observation = self._value(pair, place, number)
            observations += [observation] if observation else []
        if observations:
            self._statements.paragraph += 1
            self._statements.unite(observations, "row")

    def _value(self, pair: Pair, place: Place | None, number: int) -> Observation | None:
        """One value of an entry; an answer of the head block is taken by itself."""
        if place and pair.place and not pair.place.row:
            self._answers.take(place, pair.value.text, pair.value.location, placeholder=pair.value.placeholder)
            return None
        label = pair.label.text
        if place:
            return self._answers.cell(place._replace(row=number), pair.value, label)
        return self._answers.free_cell(pair.value, self._statements.words.header(label), label)


def _begins(entry: Sequence[Pair], pair: Pair) -> bool:
    """Whether a pair belongs to the next entry: another row's mark, or a label that the entry has already."""
    rows = {(one.place.part.id, one.place.row) for one in entry if one.place}
    if pair.place:
        return bool(rows) and (pair.place.part.id, pair.place.row) not in rows
    label = fold(pair.label.text)
    return bool(label) and any(fold(one.label.text) == label for one in entry)
