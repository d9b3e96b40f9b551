"""Remarks into a workbook as notes; no cell, and nothing that others have put beside cells, is touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from showproof.errors import UnreadableError
from showproof.formats.linked import Changes
from showproof.formats.spliced import Root, root_of, spliced
from showproof.formats.strict import is_strict
from showproof.formats.xlsx.note_shapes import TYPE as SHAPES
from showproof.formats.xlsx.note_shapes import Sizes, new_drawing, sizes_of, with_shapes, without_shapes
from showproof.formats.xlsx.notes import TYPE as NOTES
from showproof.formats.xlsx.notes import Found, Place, add_notes, new_part, notes_of, without_ours
from showproof.formats.xlsx.picture_sheet import LOCKED, is_locked, put_sheet
from showproof.formats.xlsx.references import MAX_COLUMN, MAX_ROW, cell_name, split_cell
from showproof.formats.xlsx.workbook_parts import SheetPart, namespace, workbook_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showproof.formats.figure import Figure
    from showproof.formats.package import Package
    from showproof.formats.remark import Remark
    from showproof.model import Location

_FAMILY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_FAMILY = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_BEHIND = frozenset(
    ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
     "AlternateContent")
)  # fmt: skip
"""Elements of a sheet that come behind the one that names the drawing of its notes."""
_DRAWING_ID = re.compile(rb"""[\w:]*\bid\s*=\s*["']([^"']*)["']""")
_SHAPE_AT = re.compile(r" shape at ([A-Z]{1,3}\d{1,7})(?: \(\d+\))?")
_REACH = 30
"""Cells to the right of one with somebody's note that are tried before those below."""
_PROTECTED = "is protected: the notes can be read, but not changed or moved before the protection is lifted"


class Annotated:
    """A workbook while notes are put in."""

    def __init__(self, package: Package, author: str) -> None:
        self.changes = Changes(package)
        self.author = author
        parts = workbook_parts(package)
        self.sheets = tuple(sheet for sheet in parts.sheets if sheet.part)
        self.written = self.replaced = 0
        self.drawn = False
        self.gone: frozenset[str] = frozenset()
        """Parts that are left out: pixels of our pictures of an earlier time."""
        self.moved: list[tuple[str, str]] = []
        self.notices: list[str] = []
        if not self.sheets:
            raise UnreadableError("has no sheet with cells", where=package.shown, remedy="write the draft first")
        self.first = next((sheet for sheet in self.sheets if not sheet.hidden), self.sheets[0])

    def put(self, remarks: Sequence[Remark]) -> None:
        """Writes every remark; those for one cell become one note."""
        wanted: dict[str, dict[Place, list[Remark]]] = {sheet.part: {} for sheet in self.sheets}
        for remark in remarks:
            sheet, place = self._target(remark.place)
            wanted[sheet.part].setdefault(place, []).append(remark)
        for number, sheet in enumerate(self.sheets, start=1):
            _SheetNotes(self, sheet, number).put(wanted[sheet.part])

    def draw(self, figures: Sequence[Figure]) -> None:
        """Puts pictures on a sheet of their own, unless no sheet may be added."""
        package = self.changes.package
        main = next(target for kind, target in package.relations("").values() if kind == "officeDocument")
        if is_locked(package, main):
            self.notices.append(LOCKED)
        else:
            self.gone = put_sheet(self.changes, main, figures)
            self.drawn = True

    def _target(self, where: Location | None) -> tuple[SheetPart, Place]:
        """The sheet and cell of a place; a shape's is the cell that it is over, a sheet's its first one."""
        for sheet in self.sheets:
            if where and where.part.startswith(sheet.name):
                rest = where.part[len(sheet.name) :]
                shape = _SHAPE_AT.fullmatch(rest)
                if not rest or shape:
                    return sheet, split_cell(shape[1] if shape else where.cell) or (1, 1)
        return self.first, (1, 1)


