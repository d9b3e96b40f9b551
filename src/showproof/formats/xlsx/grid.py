"""Rows of one sheet, written from the top, with the ranges that are merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.xlsx import cells
from showproof.formats.xlsx.cells import Strings, letters
from showproof.formats.xlsx.names import COVER
from showproof.formats.xlsx.sizes import BODY, height, lines
from showproof.formats.xlsx.styles import ANSWER, STYLE

if TYPE_CHECKING:
    from showproof.formats.form import Question

_ROOMY = 4
"""Lines of room for the answer to a paragraph question while there is none."""
LINK_ROW = 3
"""Row of the link back to the cover."""
_DEFAULT = 15.0
"""Points of a row without a height of its own."""


class Grid:
    """What stands on a sheet so far."""

    def __init__(self, widths: tuple[float, ...], strings: Strings) -> None:
        self.widths = widths
        self.strings = strings
        self.rows: list[str] = []
        self.merges: list[str] = []
        self.points: list[float] = []

    @property
    def next(self) -> int:
        """Number of the row that comes next."""
        return len(self.rows) + 1

    def add(self, content: str = "", points: float = 0, *, fixed: bool = False) -> int:
        """One row; a fixed height stays as it is when people type. Gives the row's number."""
        row = self.next
        self.points.append(points or _DEFAULT)
        size = f' ht="{points:.1f}"' if points else ""
        kept = ' customHeight="1"' if fixed else ""
        self.rows.append(f'<row r="{row}"{size}{kept}>{content}</row>')
        return row

    def band(self, look: str, content: str, size: float = BODY, extra: float = 0) -> int:
        """One text over the whole width."""
        last = len(self.widths)
        first = cells.text(f"A{self.next}", look, content, self.strings)
        count = lines(content, sum(self.widths), size, bold=look not in ("quiet", "told"))
        return self.add(first + self.join(1, last, STYLE[look]), height(count, size) + extra, fixed=True)

    def head(self, title: str, guidance: str) -> None:
        """Title, guidance and the link back to the cover: the first three rows of every sheet but the cover."""
        self.band("heading", title, size=15, extra=6)
        self.band("quiet", guidance, extra=2)
        self.add(cells.text(f"A{LINK_ROW}", "link", f"← {COVER}", self.strings), 18)

    def pair(self, question: Question, labels: int) -> str:
        """A label over the first columns and the answer beside it over the rest. Gives the answer's address."""
        row, last = self.next, len(self.widths)
        address = f"{letters(labels + 1)}{row}"
        content = (
            cells.text(f"A{row}", "label", question.label, self.strings)
            + self.join(1, labels, STYLE["label"])
            + cells.answer(address, "field", question, question.answer, self.strings)
            + self.join(labels + 1, last, ANSWER["field", "General"])
        )
        needed = max(
            lines(question.label, sum(self.widths[:labels]), bold=True),
            lines(question.answer, sum(self.widths[labels:])),
            _ROOMY if question.type == "paragraph" and not question.answer else 1,
        )
        self.add(content, height(needed) + 3, fixed=labels + 1 < last)
        return address

    def join(self, first: int, last: int, style: int) -> str:
        """Merge the columns in the coming row; the cells after the first, so that borders and fills go all round."""
        if first == last:
            return ""
        row = self.next
        self.merges.append(f"{letters(first)}{row}:{letters(last)}{row}")
        return "".join([cells.blank(f"{letters(column)}{row}", style) for column in range(first + 1, last + 1)])
