"""The walk over a document's body: paragraphs become blocks, tables become tables, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.read_names import (
    ALTERNATE,
    BOOKMARK_END,
    BOOKMARK_START,
    CHOICE,
    DEL,
    FALLBACK,
    MAIN,
    MOVE_FROM,
    SDT,
    TBL,
    TC_PR,
    TEXT_BOX,
    P,
)
from showproof.formats.docx.read_styles import BODY_LEVEL
from showproof.formats.paragraphs import Passage, blocks
from showproof.model import Block, BlockKind, Location, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from showproof.formats.docx.read_numbering import Numbering
    from showproof.formats.docx.read_said import Said
    from showproof.formats.docx.read_text import TextReader

_SKIPPED = frozenset((DEL, MOVE_FROM, MAIN + "sectPr", MAIN + "sdtPr", MAIN + "sdtEndPr", MAIN + "customXmlPr"))
_ALT_CHUNK = MAIN + "altChunk"
_BOX = "text box"


class BodyReader:
    """Collects `items` and `hidden` of one part; text boxes in it are read by `boxes`, a reader of their own."""

    def __init__(self, texts: TextReader, numbering: Numbering, part: str = "body") -> None:
        self.texts = texts
        self.numbering = numbering
        self.part = part
        self.items: list[Block | Table] = []
        self.hidden: list[Block] = []
        self.around: tuple[str, ...] = ()
        """Marks of the controls around what is being read, outermost first."""
        self.count = 0
        self.tables = 0
        self.embedded = 0
        self._boxes: BodyReader | None = None
        self.checks: tuple[bool, ...] = ()
        """States of the check boxes around what is being read."""

    def read(self, parent: _Element) -> None:
        """Reads everything in a body, a note, a header."""
        self.texts.sweep(parent)
        self.walk(parent, self.emit)

    def walk(self, parent: _Element, take: Callable[[Said], None]) -> None:
        """Hands every paragraph to `take`; tables become items wherever they stand."""
        for child in parent:
            tag = child.tag
            if tag == TC_PR:
                continue
            if tag == P:
                take(self._said(child))
            elif tag == TBL:
                from showproof.formats.docx.read_tables import TableReader

                TableReader(self, child).read()
            elif tag == SDT:
                self.inside(child, lambda content: self.walk(content, take))
            elif tag == BOOKMARK_START:
                self.texts.open_bookmark(child)
            elif tag == BOOKMARK_END:
                self.texts.close_bookmark(child)
            elif tag == ALTERNATE:
                found = child.find(CHOICE)
                found = child.find(FALLBACK) if found is None else found
                if found is not None:
                    self.walk(found, take)
            elif tag in _SKIPPED:
                self.count += len(paragraphs_of(child))
            elif tag == _ALT_CHUNK:
                self.embedded += 1
            else:
                self.walk(child, take)

    def _said(self, paragraph: _Element) -> Said:
        self.count += 1
        said = self.texts.read(paragraph)
        if self.around:
            said.marks = self.around + said.marks
        if self.checks:
            said.checks += self.checks
        if said.hidden:
            self._keep_hidden(said)
        return said

    def inside(self, sdt: _Element, read: Callable[[_Element], None]) -> None:
        """Reads a control's content with its mark around."""
        control, content = self.texts.control(sdt)
        if content is None:
            return
        around, checks = self.around, self.checks
        self.around += (control.mark,) if control.mark else ()
        self.checks += (control.checked,) if control.checked is not None else ()
        self.texts.placeholder += control.placeholder
        read(content)
        self.texts.placeholder -= control.placeholder
        self.around, self.checks = around, checks

    def numbered(self, said: Said) -> tuple[int, str]:
        """Depth of a list item (0 for none) and its number; every numbered paragraph is to be asked for once."""
        style = self.texts.styles.paragraph(said.style)
        number = said.number if said.number is not None else style.number
        if number is None or number == "0" or (said.deleted and not said.pieces):
            return (style.listed if number is None else 0), ""
        level = said.level
        if level is None:
            tied = said.number is None and style.level is None
            level = self.numbering.level_of_style(number, said.style) if tied else (style.level or 0)
        return min(level, 8) + 1, self.numbering.next(number, level)

    def read_boxes(self, said: Said) -> None:
        """Text boxes anchored in a paragraph, as items after it."""
        for box in said.boxes:
            if self.part.endswith(_BOX):
                self.walk(box, self.emit)
                continue
            if self._boxes is None:
                self._boxes = type(self)(
                    self.texts, self.numbering, _BOX if self.part == "body" else self.part + " " + _BOX
                )
            self._boxes.items = []
            self._boxes.walk(box, self._boxes.emit)
            self.items += self._boxes.items
            self.hidden += self._boxes.hidden
            self._boxes.hidden = []

    def emit(self, said: Said) -> None:
        """Adds a paragraph and its text boxes to the items."""
        listed, number = self.numbered(said)
        self.items += blocks(self._passage(said, listed, number))
        self.read_boxes(said)

    def _passage(self, said: Said, listed: int, number: str) -> Passage:
        style = self.texts.styles.paragraph(said.style)
        heading = style.heading if said.outline is None else (said.outline + 1 if said.outline < BODY_LEVEL else 0)
        text = said.text
        kind: BlockKind | None = None
        if heading and text.strip():
            kind, text = "heading", text.replace("\n", " ")
        elif style.contents:
            kind = "paragraph"
        elif listed:
            kind = "item"
        strong = said.strong_spans() if said.strong else ()
        return Passage(
            text,
            Location(part=self.part, paragraph=self.count),
            strong,
            kind,
            heading or listed,
            number,
            said.checks[0] if len(said.checks) == 1 else None,
            distinct(said.marks),
            said.placeholder,
        )

    def _keep_hidden(self, said: Said) -> None:
        text = "".join(said.hidden).strip()
        if text:
            self.hidden.append(Block(text, Location(part=self.part, paragraph=self.count)))


def distinct(marks: Sequence[str]) -> tuple[str, ...]:
    """The marks in order, each once."""
    return tuple(marks if len(marks) < 2 else dict.fromkeys(marks))


def paragraphs_of(parent: _Element) -> list[_Element]:
    """The paragraphs of a body in the order in which locations count them: those of text boxes are not among them."""
    found = []
    for child in parent:
        if child.tag == P:
            found.append(child)
        elif child.tag == ALTERNATE:
            chosen = child.find(CHOICE)
            chosen = child.find(FALLBACK) if chosen is None else chosen
            found += [] if chosen is None else paragraphs_of(chosen)
        elif child.tag != TEXT_BOX and len(child):
            found += paragraphs_of(child)
    return found