class _SheetNotes:
    """The notes of one sheet."""

    def __init__(self, book: Annotated, sheet: SheetPart, number: int) -> None:
        self._book = book
        self._changes = book.changes
        self._sheet = sheet
        self._number = number
        self._relations = self._changes.package.relations(sheet.part)

    def put(self, wanted: dict[Place, list[Remark]]) -> None:
        """Takes our earlier notes out and writes these."""
        part = self._part("comments")
        found = notes_of(self._changes, part) if part else Found(frozenset(), frozenset())
        if not wanted and not found.ours:
            return
        data = self._changes.markup(self._sheet.part)
        root = root_of(data)
        self._changes.strict = is_strict(data)
        drawing = self._drawing(data, root)
        if found.ours:
            without_ours(self._changes, part)
            self._book.replaced += len(found.ours)
        shapes = without_shapes(self._changes.package.read(drawing), found.ours) if drawing else b""
        if wanted:
            self._notice_protection(root)
            sizes = sizes_of(data)
            notes = self._texts(wanted, found.others, sizes)
            part = part or self._new_notes(data)
            add_notes(self._changes, part, notes, self._book.author)
            drawing = drawing or self._new_drawing(data, root)
            shapes = with_shapes(shapes or new_drawing(self._number), self._number, notes, sizes)
            self._book.written += len(notes)
        if drawing:
            self._changes.put_bytes(drawing, shapes)

    def _texts(self, wanted: dict[Place, list[Remark]], others: frozenset[Place], sizes: Sizes) -> dict[Place, str]:
        """The text of each note; where somebody has one already, ours stands next to it."""
        texts: dict[Place, list[str]] = {}
        for place, remarks in wanted.items():
            at = place if place not in others else _next_to(place, others | frozenset(wanted), sizes)
            said = ["\n".join(remark.lines) for remark in remarks]
            if at != place:
                name = f"{self._sheet.name}!{cell_name(*place)}"
                self._book.moved.append((name, f"{self._sheet.name}!{cell_name(*at)}"))
                said.insert(0, f"On {cell_name(*place)}, which has a note already.")
            texts.setdefault(at, []).extend(said)
        return {place: "\n\n".join(said) for place, said in texts.items()}

    def _part(self, kind: str) -> str:
        found = (target for name, target in self._relations.values() if name == kind)
        return next((target for target in found if target in self._changes.package), "")

    def _drawing(self, data: bytes, root: Root) -> str:
        """The part with the shapes of the sheet's notes and controls, or nothing."""
        for child in root.children:
            if child.name == "legacyDrawing":
                found = _DRAWING_ID.search(data[child.start : child.end])
                target = self._relations.get(found[1].decode(), ("", ""))[1] if found else ""
                return target if target in self._changes.package else ""
        return ""

    def _new_notes(self, sheet: bytes) -> str:
        part = self._changes.free("xl/comments", ".xml", self._number)
        space = namespace(self._changes.tree(self._sheet.part))[1:-1] if not is_strict(sheet) else _STRICT_SPACE
        self._changes.put(part, new_part(space))
        self._changes.declare(part, NOTES)
        self._changes.relate(self._sheet.part, "comments", part)
        return part

    def _new_drawing(self, data: bytes, root: Root) -> str:
        part = self._changes.free("xl/drawings/vmlDrawing", ".vml", self._number)
        self._changes.declare_ending("vml", SHAPES)
        relation = self._changes.relate(self._sheet.part, "vmlDrawing", part)
        family = _STRICT_FAMILY if self._changes.strict else _FAMILY
        named = f'<{root.prefix}legacyDrawing xmlns:r="{family}" r:id="{relation}"/>'.encode()
        last = max((at for at, child in enumerate(root.children) if child.name == "sheetData"), default=-1)
        behind = (child.start for child in root.children[last + 1 :] if child.name in _BEHIND)
        self._changes.put(self._sheet.part, spliced(data, [root.adding(next(behind, root.spot.closing), named)]))
        return part

    def _notice_protection(self, root: Root) -> None:
        if any(child.name == "sheetProtection" for child in root.children):
            self._book.notices.append(f"sheet '{self._sheet.name}' {_PROTECTED}")


_STRICT_SPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def annotate_xlsx(
    package: Package, remarks: Sequence[Remark], author: str, figures: Sequence[Figure] = ()
) -> Annotated:
    """The workbook with its changed parts, and a sheet of pictures where there are any.

    Raises UnreadableError for a workbook without sheets.
    """
    book = Annotated(package, author)
    book.put(remarks)
    if figures:
        book.draw(figures)
    return book


def _next_to(place: Place, taken: frozenset[Place], sizes: Sizes) -> Place:
    """The nearest cell that a note can stand at: to the right, or else below."""
    row, column = place
    right = ((row, at) for at in range(column + 1, min(column + _REACH, MAX_COLUMN) + 1))
    below = ((at, column) for at in range(row + 1, MAX_ROW + 1))
    near = (one for cells in (right, below) for one in cells if one not in taken and sizes.shows(one))
    return next(near, place)
