"""Where a text stands in a draft: computable from the file alone, exact enough to anchor a comment or a note."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of a text that stands in one piece on one line of its file.

    `at` is its first character in the text, `column` its first one on the line; `size` and `length` are how many it has
    in the text and takes on the line: other than `size` only where one character is written as several (`&amp;`).
    """

    at: int
    size: int
    line: int
    column: int
    length: int


class Location(NamedTuple):
    """Where a text stands. docs/places.md says for each format what is counted, and how.

    `part` is a sheet's name, or `body`, `footnotes`, `text box` of a document; `paragraph` counts the paragraphs of
    that part from 1, those in tables included; `cell` is `F7` on a sheet and `table 2 row 3 column 1` elsewhere; `line`
    counts a text file's lines from 1. `start` and `end` are characters from 0 of that paragraph, cell or line, `end`
    the first one behind; in a text file that is on `end_line`, where it has one.
    """

    part: str = ""
    paragraph: int = 0
    cell: str = ""
    line: int = 0
    start: int = 0
    end: int = 0
    end_line: int = 0
    """The line on which a text ends that runs over several; 0 where it is `line`."""
    runs: tuple[Run, ...] = ()
    """The pieces of a text that markup or line ends of its file interrupt, or that is read in plainer signs than it is
    written in; empty for a text in one piece."""

    def where(self) -> str:
        """The place in words, as printed in findings; characters count from 1 there, as people count."""
        if self.line:
            lines = f"lines {self.line}–{self.end_line}" if self.end_line else f"line {self.line}"
            return lines + (f", {self.cell}" if self.cell else "")
        if self.cell and not self.paragraph:
            return f"{self.part}!{self.cell}" + (self._characters() if self.start else "")
        if self.cell:
            return self.cell + (self._characters() if self.start else "")
        if self.paragraph:
            prefix = "" if self.part in ("", "body") else f"{self.part} "
            return f"{prefix}¶{self.paragraph}{self._characters()}"
        return self.part

    def _characters(self) -> str:
        if self.end <= self.start:
            return ""
        one = self.end == self.start + 1
        return f", character {self.end}" if one else f", characters {self.start + 1}–{self.end}"

    @property
    def length(self) -> int:
        """How many characters the text has that stands here."""
        return sum(run.size for run in self.runs) if self.runs else self.end - self.start

    def within(self, start: int, end: int) -> Location:
        """The place of the characters from `start` to `end` of the text that stands here."""
        if not self.runs:
            return self._replace(start=self.start + start, end=self.start + end)
        return on_lines(self, tuple(cut(self.runs, start, end)))


def on_lines(where: Location, runs: Sequence[Run]) -> Location:
    """The place with the lines and characters that these runs take; as it was where there are none."""
    if not runs:
        return where
    first, last = runs[0], runs[-1]
    whole = len(runs) == 1 and first.size == first.length
    return where._replace(
        line=first.line,
        start=first.column,
        end=last.column + last.length,
        end_line=last.line if last.line != first.line else 0,
        runs=() if whole else tuple(runs),
    )


def cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """The runs of the characters from start to end of a text, counted from start."""
    for run in islice(runs, max(bisect_right(runs, start, key=_first) - 1, 0), None):
        first, last = max(run.at, start), min(run.at + run.size, end)
        if run.at >= end:
            break
        if run.size == run.length:
            yield Run(first - start, last - first, run.line, run.column + first - run.at, last - first)
        else:
            yield Run(first - start, last - first, run.line, run.column, run.length)


def _first(run: Run) -> int:
    return run.at
