"""HTML inside Markdown: plain tables as rows of texts, anything else as the lines that it shows."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "summary",
        "details",
        "blockquote",
        "pre",
        "hr",
    ]
)
_SILENT = frozenset(("script", "style", "template"))


class HtmlBlock(HTMLParser):
    """Reads a block of HTML into `rows` (line within the block from 0, cells), `lines` (line, text), `comments`."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[int, list[str]]] = []
        self.named = False
        """Whether the first row is made of header cells."""
        self.lines: list[tuple[int, str]] = []
        self.comments: list[tuple[int, str]] = []
        self._cell = False
        self._silent = 0
        self._fresh = True
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens a row or cell; other block tags start a new line."""
        self._silent += tag in _SILENT
        self._fresh = self._fresh or tag in _BLOCKS
        if tag == "tr":
            self.rows.append((self.getpos()[0] - 1, []))
        elif tag in ("td", "th") and self.rows:
            self.rows[-1][1].append("")
            self.named = self.named or (tag == "th" and len(self.rows) == 1)
            self._cell = True
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """Closes a cell; other block tags end the line."""
        self._silent -= tag in _SILENT and self._silent > 0
        self._fresh = self._fresh or tag in _BLOCKS
        if tag in ("td", "th", "tr", "table"):
            self._cell = False

    def handle_comment(self, data: str) -> None:
        """Keeps what nobody sees."""
        if data.strip():
            self.comments.append((self.getpos()[0] - 1, data.strip()))

    def handle_data(self, data: str) -> None:
        """Adds text to the open cell, or to the open line."""
        if self._silent:
            return
        if self._cell:
            self.rows[-1][1][-1] += data
        elif self._fresh or not self.lines:
            if data.strip():
                skipped = len(data) - len(data.lstrip())
                self.lines.append((self.getpos()[0] - 1 + data.count("\n", 0, skipped), data.strip()))
                self._fresh = False
        else:
            line, text = self.lines[-1]
            self.lines[-1] = (line, f"{text} {data.strip()}".strip())
