"""What one paragraph shows: its visible text run by run, what is hidden in it, and what wraps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.read_controls import Control, bookmark_mark, read_control
from showproof.formats.docx.read_ground import is_dark_behind
from showproof.formats.docx.read_looks import Look, run_properties
from showproof.formats.docx.read_names import (
    ALTERNATE,
    BOOKMARK_END,
    BOOKMARK_START,
    CHOICE,
    DEL,
    DRAWING,
    DRAWN,
    FALLBACK,
    FIELD_MARK,
    ID,
    INS,
    MAIN,
    MATH_TEXT,
    MOVE_FROM,
    MOVE_TO,
    NAME,
    RPR,
    SDT,
    SDT_CONTENT,
    SIGNS,
    SYMBOL,
    TEXT_BOX,
    VAL,
    P,
    R,
    T,
    integer,
    on,
)
from showproof.formats.docx.read_off_page import NOWHERE, is_out_of_sight, is_unseen_shape
from showproof.formats.docx.read_said import Said
from showproof.formats.docx.read_styles import Styles
from showproof.formats.docx.read_sweep import Sweep, sign
from showproof.formats.docx.read_symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

MAX_OPEN = 50
"""Bookmarks of ours that may cover the same text."""

MAX_MARKS = 200
"""Marks of one paragraph."""

_SILENT = frozenset(MAIN + name for name in ("delText", "instrText", "delInstrText", "commentReference", "fldData"))
_GONE = frozenset((DEL, MOVE_FROM))
_PICTURED = ("{*}blip", "{*}imagedata", "{*}chart", "{*}relIds", DRAWING + "t")
_FLD_TYPE, _FF_DATA = MAIN + "fldCharType", MAIN + "ffData"
_STYLE, _NUM_PR, _OUTLINE = MAIN + "pStyle", MAIN + "numPr", MAIN + "outlineLvl"
_NUM_ID, _LEVEL = MAIN + "numId", MAIN + "ilvl"


class TextReader:
    """Reads paragraphs one after another and keeps what reaches over their ends: fields and bookmarks."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._base = styles.look(None)
        self._usual = not any(self._base)
        """Whether text is seen and plain where nothing is said of it."""
        self.placeholder = 0
        """How many controls around the text show their placeholder."""
        self.tracked = 0
        self.pictures = 0
        self._closed: frozenset[str | None] | None = None
        """Ids of the bookmarks that have an end; the others cover only the paragraph in which they start."""
        self._bookmarks: dict[str | None, str] = {}
        self._instructions: list[bool] = []
        """For every open field, whether its instruction is being read rather than its result."""
        self._muted = False
        self._swept = Sweep()

    def sweep(self, root: _Element) -> None:
        """Looks over a part once; to be done before its paragraphs are read."""
        self._swept = Sweep(root)

    def control(self, sdt: _Element) -> tuple[Control, _Element | None]:
        """What a content control at any level says, and what it wraps."""
        return read_control(self._swept.telling.get(sdt, ())), sdt.find(SDT_CONTENT)

    def simple(self, paragraph: _Element) -> tuple[str, tuple[str, ...]] | None:
        """Text and marks of a plain paragraph without properties in a document of usual looks; None for others."""
        swept = self._swept
        if paragraph in swept.properties or self._bookmarks or self.placeholder or not self._usual:
            return None
        texts = swept.plain.pop(paragraph, None)
        return None if texts is None else ("".join(texts), swept.marks(paragraph))

    def read(self, paragraph: _Element) -> Said:
        """What a `p` element shows."""
        said = Said(paragraph, self._base, tuple(self._bookmarks.values()) if self._bookmarks else ())
        swept = self._swept
        properties = swept.properties.get(paragraph)
        if properties is not None:
            self._properties(properties, said)
        base = said.base
        plain = swept.plain.pop(paragraph, None)
        if plain is None or base.hidden or base.white or base.placeholder or said.unseen or self.placeholder:
            self._walk(paragraph, said, base)
        else:
            said.say_plainly("".join(plain), swept.marks(paragraph))
        if self._muted:
            self._instructions = [False] * len(self._instructions)
            self._muted = False
        return said

    def open_bookmark(self, start: _Element) -> str:
        """Opens a bookmark of ours until its end; returns its mark, or nothing for others."""
        mark = bookmark_mark(start.get(NAME))
        if mark:
            if self._closed is None:
                self._closed = frozenset(end.get(ID) for end in start.getroottree().iter(BOOKMARK_END))
            if start.get(ID) in self._closed and len(self._bookmarks) < MAX_OPEN:
                self._bookmarks[start.get(ID)] = mark
        return mark

    def close_bookmark(self, end: _Element) -> str:
        """Closes a bookmark; returns its mark, or nothing for others."""
        return self._bookmarks.pop(end.get(ID), "")

    def _walk(self, parent: _Element, said: Said, look: Look) -> None:
        """Everything in a paragraph or run; elements that are not known are looked into for what they hold."""
        for child in parent:
            tag = child.tag
            if tag == T:
                self._say(child.text, look, said, child)
            elif tag == R:
                self._walk(child, said, said.base)
            elif tag == RPR:
                told = run_properties(child)
                if told:
                    look = self.styles.look(said.style, told)
            elif tag in _READERS:
                said.look = look
                _READERS[tag](self, child, said)
            elif tag in _GONE:
                self.tracked += 1
            elif len(child) and tag not in _SILENT and not tag.endswith("Pr"):
                self._walk(child, said, look)

    def _sign(self, entry: _Element, said: Said) -> None:
        self._say(sign(entry), said.look, said, entry)

    def _say(self, text: str | None, look: Look, said: Said, entry: _Element) -> None:
        """Takes a text that stands in an element of the paragraph."""
        if not text or self._muted:
            return
        if look.hidden or said.unseen or (look.white and not is_dark_behind(said.element, self.styles)):
            said.hidden.append(text)
            return
        if look.placeholder or self.placeholder:
            said.waiting.append(len(said.pieces))
        if look.strong:
            said.strong.append(len(said.pieces))
        elif not said.some_plain:
            said.some_plain = not text.isspace()
        said.pieces.append(text)

    def _properties(self, properties: _Element, said: Said) -> None:
        for entry in properties:
            tag = entry.tag
            if tag == _STYLE:
                said.style = entry.get(VAL)
                said.base = self.styles.look(said.style)
                said.unseen = self.styles.paragraph(said.style).unseen
            elif tag == _NUM_PR:
                for value in entry:
                    if value.tag == _NUM_ID:
                        said.number = value.get(VAL)
                    elif value.tag == _LEVEL:
                        said.level = integer(value.get(VAL))
            elif tag in NOWHERE:
                said.unseen = said.unseen or is_out_of_sight(entry)
            elif tag == _OUTLINE:
                said.outline = integer(entry.get(VAL), 9)
            elif tag == RPR:
                self._mark_properties(entry, said)

    def _mark_properties(self, properties: _Element, said: Said) -> None:
        for entry in properties:
            if entry.tag in (DEL, MOVE_FROM):
                said.deleted = True
                self.tracked += 1
            elif entry.tag in (INS, MOVE_TO):
                self.tracked += 1

    def _control(self, sdt: _Element, said: Said) -> None:
        control, content = self.control(sdt)
        self._mark(control.mark, said)
        if control.checked is not None:
            said.checks.append(control.checked)
        if content is not None:
            self.placeholder += control.placeholder
            self._walk(content, said, said.look)
            self.placeholder -= control.placeholder

    def _mark(self, mark: str, said: Said) -> None:
        if mark and len(said.marks) < MAX_MARKS:
            said.marks += (mark,)

    def _added(self, change: _Element, said: Said) -> None:
        self.tracked += 1
        self._walk(change, said, said.look)

    def _bookmark_start(self, start: _Element, said: Said) -> None:
        self._mark(self.open_bookmark(start), said)

    def _bookmark_end(self, end: _Element, said: Said) -> None:
        mark = self.close_bookmark(end)
        if mark in said.carried and not said.pieces:
            said.marks = tuple(carried for carried in said.marks if carried != mark)

    def _alternate(self, alternate: _Element, said: Said) -> None:
        """The first choice, or the fallback where the choice holds nothing that is known here."""
        before = (len(said.pieces), len(said.boxes), len(said.hidden), self.pictures)
        choice = alternate.find(CHOICE)
        if choice is not None:
            self._walk(choice, said, said.look)
        fallback = alternate.find(FALLBACK)
        if fallback is not None and before == (len(said.pieces), len(said.boxes), len(said.hidden), self.pictures):
            self._walk(fallback, said, said.look)

    def _math(self, text: _Element, said: Said) -> None:
        self._say(text.text, said.look, said, text)

    def _symbol(self, entry: _Element, said: Said) -> None:
        self._say(symbol(entry.get(MAIN + "font"), entry.get(MAIN + "char")), said.look, said, entry)

    def _field(self, entry: _Element, said: Said) -> None:
        kind = entry.get(_FLD_TYPE)
        if kind == "begin":
            form = entry.find(_FF_DATA)
            if form is not None:
                self._form_field(form, said)
            self._instructions.append(True)
        elif self._instructions and kind == "separate":
            self._instructions[-1] = False
        elif self._instructions and kind == "end":
            self._instructions.pop()
        self._muted = any(self._instructions)

    def _form_field(self, form: _Element, said: Said) -> None:
        """Check boxes and drop-down lists of old forms show what their data says: there is no result in the text."""
        box = form.find(MAIN + "checkBox")
        choices = form.find(MAIN + "ddList")
        if box is not None:
            state = box.find(MAIN + "checked")
            state = box.find(MAIN + "default") if state is None else state
            checked = state is not None and on(state.get(VAL))
            said.checks.append(checked)
            self._say("☒" if checked else "☐", said.look, said, form)
        elif choices is not None:
            chosen = choices.find(MAIN + "result")
            place = 0 if chosen is None else integer(chosen.get(VAL))
            entries = choices.findall(MAIN + "listEntry")
            if 0 <= place < len(entries):
                self._say(entries[place].get(VAL), said.look, said, form)

    def _drawn(self, drawn: _Element, said: Said) -> None:
        boxes = text_boxes(drawn)
        if boxes and is_unseen_shape(drawn):
            said.hidden += [words_in(box) for box in boxes]
        else:
            said.boxes += boxes
        self.pictures += next(drawn.iter(*_PICTURED), None) is not None


_READERS: dict[str, Callable[[TextReader, _Element, Said], None]] = {
    SDT: TextReader._control,
    INS: TextReader._added,
    MOVE_TO: TextReader._added,
    BOOKMARK_START: TextReader._bookmark_start,
    BOOKMARK_END: TextReader._bookmark_end,
    ALTERNATE: TextReader._alternate,
    SYMBOL: TextReader._symbol,
    FIELD_MARK: TextReader._field,
    MATH_TEXT: TextReader._math,
    **dict.fromkeys(SIGNS, TextReader._sign),
    **dict.fromkeys(DRAWN, TextReader._drawn),
}
"""What reads each element of a paragraph that is more than text, a run or its properties."""


def text_boxes(drawn: _Element) -> list[_Element]:
    """The outermost text boxes of a drawing, each once."""
    found = []
    for child in drawn:
        if child.tag == TEXT_BOX:
            found.append(child)
        elif child.tag != FALLBACK or drawn.find(CHOICE) is None:
            found += text_boxes(child)
    return found


def words_in(parent: _Element) -> str:
    """All that is written in an element that nobody sees, a line for each paragraph."""
    return "\n".join("".join(piece.text or "" for piece in one.iter(T)) for one in parent.iter(P)).strip()
