"""HTML inside Markdown: plain tables as rows of texts, anything else as the lines that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from showproof.formats.markup import html_tree

if TYPE_CHECKING:
    from lxml import etree

_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "summary", "details", "hr", "pre")
)
_SILENT = ("script", "style", "template")


class HtmlBlock:
    """One block of HTML as `rows` (line within the block from 0, cells), `lines` (line, text) and `comments`."""

    def __init__(self, source: str) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self.named = False
        """Whether the first row is made of header cells."""
        self.lines: list[tuple[int, str]] = []
        self.comments: list[tuple[int, str]] = []
        self._cell = False
        self._fresh = True
        root = html_tree(source)
        if root is not None:
            self._walk(root)

    def _walk(self, root: etree._Element) -> None:
        from lxml import etree

        steps = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in steps:
            if event == "comment":
                self._comment(element)
            elif event == "end":
                self._end(str(element.tag))
                self._say(element.tail, element)
            elif element.tag in _SILENT:
                steps.skip_subtree()
            else:
                self._start(str(element.tag), element)
                self._say(element.text, element)

    def _comment(self, comment: etree._Element) -> None:
        text = (comment.text or "").strip()
        if text:
            self.comments.append((_line(comment), text))
        self._say(comment.tail, comment)

    def _start(self, tag: str, element: etree._Element) -> None:
        self._fresh = self._fresh or tag in _BLOCKS
        if tag == "tr":
            self.rows.append((_line(element), []))
            self._cell = False
        elif tag in ("td", "th") and self.rows:
            self.rows[-1][1].append("")
            self.named = self.named or (tag == "th" and len(self.rows) == 1)
            self._cell = True
        elif tag == "br":
            self._say("\n", element)

    def _end(self, tag: str) -> None:
        self._fresh = self._fresh or tag in _BLOCKS
        if tag in ("td", "th", "tr", "table"):
            self._cell = False

    def _say(self, text: str | None, element: etree._Element) -> None:
        """Adds text to the open cell or line; a new line begins where a block does."""
        if not text:
            return
        if self._cell:
            self.rows[-1][1][-1] += text
        elif text.strip() and (self._fresh or not self.lines):
            self.lines.append((_line(element), text.strip()))
            self._fresh = False
        elif text.strip():
            line, before = self.lines[-1]
            self.lines[-1] = (line, f"{before} {text.strip()}")


def _line(element: etree._Element) -> int:
    return (cast("int | None", element.sourceline) or 1) - 1
