"""Answers to the questions of a type: what a person wrote there, told from what the template itself shows there."""

from __future__ import annotations

from collections.abc import Sequence

from showproof.catalog.artifact import Part
from showproof.model import Answer, Cell, Location, Observation
from showproof.reading.blanks import fold, is_blank, says_to_come
from showproof.reading.marks import Place
from showproof.reading.observed import Printed
from showproof.reading.sentences import sentences
from showproof.reading.statements import Statements

LONG = 160
"""Characters from which an answer is read sentence by sentence."""


class Answers:
    """Takes the answers of one draft; `own` says that the file was made from the template itself."""

    def __init__(self, statements: Statements, head: Part, printed: Printed, *, own: bool) -> None:
        self._statements = statements
        self._seen = statements.seen
        self._head = head
        self._printed = printed
        self._own = own
        self.in_part = True
        """Whether the reader stands in a part of the type, or the type has none."""

    def is_blank(self, text: str, placeholder: bool, place: Place | None = None) -> bool:
        """Whether it is no answer: in a known place only what the template shows there is none, else all it says."""
        known = self._shown_at(place) if place and self._own else self._printed.instructions
        if place and not self._own and len(text.split()) <= 2 and fold(text) not in self._shown_at(place):
            known = frozenset()
        return placeholder or is_blank(text, known)

    def take(self, place: Place, text: str, where: Location, *, placeholder: bool = False) -> None:
        """One answer, or a further line of it; what our own head block names is context, no evidence."""
        text, where = self._without_prompt(text, where, place)
        blank = self.is_blank(text, placeholder, place)
        head = place.part is self._head
        if place.row:
            cells = self._seen.rows.setdefault(place.part.id, {}).setdefault(place.row, {})
            cells[place.field.id] = "" if blank else text
        else:
            required = place.field.required and not head
            said = "" if blank else text
            self._seen.answers.append(Answer(place.name, place.field.label, said, where, required, blank))
        if blank:
            self._note_blank(text, where, placeholder, place)
            return
        if head and place.field.id == "title":
            self._seen.title = text
        if fold(text) != self._printed.prefilled.get(place.name):
            self._say(place, text, where, head)

    def cell(self, place: Place, cell: Cell, label: str) -> Observation | None:
        """A cell of a part's table under a header as it was written; None without an answer but the row's number."""
        text, where = self._without_prompt(cell.text, cell.location, place)
        blank = self.is_blank(text, cell.placeholder, place)
        row = self._seen.rows.setdefault(place.part.id, {}).setdefault(place.row, {})
        said = "" if blank else text
        row[place.field.id] = f"{row[place.field.id]} {said}".strip() if row.get(place.field.id) else said
        if blank or (place.field.type == "serial" and len(text.split()) == 1):
            if blank:
                self._note_blank(text, where, cell.placeholder, place)
            return None
        return self._statements.observe(
            text, where, frozenset(place.field.facets) | frozenset(place.part.facets), place, label
        )

    def free_cell(
        self, cell: Cell, facets: frozenset[str], label: str, prompt: Place | None = None
    ) -> Observation | None:
        """A cell that is none of the type's; in a table under a prompt it is part of the answer."""
        if self.is_blank(cell.text, cell.placeholder):
            self._statements.note_unfilled(cell.text, cell.location, facets)
            return None
        if prompt:
            facets |= frozenset(prompt.field.facets)
        elif not self.in_part:
            self._statements.note_unplaced(cell.text, cell.location)
        return self._statements.observe(cell.text, cell.location, facets, prompt, label)

    def add(self, place: Place, observations: Sequence[Observation]) -> None:
        """A row of a table that stands under a prompt, as a further line of its answer."""
        text = " · ".join(observation.text for observation in observations)
        where, required = observations[0].location, place.field.required and place.part is not self._head
        self._seen.answers.append(Answer(place.name, place.field.label, text, where, required, False))

    def _say(self, place: Place, text: str, where: Location, head: bool) -> None:
        """The answer as evidence, under the topic of its part."""
        statements = self._statements
        facets = frozenset(place.field.facets)
        statements.context, context = frozenset(place.part.facets) | statements.context, statements.context
        spans = sentences(text) if len(text) > LONG else [(0, len(text))]
        for start, end in spans:
            observation = statements.observe(text[start:end], where.within(start, end), facets, place)
            if not head or (facets and not self._own):
                statements.unite([observation], "pair")
        statements.context = context

    def _note_blank(self, text: str, where: Location, placeholder: bool, place: Place) -> None:
        """What to come somebody wrote in the place of an answer; what the template shows there is not theirs."""
        if not placeholder and says_to_come(text) and fold(text) not in self._shown_at(place):
            asked = frozenset(place.field.facets) | frozenset(place.part.facets)
            self._statements.note_unfilled(text, where, asked)

    def _without_prompt(self, text: str, where: Location, place: Place) -> tuple[str, Location]:
        """The text without the template's own line above it, which stays where people type below a prompt."""
        first, _, rest = text.partition("\n")
        if not rest.strip() or not self._own or fold(first) not in self._shown_at(place):
            return text, where
        start = len(text) - len(rest.lstrip())
        return text[start:], where.within(start, len(text))

    def _shown_at(self, place: Place) -> frozenset[str]:
        """What the template itself may show in an answer's place, in folded form."""
        return self._printed.shown.get(place.name, frozenset())
