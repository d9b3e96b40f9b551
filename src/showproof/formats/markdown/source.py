"""From the content of a paragraph or cell, as markdown-it has it, back to lines and columns of the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from showproof.formats.paragraphs import Spans
from showproof.model import Location
from showproof.places import Run, cut, on_lines


class Piece(NamedTuple):
    """Some characters that show, and where they stand: `size` of them take `length` characters of a content."""

    text: str
    at: int
    length: int


class Source:
    """Where each character of a content stands: from each of `starts` on, at a line and column, one by one."""

    def __init__(self, starts: list[int], places: list[tuple[int, int]]) -> None:
        self._starts = starts
        self._places = places

    def runs(self, pieces: list[Piece]) -> tuple[Run, ...]:
        """The runs of a text that these pieces make up; neighbours on a line are one."""
        found: list[Run] = []
        at = 0
        for piece in pieces:
            for run in self._of(piece, at):
                last = found[-1] if found else None
                if last and _follows(last, run):
                    found[-1] = last._replace(size=last.size + run.size, length=last.length + run.length)
                else:
                    found.append(run)
            at += len(piece.text)
        return tuple(found)

    def line(self, at: int) -> int:
        """The line on which a character of the content stands."""
        return self._places[bisect_right(self._starts, at) - 1][0]

    def _of(self, piece: Piece, at: int) -> list[Run]:
        """The runs of one piece, cut where the content goes on at another line or column."""
        if not piece.text:
            return []
        first = bisect_right(self._starts, piece.at) - 1
        if len(piece.text) != piece.length:
            line, column = self._at(first, piece.at)
            return [Run(at, len(piece.text), line, column, piece.length)]
        found = []
        begin, end = piece.at, piece.at + piece.length
        while begin < end:
            until = min(end, self._starts[first + 1]) if first + 1 < len(self._starts) else end
            line, column = self._at(first, begin)
            found.append(Run(at + begin - piece.at, until - begin, line, column, until - begin))
            begin, first = until, first + 1
        return found

    def _at(self, entry: int, at: int) -> tuple[int, int]:
        line, column = self._places[entry]
        return line, max(column + at - self._starts[entry], 0)


class Told(NamedTuple):
    """What a paragraph or a cell says: its text, where that stands, and the spans of it that are strong."""

    text: str
    runs: tuple[Run, ...]
    strong: Spans
    line: int
    """The line on which it begins, or would."""

    def place(self, start: int, end: int, cell: str = "") -> Location:
        """The place of the characters from start to end."""
        return on_lines(Location(line=self.line, cell=cell), tuple(cut(self.runs, start, end)))

    def whole(self, cell: str = "") -> Location:
        """The place of all of it."""
        return on_lines(Location(line=self.line, cell=cell), self.runs)


def told(pieces: list[Piece], strong: Spans, source: Source, at: int = 0) -> Told:
    """What these pieces say, without blanks around; `at` is where they would stand if there are none."""
    text = "".join(piece.text for piece in pieces)
    start = len(text) - len(text.lstrip())
    end = start + len(text.strip())
    spans = tuple((max(a - start, 0), min(b, end) - start) for a, b in strong if a < end and b > start)
    runs = tuple(cut(source.runs(pieces), start, end))
    return Told(text[start:end], runs, spans, runs[0].line if runs else source.line(at))


def _follows(last: Run, run: Run) -> bool:
    literal = last.size == last.length and run.size == run.length
    return literal and last.line == run.line and last.column + last.length == run.column


def source_of(content: str, first: int, lines: list[str]) -> Source:
    """The source of a content that begins on line `first`: each of its lines is the end of one of the file's.

    Only the heading with closing marks is none: it stands further in.
    """
    starts, places = [], []
    at = 0
    for number, line in enumerate(content.split("\n"), start=first):
        shown = line.strip()
        whole = lines[number - 1].rstrip() if number <= len(lines) else ""
        found = len(whole) - len(shown) if whole.endswith(shown) else whole.rfind(shown)
        starts.append(at)
        places.append((number, max(found, 0) - (len(line) - len(line.lstrip()))))
        at += len(line) + 1
    return Source(starts, places)
