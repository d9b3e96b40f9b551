"""Blocks of HTML in a Markdown file: the passages, tables and comments in them, each with its place."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from showproof.formats.markdown.elements import BLOCKS, is_element
from showproof.formats.markdown.hiding import Hiding
from showproof.formats.markdown.merged import Wide, extent
from showproof.formats.markdown.source import Piece, Source, Told, told

_PART = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|(?P<tag></?(?P<name>[A-Za-z][\w:-]*)[^<>]*>)|(?P<aside><[!?][^<>]*>)"
    r"|(?P<blank>\s+)|(?P<text>&(?:#\w{1,8}|[A-Za-z]\w{1,31});|[^<&\s]+|[<&])",
    re.DOTALL,
)
_STRONG = frozenset(("b", "strong"))
_LISTS = frozenset(("ul", "ol"))


class Passage(NamedTuple):
    """Text up to the next block."""

    told: Told
    tag: str
    """The element that it begins, such as `h2`, `li` or `p`."""
    depth: int
    """How many lists it stands in."""


class HtmlTable(NamedTuple):
    """Rows of cells; `named` where the first row is made of header cells."""

    rows: list[list[Told]]
    named: bool
    wide: Wide
    """The columns and rows of the cells that take more than one, by row and place in the row, from 0."""


class HtmlReader:
    """Reads one HTML block after another into `found` and `hidden`; a table ends with its end tag, not with a block."""

    def __init__(self, hiding: Hiding) -> None:
        self.found: list[Passage | HtmlTable] = []
        self.hidden: list[Told] = []
        self._hiding = hiding
        self._pieces: list[Piece] = []
        self._length = 0
        self._blank: Piece | None = None
        self._before_hidden: Piece | None = None
        """The blank before hidden words, which still parts those on both sides of them."""
        self._unseen: list[Piece] = []
        self._strong: list[tuple[int, int]] = []
        self._bold: list[int] = []
        self._tag = ""
        self._depth = 0
        self._tables = 0
        self._rows: list[list[Told]] = []
        self._named = False
        self._wide: Wide = {}
        self._cell = False

    def read(self, content: str, source: Source) -> None:
        """One block."""
        for match in _PART.finditer(content):
            at = match.start()
            if match["comment"] is not None:
                self._hide([Piece(match["comment"], at + 4, len(match["comment"]))], source)
            elif match["tag"] and is_element(match["name"]):
                self._take_tag(match["tag"], match["name"].lower(), at, source)
            elif match["blank"]:
                self._blank = Piece(" ", at, len(match[0]))
            elif match["text"] or match["tag"]:
                shown = unescape(match[0]) if match[0][0] == "&" else match[0]
                self._say(Piece(shown, at, len(match[0])))
        self._end(source)

    def close(self) -> None:
        """The end of the file, which ends every table."""
        if self._rows:
            self.found.append(HtmlTable(self._rows, self._named, self._wide))
        self._rows, self._named, self._wide, self._tables = [], False, {}, 0

    def _say(self, piece: Piece) -> None:
        blank, self._blank = self._blank, None
        if self._hiding.hides:
            if not self._hiding.silent:
                self._unseen += [blank, piece] if blank and self._unseen else [piece]
            self._before_hidden = self._before_hidden or blank
            return
        for each in (blank or self._before_hidden, piece):
            if each and (self._pieces or each is piece):
                self._pieces.append(each)
                self._length += len(each.text)
        self._before_hidden = None

    def _hide(self, pieces: list[Piece], source: Source) -> None:
        if any(piece.text.strip() for piece in pieces):
            self.hidden.append(told(pieces, (), source))

    def _take_tag(self, tag: str, name: str, at: int, source: Source) -> None:
        hid = self._hiding.hides
        self._hiding.tag(tag)
        if hid or self._hiding.hides:
            if hid and not self._hiding.hides:
                self._hide(self._unseen, source)
                self._unseen = []
            return
        closes = tag[1] == "/"
        if name == "br":
            self._say(Piece("\n", at, len(tag)))
        elif name in _STRONG:
            self._toggle(not closes)
        elif name in ("table", "tr", "td", "th"):
            self._take_table_tag(tag, name, closes, at, source)
        elif name in BLOCKS and self._cell:
            self._blank = Piece("\n", at, len(tag)) if self._pieces else None
        elif name in BLOCKS:
            self._end(source)
            self._depth = max(0, self._depth + (-1 if closes else 1)) if name in _LISTS else self._depth
            self._tag = "" if closes else name

    def _toggle(self, opens: bool) -> None:
        if opens:
            self._bold.append(self._length + (1 if self._blank and self._pieces else 0))
        elif self._bold:
            self._strong.append((self._bold.pop(), self._length))

    def _take_table_tag(self, tag: str, name: str, closes: bool, at: int, source: Source) -> None:
        """Rows and cells of the outermost table; one in its cells is lines of them."""
        if name == "table":
            self._tables = max(0, self._tables + (-1 if closes else 1))
        if self._tables > 1 or (name == "table" and closes and self._tables == 1):
            self._blank = Piece("\n", at, 1) if self._pieces else None
            return
        self._end(source)
        if name == "table" and closes:
            self.close()
        elif name == "tr" and not closes:
            self._rows.append([])
        elif name in ("td", "th") and not closes:
            self._rows = self._rows or [[]]
            self._named = self._named or (name == "th" and len(self._rows) == 1)
            if "span" in tag.lower():
                self._wide[len(self._rows) - 1, len(self._rows[-1])] = extent(tag)
            self._rows[-1].append(told([], (), source, at))
            self._cell = True

    def _end(self, source: Source) -> None:
        """What was said since the last block began, as a cell or a passage."""
        if self._cell:
            if self._pieces:
                self._rows[-1][-1] = told(self._pieces, tuple(self._strong), source)
        elif self._pieces:
            self.found.append(Passage(told(self._pieces, tuple(self._strong), source), self._tag, self._depth))
        self._hide(self._unseen, source)
        self._pieces, self._unseen, self._strong, self._bold = [], [], [], []
        self._length, self._blank, self._before_hidden, self._cell = 0, None, None, False
