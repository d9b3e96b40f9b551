"""A file's outline as evidence: statements with facets, traits and places, said together as they stand."""

from __future__ import annotations

import re
from itertools import pairwise

from showproof.model import Answer, Block, Cell, Heading, Location, Observation, Outline, Table, Unit
from showproof.reading.align import Aligner, Place
from showproof.reading.blanks import fold, is_blank, left_in, says_to_come
from showproof.reading.observed import Observed, Printed
from showproof.reading.people import Roster
from showproof.reading.sentences import sentences
from showproof.reading.traits import Told, read_owner_cell, read_statement
from showproof.reading.vocabulary import Vocabulary

_LABEL = re.compile(r"^([^\n:]{2,48}?)\s*:\s+(?=\S)")
_LEAD = re.compile(r"^([A-Z“\"][^.:!?\n]{1,48}?)[.:]\s+(?=\S)")
NO_FACETS: frozenset[str] = frozenset()


RECORD_LINES, RECORD_WORDS = 8, 30
"""Label lines, and words of each, up to which they can be one record, such as an action with its owner and date."""

FURNITURE = frozenset(("cover", "lists"))
"""Sheets of our own workbooks that hold no answers beside the head block."""


class Observer:
    """Walks an outline once, keeping the section, part and prompt that a text stands under."""

    def __init__(self, words: Vocabulary, aligner: Aligner, roster: Roster, printed: Printed, *, own: bool) -> None:
        self._words = words
        self._aligner = aligner
        self._roster = roster
        self._known = printed.instructions
        self._prefilled = printed.prefilled
        self._own = own
        self._front = own
        self._kind_title = printed.title
        self._outdated = own and printed.outdated
        self._section = 0
        self._paragraph = 0
        self._table = -1
        self._part = aligner.parts[0] if own else None
        self._context = NO_FACETS
        self._intro = NO_FACETS
        self._prompt: Place | None = None
        self._told: dict[str, Told] = {}
        """What a text says by its own words; cells repeat each other."""
        self._guided = False
        self._record: list[tuple[str, list[Observation]]] = []
        self.seen = Observed()

    def walk(self, outline: Outline) -> Observed:
        """Observe every item in reading order."""
        for item in outline.items:
            self._paragraph += 1
            if isinstance(item, Table) or item.kind != "pair":
                self._close_record()
            if isinstance(item, Table):
                self._observe_table(item)
            elif self._aligner.by_mark(item.marks):
                self._observe_block(item)
            elif self._own and self._aligner.by_label(item.text, self._part) and not item.marks:
                # Our own prompts are bold lines, which readers take for headings.
                self._prompt = self._aligner.by_label(item.text, self._part)
                self._guided = False
            elif item.kind == "heading":
                self._open_section(item)
            elif self._guided and item.kind == "paragraph":
                # The line under a part's heading is our guidance, in the words of the version that made the file.
                self._guided = False
                if fold(item.text) not in self._known:
                    self._note_unplaced(item.text, item.location, always=True)
            elif fold(item.text) not in self._known:
                self._observe_block(item)
            else:
                self._prompt = self._aligner.by_label(item.text, self._part)
        self._close_record()
        return self.seen

    def _open_section(self, block: Block) -> None:
        titled = self._front and not any(heading.part for heading in self.seen.headings)
        part = None if titled and fold(block.text) == self._kind_title else self._aligner.by_heading(block.text)
        facets = self._words.headings.names(block.text) | frozenset(part.facets if part else ())
        if self._own:
            self._front = fold(block.text) in FURNITURE or (
                self._front and (part is None or part is self._aligner.parts[0])
            )
        if not self.seen.title and not part:
            self.seen.title = block.text
        if part or block.level <= 2 or facets:
            self._part = part
            self._context = facets
        self._section += 1
        self._guided = self._outdated and part is not None and part is not self._aligner.parts[0]
        self._intro, self._prompt = NO_FACETS, None
        self.seen.headings.append(Heading(block.text, block.location, facets, part.id if part else ""))

    def _observe_block(self, block: Block) -> None:
        place = self._aligner.by_mark(block.marks)
        if block.kind == "pair" and not (place and _has_own_colon(block, place)):
            self._observe_pair(block, place)
        elif place:
            self._prompt = place
            self._answer(place, block.text, block.location, placeholder=block.placeholder)
        elif self._prompt:
            self._answer(self._prompt, block.text, block.location, placeholder=block.placeholder)
        elif not self._front:
            self._observe_prose(block)

    def _observe_pair(self, block: Block, place: Place | None) -> None:
        label, value, where = _parted(block)
        place = place or self._asked_by(label)
        if place:
            self._prompt = None
            self._answer(place, value.strip(), where, placeholder=block.placeholder)
        elif not value.strip():
            self._intro = self._words.header(label) | self._words.headings.names(label)
        elif not self._front:
            if self._is_blank(value, block.placeholder):
                self._note_unfilled(value.strip(), where)
                return
            if (
                self._part is not self._aligner.parts[0]
                and fold(label) in ("title", "document title")
                and not self.seen.title
            ):
                self.seen.title = value.strip()
            self._extend_record(label, value.strip(), where)

    def _extend_record(self, label: str, value: str, where: Location) -> None:
        """Label lines one below the other may be one record; a label that comes again begins the next."""
        if any(fold(label) == fold(known) for known, _ in self._record):
            self._close_record()
        facets = self._words.header(label)
        told = [
            self._observe(value[start:end], _within(where, start, end), facets, label=label)
            for start, end in sentences(value)
        ]
        self._record.append((label, told))

    def _close_record(self) -> None:
        """Short label lines with an owner, a date or a before and after among them are said together, others not."""
        record, self._record = self._record, []
        told = [observation for _, observations in record for observation in observations]
        asked = frozenset().union(*(observation.asked for observation in told))
        short = all(len(observation.text.split()) <= RECORD_WORDS for observation in told)
        if 2 <= len(record) <= RECORD_LINES and short and (asked & {"owner", "due"} or {"baseline", "result"} <= asked):
            self._add_unit(told, "row")
            return
        for _, observations in record:
            if observations:
                self._add_unit(observations, "pair")

    def _observe_prose(self, block: Block) -> None:
        text = block.text.strip()
        if self._is_blank(text, block.placeholder):
            self._note_unfilled(text, block.location)
            return
        self._note_unplaced(text, block.location)
        if block.kind == "paragraph" and text.endswith(":") and len(text.split()) <= 14:
            self._intro = self._words.headings.names(text) | self._words.header(text)
            return
        facets = NO_FACETS
        lead = _LABEL.match(text) or _LEAD.match(text)
        if lead and len(lead[1].split()) <= 8:
            facets = self._words.headings.names(lead[1]) | self._words.headers.get(fold(lead[1]), NO_FACETS)
        if block.kind == "paragraph":
            self._intro = NO_FACETS
        self._prose(block.text, block.location, facets, "item" if block.kind == "item" else "sentence")

    def _prose(self, text: str, where: Location, facets: frozenset[str], kind: str, label: str = "") -> None:
        """Sentences as units of their own; those of a list item or of a short answer are said together."""
        spans = sentences(text)
        observations = [
            self._observe(text[start:end], _within(where, start, end), facets, label=label) for start, end in spans
        ]
        if kind == "sentence":
            for observation in observations:
                self._add_unit([observation], "sentence")
        elif observations:
            self._add_unit(observations, kind)

    def _asked_by(self, label: str) -> Place | None:
        """The question that a label asks; a stranger's document has its head block before its second heading only."""
        place = self._aligner.by_label(label, self._part)
        late = place is not None and place.part is self._aligner.parts[0] and not self._own and self._section > 1
        return None if late else place

    def _answer(self, place: Place, text: str, where: Location, *, placeholder: bool = False) -> None:
        """One answer to a question of the type; what our own head block names is context, no evidence."""
        blank = self._is_blank(text, placeholder, place)
        head = place.part is self._aligner.parts[0]
        if place.row:
            cells = self.seen.rows.setdefault(place.part.id, {}).setdefault(place.row, {})
            cells[place.field.id] = "" if blank else text
        else:
            self.seen.answers.append(
                Answer(
                    place.name,
                    place.field.label,
                    "" if blank else text,
                    where,
                    place.field.required and not head,
                    blank,
                )
            )
        if blank:
            if not placeholder and says_to_come(text) and fold(text) not in self._known:
                self._note_unfilled(text, where)
            return
        if head and place.field.id == "title":
            self.seen.title = text
        if fold(text) == self._prefilled.get(place.name):
            return
        facets = frozenset(place.field.facets)
        self._context, context = frozenset(place.part.facets) | self._context, self._context
        spans = sentences(text) if len(text) > 160 else [(0, len(text))]
        for start, end in spans:
            observation = self._observe(text[start:end], _within(where, start, end), facets, place)
            if not head or (facets and not self._own):
                self._add_unit([observation], "pair")
        self._context = context

    def _observe_table(self, table: Table) -> None:
        self._table += 1
        self._prompt = None
        marked = [(cell, self._aligner.by_mark(cell.marks)) for row in table.rows for cell in row if cell.marks]
        if any(place for _, place in marked):
            self._observe_marked([(cell, place) for cell, place in marked if place])
        elif self._front:
            self._observe_head(table)
        elif table.header:
            self._observe_rows(table)
        else:
            self._observe_labelled(table)
        self._intro = NO_FACETS

    def _observe_head(self, table: Table) -> None:
        """The head block of our own template after an office suite took its marks away: labels beside answers."""
        for row in table.rows:
            for label, value in pairwise(row):
                place = self._aligner.by_label(label.text, self._aligner.parts[0])
                if place:
                    self._answer(place, value.text, value.location, placeholder=value.placeholder)

    def _observe_marked(self, cells: list[tuple[Cell, Place]]) -> None:
        """Cells of our own tables and record boxes: the marks say which row and column each is."""
        rows: dict[tuple[str, int], list[Observation]] = {}
        for cell, place in cells:
            if not place.row:
                self._answer(place, cell.text, cell.location, placeholder=cell.placeholder)
                continue
            observation = self._take_cell(cell, place)
            if observation:
                rows.setdefault((place.part.id, place.row), []).append(observation)
        for observations in rows.values():
            self._paragraph += 1
            self._add_unit(observations, "row")

    def _take_cell(self, cell: Cell, place: Place) -> Observation | None:
        blank = self._is_blank(cell.text, cell.placeholder, place)
        row = self.seen.rows.setdefault(place.part.id, {}).setdefault(place.row, {})
        row[place.field.id] = "" if blank else cell.text
        if blank or place.field.type == "serial":
            if blank and not cell.placeholder and says_to_come(cell.text) and fold(cell.text) not in self._known:
                self._note_unfilled(cell.text, cell.location)
            return None
        facets = frozenset(place.field.facets) | frozenset(place.part.facets)
        return self._observe(cell.text, cell.location, facets, place)

    def _observe_rows(self, table: Table) -> None:
        headers = _column_headers(table)
        named = self._aligner.table_named(table.name) or self._part
        part, places = self._aligner.columns(headers, named)
        columns = [self._words.header(header) for header in headers]
        base = len(self.seen.rows.get(part.id, {})) if part else 0
        for number, row in enumerate(table.rows[table.header :], start=1):
            observations = []
            for at, cell in enumerate(row):
                place = places[at] if at < len(places) else None
                if part and place:
                    observation = self._take_cell(cell, Place(part, place.field, base + number))
                else:
                    observation = self._free_cell(
                        cell, columns[at] if at < len(columns) else NO_FACETS, headers[at] if at < len(headers) else ""
                    )
                if observation:
                    observations.append(observation)
            if observations:
                self._add_unit(observations, "row")

    def _observe_labelled(self, table: Table) -> None:
        """A table without headers: label cells beside value cells, as boxes and forms have them."""
        for row in table.rows:
            cells = [cell for cell in row if cell.text.strip()]
            if len(cells) == 1:
                text = cells[0].text
                facets = self._words.headings.names(text)
                if len(text.split()) <= 8 and facets:
                    self._context = facets
                else:
                    self._prose(text, cells[0].location, NO_FACETS, "sentence")
                continue
            for at in range(0, len(cells) - 1, 2):
                self._observe_labelled_cell(cells[at], cells[at + 1])
            if len(cells) % 2:
                self._prose(cells[-1].text, cells[-1].location, NO_FACETS, "sentence")

    def _observe_labelled_cell(self, label: Cell, value: Cell) -> None:
        place = self._asked_by(label.text)
        if place:
            self._answer(place, value.text, value.location, placeholder=value.placeholder)
        elif self._is_blank(value.text, value.placeholder):
            self._note_unfilled(value.text, value.location)
        else:
            head = self._observe(label.text, label.location, NO_FACETS)
            observation = self._observe(value.text, value.location, self._words.header(label.text), label=label.text)
            self._add_unit([head, observation], "row")

    def _free_cell(self, cell: Cell, facets: frozenset[str], label: str) -> Observation | None:
        if self._is_blank(cell.text, cell.placeholder):
            self._note_unfilled(cell.text, cell.location)
            return None
        self._note_unplaced(cell.text, cell.location)
        return self._observe(cell.text, cell.location, facets, label=label)

    def _observe(
        self, text: str, where: Location, facets: frozenset[str], place: Place | None = None, label: str = ""
    ) -> Observation:
        told = self._told.get(text)
        if told is None:
            told = self._told[text] = read_statement(text, self._words, self._roster)
        cues, traits, values = told
        if "owner" in facets:
            traits = (traits - {"owner"}) | read_owner_cell(text, self._words.people)
        for start, end in left_in(text):
            self._note_unfilled(text[start:end], _within(where, start, end))
        if len(text.split()) < 3 and facets:
            cues = NO_FACETS
        label = fold(label or (place.field.label if place else ""))
        return Observation(text, where, facets | cues, traits, values, place.name if place else "", label, facets)

    def _add_unit(self, observations: list[Observation], kind: str) -> None:
        facets = frozenset().union(*(observation.facets for observation in observations))
        traits = frozenset().union(*(observation.traits for observation in observations))
        context = self._context | self._intro
        table = self._table if kind == "row" else -1
        self.seen.units.append(
            Unit(tuple(observations), kind, facets, context, traits, self._section, self._paragraph, table)  # type: ignore[arg-type]
        )

    def _is_blank(self, text: str, placeholder: bool, place: Place | None = None) -> bool:
        """Whether it is no answer; in another question's place, a label of a word or two ("No", "Case") is one."""
        elsewhere = place and len(text.split()) <= 2 and fold(text) not in _printed_at(place)
        return placeholder or is_blank(text, () if elsewhere else self._known)

    def _note_unfilled(self, text: str, where: Location) -> None:
        if says_to_come(text) or left_in(text):
            self.seen.unfilled.append(Observation(text, where, NO_FACETS, NO_FACETS, ()))

    def _note_unplaced(self, text: str, where: Location, *, always: bool = False) -> None:
        if always or (self._part is None and len(self._aligner.parts) > 1):
            self.seen.unplaced.append(Observation(text, where, NO_FACETS, NO_FACETS, ()))


