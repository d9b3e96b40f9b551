"""The walk over the parts of a Markdown file, in the order in which they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from showproof.formats.headers import header_rows
from showproof.formats.markdown.hiding import Hiding
from showproof.formats.markdown.html import HtmlReader, HtmlTable
from showproof.formats.markdown.html import Passage as HtmlPassage
from showproof.formats.markdown.inline import Shown
from showproof.formats.markdown.merged import Wide, merged
from showproof.formats.markdown.parser import NOTE, SPENT, parse
from showproof.formats.markdown.rows import RowCell, cell_source, row_cells
from showproof.formats.markdown.source import Piece, Source, Told, source_of, told
from showproof.formats.paragraphs import Passage, blocks, covered
from showproof.formats.strong_headings import MAX_WORDS
from showproof.model import Block, BlockKind, Cell, Location, Table

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEADING = re.compile(r"h[1-6]")


class MarkdownReader:
    """Collects `items` and `hidden` from the lines of a file."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.items: list[Block | Table] = []
        self.hidden: list[Block] = []
        self.spent = False
        """Whether there was so much markup that some was left as it stands."""
        self._tables = 0
        self._counts: list[int | None] = []
        """The next number of each list that is open, outermost first; None for bullets."""
        self._item: str | None = None
        """Number of the list item whose first paragraph is still to come ("" where it has a bullet)."""
        self._hiding = Hiding()
        self._html = HtmlReader(self._hiding)

    def read(self) -> None:
        """Reads all lines, once."""
        tokens, env = parse("\n".join(self.lines))
        for place, token in enumerate(tokens):
            self._open(token, tokens, place)
        self._html.close()
        self._take_html()
        self.spent = env[SPENT]
        self._definitions([*env.get("references", {}).values(), *env.get("duplicate_refs", ())])

    def _open(self, token: Token, tokens: list[Token], place: int) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._counts.append(int(token.attrs.get("start", 1)) if kind.startswith("o") else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._counts.pop()
        elif kind == "list_item_open":
            self._item = self._counted()
        elif kind == "list_item_close":
            self._item = None
        elif kind in ("paragraph_open", "heading_open"):
            self._paragraph(tokens, place)
        elif kind in ("fence", "code_block"):
            self._code(token)
        elif kind == "html_block":
            source = source_of(token.content, _first_line(token), self.lines)
            self._html.read(token.content, source)
            self._take_html()
        elif kind == "table_open":
            self._table(tokens, place)

    def _counted(self) -> str:
        """The number that shows before a list item: a list counts from its first one, whatever the others say."""
        count = self._counts[-1]
        if count is None:
            return ""
        self._counts[-1] = count + 1
        return str(count)

    def _paragraph(self, tokens: list[Token], place: int) -> None:
        opens, inline = tokens[place], tokens[place + 1]
        source = source_of(inline.content, _first_line(inline), self.lines)
        said = self._said(inline, inline.content, source)
        kind: BlockKind | None = None
        level, number = 0, ""
        if opens.type == "heading_open":
            kind, level = "heading", int(opens.tag[1:])
        elif NOTE in opens.meta:
            kind, level, number = "item", 1, opens.meta[NOTE]
        elif self._item is not None:
            kind, level, number = "item", len(self._counts), self._item
            self._item = None
        if kind == "item" and not number and _heads(said, tokens, place):
            kind, level = "heading", 0
        self._add(said, kind, level, number)

    def _said(self, inline: Token, content: str, source: Source) -> Told:
        shown = Shown(self._hiding)
        shown.take(inline.children or (), content)
        self._hide([told(pieces, (), source) for pieces in shown.hidden])
        return told(shown.pieces, shown.strong, source)

    def _hide(self, found: list[Told]) -> None:
        self.hidden += [Block(_one_line(said.text), said.whole()) for said in found if said.text]

    def _add(self, said: Told, kind: BlockKind | None, level: int = 0, number: str = "") -> None:
        """The blocks of a paragraph, each with its own place; a wrapped line is no line of its own."""
        text = _one_line(said.text) if kind == "heading" else said.text
        for block in blocks(Passage(text, Location(), said.strong, kind, level, number)):
            place = said.place(block.location.start, block.location.end)
            self.items.append(block._replace(text=_one_line(block.text), location=place))

    def _code(self, token: Token) -> None:
        """Code is shown as it stands; that of an element that is hidden is not."""
        source = source_of(token.content, _first_line(token) + (token.type == "fence"), self.lines)
        text = token.content.rstrip()
        start = len(text) - len(text.lstrip("\n"))
        runs = source.runs([Piece(text[start:], start, len(text) - start)])
        said = Told(text[start:], runs, (), runs[0].line if runs else 0)
        if self._hiding.hides:
            self._hide([said])
        elif said.text:
            self.items.append(Block(said.text, said.whole()))

    def _take_html(self) -> None:
        """What the last block of HTML showed, and the tables that ended in it."""
        found, self._html.found = self._html.found, []
        hidden, self._html.hidden = self._html.hidden, []
        self._hide(hidden)
        for each in found:
            if isinstance(each, HtmlTable):
                self._add_table(each.rows, 1 if each.named else 0, each.wide)
            else:
                self._add_html(each)

    def _add_html(self, passage: HtmlPassage) -> None:
        tag = passage.tag
        if _HEADING.fullmatch(tag):
            self._add(passage.told, "heading", int(tag[1:]))
        elif tag == "li":
            self._add(passage.told, "item", max(passage.depth, 1))
        else:
            self._add(passage.told, None)

    def _table(self, tokens: list[Token], place: int) -> None:
        rows: list[list[Told]] = []
        cells: list[RowCell] = []
        contained = tokens[place].level > 0
        while tokens[place].type != "table_close":
            token = tokens[place]
            if token.type == "tr_open":
                rows.append([])
                cells = row_cells(self.lines[_first_line(token) - 1], _first_line(token), contained=contained)
            elif token.type == "inline":
                source = cell_source(cells, len(rows[-1]), token.content, _first_line(token))
                rows[-1].append(self._said(token, token.content, source))
            elif token.type == "tr_close":
                self._hide([told([cell.whole], (), cell.source) for cell in cells[len(rows[-1]) :]])
            place += 1
        unnamed = not any(said.text for said in rows[0])
        self._add_table(rows[1:] if unnamed else rows, 0 if unnamed else 1)

    def _add_table(self, rows: list[list[Told]], header: int, wide: Wide | None = None) -> None:
        self._tables += 1
        made = []
        for number, row in enumerate(rows, start=1):
            name = f"table {self._tables} row {number} column"
            made.append(
                tuple(
                    Cell(said.text, said.whole(f"{name} {column}"), strong=covered(said.text, said.strong))
                    for column, said in enumerate(row, start=1)
                )
            )
        if wide:
            made = merged(made, wide, f"table {self._tables}")
        first = next((cell.location.line for row in made for cell in row), 0)
        if first:
            self.items.append(Table(tuple(made), Location(line=first), header_rows(made, header)))

    def _definitions(self, definitions: list[dict[str, Any]]) -> None:
        """Link definitions that lead nowhere are comments: `[//]: # (who signs?)`."""
        for definition in definitions:
            title = definition["title"]
            if not title or definition["href"] not in ("", "#"):
                continue
            first, after = definition["map"]
            for number, line in enumerate(self.lines[first:after], start=first + 1):
                at = line.find(title.partition("\n")[0])
                if at >= 0:
                    self.hidden.append(
                        Block(_one_line(title), Location(line=number, start=at, end=len(line[:at]) + len(title)))
                    )
                    break


def _heads(said: Told, tokens: list[Token], place: int) -> bool:
    """Whether the bold first line of a list item stands over more in that item: people make headings so."""
    after = tokens[place + 3 : place + 4]
    return (
        bool(after)
        and after[0].type != "list_item_close"
        and covered(said.text, said.strong)
        and len(said.text.split()) <= MAX_WORDS
    )


def _first_line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
