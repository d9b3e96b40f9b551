"""A table of a document: its cells with their grid columns, merges and marks; nested tables come after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_body import BodyReader, distinct, paragraphs_of
from showproof.formats.docx.read_names import (
    BOOKMARK_END,
    BOOKMARK_START,
    DEL,
    INS,
    MAIN,
    SDT,
    TBL_PR,
    TC,
    TC_PR,
    TR,
    TR_PR,
    VAL,
    P,
    integer,
    on,
)
from showproof.formats.docx.read_off_page import TABLE_NOWHERE, is_out_of_sight
from showproof.formats.docx.read_text import words_in
from showproof.formats.framed import opened
from showproof.formats.headers import goes_on, header_rows, without_repeats
from showproof.formats.instructions import guidance, instructs
from showproof.model import Block, Cell, Location, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from showproof.formats.docx.read_said import Said

_GRID_SPAN, _MERGE, _JOINED, _GRID_BEFORE = (MAIN + name for name in ("gridSpan", "vMerge", "hMerge", "gridBefore"))
_HEADER, _HIDDEN, _CELL_DELETED, _HEIGHT = (MAIN + name for name in ("tblHeader", "hidden", "cellDel", "trHeight"))
_STYLE, _LOOK, _CAPTION = MAIN + "tblStyle", MAIN + "tblLook", MAIN + "tblCaption"
MAX_SPAN = 1_000
"""More columns than any word processor makes; a larger span is taken as this one."""


class _Shape(NamedTuple):
    """What a cell's properties say."""

    spans: int = 1
    continues: bool = False
    starts: bool = False
    gone: bool = False
    joins: bool = False
    """Merged into the cell before it."""


_SHAPING = frozenset((_GRID_SPAN, _MERGE, _JOINED, _CELL_DELETED))
_PLAIN_SHAPE = _Shape()