def _parted(block: Block) -> tuple[str, str, Location]:
    """Label and value of a pair, and the place of the value."""
    label, _, value = block.text.partition(":")
    if not block.apart:
        return label, value, block.location.within(len(block.text) - len(value.lstrip()), len(block.text))
    start = len(block.text) - (block.location.end - block.location.start)
    return block.text[:start].rstrip(": "), block.text[start:], block.location


def _has_own_colon(block: Block, place: Place) -> bool:
    """Whether a marked paragraph is an answer that only begins like a label: "Open month: Anil"."""
    return not block.location.cell and fold(block.text.partition(":")[0]) != fold(place.field.label)


def _printed_at(place: Place) -> tuple[str, str]:
    """What the template itself may show in an answer's place."""
    return fold(place.field.label), fold(place.field.guidance)


def _within(where: Location, start: int, end: int) -> Location:
    """A span inside a text whose own location may start later in its paragraph."""
    return where.within(start, end)


def _column_headers(table: Table) -> list[str]:
    """One name a column; two header rows are read together where the upper one spans."""
    width = max((len(row) for row in table.rows), default=0)
    names: list[str] = []
    for at in range(width):
        texts = [row[at].text.strip() for row in table.rows[: table.header] if at < len(row) and row[at].text.strip()]
        names.append(texts[-1] if texts else "")
    return names
