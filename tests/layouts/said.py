"""What a careful person says of a document: its labels, from the gutter of its description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .documents import Document, Line
from .labels import Column, Header, Labels, Numbered, Pair, bare, fold, unnumbered

_SPLIT = re.compile(r"\s*:\s*(?:\\t)+\s*|\s*:\s+|\s*:$|\s*\\t\s*|\s+[–—]\s+|\s*:(?=\\)")
_MARKUP = re.compile(
    r"</?[bh][1-6]?>|\*\*|__|`|^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|^#+\s+|\s+#+$|^>\s*|\\$|<br ?/?>$"
)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def said(document: Document) -> Labels:
    """The labels of a document."""
    labels = Labels()
    lines = [part for line in document.lines for part in _sides(line)]
    for index, line in enumerate(lines):
        if line.is_row or line.label in ("T", "S"):
            continue
        following = next((after.text for after in lines[index + 1 :] if after.label != "_"), "")
        more = " ".join(plain(row.text) for row in _continued(lines[index + 1 :]))
        _say(line, " ".join([line.text, more]).rstrip(), following, labels, document.format)
    for grid in grids(document):
        _say_grid(grid, labels)
    return labels


def _sides(line: Line) -> list[Line]:
    """The things that stand beside one another in a row of a sheet, each as a line of its own."""
    labels = line.label.split("/")
    pieces = line.text.split("||") if len(labels) > 1 else [line.text]
    return [line._replace(label=label, text=piece) for label, piece in zip(labels, pieces, strict=True)]


def _continued(lines: list[Line]) -> Iterator[Line]:
    for line in lines:
        if line.label != "+":
            return
        yield line


def _say(line: Line, text: str, following: str, labels: Labels, kind: str) -> None:
    if kind == "xlsx":
        text = next((cell for cell in line.cells if cell), "")
    words = plain(text).replace(r"\t", " ")
    if line.label.startswith("h"):
        level, _, number = line.label[1:].partition("#")
        _heading(words, level, labels)
        if number:
            labels.numbers.append(Numbered(bare(number), unnumbered(fold(words))))
    elif line.label.startswith("#"):
        labels.numbers.append(Numbered(bare(line.label[1:]), unnumbered(fold(words))))
    elif line.label in ("=", "=="):
        pieces = line.cells if kind == "xlsx" else [text]
        _pairs(pieces, labels, several=line.label == "==")
    elif line.label == "=v":
        labels.pairs.append(Pair(fold(words), fold(plain(following))))
        labels.either.add(fold(words))
    elif line.label in ("?", "-="):
        labels.either.add(fold(words))


def _heading(text: str, level: str, labels: Labels) -> None:
    folded = unnumbered(fold(text))
    labels.headings.append(folded)
    if level:
        labels.levels[folded] = int(level)


def _pairs(pieces: list[str], labels: Labels, *, several: bool) -> None:
    if len(pieces) > 1:
        filled = [piece for piece in pieces if piece and piece not in "<>^"]
        labels.pairs += [Pair(fold(a), fold(shown(b))) for a, b in zip(filled[::2], filled[1::2], strict=True)]
        return
    parts = re.split(r"\\n|\\t+|<br ?/?>| · ", pieces[0]) if several else pieces
    for part in parts:
        label, value = _SPLIT.split(plain(part.strip()), maxsplit=1)
        labels.pairs.append(Pair(fold(label), fold(value)))


def plain(text: str) -> str:
    """A line without its markup."""
    text = _LINK.sub(r"\1", text.strip())
    before = ""
    while before != text:
        before, text = text, _MARKUP.sub("", text).strip()
    return re.sub(r"\\[np]", " ", text)


def shown(cell: str) -> str:
    """What a cell of a sheet shows: the result of a formula, a text without its apostrophe."""
    return cell.rpartition("->")[2].removeprefix("'")


class Grid:
    """Rows of one table with their labels, each with its row number and first column."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.rows: list[tuple[str, int, int, list[str]]] = []

    def labelled(self, label: str) -> list[tuple[int, int, list[str]]]:
        """Its rows of one label: row number, first column, cells."""
        return [(row, column, cells) for name, row, column, cells in self.rows if name == label]


