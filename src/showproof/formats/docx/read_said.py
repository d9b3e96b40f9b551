"""One paragraph as it was read: its visible pieces, which of them are strong or wait to be filled, what wraps it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from showproof.formats.paragraphs import label_end

if TYPE_CHECKING:
    from lxml.etree import _Element

    from showproof.formats.docx.read_looks import Look
    from showproof.formats.paragraphs import Spans

MAX_STRETCHES = 500
"""Strong stretches of one paragraph; in one with more of them they mean nothing."""


class Said:
    """One paragraph as it is read; what few paragraphs have is set only where it is met."""

    style: str | None = None
    number: str | None = None
    level: int | None = None
    outline: int | None = None
    deleted: bool = False
    """Whether the paragraph mark is deleted or moved away."""
    unseen: bool = False
    """Whether the paragraph stands where nobody sees it."""
    some_plain: bool = False
    """Whether anything that is not blank is not strong."""

    def __init__(self, element: _Element, base: Look, carried: tuple[str, ...]) -> None:
        self.element = element
        self.pieces: list[str] = []
        self.strong: list[int] = []
        """Places of the pieces that are bold, underlined or shown in capitals."""
        self.waiting: list[int] = []
        """Places of the pieces that are placeholders."""
        self.hidden: list[str] = []
        self.boxes: list[_Element] = []
        self.checks: list[bool] = []
        self.base = self.look = base
        """The look that the style gives, and that of the run being read."""
        self.marks = carried
        self.carried = carried
        """The marks that began before this paragraph."""

    def say_plainly(self, text: str, marks: tuple[str, ...]) -> None:
        """All of the paragraph at once, where its runs look as its style says."""
        self.marks += marks
        if text:
            self.pieces.append(text)
            if self.base.strong:
                self.strong.append(0)
            else:
                self.some_plain = not text.isspace()

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(self.pieces)

    @property
    def placeholder(self) -> bool:
        """Whether placeholders are all that stands here, or all that stands behind a label."""
        if not self.waiting:
            return False
        waiting = frozenset(self.waiting)
        typed = "".join(piece for at, piece in enumerate(self.pieces) if at not in waiting).strip()
        return not typed or (typed.endswith((":", "：")) and bool(label_end(f"{typed} x")))

    def strong_spans(self) -> Spans:
        """Where the visible text is bold or underlined."""
        ends = [0, *accumulate(map(len, self.pieces))]
        text = self.text
        spans: list[tuple[int, int]] = []
        for place in self.strong:
            start, end = ends[place], ends[place + 1]
            if spans and not text[spans[-1][1] : start].strip():
                spans[-1] = (spans[-1][0], end)
            elif self.pieces[place].strip():
                spans.append((start, end))
        return tuple(spans) if len(spans) <= MAX_STRETCHES else ()
