"""Blocks of an HTML page, each under its number from the top."""

from __future__ import annotations

from lxml import etree

from showproof.errors import UnreadableError
from showproof.market.report import MAX_LENGTH, Line
from showproof.market.signs import bare, marked_line

_SILENT = frozenset(("script", "style", "head", "template", "noscript", "svg", "select", "iframe", "object"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCK_TAGS = """
p div li ul ol dl dt dd table thead tbody tfoot tr section article header footer main nav aside blockquote pre
figure figcaption form fieldset details summary address hr br body
"""
_BLOCKS = _HEADINGS | frozenset(_BLOCK_TAGS.split())


def page_lines(data: bytes, shown: str) -> list[Line]:
    """Headings, items, rows and other blocks of a page. Raises UnreadableError for one that holds nothing."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        top = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        top = None
    if top is None:
        raise UnreadableError("the page is empty", where=shown, remedy="save the report as a page again")
    return _Walk().read(top)


class _Walk:
    """Goes through a page once; text is gathered until the block that it stands in ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._number = 0
        self._text: list[str] = []
        self._size = 0
        self._tag = ""
        self._item = False
        """Whether the next text is the first one of an item."""
        self._cells: list[str] | None = None

    def read(self, top: etree._Element) -> list[Line]:
        """All blocks of the page."""
        silent = 0
        for event, element in etree.iterwalk(top, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if tag in _SILENT:
                silent += 1 if event == "start" else -1
            elif not silent:
                self._take(event, tag)
            if not silent:
                self._say(element.text if event == "start" else element.tail)
        self._flush()
        return self.lines

    def _take(self, event: str, tag: str) -> None:
        if tag == "tr":
            self._flush()
            if event == "start":
                self._cells = []
            elif self._cells is not None:
                self._add_row(self._cells)
                self._cells = None
        elif tag in ("td", "th") and self._cells is not None:
            if event == "end":
                self._cells.append(self._said())
        elif tag in _BLOCKS and self._cells is None:
            self._flush()
            self._tag = tag if event == "start" else ""
            if tag in ("li", "dd"):
                self._item = event == "start"
        elif tag in _BLOCKS:
            self._say(" ")

    def _say(self, text: str | None) -> None:
        if text and self._size < MAX_LENGTH:
            self._text.append(text)
            self._size += len(text)

    def _said(self) -> str:
        text = bare("".join(self._text))[:MAX_LENGTH]
        self._text, self._size = [], 0
        return text

    def _flush(self) -> None:
        """What was gathered becomes a line, unless a row is open, to whose cells it belongs."""
        text = "" if self._cells is not None else self._said()
        if not text:
            return
        self._number += 1
        line = marked_line(self._number, text)
        if line is None:
            return
        kind = "heading" if self._tag in _HEADINGS else "item" if self._item else line.kind
        self._item = False
        self.lines.append(line._replace(kind=kind))

    def _add_row(self, cells: list[str]) -> None:
        self._number += 1
        if any(cells):
            self.lines.append(Line(self._number, " ".join(cells), "row", tuple(cells)))
