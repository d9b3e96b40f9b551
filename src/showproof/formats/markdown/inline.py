"""What a paragraph or cell of Markdown shows: its text without markup, where that stands, where it is bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from showproof.formats.markdown.elements import TAG, is_element
from showproof.formats.markdown.hiding import Hiding
from showproof.formats.markdown.parser import AT
from showproof.formats.markdown.source import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from showproof.formats.paragraphs import Spans

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRONG = re.compile(r"<(/?)(?:b|strong)\b[^>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_DEFINES = re.compile(r":[ \t]+\S")


class Shown:
    """The pieces that show, the spans of the text that are strong, and what is kept from view."""

    def __init__(self, hiding: Hiding) -> None:
        self.pieces: list[Piece] = []
        self.hidden: list[list[Piece]] = []
        self._joins = False
        """Whether what was said last is hidden too."""
        self._hiding = hiding
        self._length = 0
        self._unbroken = True
        self._opened: list[int] = []
        self._spans: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """The visible text, breaks as newlines."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def strong(self) -> Spans:
        """Where the text is strong: spans in order, those inside others left out."""
        found: list[tuple[int, int]] = []
        for start, end in sorted(self._spans, key=lambda span: (span[0], -span[1])):
            if not found or start >= found[-1][1]:
                found.append((start, end))
        return tuple(found)

    def take(self, tokens: Iterable[Token], content: str, base: int = 0) -> None:
        """Adds what the tokens of a content show; `base` is where that begins in the content of the paragraph."""
        for token in tokens:
            at = base + token.meta.get(AT, 0)
            if token.type in ("softbreak", "hardbreak"):
                self._break(token, content, at)
            elif token.type == "html_inline":
                self._html(token.content, at)
            elif token.type == "image":
                self.take(token.children or (), content, at + 2)
            elif token.type in ("strong_open", "strong_close"):
                self._toggle(token.nesting == 1)
            elif token.type == "code_inline":
                self._say(token.content, at + _code_starts(token, content, at), len(token.content))
            elif token.content:
                length = len(token.markup) if token.type == "text_special" else len(token.content)
                self._say(token.content, at, length)

    def _say(self, text: str, at: int, length: int) -> None:
        if self._hiding.hides:
            self.hidden += [] if self._joins else [[]]
            self.hidden[-1].append(Piece(text, at, length))
            self._joins = True
            return
        self._joins = False
        self.pieces.append(Piece(text, at, length))
        self._length += len(text)

    def _break(self, token: Token, content: str, at: int) -> None:
        """A line end; none between a term and its definition on the line below, which are a label and its value."""
        first, self._unbroken = self._unbroken, False
        if not (first and token.type == "softbreak" and _DEFINES.match(content, at + 1)):
            self._say("\n", at, 1)

    def _toggle(self, opens: bool) -> None:
        if opens:
            self._opened.append(self._length)
        elif self._opened:
            self._spans.append((self._opened.pop(), self._length))

    def _html(self, tag: str, at: int) -> None:
        comment = _COMMENT.fullmatch(tag)
        bold = _STRONG.fullmatch(tag)
        if comment:
            if comment[1].strip():
                self.hidden.append([Piece(comment[1], at + 4, len(comment[1]))])
                self._joins = False
        elif _BREAK.fullmatch(tag):
            self._say("\n", at, len(tag))
        elif bold:
            self._toggle(not bold[1])
        else:
            named = TAG.fullmatch(tag)
            if named and not is_element(named[1]):
                self._say(tag, at, len(tag))
            self._hiding.tag(tag)


def _code_starts(token: Token, content: str, at: int) -> int:
    """How far into a code span its text begins: behind the backticks, and behind the one blank that may go."""
    start = len(token.markup)
    inner = content[at + start : at + start + len(token.content)].replace("\n", " ")
    return start + (inner != token.content)