class TableReader:
    """Reads one `tbl` into an item of the body that it stands in."""

    def __init__(self, body: BodyReader, table: _Element) -> None:
        self.body = body
        self.table = table
        body.tables += 1
        self.number = body.tables
        self.rows: list[list[Cell]] = []
        self.flagged = 0
        self._column = 1
        self._row_name = ""
        self._merged: dict[int, tuple[int, int]] = {}
        """Row and place of the cell that a merge down a grid column began with."""
        self._strong_first = False
        self._shaped = next(table.iter(*_SHAPING), None) is not None
        self._caption = ""
        self._unseen = False

    def read(self) -> None:
        """Adds the table, then the tables and text boxes that stand in its cells."""
        body = self.body
        outer, body.items = body.items, []
        first = body.count + 1
        self._properties()
        self._rows(self.table)
        inner, body.items = body.items, outer
        if self.rows:
            body.items += self._items(first)
        body.items += inner

    def _items(self, first: int) -> list[Block | Table]:
        """The table with its header counted; a frame opened, an instruction row before it as guidance."""
        place = Location(part=self.body.part, paragraph=first, cell=f"table {self.number}")
        header = header_rows(self.rows, self.flagged)
        above = self.body.items[-1] if self.body.items else None
        if isinstance(above, Table) and not self.flagged and goes_on(self.rows, header, above):
            header = 0
        rows = without_repeats(self.rows, header)
        told: list[Block | Table] = []
        if instructs(rows, header):
            told += guidance(rows.pop(header))
        return told + opened(Table(tuple(map(tuple, rows)), place, header, self._caption))

    def _properties(self) -> None:
        properties = self.table.find(TBL_PR)
        if properties is None:
            return
        style, look, caption = (properties.find(name) for name in (_STYLE, _LOOK, _CAPTION))
        strong = self.body.texts.styles.table(None if style is None else style.get(VAL)).strong_first_row
        banded = look is not None and (look.get(MAIN + "firstRow") == "1" or _bit(look.get(VAL), 0x20))
        self._strong_first = banded and strong
        self._caption = "" if caption is None else caption.get(VAL) or ""
        self._unseen = any(is_out_of_sight(entry) for entry in properties.iterchildren(*TABLE_NOWHERE))

    def _rows(self, parent: _Element) -> None:
        for child in parent:
            if child.tag == TR:
                self._row(child)
            elif child.tag == SDT:
                self.body.inside(child, self._rows)
            elif child.tag == BOOKMARK_START:
                self.body.texts.open_bookmark(child)
            elif child.tag == BOOKMARK_END:
                self.body.texts.close_bookmark(child)
            elif len(child) and not child.tag.endswith("Pr"):
                self._rows(child)

    def _row(self, row: _Element) -> None:
        if self._unseen:
            self._skip(row, deleted=False)
            return
        before = 0
        header = False
        properties = row.find(TR_PR)
        for entry in () if properties is None else properties:
            if entry.tag == DEL or _hides(entry):
                self._skip(row, entry.tag == DEL)
                return
            self.body.texts.tracked += entry.tag == INS
            if entry.tag == _GRID_BEFORE:
                before = min(integer(entry.get(VAL)), MAX_SPAN)
            elif entry.tag == _HEADER:
                header = on(entry.get(VAL))
        self.flagged += header and self.flagged == len(self.rows)
        self.rows.append([])
        self._row_name = f"table {self.number} row {len(self.rows)}"
        self._column = 1
        if before > 0:
            self._add([], _Shape(spans=before), self.body.count + 1)
        self._cells(row)

    def _skip(self, row: _Element, deleted: bool) -> None:
        """Passes over a row that nobody sees; its paragraphs still count."""
        body = self.body
        text = words_in(row)
        if deleted:
            body.texts.tracked += 1
        elif text:
            body.hidden.append(Block(text, Location(part=body.part, paragraph=body.count + 1)))
        body.count += len(paragraphs_of(row))

    def _cells(self, parent: _Element) -> None:
        for child in parent:
            if child.tag == TC:
                self._cell(child)
            elif child.tag == SDT:
                self.body.inside(child, self._cells)
            elif child.tag == BOOKMARK_START:
                self.body.texts.open_bookmark(child)
            elif child.tag == BOOKMARK_END:
                self.body.texts.close_bookmark(child)
            elif len(child) and not child.tag.endswith("Pr"):
                self._cells(child)

    def _cell(self, cell: _Element) -> None:
        body = self.body
        shape = _shape(cell) if self._shaped else _PLAIN_SHAPE
        if shape.gone:
            body.texts.tracked += 1
            body.count += len(paragraphs_of(cell))
            return
        if shape.joins and self.rows[-1]:
            self._join(cell, shape)
            return
        content = [child for child in cell if child.tag != TC_PR]
        lone = len(content) == 1 and content[0].tag == P and not body.checks
        simple = body.texts.simple(content[0]) if lone else None
        if simple is None:
            first = body.count + 1
            said: list[Said] = []
            body.walk(cell, said.append)
            self._add(said, shape, first)
        else:
            body.count += 1
            text, marks = simple
            self._put(text, body.around + marks, shape, body.count)

    def _join(self, cell: _Element, shape: _Shape) -> None:
        """Widens the cell before by one that is merged into it, as old documents have it."""
        body, before = self.body, self.rows[-1][-1]
        self.rows[-1][-1] = before._replace(spans=before.spans + shape.spans)
        self._column += shape.spans
        text = words_in(cell)
        if text:
            body.hidden.append(Block(text, Location(part=body.part, paragraph=body.count + 1)))
        body.count += len(paragraphs_of(cell))

    def _add(self, said: list[Said], shape: _Shape, first: int) -> None:
        marks = tuple([mark for paragraph in said for mark in paragraph.marks]) or self.body.around
        text = "\n".join([self._text(paragraph) for paragraph in said])
        checks = sum(len(paragraph.checks) for paragraph in said)
        kind = "bool" if checks == 1 else "text"
        self._put(text, marks, shape, first, waits=_waits(said), strong=_is_strong(said), kind=kind)

    def _put(
        self,
        raw: str,
        marks: tuple[str, ...],
        shape: _Shape,
        first: int,
        *,
        waits: bool = False,
        strong: bool = False,
        kind: str = "text",
    ) -> None:
        """Adds a cell to the row that is being read."""
        row, column = len(self.rows), self._column
        self._column += shape.spans
        text = raw.strip()
        start = 0 if text == raw else raw.index(text)
        made = Cell(
            text,
            Location(self.body.part, first, f"{self._row_name} column {column}", 0, start, start + len(text)),
            distinct(marks),
            waits,
            shape.spans,
            1,
            text != "" and (strong or (row == 1 and self._strong_first)),
            kind,
        )
        self.rows[-1].append(self._merge(made, column, shape) if shape.starts or shape.continues else made)
        if self._merged and not (shape.starts or shape.continues):
            self._merged.pop(column, None)

    def _text(self, said: Said) -> str:
        """A paragraph's text in a cell; of an empty numbered one its number, which is all that shows."""
        if said.boxes:
            self.body.read_boxes(said)
        if said.number is None and said.style is None:
            return said.text
        _, number = self.body.numbered(said)
        return said.text if said.text.strip() else number

    def _merge(self, cell: Cell, column: int, shape: _Shape) -> Cell:
        """The cell as part of a merge down its column: the first one keeps the text and counts the rows."""
        if shape.starts or column not in self._merged:
            self._merged[column] = (len(self.rows) - 1, len(self.rows[-1]))
            return cell
        row, place = self._merged[column]
        above = self.rows[row][place]
        self.rows[row][place] = above._replace(drops=above.drops + 1)
        if cell.text:
            self.body.hidden.append(Block(cell.text, cell.location))
        return cell._replace(text="", drops=0)


def _is_strong(said: list[Said]) -> bool:
    """Whether all that a cell says stands out."""
    strong = False
    for paragraph in said:
        if paragraph.some_plain:
            return False
        strong = strong or paragraph.strong != []
    return strong


def _waits(said: list[Said]) -> bool:
    """Whether a cell says nothing but placeholders."""
    for paragraph in said:
        if paragraph.waiting:
            return all(one.placeholder for one in said if one.pieces)
    return False


def _shape(cell: _Element) -> _Shape:
    properties = cell.find(TC_PR)
    found = {} if properties is None else {entry.tag: entry for entry in properties if entry.tag in _SHAPING}
    return _shaped(found) if found else _PLAIN_SHAPE


def _shaped(found: dict[str, _Element]) -> _Shape:
    span, merge, joined = found.get(_GRID_SPAN), found.get(_MERGE), found.get(_JOINED)
    return _Shape(
        spans=1 if span is None else min(max(integer(span.get(VAL), 1), 1), MAX_SPAN),
        starts=merge is not None and merge.get(VAL) == "restart",
        continues=merge is not None and merge.get(VAL) != "restart",
        gone=_CELL_DELETED in found,
        joins=joined is not None and joined.get(VAL) != "restart",
    )


def _hides(entry: _Element) -> bool:
    """Whether a property of a row leaves nothing of it to be seen."""
    return (entry.tag == _HIDDEN and on(entry.get(VAL))) or (entry.tag == _HEIGHT and is_out_of_sight(entry))


def _bit(value: str | None, bit: int) -> bool:
    try:
        return bool(int(value or "0", 16) & bit)
    except ValueError:
        return False
