"""A file's outline as evidence: a walk in reading order that keeps the section, part and prompt a text stands under."""

from __future__ import annotations

import re

from showproof.model import Block, Cell, Heading, Location, Outline, Table
from showproof.reading.align import Aligner
from showproof.reading.answers import Answers
from showproof.reading.blanks import fold
from showproof.reading.boxes import Boxes
from showproof.reading.marks import Place
from showproof.reading.observed import NO_FACETS, Observed, Printed
from showproof.reading.people import Roster
from showproof.reading.plan import Plan, Planner
from showproof.reading.records import Record
from showproof.reading.shapes import stands_beside_labels
from showproof.reading.statements import Statements
from showproof.reading.tables import Grids, Numbers
from showproof.reading.vocabulary import Vocabulary

_LABEL = re.compile(r"^([^\n:]{2,48}?)\s*:\s+(?=\S)")
_LEAD = re.compile(r"^([A-Z“\"][^.:!?\n]{1,48}?)[.:]\s+(?=\S)")
_COLON = re.compile("[:：]")
FURNITURE = frozenset(("cover", "lists"))
"""Sheets of our own workbooks that hold no answers beside the head block."""
LEAD_WORDS = 14
"""Words up to which a line that ends in a colon introduces what follows."""


class Observer:
    """Walks one outline once; `own` says that the file was made from the template itself."""

    def __init__(self, words: Vocabulary, aligner: Aligner, roster: Roster, printed: Printed, *, own: bool) -> None:
        self.seen = Observed()
        self._words = words
        self._aligner = aligner
        self._printed = printed
        self._own = own
        self._statements = Statements(words, roster, self.seen)
        self._answers = Answers(self._statements, aligner.head, printed, own=own)
        numbers = Numbers()
        self._grids = Grids(self._statements, aligner, self._answers, numbers)
        self._boxes = Boxes(self._statements, aligner, self._answers, numbers)
        self._record = Record(self._statements)
        self._plan = Plan({}, {})
        self._workbook = False
        self._front = own
        self._part = aligner.head if own else None
        self._prompt: Place | None = None
        self._guided = False

    def walk(self, outline: Outline) -> Observed:
        """Observe every item in reading order."""
        self._workbook = outline.format == "xlsx"
        self._plan = Planner(outline, self._aligner, self._printed.guides, own=self._own).plan()
        for number, item in enumerate(outline.items):
            self._statements.paragraph += 1
            self._answers.in_part = self._part is not None or len(self._aligner.parts) == 1
            if isinstance(item, Table):
                self._record.close()
                self._observe_table(item)
                continue
            if item.kind != "pair":
                self._record.close()
            if not ("\t" in item.text and self._grids.read_on(_cells(item))):
                self._grids.leave()
                self._observe_line(number, item)
        self._record.close()
        self._statements.read_all()
        return self.seen

    def _observe_line(self, number: int, block: Block) -> None:
        """A line outside of tables: an answer by its mark, a prompt, a heading, what the template says, or words."""
        place, asked = self._aligner.by_mark(block.marks), self._plan.asked.get(number)
        if place:
            self._observe_marked(block, place)
        elif asked and self._own:
            self._prompt, self._guided = asked, False
            if fold(block.text) not in self._printed.instructions:
                self.seen.headings.append(Heading(block.text, block.location, NO_FACETS, asked.part.id))
        elif number in self._plan.parts or (block.kind == "heading" and not (block.strong and self._in_answer(block))):
            self._open_section(number, block, asked)
        elif self._prompt and self._in_answer(block):
            self._answers.take(self._prompt, block.text, block.location, placeholder=block.placeholder)
        elif self._guided and block.kind == "paragraph":
            # The line under a part's heading is our guidance, in the words of the version that made the file.
            self._guided = False
            if fold(block.text) not in self._printed.instructions:
                self._statements.note_unplaced(block.text, block.location)
        elif fold(block.text) not in self._printed.instructions:
            self._observe_block(block)
        elif not self._own:
            self._prompt = self._aligner.by_label(block.text, self._part)

    def _in_answer(self, block: Block) -> bool:
        """Whether a line of our own document goes on with the answer above it; a workbook's answers are cells."""
        return self._own and self._prompt is not None and not block.location.cell

    def _open_section(self, number: int, block: Block, asked: Place | None) -> None:
        titled = self._front and not any(heading.part for heading in self.seen.headings)
        part = self._plan.parts.get(number)
        part = None if titled and fold(block.text) == self._printed.title else part
        facets = self._words.headings.names(block.text) | frozenset(part.facets if part else ())
        if self._own:
            self._front = fold(block.text) in FURNITURE or (self._front and part in (None, self._aligner.head))
        if not self.seen.title and not part:
            self.seen.title = block.text
        if asked:
            facets |= frozenset(asked.field.facets) | frozenset(asked.part.facets)
            self._statements.context = facets
        elif part or block.level <= 2 or facets:
            self._part = part
            self._statements.context = facets
        self._statements.section += 1
        self._guided = self._printed.outdated and self._own and part is not None and part is not self._aligner.head
        self._statements.intro, self._prompt = NO_FACETS, asked
        section = self._statements.section
        self.seen.headings.append(Heading(block.text, block.location, facets, part.id if part else "", section))

    def _observe_marked(self, block: Block, place: Place) -> None:
        """An answer of our own; a paragraph may only begin like a label: "Open month: Anil"."""
        label = fold(block.text.partition(":")[0])
        if block.kind == "pair" and (block.location.cell or label == fold(place.field.label)):
            self._observe_pair(block, place)
        else:
            self._prompt = place
            self._answers.take(place, block.text, block.location, placeholder=block.placeholder)

    def _observe_block(self, block: Block) -> None:
        if block.kind == "pair":
            self._observe_pair(block, None)
        elif self._prompt:
            self._answers.take(self._prompt, block.text, block.location, placeholder=block.placeholder)
        elif self._front:
            self._statements.note_unplaced(block.text, block.location)
        else:
            self._observe_prose(block)

    def _observe_pair(self, block: Block, place: Place | None) -> None:
        label, value, where = _parted(block)
        place = place or self._asked_by(label)
        value = value.strip()
        if place:
            self._prompt = None
            self._answers.take(place, value, where, placeholder=block.placeholder)
        elif not value:
            self._statements.intro = self._words.header(label) | self._words.headings.names(label)
        elif self._front:
            self._statements.note_unplaced(block.text, block.location)
        elif self._answers.is_blank(value, block.placeholder):
            self._statements.note_unfilled(value, where, self._words.header(label) | self._words.headings.names(label))
        else:
            self._observe_label(label, value, where)

    def _observe_label(self, label: str, value: str, where: Location) -> None:
        """A label of a person's own with its value."""
        titles = fold(label) in ("title", "document title") and self._part is not self._aligner.head
        if titles and not self.seen.title:
            self.seen.title = value
        self._record.extend(label, value, where)

    def _observe_prose(self, block: Block) -> None:
        statements, text = self._statements, block.text.strip()
        if self._answers.is_blank(text, block.placeholder):
            statements.note_unfilled(text, block.location)
            return
        if not self._answers.in_part:
            statements.note_unplaced(text, block.location)
        if block.kind == "paragraph" and text.endswith(":") and len(text.split()) <= LEAD_WORDS:
            statements.intro = self._words.headings.names(text) | self._words.header(text)
            return
        facets = NO_FACETS
        lead = _LABEL.match(text) or _LEAD.match(text)
        if lead and len(lead[1].split()) <= 8:
            facets = self._words.headings.names(lead[1]) | self._words.headers.get(fold(lead[1]), NO_FACETS)
        if block.kind == "paragraph":
            statements.intro = NO_FACETS
        statements.prose(block.text, block.location, facets, "item" if block.kind == "item" else "sentence")

    def _asked_by(self, label: str) -> Place | None:
        """The question that a label asks; a stranger's document has its head block before its second heading only."""
        place = self._aligner.by_label(label, self._part)
        late = place is not None and place.part is self._aligner.head and not self._own
        return None if late and self._statements.section > 1 else place

    def _observe_table(self, table: Table) -> None:
        self._statements.table += 1
        prompt, self._prompt = self._prompt, None
        rows = [[(cell, self._aligner.by_mark(cell.marks)) for cell in row] for row in table.rows]
        marked = any(place for row in rows for _, place in row)
        if marked and stands_beside_labels(rows):
            self._boxes.read_entries(rows, self._part)
        elif marked:
            self._grids.read_marked(table, rows)
        elif self._front:
            # Our count of what is filled has headers, and its first column is no label of the head block.
            self._boxes.read_head(table, labelled=not (table.header and self._workbook))
        elif len(self._aligner.parts) > 1 and (fit := self._aligner.fit(table, self._part)).is_box:
            self._boxes.read_entries(rows, fit.columns.part)
        elif table.header or self._grids.goes_on(table):
            self._grids.read(table, self._part, prompt, rows)
        else:
            self._boxes.read(table, self._asked_by)
        self._statements.intro = NO_FACETS


def _cells(block: Block) -> list[Cell]:
    """The cells of a line that was pasted from a table, between its tabs."""
    cells, at = [], 0
    for text in block.text.split("\t"):
        start = at + len(text) - len(text.lstrip())
        cells.append(Cell(text.strip(), block.location.within(start, start + len(text.strip()))))
        at += len(text) + 1
    return cells


def _parted(block: Block) -> tuple[str, str, Location]:
    """Label and value of a pair, and the place of the value."""
    if block.apart:
        start = block.value_start
        return block.text[:start].rstrip(": "), block.text[start:], block.location
    label, value = (*_COLON.split(block.text, maxsplit=1), "")[:2]
    return label, value, block.location.within(len(block.text) - len(value.lstrip()), len(block.text))
