"""A document read once more for where it is written: every visible piece of a paragraph with its element."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_body import BodyReader, paragraphs_of
from showproof.formats.docx.read_names import BODY, MAIN, TC, TEXT_BOX, TYPE, P
from showproof.formats.docx.read_numbering import Numbering
from showproof.formats.docx.read_parts import NOTE_PARTS, targets
from showproof.formats.docx.read_said import Said
from showproof.formats.docx.read_styles import Styles, style_sheet
from showproof.formats.docx.read_text import TextReader

if TYPE_CHECKING:
    from lxml.etree import _Element

    from showproof.formats.docx.read_looks import Look
    from showproof.formats.linked import Changes
    from showproof.model import Location

_TEXT_BOX, _NOTES = "text box", "footnotes"
_ID = MAIN + "id"


class Piece(NamedTuple):
    """Visible characters of one element, and how many they are."""

    element: _Element
    size: int


class Point(NamedTuple):
    """Before or behind a character: the element that shows it, and how many of its characters stand before."""

    element: _Element
    at: int
    size: int


class Stretch(NamedTuple):
    """From one point to another; of a paragraph that shows nothing, the paragraph."""

    first: Point | None
    last: Point | None
    paragraph: _Element


class Document:
    """The places of a document that something can be hung on."""

    def __init__(self, changes: Changes, main: str) -> None:
        package = changes.package
        relations = package.relations(main)
        sheets = targets(package, relations, "styles")
        texts = _Texts(Styles(style_sheet(package, sheets[0]) if sheets else None))
        self.root = changes.tree(main)
        self._said = texts.told
        self._pieces = texts.pieces
        self._bodies = self.root.findall(BODY)
        reader = _Reader(texts, Numbering(None))
        for body in self._bodies:
            reader.read(body)
        self._notes = _notes(changes, relations)

    def at(self, where: Location | None) -> Stretch | None:
        """What stands at a place; a text box and a note are where they are anchored. None in a document of nothing."""
        return (self._found(where) if where else None) or self._beginning()

    def _found(self, where: Location) -> Stretch | None:
        if where.part == _NOTES:
            note = self._notes.get(where.paragraph)
            marks = self.root.iter(MAIN + note[0]) if note else iter(())
            return next((_around(mark) for mark in marks if note and mark.get(_ID) == note[1]), None)
        said = self._said.get((where.part, where.paragraph))
        if said is None:
            every = [one for body in self._bodies for one in paragraphs_of(body)] if where.part == "body" else []
            known = 0 < where.paragraph <= len(every)
            return Stretch(None, None, every[where.paragraph - 1]) if known else None
        if where.part == _TEXT_BOX:
            boxes = list(said.element.iterancestors(TEXT_BOX))
            return _around(boxes[-1]) if boxes else None
        return self._stretch(where, said)

    def _stretch(self, where: Location, said: Said) -> Stretch:
        pieces = self._characters(where, said)
        shown = [piece for piece in pieces if piece.size]
        if not shown:
            return Stretch(None, None, said.element)
        ends = list(accumulate(piece.size for piece in pieces))
        start, end = (where.start, where.end) if where.end > where.start else (0, ends[-1])
        first = min(bisect_right(ends, start), len(pieces) - 1)
        last = min(bisect_left(ends, end), len(pieces) - 1)
        return Stretch(
            Point(pieces[first].element, start - (ends[first] - pieces[first].size), pieces[first].size),
            Point(pieces[last].element, end - (ends[last] - pieces[last].size), pieces[last].size),
            said.element,
        )

    def _characters(self, where: Location, said: Said) -> list[Piece]:
        """The pieces of the paragraph, or of all paragraphs of the cell, which a line end parts."""
        cell = _holder(said.element) if where.cell else None
        if cell is None:
            return self._pieces[said.element]
        found: list[Piece] = []
        for paragraph in cell.iter(P):
            if paragraph in self._pieces and _holder(paragraph) is cell:
                found += [Piece(paragraph, 1)] if found else []
                found += self._pieces[paragraph] or [Piece(paragraph, 0)]
        return found

    def _beginning(self) -> Stretch | None:
        """The first paragraph that shows something, or else the first there is."""
        for (part, _), said in self._said.items():
            if part == "body" and said.text.strip():
                pieces = self._pieces[said.element]
                first, last = pieces[0], pieces[-1]
                return Stretch(
                    Point(first.element, 0, first.size), Point(last.element, last.size, last.size), said.element
                )
        every = (one for body in self._bodies for one in paragraphs_of(body))
        return next((Stretch(None, None, one) for one in every), None)


class _Texts(TextReader):
    """Reads every paragraph element by element, and keeps what each of them shows."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(styles)
        self.pieces: dict[_Element, list[Piece]] = {}
        self.told: dict[tuple[str, int], Said] = {}
        """What each paragraph says, by part and number."""
        self._now: list[Piece] = []

    def simple(self, paragraph: _Element) -> None:
        """Nothing: no paragraph is read at once."""

    def read(self, paragraph: _Element) -> Said:
        """What a `p` element shows."""
        self._swept.plain.pop(paragraph, None)
        self.pieces[paragraph] = self._now = []
        return super().read(paragraph)

    def _say(self, text: str | None, look: Look, said: Said, entry: _Element) -> None:
        before = len(said.pieces)
        super()._say(text, look, said, entry)
        self._now += [Piece(entry, len(piece)) for piece in said.pieces[before:]]


class _Reader(BodyReader):
    """Walks over a body and keeps its paragraphs by their numbers."""

    def _said(self, paragraph: _Element) -> Said:
        said = super()._said(paragraph)
        assert isinstance(self.texts, _Texts)
        self.texts.told[self.part, self.count] = said
        return said


def _holder(paragraph: _Element) -> _Element | None:
    """The cell that a paragraph stands in; None outside of cells, and in a text box within one."""
    holder = next(paragraph.iterancestors(TC, TEXT_BOX), None)
    return holder if holder is not None and holder.tag == TC else None


def _around(element: _Element) -> Stretch | None:
    """All of what an element stands in, where nothing in it can be pointed at."""
    paragraph = next(element.iterancestors(P), None)
    point = Point(element, 0, 0)
    return None if paragraph is None else Stretch(point, point, paragraph)


def _notes(changes: Changes, relations: dict[str, tuple[str, str]]) -> dict[int, tuple[str, str | None]]:
    """The number of each paragraph of the notes to the name of the mark that leads to its note, and the note's id."""
    found: dict[int, tuple[str, str | None]] = {}
    count = 0
    for kind, name in NOTE_PARTS:
        for part in targets(changes.package, relations, kind)[:1]:
            for note in changes.tree(part).iterfind(name):
                if note.get(TYPE) in (None, "normal"):
                    for _ in paragraphs_of(note):
                        count += 1
                        found[count] = (f"{kind[:-1]}Reference", note.get(_ID))
    return found
