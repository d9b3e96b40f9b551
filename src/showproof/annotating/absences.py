"""Where in a draft something belongs that is missing: the empty answer of its question, or what stands nearest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from showproof.catalog.artifact import ArtifactType, Field, Part
from showproof.formats.identity import mark, tag
from showproof.model import Block, Draft, Finding, Location, Table
from showproof.reading.blanks import fold, is_blank

if TYPE_CHECKING:
    from showproof.model import Cell


class Absences:
    """The places of one draft at which something can be missing."""

    def __init__(self, draft: Draft, kind: ArtifactType | None) -> None:
        self._answers: dict[str, Location] = {}
        for answer in sorted(draft.answers, key=lambda answer: not answer.blank):
            self._answers.setdefault(answer.field, answer.location)
        self._parts = {part.id: part.location for part in draft.parts if part.location}
        self._questions = dict(_questions(kind))
        self._marked: dict[str, Location] = {}
        self._columns: dict[str, Location] = {}
        self._look_over(draft)

    def place(self, finding: Finding) -> Location | None:
        """Where it belongs; None for what has no place in the draft yet."""
        found = self._answers.get(finding.question) or self._asked(finding.question)
        return found or self._parts.get(finding.question.partition(".")[0]) or finding.under

    def _asked(self, question: str) -> Location | None:
        """The first place of a table that waits for the answer, or else its column's header."""
        if question not in self._questions:
            return None
        part, field = self._questions[question]
        names = [name for row in (1, 2, 3) for name in (tag(part.id, field.id, row), mark(tag(part.id, field.id, row)))]
        marked = next((self._marked[name] for name in names if name in self._marked), None)
        headers = (fold(field.label), *field.synonyms) if _is_column(part, field) else ()
        return marked or next((self._columns[name] for name in headers if name in self._columns), None)

    def _look_over(self, draft: Draft) -> None:
        for item in draft.outline.items:
            if isinstance(item, Block):
                if item.placeholder or is_blank(item.text, frozenset()):
                    self._note_marks(item.marks, item.location)
                continue
            for row in item.rows:
                for cell in row:
                    if cell.placeholder or is_blank(cell.text, frozenset()):
                        self._note_marks(cell.marks, cell.location)
            self._note_columns(item)

    def _note_marks(self, marks: tuple[str, ...], where: Location) -> None:
        for name in marks:
            self._marked.setdefault(name, where)

    def _note_columns(self, table: Table) -> None:
        """The first empty cell below each header, or the header itself where none is empty."""
        if not table.header:
            return
        for at, header in enumerate(table.rows[table.header - 1]):
            if header.text:
                self._columns.setdefault(fold(header.text), _first_empty(table, at) or header.location)


def _first_empty(table: Table, column: int) -> Location | None:
    cells: Iterator[Cell] = (row[column] for row in table.rows[table.header :] if column < len(row))
    return next((cell.location for cell in cells if cell.placeholder or not cell.text), None)


def _is_column(part: Part, field: Field) -> bool:
    return bool(part.table) and any(field.id == column.id for column in part.table.columns)  # type: ignore[union-attr]


def _questions(kind: ArtifactType | None) -> Iterator[tuple[str, tuple[Part, Field]]]:
    for part in kind.parts if kind else ():
        for field in (*part.fields, *(part.table.columns if part.table else ())):
            yield f"{part.id}.{field.id}", (part, field)
