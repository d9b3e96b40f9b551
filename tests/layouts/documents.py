"""The documents of the set: text files that hold what is written, how it looks, and what a careful person says it is.

Above `---` stand settings (`layout:`, `about:`, `held: yes`, and those of the builders); below it one line a paragraph,
a row or a line of Markdown, as `label look ... | text`. The label is the judgement, the look is for the builder:

    h, h1       heading, with its level where nobody would doubt it; `h2#3.1` with the number that is shown
    =           label and value; `==` several in one line; `=v` the label only, its value stands in the next line
    #b          list item with the number that is shown; `-` one without; `-=` one that opens with a label
    +           goes on with the line above (Markdown)
    th td tn    row of a table: header, data, totals; `tg` instruction, `tt` title, `t=` label and value by turns
    te tr       numbered row that nobody has filled; header row said again further down
    T, S        a table starts here; a sheet starts here, with its name
    ?           either reading is right, nothing is measured
    . _         text and nothing more; an empty paragraph or row (in Markdown, an empty line)

A row of a sheet with something beside it has two labels, `td/=`, and `||` between them, which leaves a column free.
Cells are parted by `|`; `<` belongs to the cell at its left, `^` to the one above, `>` is an empty cell under the same
heading as its left neighbour. A line whose label starts with `!` is said, but not written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "documents"
_LINE = re.compile(r"(?P<gutter>[^|]*)\|(?: (?P<text>.*))?")


class Line(NamedTuple):
    """One line below `---`."""

    label: str
    look: tuple[str, ...]
    text: str
    silent: bool = False
    """Said, but not written."""

    @property
    def cells(self) -> list[str]:
        """The cells of a row; the column that `||` leaves free is an empty one."""
        return [cell.strip() for cell in self.text.replace("||", "|  |").split("|")]

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.label[:2] in ("th", "td", "tn", "tg", "te", "tt", "tr", "t=")


_EMPTY = Line("_", (), "")


@dataclass(frozen=True)
class Document:
    """One document of the set."""

    id: str
    """`docx/decision-paragraphs`: its format and the name of its file."""
    settings: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    @property
    def format(self) -> str:
        """docx, xlsx or md."""
        return self.id.split("/")[0]

    @property
    def held(self) -> bool:
        """Whether it is kept back when readers are mended by the misses of the others."""
        return self.setting("held") == "yes"

    def setting(self, name: str) -> str:
        """The last setting of that name, or nothing."""
        return next(reversed(self.every(name)), "")

    def every(self, name: str) -> list[str]:
        """All settings of that name, in order."""
        return [value for key, value in self.settings if key == name]

    @property
    def written(self) -> Iterator[Line]:
        """The lines that stand in the file."""
        return (line for line in self.lines if not line.silent)


def parse(text: str, name: str) -> Document:
    """The document that a text describes; ValueError with the line that is not understood."""
    head, _, body = text.partition("\n---\n")
    settings = []
    for row in head.splitlines():
        key, _, value = row.partition(":")
        settings.append((key.strip(), value.strip()))
    first = head.count("\n") + 3
    lines = [_line(row, f"{name}:{number}") for number, row in enumerate(body.splitlines(), first)]
    if not name.startswith("md/"):
        lines = [line for line in lines if line is not _EMPTY]
    return Document(name, tuple(settings), tuple(lines))


def _line(row: str, where: str) -> Line:
    if not row.strip():
        return _EMPTY
    match = _LINE.fullmatch(row)
    words = match["gutter"].split() if match else []
    if not match or not words:
        raise ValueError(f"{where}: expected 'label look | text', found {row!r}")
    return Line(words[0].removeprefix("!"), tuple(words[1:]), match["text"] or "", words[0].startswith("!"))


def all_documents() -> list[Document]:
    """The whole set, in the order of its names."""
    return [
        parse(path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.stem}")
        for path in sorted(FOLDER.glob("*/*.txt"))
    ]
