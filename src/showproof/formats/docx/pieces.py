"""Where the words of a document are written: the visible pieces of a paragraph, each with its element."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_body import BodyReader, paragraphs_of
from showproof.formats.docx.read_names import BODY, DEL, MAIN, MOVE_FROM, TC, TEXT_BOX, TYPE, P
from showproof.formats.docx.read_numbering import Numbering
from showproof.formats.docx.read_parts import NOTE_PARTS, targets
from showproof.formats.docx.read_pictures import drawn_by_us
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
    """The places of a document that something can be hung on; only paragraphs that are asked for are read."""

    def __init__(self, changes: Changes, main: str) -> None:
        package = changes.package
        self._changes = changes
        self._relations = package.relations(main)
        sheets = targets(package, self._relations, "styles")
        self._texts = _Texts(Styles(style_sheet(package, sheets[0]) if sheets else None))
        self.root = changes.tree(main)
        self._bodies = self.root.findall(BODY)
        drawn = drawn_by_us(self.root)
        self._paragraphs = [one for body in self._bodies for one in paragraphs_of(body) if one not in drawn]

    def at(self, where: Location | None) -> Stretch | None:
        """What stands at a place; a text box and a note are where they are anchored. None in a document of nothing."""
        return (self._found(where) if where else None) or self._beginning()

    def _found(self, where: Location) -> Stretch | None:
        if where.part == _NOTES:
            return self._anchor(where.paragraph)
        if where.part == _TEXT_BOX:
            said = self._in_boxes.get((where.part, where.paragraph))
            boxes = [] if said is None else list(said.element.iterancestors(TEXT_BOX))
            return _around(boxes[-1]) if boxes else None
        if where.part != "body" or not 0 < where.paragraph <= len(self._paragraphs):
            return None
        return self._stretch(where, self._paragraphs[where.paragraph - 1])

    def _stretch(self, where: Location, paragraph: _Element) -> Stretch:
        pieces = self._characters(where, paragraph)
        if not any(piece.size for piece in pieces):
            return Stretch(None, None, paragraph)
        ends = list(accumulate(piece.size for piece in pieces))
        start, end = (where.start, where.end) if where.end > where.start else (0, ends[-1])
        first = min(bisect_right(ends, start), len(pieces) - 1)
        last = min(bisect_left(ends, end), len(pieces) - 1)
        return Stretch(
            Point(pieces[first].element, start - (ends[first] - pieces[first].size), pieces[first].size),
            Point(pieces[last].element, end - (ends[last] - pieces[last].size), pieces[last].size),
            paragraph,
        )

    def _characters(self, where: Location, paragraph: _Element) -> list[Piece]:
        """The pieces of the paragraph, or of all paragraphs of the cell, which a line end parts."""
        cell = _holder(paragraph) if where.cell else None
        if cell is None:
            return self._texts.pieces_of(paragraph)
        found: list[Piece] = []
        for one in paragraphs_of(cell):
            if _holder(one) is cell and next(one.iterancestors(DEL, MOVE_FROM), None) is None:
                found += [Piece(one, 1)] if found else []
                found += self._texts.pieces_of(one) or [Piece(one, 0)]
        return found

    def _beginning(self) -> Stretch | None:
        """The first paragraph that shows something, or else the first there is."""
        for paragraph in self._paragraphs:
            pieces = self._texts.pieces_of(paragraph)
            if pieces and self._texts.text_of(paragraph).strip():
                first, last = pieces[0], pieces[-1]
                return Stretch(
                    Point(first.element, 0, first.size), Point(last.element, last.size, last.size), paragraph
                )
        return Stretch(None, None, self._paragraphs[0]) if self._paragraphs else None

    def _anchor(self, number: int) -> Stretch | None:
        """The mark that leads to the note with this paragraph."""
        name, wanted = self._notes.get(number, ("", None))
        marks = self.root.iter(MAIN + name) if name else iter(())
        return next((_around(mark) for mark in marks if mark.get(_ID) == wanted), None)

    @cached_property
    def _notes(self) -> dict[int, tuple[str, str | None]]:
        return _notes(self._changes, self._relations)

    @cached_property
    def _in_boxes(self) -> dict[tuple[str, int], Said]:
        """What each paragraph says, by part and number: boxes are counted in the order in which they are read."""
        reader = _Reader(_Texts(self._texts.styles), Numbering(None))
        for body in self._bodies:
            reader.read(body)
        return reader.told


class _Texts(TextReader):
    """Reads paragraphs one by one, element by element, and keeps what each of them shows."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(styles)
        self._known: dict[_Element, tuple[str, list[Piece]]] = {}
        self._now: list[Piece] = []

    def pieces_of(self, paragraph: _Element) -> list[Piece]:
        """The visible pieces of a paragraph."""
        return self._read(paragraph)[1]

    def text_of(self, paragraph: _Element) -> str:
        """Its visible text."""
        return self._read(paragraph)[0]

    def _read(self, paragraph: _Element) -> tuple[str, list[Piece]]:
        if paragraph not in self._known:
            self.sweep(paragraph)
            self._swept.plain.clear()
            self._now = []
            self._known[paragraph] = (self.read(paragraph).text, self._now)
        return self._known[paragraph]

    def _say(self, text: str | None, look: Look, said: Said, entry: _Element) -> None:
        before = len(said.pieces)
        super()._say(text, look, said, entry)
        self._now += [Piece(entry, len(piece)) for piece in said.pieces[before:]]


class _Reader(BodyReader):
    """Walks over a body and keeps its paragraphs by their numbers, text boxes included."""

    def __init__(self, texts: TextReader, numbering: Numbering, part: str = "body") -> None:
        super().__init__(texts, numbering, part)
        self.told: dict[tuple[str, int], Said] = {}

    def _said(self, paragraph: _Element) -> Said:
        said = super()._said(paragraph)
        self.told[self.part, self.count] = said
        return said

    def read_boxes(self, said: Said) -> None:
        """Text boxes anchored in a paragraph; their paragraphs are kept with the others."""
        super().read_boxes(said)
        if isinstance(self._boxes, _Reader):
            self.told |= self._boxes.told


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