def grids(document: Document) -> list[Grid]:
    """The tables of a document, in order; tables side by side one after the other."""
    return _sheet_grids(document) if document.format == "xlsx" else _page_grids(document)


def _page_grids(document: Document) -> list[Grid]:
    """Tables on a page are counted from 1, their rows too; one file table may hold several (`T` with `more`)."""
    found: list[Grid] = []
    count = row = 0
    after_row = False
    for line in document.lines:
        if line.label == "T" and "more" in line.look:
            found.append(Grid(f"table {count}"))
        elif line.label == "T" or (line.is_row and not after_row):
            count, row = count + 1, 0
            found.append(Grid(f"table {count}"))
        after_row = line.is_row or line.label == "T" or (after_row and line.label == "rule")
        if line.is_row:
            row += 1
            text = line.text if line.silent or document.format == "docx" else line.text.strip().strip("|")
            cells = [plain(cell) for cell in re.split(r"(?<!\\)\|", text)]
            found[-1].rows.append((line.label, row, 1, cells))
    return [grid for grid in found if grid.rows]


def _sheet_grids(document: Document) -> list[Grid]:
    found: list[Grid] = []
    sheet, row = "", 0
    open_grids: dict[int, Grid] = {}
    for line in document.lines:
        if line.label == "S":
            sheet, row, open_grids = line.text, 0, {}
            continue
        if line.label == "T":
            open_grids = {}
            continue
        row += 1
        pieces = list(_beside(line))
        for side, label, column, cells in pieces:
            grid = open_grids.get(side)
            if grid is None or (label in ("th", "tt") and grid.labelled("td") + grid.labelled("t=")):
                grid = open_grids[side] = Grid(sheet)
                found.append(grid)
            grid.rows.append((label, row, column, cells))
        sides = {side for side, *_ in pieces}
        open_grids = {side: grid for side, grid in open_grids.items() if side in sides}
    return [grid for grid in found if grid.rows]


def _beside(line: Line) -> Iterator[tuple[int, str, int, list[str]]]:
    """Side, label, first column and cells of each of the things that stand in one row of a sheet."""
    column = 1
    for side, part in enumerate(_sides(line)):
        cells = [cell.strip() for cell in part.text.split("|")]
        if part.is_row:
            yield side, part.label, column, cells
        column += len(cells) + 1


def _say_grid(grid: Grid, labels: Labels) -> None:
    for _, _, cells in grid.labelled("tt"):
        _heading(next(cell for cell in cells if cell), "", labels)
    for _, _, cells in grid.labelled("t="):
        _pairs([*cells, ""], labels, several=False)
    for _, _, cells in grid.labelled("tg"):
        labels.guidance.update(fold(cell) for cell in cells if cell and cell not in "<>^")
    for _, _, cells in grid.labelled("tr"):
        labels.either.add(fold(" ".join(cells)))
    rows = grid.labelled("th")
    if not rows:
        return
    columns = _columns([cells for _, _, cells in rows])
    first = rows[0][1]
    named = [index for index, text in enumerate(columns) if text]
    header = Header(fold(grid.part), rows[-1][0], first + named[0])
    labels.headers.append(header)
    labels.columns += [Column(header, first + index, columns[index]) for index in named]
    labels.rows[header] = len(grid.labelled("td")) + len(grid.labelled("tn"))


def _columns(rows: list[list[str]]) -> list[str]:
    """The text over each column: what the header rows say above one another, groups over all their columns."""
    resolved: list[list[str]] = []
    for cells in rows:
        row: list[str] = []
        for index, cell in enumerate(cells):
            if cell in ("<", ">"):
                cell = row[index - 1]
            row.append("" if cell == "^" else fold(plain(shown(cell))))
        resolved.append(row)
    width = max(map(len, resolved))
    return [
        " ".join(dict.fromkeys(row[index] for row in resolved if index < len(row) and row[index]))
        for index in range(width)
    ]
