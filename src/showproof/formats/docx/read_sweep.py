"""One filtered pass over a part before it is read: which paragraphs are plain, so that their text is known already.

Most paragraphs hold runs of one look and nothing else. What makes a paragraph odd is listed here; odd ones are walked
element by element afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.docx.read_controls import CONTROL_TELLING, NAMING, bookmark_mark, control_mark
from showproof.formats.docx.read_looks import RUN_ODD, changes_look
from showproof.formats.docx.read_names import (
    ALTERNATE,
    BODY,
    BOOKMARK_END,
    BOOKMARK_START,
    DEL,
    DRAWN,
    FIELD_MARK,
    ID,
    INS,
    MATH_TEXT,
    MOVE_FROM,
    MOVE_TO,
    NAME,
    PPR,
    SDT,
    SIGNS,
    SYMBOL,
    TBL,
    TC,
    TEXT_BOX,
    TR,
    TYPE,
    P,
    R,
    T,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_ODD = (INS, DEL, MOVE_TO, MOVE_FROM, ALTERNATE, SYMBOL, FIELD_MARK, MATH_TEXT, *DRAWN)
_AROUND = frozenset((BODY, TBL, TR, TC))
_LOOKED_AT = (P, T, PPR, SDT, *RUN_ODD, *CONTROL_TELLING, *SIGNS, *_ODD, BOOKMARK_START, BOOKMARK_END, TEXT_BOX)


class Sweep:
    """What one pass over a part found."""

    def __init__(self, root: _Element | None = None) -> None:
        self.plain: dict[_Element, list[str]] = {}
        """The texts of paragraphs whose runs all look alike and are seen alike."""
        self.properties: dict[_Element, _Element] = {}
        """The properties of the paragraphs that have any."""
        self.telling: dict[_Element, list[_Element]] = {}
        """Of every control the properties that bear on reading it."""
        self.controls: dict[_Element, list[_Element]] = {}
        """The controls right in a paragraph."""
        self._bookmarks: set[str | None] = set()
        if root is not None:
            self._pass(root)

    def marks(self, paragraph: _Element) -> tuple[str, ...]:
        """The marks of the controls in a plain paragraph, in order."""
        controls = self.controls.get(paragraph)
        if controls is None:
            return ()
        marks = [control_mark(self.telling[control]) for control in controls]
        return tuple([mark for mark in marks if mark])

    def _pass(self, root: _Element) -> None:
        plain, properties, telling = self.plain, self.properties, self.telling
        current = root
        texts: list[str] = []
        told: list[_Element] = []
        boxes: list[_Element] = []
        for entry in root.iter(*_LOOKED_AT):
            tag = entry.tag
            if tag == T:
                texts.append(entry.text or "")
            elif tag == P:
                current = entry
                plain[entry] = texts = []
            elif tag in CONTROL_TELLING:
                told.append(entry)
                if tag not in NAMING:
                    plain.pop(current, None)
            elif tag == SDT:
                telling[entry] = told = []
                if self._is_odd_control(entry, current):
                    plain.pop(current, None)
            elif tag == PPR:
                properties.setdefault(current, entry)
            elif tag in SIGNS:
                texts.append(sign(entry))
            elif tag == TEXT_BOX:
                boxes.append(entry)
            elif self._is_odd(entry):
                plain.pop(current, None)
        for box in boxes:
            for paragraph in box.iter(P):
                plain.pop(paragraph, None)

    def _is_odd_control(self, control: _Element, paragraph: _Element) -> bool:
        """Notes a control; whether the paragraph before it is to be walked, as one that may hold it deeper inside."""
        holder = control.getparent()
        if holder is paragraph:
            self.controls.setdefault(paragraph, []).append(control)
            return False
        return holder is None or holder.tag not in _AROUND

    def _is_odd(self, entry: _Element) -> bool:
        """Whether a paragraph that holds this element, which is no control, is to be walked."""
        tag = entry.tag
        if tag in RUN_ODD:
            return changes_look(entry)
        if tag == BOOKMARK_START:
            ours = bool(bookmark_mark(entry.get(NAME)))
            if ours:
                self._bookmarks.add(entry.get(ID))
            return ours
        return tag != BOOKMARK_END or entry.get(ID) in self._bookmarks


def sign(entry: _Element) -> str:
    """What a tab, a break or a special hyphen of a run shows; tab stops and breaks of pages show nothing."""
    holder = entry.getparent()
    if holder is None or holder.tag != R or entry.get(TYPE) not in (None, "textWrapping"):
        return ""
    return SIGNS[entry.tag]
