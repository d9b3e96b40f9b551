"""The walk over the parts of a Markdown file, in the order in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.markdown.html import HtmlBlock
from showproof.formats.markdown.inline import shown
from showproof.formats.paragraphs import Passage, blocks, covered
from showproof.model import Block, BlockKind, Cell, Location, Table

if TYPE_CHECKING:
    from markdown_it.token import Token


class MarkdownReader:
    """Collects `items` and `hidden` from the lines of a file."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.items: list[Block | Table] = []
        self.hidden: list[Block] = []
        self._tables = 0
        self._depth = 0
        self._item: str | None = None
        """Number of the list item whose first paragraph is still to come ("" where it has a bullet)."""

    def read(self) -> None:
        """Reads all lines, once."""
        from markdown_it import MarkdownIt

        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse("\n".join(self.lines))
        for place, token in enumerate(tokens):
            self._open(token, tokens, place)

    def _open(self, token: Token, tokens: list[Token], place: int) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._depth += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._depth -= 1
        elif kind == "list_item_open":
            self._item = token.info
        elif kind in ("paragraph_open", "heading_open"):
            self._paragraph(tokens[place + 1], int(token.tag[1:]) if kind == "heading_open" else 0)
        elif kind in ("fence", "code_block"):
            self._code(token)
        elif kind == "html_block":
            self._html(token)
        elif kind == "table_open":
            self._table(tokens, place)

    def _paragraph(self, inline: Token, level: int) -> None:
        text, strong = shown(inline.children or ())
        first = _first_line(inline)
        kind: BlockKind | None = "heading" if level else None
        number = ""
        if kind is None and self._item is not None:
            kind, level, number = "item", self._depth, self._item
            self._item = None
        if kind == "heading":
            text = text.replace("\n", " ")
        passage = Passage(text, Location(line=first), strong, kind, level, number)
        self.items += [self._on_source(block, text, first) for block in blocks(passage)]

    def _on_source(self, block: Block, text: str, first: int) -> Block:
        """The block with its line, and with its span of that line where the line holds it as it is."""
        line = first + text.count("\n", 0, block.location.start)
        return block._replace(text=block.text.replace("\n", " "), location=self._place(line, block.text))

    def _place(self, line: int, text: str, cell: str = "", after: int = 0) -> Location:
        found = self.lines[line - 1].find(text, after) if text and line <= len(self.lines) else -1
        start, end = (found, found + len(text)) if found >= 0 else (0, 0)
        return Location(line=line, cell=cell, start=start, end=end)

    def _code(self, token: Token) -> None:
        line = _first_line(token) + (token.type == "fence")
        text = token.content.strip("\n")
        line += token.content.index(text[:1]) if text else 0
        if text.strip():
            self.items.append(Block(text, self._place(line, text)))

    def _html(self, token: Token) -> None:
        first = _first_line(token)
        html = HtmlBlock(token.content)
        self.hidden += [Block(text, Location(line=first + line)) for line, text in html.comments]
        self.items += [Block(text, self._place(first + line, text)) for line, text in html.lines]
        if html.rows:
            rows = [(first + line, [(cell.strip(), False) for cell in cells]) for line, cells in html.rows]
            self._add_table(rows, 1 if html.named else 0)

    def _table(self, tokens: list[Token], place: int) -> None:
        rows: list[tuple[int, list[tuple[str, bool]]]] = []
        while tokens[place].type != "table_close":
            token = tokens[place]
            if token.type == "tr_open":
                rows.append((_first_line(token), []))
            elif token.type == "inline":
                text, strong = shown(token.children or ())
                rows[-1][1].append((text.strip(), covered(text, strong)))
            place += 1
        unnamed = not any(text for text, _ in rows[0][1])
        self._add_table(rows[1:] if unnamed else rows, 0 if unnamed else 1)

    def _add_table(self, rows: list[tuple[int, list[tuple[str, bool]]]], header: int) -> None:
        self._tables += 1
        made = []
        for number, (line, texts) in enumerate(rows, start=1):
            cells = []
            after = 0
            for column, (text, strong) in enumerate(texts, start=1):
                place = self._place(line, text, f"table {self._tables} row {number} column {column}", after)
                after = max(after, place.end)
                cells.append(Cell(text, place, strong=strong))
            made.append(tuple(cells))
        if made:
            self.items.append(Table(tuple(made), Location(line=rows[0][0]), header))


def _first_line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
